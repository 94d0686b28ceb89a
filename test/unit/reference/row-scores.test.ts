import { expect, test } from 'vitest';
import { rowKinds } from '../../reference/row-kinds';
import { classScore, exactShare } from '../../reference/row-scores';
import { sheetOf } from '../../reference/sheet-of';

const files = [
  { file: 'a', expected: ['header', 'data', 'data'], found: ['header', 'data', 'derived'] },
  { file: 'b', expected: ['header', 'data', 'notes'], found: ['data', 'data', 'notes'] },
  { file: 'c', expected: ['data', 'empty'], found: ['data', 'empty'] },
];

test('precision and recall count rows over all files', () => {
  expect(classScore(files, 'data')).toEqual({
    precision: 0.75,
    recall: 0.75,
    f1: 0.75,
    support: 4,
  });
});

test('a file is exact where all rows of the class are told, and no others', () => {
  expect(exactShare(files, 'data')).toBeCloseTo(1 / 3);
});

test('rows are named as the annotations do: units under a header are header, what no table has is metadata', () => {
  const sheet = sheetOf([
    ['name', 'income'],
    ['', 'kg'],
    ['a', '1'],
    [' ', ''],
    ['sum', '1'],
    ['x', ''],
  ]);
  const table = {
    columns: { first: 1, last: 2 },
    header: [1],
    body: { first: 3, last: 5 },
    marked: [
      { row: 2, kind: 'unit' as const },
      { row: 5, kind: 'total' as const, by: 'word' as const },
    ],
  };
  expect(rowKinds(sheet, [table], 6)).toEqual([
    'header',
    'header',
    'data',
    'empty',
    'derived',
    'metadata',
  ]);
});
