import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { View } from '../../../src/model/view';
import { TestEngine } from '../test-engine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
  await engine.load('考评.csv', '村名,得分\n青禾村,90\n柳塘村,80\n');
  await engine.arrange();
});

const table = () => `raw."${engine.tables[0]?.id ?? ''}"`;

describe('a SELECT', () => {
  test('keeps its rows, with the columns and types that the engine gives them', async () => {
    const outcome = await engine.run(
      `SELECT 1 AS n, 2.50 AS d, [1, 2] AS l, DATE '2023-05-01' AS day, NULL AS x, 'a'::ENUM ('a', 'b') AS e, sum(3) AS s`,
    );
    expect(outcome).toMatchObject({
      kind: 'rows',
      rows: 1,
      more: false,
      columns: [
        { name: 'n', type: 'INTEGER' },
        { name: 'd', type: 'DECIMAL(3,2)' },
        { name: 'l', type: 'INTEGER[]' },
        { name: 'day', type: 'DATE' },
        { name: 'x', type: 'INTEGER' },
        { name: 'e', type: "ENUM('a', 'b')" },
        { name: 's', type: 'HUGEINT' },
      ],
    });
    const shown = outcome.columns.map(
      (_, index) => `CAST(c${index + 1} AS VARCHAR) AS c${index + 1}`,
    );
    expect(await engine.results(`SELECT ${shown.join(', ')} FROM temp.${outcome.result}`)).toEqual([
      { c1: '1', c2: '2.50', c3: '[1, 2]', c4: '2023-05-01', c5: null, c6: 'a', c7: '3' },
    ]);
  });

  test('may have a name twice', async () => {
    const outcome = await engine.run('SELECT 1 AS a, 2 AS a');
    expect(await engine.results(`SELECT * FROM temp.${outcome.result}`)).toEqual([
      { c1: 1, c2: 2 },
    ]);
  });

  test('keeps its order, up to a number of rows, and says that there are more', async () => {
    const outcome = await engine.run('SELECT n FROM range(150000) AS t(n) ORDER BY n DESC');
    expect(outcome).toMatchObject({ rows: 100_000, more: true });
    const last = await engine.results(`SELECT c1 FROM temp.${outcome.result} WHERE rowid = 99999`);
    expect(last).toEqual([{ c1: 50_000 }]);
  });

  test.each(['SHOW TABLES', 'VALUES (1), (2)', 'FROM range(3)', 'DESCRIBE canon.subject'])(
    '%s is a question too',
    async (sql) => {
      expect(await engine.run(sql)).toMatchObject({ kind: 'rows' });
    },
  );

  test('takes its parameters as values, whatever they hold', async () => {
    const sql = `SELECT $name AS name, $year - $step AS y, '$name' AS said -- $other`;
    const outcome = await engine.run(sql, { name: `'; DROP TABLE x; --`, year: 2023, step: -1 });
    expect(await engine.results(`SELECT * FROM temp.${outcome.result}`)).toEqual([
      { c1: `'; DROP TABLE x; --`, c2: 2024, c3: '$name' },
    ]);
  });

  test('does not run without the value of a parameter', async () => {
    expect(await engine.runError('SELECT $year AS y')).toMatchObject({
      code: 'query_parameter',
      detail: { name: 'year' },
    });
  });

  test('a forgotten result is gone', async () => {
    const outcome = await engine.run('SELECT 1 AS n');
    await engine.forget(outcome.result);
    await expect(engine.results(`SELECT * FROM temp.${outcome.result}`)).rejects.toThrow();
  });
});

describe('an error says where in the written text it is', () => {
  test.each([
    ['SELECT 1,\n  nothing FROM canon.subject', {}, 'nothing'],
    [`SELECT '村村村' AS 村, 无此列 FROM canon.subject`, {}, '无此列'],
    [
      'SELECT $year AS y, $name AS n, nothing FROM canon.subject',
      { year: 2023, name: '青禾村村村村' },
      'nothing',
    ],
    ['CREATE TABLE scratch.t AS\nSELECT nothing FROM canon.subject', {}, 'nothing'],
    [`SELECT ${'1 + '.repeat(40)}nothing, ${'2 + '.repeat(40)}3`, {}, 'nothing'],
    [`SELECT '${'村'.repeat(80)}' AS x, 无此列 FROM canon.subject`, {}, '无此列'],
    ['SELEC 1', {}, 'SELEC'],
  ])('%j', async (sql, parameters, wrong) => {
    for (const error of [
      await engine.runError(sql, parameters),
      await engine.checkError(sql, parameters),
    ])
      expect(error).toMatchObject({
        code: 'query_failed',
        detail: { place: sql.indexOf(wrong) },
        sql,
      });
  });
});

