import { beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
  await engine.load('考评.csv', '村名,得分\n青禾村,90\n柳塘村,80\n');
});

test.each([
  'SELECT 1 AS n',
  'SELECT 1 AS n;',
  'SELECT 1 AS n ; \n',
  'SELECT 1 AS n -- one',
  'SELECT 1 AS n; -- one',
  'SELECT 1 AS n /* one */ ;',
  '-- one\nSELECT 1 AS n',
  'WITH t AS (SELECT 1 AS n) SELECT n FROM t',
  'FROM (SELECT 1 AS n)',
  "SELECT length(';') AS n",
])('%j is one question', async (sql) => {
  expect(await engine.rows(sql)).toEqual([{ n: 1 }]);
});

test('the order of a question is kept', async () => {
  const rows = await engine.rows('SELECT n FROM range(10000) AS t(n) ORDER BY n DESC');
  expect(rows.map(({ n }) => n)).toEqual(
    Array.from({ length: 10_000 }, (_, index) => 9_999 - index),
  );
});

test('an answer without rows is empty', async () => {
  expect(await engine.rows('SELECT 1 AS n WHERE FALSE')).toEqual([]);
});

const table = () => `raw."${engine.tables[0]?.id ?? ''}"`;
const sheet = () => `raw."${engine.tables[0]?.sheetId ?? ''}"`;

test.each([
  ["SELECT * FROM 'foo.csv'"],
  ["SELECT * FROM read_csv('foo.csv')"],
  ["SELECT * FROM read_text('/etc/passwd')"],
  ["SELECT * FROM glob('*')"],
  ["SELECT * FROM read_csv('https://localhost:1/in/foo.csv')"],
  ["SELECT getenv('HOME') AS n"],
])('%s reads nothing', async (sql) => {
  expect((await engine.queryError(sql)).code).toMatch(/query_failed|query_not_select/);
});

test.each([
  ['DROP TABLE {}'],
  ["INSERT INTO {} VALUES (9, 'x', '1')"],
  ['DELETE FROM {}'],
  ["UPDATE {} SET 得分 = '0'"],
  ['CREATE TABLE t AS SELECT 1 AS n'],
  ['CREATE TEMP TABLE t AS SELECT 1 AS n'],
  ["ATTACH 'x.db'"],
  ["COPY {} TO 'x.csv'"],
  ["SET memory_limit = '1GB'"],
  ['PRAGMA database_list'],
  ["LOAD 'json'"],
  ['COMMIT'],
  ['SELECT 1; DROP TABLE {}'],
  ['SELECT 1 AS n; SELECT 2 AS n'],
  ['SELECT 1) AS t; DROP TABLE {}; --'],
  ['SELECT 1) ; --'],
  ['SELECT 1) AS t --'],
  ['SELECT 1 AS n FROM (SELECT 1) /*'],
  ['SELECT 1 /* */ ; DROP TABLE {} /*'],
  [''],
])('%j is refused, and the data is as before', async (sql) => {
  const error = await engine.queryError(sql.replace('{}', table()));
  expect(error.code).toMatch(/query_failed|query_not_select/);
  expect(await engine.raw(engine.tables[0])).toEqual([
    { source_row: 2, 村名: '青禾村', 得分: '90' },
    { source_row: 3, 村名: '柳塘村', 得分: '80' },
  ]);
});

test.each([
  ['DROP TABLE {}'],
  ["INSERT INTO {} VALUES (9, 'x', '1')"],
  ["SET memory_limit = '1GB'"],
  ['SELECT 1 AS n; SELECT 2 AS n'],
])('%s is told to be no single SELECT', async (sql) => {
  expect((await engine.queryError(sql.replace('{}', sheet()))).code).toBe('query_not_select');
});

test('an error names the statement and what is wrong with it', async () => {
  const error = await engine.queryError('SELECT 分 FROM nowhere');
  expect(error).toMatchObject({
    code: 'query_failed',
    sql: expect.stringContaining('nowhere') as string,
  });
  expect(error.detail['message']).toContain('nowhere');
});

test('an error while rows are made is an error, not half an answer', async () => {
  const sql = `SELECT CAST(CASE WHEN n = 90000 THEN 'x' ELSE '1' END AS INTEGER) AS n FROM range(100000) AS t(n)`;
  expect(await engine.queryError(sql)).toMatchObject({ code: 'query_failed' });
  expect(await engine.rows('SELECT 1 AS n')).toEqual([{ n: 1 }]);
});
