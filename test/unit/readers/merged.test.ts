import { expect, test } from 'vitest';
import { fillDown } from '../../../workers/readers/merged';

type Cell = string | number | null;

/** What column `at` holds once the rows from `first` to `last` of it, merged, are filled down; all counted from 0. */
function filled(rows: Cell[][], at: number, first: number, last: number): Cell[] {
  const cells = rows.map((row) =>
    row.map((v) => (v === null ? undefined : { t: typeof v === 'number' ? 'n' : 's', v })),
  );
  fillDown(cells, [{ s: { r: first, c: at }, e: { r: last, c: at } }]);
  return cells.map((row) => row[at]?.v ?? null);
}

const list = (...last: Cell[]) => [
  ['村名', '得分', '牵头单位'],
  ['青禾村', 91, last[0] ?? null],
  ['柳塘村', 85, last[1] ?? null],
];

test('a text behind the last column of figures holds for all of its rows', () => {
  expect(filled(list('农业站'), 2, 1, 2)).toEqual(['牵头单位', '农业站', '农业站']);
});

test('a text before other columns does so too', () => {
  const rows = [
    ['片区', '村名', '得分'],
    ['东片', '青禾村', 91],
    [null, '柳塘村', 85],
  ];
  expect(filled(rows, 0, 1, 2)).toEqual(['片区', '东片', '东片']);
});

test.each([30, '30', '1,200', '30%', '3.5万元', '约50万元', '30余', '20万元以上'])(
  'the number %j over a block belongs to none of its rows',
  (number) => {
    expect(filled(list(number), 2, 1, 2)).toEqual(['牵头单位', number, null]);
  },
);

test('a cell of the header is no text of rows', () => {
  const rows = [
    ['村名', '得分', '牵头单位'],
    [null, '上半年', null],
    ['青禾村', 91, '农业站'],
  ];
  expect(filled(rows, 2, 0, 1)).toEqual(['牵头单位', null, '农业站']);
});

test('a header under a line of title and unit is none either', () => {
  const rows = [
    ['考核结果', '单位:分', null],
    ['村名', '2023年', '牵头单位'],
    ['名称', '上半年', null],
    ['青禾村', 91, '农业站'],
  ];
  expect(filled(rows, 2, 1, 2)).toEqual([null, '牵头单位', null, '农业站']);
});

test('an explanation beside a whole table is not copied to its rows', () => {
  const rows = [
    ['村名', '得分', '红星按季度评定'],
    ...['甲村', '乙村', '丙村', '丁村', '戊村'].map((name, index) => [name, 90 - index, null]),
  ];
  expect(filled(rows, 2, 0, 5)).toEqual(['红星按季度评定', null, null, null, null, null]);
});

test('a text with nothing beside it stays alone', () => {
  const rows = [
    ['村名', '得分', '牵头单位'],
    ['青禾村', 91, '农业站'],
    [null, null, null],
    [null, null, null],
  ];
  expect(filled(rows, 2, 1, 3)).toEqual(['牵头单位', '农业站', null, null]);
});
