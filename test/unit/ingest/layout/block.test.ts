import { expect, test } from 'vitest';
import { giveWay, tableOfBlock } from '../../../../src/ingest/layout/block';
import type { SheetCells, TableLayout } from '../../../../src/model/layout';

type Cells = readonly (string | null)[];

function sheetOf(rows: readonly Cells[]): SheetCells {
  const filled = rows.map((cells, index) => ({ row: index + 1, cells }));
  const width = Math.max(...rows.map(({ length }) => length));
  return { rows: filled, width, merged: [], hidden: [], omitted: [] };
}

const sheet = sheetOf([
  ['说明', null, null, '村名', '得分'],
  ['一', null, null, '甲村', '90'],
  ['二', null, null, '乙村', '80'],
  ['三', null, null, '合计', '170'],
]);
const block = { rows: { first: 1, last: 4 }, columns: { first: 4, last: 5 } };

test('a block is read as a sheet of its own: header, data and totals, in its columns alone', () => {
  expect(tableOfBlock(sheet, block)).toMatchObject({
    columns: { first: 4, last: 5 },
    header: [1],
    body: { first: 2, last: 4 },
    marked: [{ row: 4, kind: 'total' }],
  });
});

test('what looks like several tables is one, the further headers written again', () => {
  const rows = [
    ['村名', '得分'],
    ['甲村', '90'],
    ['乙村', '80'],
    ['村名', '得分'],
    ['丙村', '70'],
    ['丁村', '60'],
  ];
  const whole = { rows: { first: 1, last: 6 }, columns: { first: 1, last: 2 } };
  expect(tableOfBlock(sheetOf(rows), whole)).toMatchObject({
    header: [1],
    body: { first: 2, last: 6 },
    marked: [{ row: 4, kind: 'header' }],
  });
});

const table: TableLayout = {
  columns: { first: 1, last: 4 },
  header: [1],
  body: { first: 2, last: 9 },
  marked: [{ row: 9, kind: 'total', by: 'word' }],
};
const filled = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const columns = { first: 1, last: 4 };

test.each([
  ['elsewhere, all of it', { rows: { first: 11, last: 14 }, columns }, table],
  ['all over it, nothing', { rows: { first: 1, last: 9 }, columns }, null],
  [
    'over its last columns, the first ones',
    { rows: { first: 1, last: 9 }, columns: { first: 3, last: 4 } },
    { ...table, columns: { first: 1, last: 2 } },
  ],
  [
    'in its midst, the rows above; those below are notes, none is gone',
    { rows: { first: 5, last: 7 }, columns },
    {
      ...table,
      body: { first: 2, last: 4 },
      marked: [
        { row: 8, kind: 'note' },
        { row: 9, kind: 'total', by: 'word' },
      ],
    },
  ],
  [
    'over its header, the rows below without one',
    { rows: { first: 1, last: 3 }, columns },
    { ...table, header: [], body: { first: 4, last: 9 } },
  ],
])('what is left of a table where a block is taken: %s', (_, taken, left) => {
  expect(giveWay(table, taken, filled)).toEqual(left);
});
