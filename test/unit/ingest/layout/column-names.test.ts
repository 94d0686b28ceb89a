import { expect, test } from 'vitest';
import { columnNames } from '../../../../src/ingest/layout/column-names';

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
