import { beforeAll, describe, expect, test } from 'vitest';
import { engineFunctions, valuesOf } from '../../../src/views/catalog';
import type { Question } from '../../../src/views/question';
import {
  columnFacts,
  columnHistogram,
  resultCount,
  resultRows,
  resultValues,
  type KeptResult,
} from '../../../src/views/result';
import { TestEngine } from '../test-engine';

let engine: TestEngine;
let kept: KeptResult;

beforeAll(async () => {
  engine = await TestEngine.start();
  kept = await engine.run(`
    SELECT *
    FROM (
      VALUES
        (1, '青禾村', DATE '2023-01-01', [1, 2], 2.50, TRUE),
        (3, NULL, DATE '2023-12-31', NULL, -1.25, NULL),
        (2, '50%_''村', NULL, [], NULL, FALSE)
    ) AS t(n, name, day, list, amount, yes)`);
});

const asked = async <T>({ sql, read }: Question<T>) => (await engine.results(sql)).map(read);
const plain = { sort: null, filter: null };

test('values are those that the engine writes; null is told from empty', async () => {
  expect(await asked(resultRows(kept, plain, 0, 10))).toEqual([
    ['1', '青禾村', '2023-01-01', '[1, 2]', '2.50', 'true'],
    ['3', null, '2023-12-31', null, '-1.25', null],
    ['2', "50%_'村", null, '[]', null, 'false'],
  ]);
});

test.each([
  [{ column: 0, descending: false }, ['1', '2', '3']],
  [{ column: 0, descending: true }, ['3', '2', '1']],
  [{ column: 4, descending: false }, ['3', '1', '2']],
  [{ column: 4, descending: true }, ['1', '3', '2']],
])('sorted by %j, nulls last', async (sort, expected) => {
  const rows = await asked(resultRows(kept, { ...plain, sort }, 0, 10));
  expect(rows.map(([n]) => n)).toEqual(expected);
});

test.each([
  [null, '村', 2],
  [1, "%_'", 1],
  [0, '村', 0],
  [null, '2023-12', 1],
  [5, 'TRUE', 1],
])('in column %j the text %j is found in %i rows', async (column, text, count) => {
  const order = { ...plain, filter: { column, text } };
  expect(await asked(resultCount(kept, order))).toEqual([count]);
  expect(await asked(resultRows(kept, order, 0, 10))).toHaveLength(count);
});

describe('what a column holds', () => {
  test.each([
    [0, { nulls: 0, distinct: 3, least: '1', greatest: '3' }],
    [1, { nulls: 1, distinct: 2, least: "50%_'村", greatest: '青禾村' }],
    [2, { nulls: 1, distinct: 2, least: '2023-01-01', greatest: '2023-12-31' }],
    [3, { nulls: 1, distinct: 2, least: '[]', greatest: '[1, 2]' }],
    [4, { nulls: 1, distinct: 2, least: '-1.25', greatest: '2.50' }],
    [5, { nulls: 1, distinct: 2, least: 'false', greatest: 'true' }],
  ])('column %i', async (index, facts) => {
    expect(await asked(columnFacts(kept, index))).toEqual([facts]);
  });

  test('numbers fall into bars of equal width, the greatest into the last', async () => {
    const range = await engine.run('SELECT n FROM range(25) AS t(n)');
    const bars = await asked(columnHistogram(range, 0));
    expect(bars.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3]);
    expect([bars[0]?.from, bars.at(-1)?.to]).toEqual(['0.0', '24.0']);
  });

  test('times have dates for edges, words stand for themselves', async () => {
    expect(await asked(columnHistogram(kept, 2))).toEqual([
      { from: '2023-01-01', to: '2023-01-31', count: 1 },
      { from: '2023-11-30', to: '2023-12-31', count: 1 },
    ]);
    expect(await asked(columnHistogram(kept, 1))).toEqual([
      { from: "50%_'村", to: null, count: 1 },
      { from: '青禾村', to: null, count: 1 },
    ]);
  });

  test('one value, and none, are no reason to fail', async () => {
    const one = await engine.run("SELECT 5 AS n, NULL::DOUBLE AS x, 'nan'::DOUBLE AS y");
    expect(await asked(columnHistogram(one, 0))).toMatchObject([{ count: 1 }]);
    expect(await asked(columnHistogram(one, 1))).toEqual([]);
    expect(await asked(columnHistogram(one, 2))).toEqual([]);
  });
});

test('a figure gets numbers as numbers and times as milliseconds', async () => {
  expect(await asked(resultValues(kept, [0, 1, 2, 4, 5], plain, 2))).toEqual([
    [1, '青禾村', Date.UTC(2023, 0, 1), 2.5, 'true'],
    [3, null, Date.UTC(2023, 11, 31), -1.25, null],
  ]);
});

test('the row that tells of more is none of those shown', async () => {
  const capped = await engine.run('SELECT n FROM range(150000) AS t(n)');
  expect(await asked(resultCount(capped, plain))).toEqual([100_000]);
  expect(await asked(columnFacts(capped, 0))).toMatchObject([{ greatest: '99999' }]);
});

test('functions are listed with their parameters', async () => {
  const functions = (await engine.rows(engineFunctions().sql)).map(engineFunctions().read);
  expect(functions.find(({ name }) => name === 'round')).toMatchObject({
    description: expect.stringContaining('Rounds') as string,
  });
  expect(functions.length).toBeGreaterThan(300);
});

test('values of a column are distinct, in order, and limited', async () => {
  await engine.run(`CREATE TABLE scratch."a b" AS SELECT n % 30 AS "x y" FROM range(1000) AS t(n)`);
  const { sql, read } = valuesOf('scratch.a b', 'x y', 5);
  expect((await engine.rows(sql)).map(read)).toEqual(['0', '1', '2', '3', '4']);
});
