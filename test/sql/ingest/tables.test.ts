import { afterEach, beforeAll, expect, test } from 'vitest';
import type { TableLayout } from '../../../src/model/layout';
import { TestEngine } from '../test-engine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});
afterEach(() => engine.clear());

/** A sheet of ten rows, loaded, then laid out as given. */
async function laidOut(...layout: TableLayout[]) {
  const rows = Array.from(
    { length: 10 },
    (_, index) => `甲${index + 1},${index + 1},乙${index + 1}`,
  );
  const { sheets } = await engine.load('表.csv', `${rows.join('\n')}\n`);
  return engine.layOut(sheets[0]?.id ?? '', layout);
}

const whole: TableLayout = {
  columns: { first: 1, last: 3 },
  header: [1],
  body: { first: 2, last: 10 },
  marked: [],
};

const numbersOf = async (index = 0) =>
  (await engine.raw(engine.tables[index])).map((row) => row['source_row']);

test('rows of the body that are marked are no data', async () => {
  await laidOut({
    ...whole,
    body: { first: 3, last: 9 },
    marked: [
      { row: 2, kind: 'unit' },
      { row: 5, kind: 'total', by: 'word' },
      { row: 6, kind: 'hidden' },
      { row: 10, kind: 'note' },
    ],
  });
  expect(await numbersOf()).toEqual([3, 4, 7, 8, 9]);
  expect(engine.tables[0]).toMatchObject({ rows: 5, headerRow: 1, range: 'A1:C9' });
});

test('a group holds for the rows below it up to the next', async () => {
  await laidOut({
    ...whole,
    marked: [
      { row: 3, kind: 'group', text: '云岭镇' },
      { row: 7, kind: 'group', text: '白鹭街道' },
    ],
  });
  const groups = (await engine.raw(engine.tables[0])).map((row) => row['group']);
  expect(groups).toEqual([null, '云岭镇', '云岭镇', '云岭镇', '白鹭街道', '白鹭街道', '白鹭街道']);
  expect(engine.tables[0]?.columns.at(-1)).toMatchObject({ name: 'group', letter: 'A', filled: 6 });
});

test('two tables side by side take their own columns', async () => {
  const { tables } = await laidOut(
    { ...whole, columns: { first: 1, last: 2 } },
    { ...whole, columns: { first: 3, last: 3 } },
  );
  expect(tables.map(({ range }) => range)).toEqual(['A1:B10', 'C1:C10']);
  expect(Object.keys((await engine.raw(engine.tables[1]))[0] ?? {})).toEqual(['source_row', '乙1']);
});

test('a table without a header has the letters of its columns for names', async () => {
  await laidOut({ ...whole, header: [], body: { first: 1, last: 10 } });
  expect(engine.tables[0]?.columns.map(({ name, header }) => [name, header])).toEqual([
    ['A', ''],
    ['B', ''],
    ['C', ''],
  ]);
  expect(engine.tables[0]?.rows).toBe(10);
});

test('tables keep their ids in order when the layout changes, further ones are numbered on', async () => {
  const first = await laidOut(whole);
  const { sheet } = first;
  const upper = { ...whole, body: { first: 2, last: 5 } };
  const lower = { ...whole, header: [6], body: { first: 7, last: 10 } };
  const two = await engine.layOut(sheet.id, [upper, lower]);
  expect(two.tables[0]?.id).toBe(first.tables[0]?.id);
  expect(two.tables[1]?.id).not.toBe(two.tables[0]?.id);
  expect(await numbersOf(1)).toEqual([7, 8, 9, 10]);
  const none = await engine.layOut(sheet.id, []);
  expect(none.tables).toEqual([]);
  expect(await engine.rawTables()).toEqual([`raw.${sheet.id}`]);
});

test('the rows of a long sheet that are not of its shape are found wherever they stand', async () => {
  const rows = Array.from({ length: 12_000 }, (_, index) => `甲村${index},${(index % 7) + 1},5`);
  rows.splice(8_000, 0, '合计,27997,40000');
  const { tables } = await engine.load('长.csv', `村名,甲,乙\n${rows.join('\n')}\n`);
  expect(tables).toHaveLength(1);
  expect(tables[0]?.rows).toBe(12_000);
  expect(tables[0]?.layout.marked).toMatchObject([{ row: 8_002, kind: 'total' }]);
});

test('a corrected cell counts with its other value, as long as it holds what was corrected', async () => {
  const { sheet } = await laidOut(whole);
  const cell = { file: '表.csv', sheet: null, header: '1', note: '', at: '2024-01-01T00:00:00Z' };
  await engine.correct([
    { ...cell, row: 3, column: 2, was: '3', value: '33' },
    { ...cell, row: 4, column: 2, was: 'something else', value: '44' },
    { ...cell, row: 5, column: 2, was: '5', value: null },
  ]);
  const values = async () =>
    (await engine.raw(engine.tables[0])).slice(1, 4).map((row) => row['1']);
  expect(await values()).toEqual(['33', '4', null]);
  const stored = await engine.rows(`SELECT c2 FROM raw."${sheet.id}" WHERE source_row IN (3, 5)`);
  expect(stored).toEqual([{ c2: '3' }, { c2: '5' }]);
  await engine.correct([]);
  expect(await values()).toEqual(['3', '4', '5']);
});
