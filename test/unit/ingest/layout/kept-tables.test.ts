import { expect, test } from 'vitest';
import { tableOfBlock } from '../../../../src/ingest/layout/block';
import {
  forgetTable,
  keepTable,
  keptTable,
  parseTables,
  recallTables,
} from '../../../../src/ingest/layout/kept-tables';
import type { SheetCells, TableLayout } from '../../../../src/model/layout';

type Line = readonly [number, ...(string | null)[]];

function sheetOf(...lines: readonly Line[]): SheetCells {
  const rows = lines.map(([row, ...cells]) => ({ row, cells }));
  return { rows, width: 3, merged: [], hidden: [], omitted: [] };
}

const first = sheetOf([2, null, '村名', '得分'], [3, null, '甲村', '90'], [4, null, '乙村', '80']);
const columns = { first: 2, last: 3 };
const made = tableOfBlock(first, { rows: { first: 2, last: 4 }, columns });
const entry = keptTable(made, first.rows);
if (!entry) throw new Error('the table has a header');

/** The next sheet: the header further down, more rows, and others after a blank one. */
const next = sheetOf(
  [1, '东镇', null, null],
  [5, null, '村名', '得分'],
  [6, null, '丙村', '70'],
  [7, null, '丁村', '60'],
  [8, null, '戊村', '50'],
  [11, null, '制表人', null],
);

test('a table is known by the words of its header, wherever they stand in its columns', () => {
  expect(recallTables([entry], next, [])).toMatchObject([
    { columns, header: [5], body: { first: 6, last: 8 } },
  ]);
  const others = sheetOf([5, '村名', '得分', null], [6, '丙村', '70', null]);
  expect(recallTables([entry], others, [])).toEqual([]);
});

test('a table found around it gives way, one found in its place stays as it is', () => {
  const around: TableLayout = {
    columns: { first: 1, last: 3 },
    header: [1],
    body: { first: 5, last: 11 },
    marked: [],
  };
  const tables = recallTables([entry], next, [around]);
  expect(tables).toHaveLength(2);
  expect(tables.at(-1)).toMatchObject({ header: [5], body: { first: 6, last: 8 } });
  const same = { ...around, header: [5], body: { first: 6, last: 8 } };
  expect(recallTables([entry], next, [same])).toEqual([same]);
});

test('one entry a shape; it survives being written and read, and is forgotten', () => {
  const kept = keepTable(keepTable([], entry), { ...entry, data: 2 });
  expect(kept).toEqual([{ ...entry, data: 2 }]);
  expect(parseTables(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(forgetTable(kept, entry)).toEqual([]);
  expect(parseTables([{ columns, header: [], data: 1 }])).toBeNull();
});

test('nothing is kept of a table without a header', () => {
  expect(keptTable({ ...made, header: [] }, first.rows)).toBeNull();
});
