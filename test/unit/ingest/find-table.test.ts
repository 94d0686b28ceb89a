import { expect, test } from 'vitest';
import { columnNames, findTable } from '../../../src/ingest/find-table';

test('a title and a unit above the header are passed over', () => {
  const rows = [
    ['2023年第一季度考评结果', null, null],
    [null, ' ', null],
    ['单位:万元', null, null],
    ['序号', '村名', '得分'],
    ['1', '青禾村', '90'],
  ];
  expect(findTable(rows)).toEqual({ header: 3 });
});

test('a table of one column starts at its first filled row', () => {
  expect(findTable([[null], ['村名'], ['青禾村']])).toEqual({ header: 1 });
});

test('nothing but blanks is no table', () => {
  expect(findTable([[null, ' '], ['　', null], []])).toBeNull();
});

test('column names are unique without regard to case, as the engine needs them', () => {
  const names = columnNames(['得分', '得分', 'Name', 'NAME', '得分_2'], ['A', 'B', 'C', 'D', 'E']);
  expect(names).toEqual(['得分', '得分_2', 'Name', 'NAME_2', '得分_2_2']);
});

test('a blank header gives way to the letter of its column', () => {
  expect(columnNames([null, ' ', 'A'], ['A', 'B', 'C'])).toEqual(['A', 'B', 'A_2']);
});

test('no column takes the name under which the row of the sheet is kept', () => {
  expect(columnNames(['Source_Row'], ['A'])).toEqual(['Source_Row_2']);
});