describe('the scratch schema', () => {
  beforeEach(async () => {
    await engine.run('DROP TABLE IF EXISTS scratch.t');
    await engine.run('DROP VIEW IF EXISTS scratch.v');
  });

  test.each([
    ['CREATE TABLE scratch.t AS SELECT 1 AS n'],
    ['create or replace table SCRATCH.t as from (select 1 as n);'],
    ['CREATE TABLE "scratch"."t" AS SELECT 1 AS n -- one'],
    ['/* mine */ CREATE TABLE scratch . t AS WITH a AS (SELECT 1 AS n) SELECT * FROM a'],
  ])('takes a table: %s', async (sql) => {
    expect(await engine.run(sql)).toMatchObject({ kind: 'made', name: 'scratch.t', rows: 1 });
    expect(await engine.rows('SELECT * FROM scratch.t')).toEqual([{ n: 1 }]);
    expect((await engine.relations()).get('scratch.t')).toEqual(['n']);
  });

  test('takes a view, which follows what it reads', async () => {
    await engine.run('CREATE TABLE scratch.t AS SELECT 1 AS n');
    expect(
      await engine.run('CREATE VIEW scratch.v AS SELECT n + $plus AS n FROM scratch.t', {
        plus: 1,
      }),
    ).toMatchObject({
      kind: 'made',
      rows: null,
    });
    await engine.run('CREATE OR REPLACE TABLE scratch.t AS SELECT 5 AS n');
    expect(await engine.rows('SELECT * FROM scratch.v')).toEqual([{ n: 6 }]);
  });

  test('a table replaced by one of other columns is read anew', async () => {
    await engine.run('CREATE TABLE scratch.t AS SELECT 1 AS n');
    await engine.rows('SELECT * FROM scratch.t');
    await engine.run(`CREATE OR REPLACE TABLE scratch.t AS SELECT 'a' AS m`);
    expect(await engine.rows('SELECT * FROM scratch.t')).toEqual([{ m: 'a' }]);
  });

  test('an existing table is not overwritten unasked', async () => {
    await engine.run('CREATE TABLE scratch.t AS SELECT 1 AS n');
    expect((await engine.runError('CREATE TABLE scratch.t AS SELECT 2 AS n')).code).toBe(
      'query_failed',
    );
    expect(await engine.rows('SELECT * FROM scratch.t')).toEqual([{ n: 1 }]);
  });

  test('stays when views are applied anew and files come and go', async () => {
    const view: View = {
      name: 'report.probe',
      reads: [],
      columns: ['n'],
      stored: true,
      sql: 'SELECT 1 AS n',
    };
    await engine.apply([view]);
    await engine.run('CREATE TABLE scratch.t AS SELECT n FROM report.probe');
    await engine.run('CREATE VIEW scratch.v AS SELECT n FROM report.probe');
    await engine.apply([{ ...view, sql: 'SELECT 2 AS n' }]);
    await engine.arrange();
    expect(await engine.rows('SELECT * FROM scratch.t')).toEqual([{ n: 1 }]);
    expect(await engine.rows('SELECT * FROM scratch.v')).toEqual([{ n: 2 }]);
  });

  test('a column that is not there makes no table', async () => {
    expect((await engine.runError('CREATE TABLE scratch.t AS SELECT nothing')).code).toBe(
      'query_failed',
    );
    expect((await engine.relations()).has('scratch.t')).toBe(false);
  });
});

