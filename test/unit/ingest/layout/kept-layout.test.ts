import { expect, test } from 'vitest';
import {
  forgetLayout,
  keepLayout,
  parseLayouts,
  recallLayout,
} from '../../../../src/ingest/layout/kept-layout';
import type { TableLayout } from '../../../../src/model/layout';

const headings = ['村名', '得分'];

const found: TableLayout = {
  columns: { first: 1, last: 2 },
  header: [3],
  body: { first: 4, last: 20 },
  marked: [
    { row: 1, kind: 'title' },
    { row: 20, kind: 'total', by: 'word' },
  ],
};

/** The user made a header of three rows with a row of units. */
const corrected: TableLayout = {
  columns: { first: 1, last: 3 },
  header: [2, 3, 4],
  body: { first: 6, last: 20 },
  marked: [
    { row: 1, kind: 'title' },
    { row: 5, kind: 'unit' },
    { row: 9, kind: 'note' },
  ],
};

test('the next file of the shape is laid out the same, wherever its header stands, with its own end', () => {
  const kept = keepLayout([], headings, found, corrected);
  const lower: TableLayout = {
    columns: { first: 1, last: 2 },
    header: [5],
    body: { first: 6, last: 40 },
    marked: [
      { row: 1, kind: 'title' },
      { row: 7, kind: 'group', text: '云岭镇' },
      { row: 40, kind: 'total', by: 'word' },
    ],
  };
  expect(recallLayout(kept, headings, lower)).toEqual({
    columns: { first: 1, last: 3 },
    header: [4, 5, 6],
    body: { first: 8, last: 40 },
    marked: [
      { row: 3, kind: 'title' },
      { row: 7, kind: 'unit' },
      { row: 40, kind: 'total', by: 'word' },
    ],
  });
});

test('another shape is left as it was found', () => {
  const kept = keepLayout([], headings, found, corrected);
  expect(recallLayout(kept, ['村名', '分数'], found)).toBeNull();
});

test('a correction takes the place of the one before, and can be forgotten', () => {
  const once = keepLayout([], headings, found, corrected);
  const twice = keepLayout(once, headings, found, { ...corrected, header: [3] });
  expect(twice).toHaveLength(1);
  expect(recallLayout(twice, headings, found)?.header).toEqual([3]);
  expect(forgetLayout(twice, headings)).toEqual([]);
});

test('what the browser kept is read back, and anything else refused', () => {
  const kept = keepLayout([], headings, found, corrected);
  expect(parseLayouts(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(parseLayouts([{ ...kept[0], rows: 3 }])).toBeNull();
  expect(parseLayouts('layouts')).toBeNull();
});
