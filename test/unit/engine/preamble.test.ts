import { expect, test } from 'vitest';
import type { MarkedRow, MergedCells, TableLayout } from '../../../src/model/layout';
import { preamble } from '../../../workers/preamble';

/** The preambles of two tables in columns A, B and D, E of a sheet, whose marked rows are these. */
function ofBoth(
  rows: readonly (readonly [kind: MarkedRow['kind'], ...cells: (string | null)[]])[],
  merged: readonly MergedCells[] = [],
): string[][] {
  const sheet = {
    rows: rows.map(([, ...cells], index) => ({ row: index + 1, cells })),
    width: 5,
    merged,
    hidden: [],
    omitted: [],
  };
  const layout = (first: number): TableLayout => ({
    columns: { first, last: first + 1 },
    header: [rows.length + 1],
    body: { first: rows.length + 2, last: rows.length + 2 },
    marked: rows.map(([kind], index) => ({ row: index + 1, kind })),
  });
  return [preamble(sheet, layout(1)), preamble(sheet, layout(4))];
}

const over = (row: number, first: number, last: number): MergedCells => ({
  rows: { first: row, last: row },
  columns: { first, last },
});

test('a title that is merged over both tables is of both, one over the first of it alone', () => {
  const title = ['title', '2023年一季度', null, null, null, null] as const;
  expect(ofBoth([title], [over(1, 1, 5)])).toEqual([['2023年一季度'], ['2023年一季度']]);
  expect(ofBoth([title], [over(1, 1, 2)])).toEqual([['2023年一季度'], []]);
});

test('where nothing is merged, a title alone in its row is of both', () => {
  expect(ofBoth([['title', null, null, '2023年一季度', null, null]])).toEqual([
    ['2023年一季度'],
    ['2023年一季度'],
  ]);
});

test('each table has its own title and unit where both have one, in whichever rows', () => {
  expect(
    ofBoth([
      ['title', '云岭镇', null, null, '荷田镇', null],
      ['unit', null, '单位:元', null, null, '单位:万元'],
    ]),
  ).toEqual([
    ['云岭镇', '单位:元'],
    ['荷田镇', '单位:万元'],
  ]);
  expect(
    ofBoth([
      ['title', '云岭镇', null, null, null, null],
      ['title', null, null, null, '荷田镇', null],
    ]),
  ).toEqual([['云岭镇'], ['荷田镇']]);
});

test('notes and totals are no part of it', () => {
  expect(ofBoth([['note', '注:略', null, null, null, null]])).toEqual([[], []]);
});