test.each([
  ['DROP TABLE {}'],
  ['DROP TABLE scratch.none, {}'],
  ['DROP TABLE scratch.none CASCADE'],
  ['DROP SCHEMA scratch'],
  ['DROP SCHEMA raw CASCADE'],
  ['DROP VIEW IF EXISTS report.probe'],
  ["INSERT INTO {} VALUES (9, 'x', '1')"],
  ['DELETE FROM {}'],
  ["UPDATE {} SET 得分 = '0'"],
  ['TRUNCATE {}'],
  ['ALTER TABLE {} RENAME TO gone'],
  ['CREATE TABLE t AS SELECT 1 AS n'],
  ['CREATE TABLE main.t AS SELECT 1 AS n'],
  ['CREATE TABLE canon.x AS SELECT 1 AS n'],
  ['CREATE OR REPLACE TABLE {} AS SELECT 1 AS n'],
  ['CREATE OR REPLACE VIEW canon.subject AS SELECT 1 AS n'],
  ['CREATE TABLE "scratch.x".t AS SELECT 1 AS n'],
  ['CREATE TABLE "scratch"".raw"."t" AS SELECT 1 AS n'],
  ['CREATE TABLE memory.scratch.x AS SELECT 1 AS n'],
  ['CREATE TABLE scratch.x.y AS SELECT 1 AS n'],
  ['CREATE TABLE scratch./* */canon.x AS SELECT 1 AS n'],
  ['CREATE TABLE scratch.x (n INTEGER)'],
  ['CREATE TABLE scratch.x (n) AS SELECT 1'],
  ['CREATE TEMP TABLE t AS SELECT 1 AS n'],
  ['CREATE TEMP TABLE scratch.t AS SELECT 1 AS n'],
  ['CREATE SCHEMA mine'],
  ['CREATE MACRO scratch.m() AS 1'],
  ['CREATE SEQUENCE scratch.s'],
  ["CREATE TYPE scratch.e AS ENUM ('a')"],
  ['CREATE INDEX i ON {} (得分)'],
  ['CREATE TABLE scratch.x AS SELECT 1 AS n; DROP TABLE {}'],
  ['CREATE TABLE scratch.x AS SELECT 1 AS n) ; DROP TABLE {}; --'],
  ['CREATE TABLE scratch.x AS SELECT 1) AS t; DROP TABLE {}; SELECT * FROM (SELECT 1'],
  ['CREATE TABLE scratch.x AS DROP TABLE {}'],
  ["CREATE TABLE scratch.x AS INSERT INTO {} VALUES (9, 'x', '1') RETURNING *"],
  ['CREATE TABLE scratch.x AS WITH a AS (DELETE FROM {} RETURNING *) SELECT * FROM a'],
  ['CREATE TABLE scratch.x AS EXECUTE y'],
  ['CREATE TABLE scratch.x AS'],
  ['DROP TABLE scratch.x; DROP TABLE {}'],
  ['SELECT 1; DROP TABLE {}'],
  ['SELECT 1) AS t; DROP TABLE {}; --'],
  ['SELECT 1 AS n FROM (SELECT 1) /*'],
  ['SELECT 1 AS n --\n; DROP TABLE {}'],
  ["SELECT '\\'; DROP TABLE {}; --'"],
  ['SELECT $a$; $a$; DROP TABLE {}'],
  ["WITH a AS (INSERT INTO {} VALUES (9, 'x', '1') RETURNING *) SELECT * FROM a"],
  ['BEGIN TRANSACTION'],
  ['BEGIN; COMMIT; DELETE FROM {}'],
  ['COMMIT'],
  ['ROLLBACK'],
  ['COMMIT; DELETE FROM {}'],
  ["ATTACH 'x.db'"],
  ["ATTACH ':memory:' AS mine"],
  ['USE scratch'],
  ["COPY {} TO 'x.csv'"],
  ["COPY {} FROM 'x.csv'"],
  ["EXPORT DATABASE 'x'"],
  ['INSTALL json'],
  ["LOAD 'json'"],
  ["SET memory_limit = '1GB'"],
  ['RESET memory_limit'],
  ['PRAGMA database_list'],
  ['PRAGMA enable_profiling'],
  ['CALL enable_logging()'],
  ['PREPARE p AS DELETE FROM {}'],
  ['EXECUTE p'],
  ['EXPLAIN ANALYZE DELETE FROM {}'],
  ['VACUUM'],
  ['CHECKPOINT'],
  ["SELECT * FROM query('DROP TABLE {}')"],
  ["SELECT * FROM 'foo.csv'"],
  ["SELECT * FROM read_csv('https://localhost:1/in/foo.csv')"],
  ["CREATE TABLE scratch.x AS SELECT * FROM read_csv('https://localhost:1/in/foo.csv')"],
  ["CREATE TABLE scratch.x AS SELECT * FROM read_text('/etc/hostname')"],
  ["CREATE VIEW scratch.x AS FROM 'foo.csv'"],
  [''],
  ['-- nothing'],
])('%j is refused, and everything is as before', async (sql) => {
  const before = [...(await engine.relations()).keys()];
  const error = await engine.runError(sql.replaceAll('{}', table()));
  expect(error.code).toMatch(/^query_(failed|not_select|read_only)$/);
  expect([...(await engine.relations()).keys()]).toEqual(before);
  expect(await engine.raw(engine.tables[0])).toEqual([
    { source_row: 2, 村名: '青禾村', 得分: '90' },
    { source_row: 3, 村名: '柳塘村', 得分: '80' },
  ]);
  expect((await engine.run('SELECT 1 AS n')).rows).toBe(1);
});
