import { expect, test } from 'vitest';
import { readGrid } from '../../../../src/ingest/layout/grid';
import { digitsWorded, digitsWordless, findSums } from '../../../../src/ingest/layout/sums';
import { sheet } from './sheet';

/** The rows, from 0, that are sums when all of them may be, and the last one says so in words or doesn't. */
function sums(drawn: string, digitsOfLast = digitsWordless): number[] {
  const cells = sheet(drawn);
  const columns = { first: 1, last: cells.width };
  const grid = readGrid(cells, columns, { first: 1, last: cells.rows.length });
  const candidates = new Map(grid.rows.map((_, index) => [index, digitsWordless]));
  candidates.set(grid.rows.length - 1, digitsOfLast);
  return [...findSums(grid, candidates, new Set())].sort((a, b) => a - b);
}

test('the sum of subtotals counts neither their parts nor itself twice', () => {
  expect(
    sums('1203|4410\n2110|5170\n3313|9580\n1500|3300\n1710|4400\n3210|7700\n6523|17280'),
  ).toEqual([2, 5, 6]);
});

test('figures that were rounded before they were summed may miss by the last place', () => {
  expect(sums('1200.14|310.24\n2100.14|410.24\n3300.3|720.5')).toEqual([2]);
});

test('small numbers that happen to add up are no sum', () => {
  expect(sums('a|1\nb|2\nc|3\nd|2\ne|5')).toEqual([]);
});

test('small numbers will do for a row whose words say that it is a total', () => {
  expect(sums('10\n20\n30', digitsWorded)).toEqual([2]);
});

test('a row that is equal to one other row, with zeros between, is no sum', () => {
  expect(sums('52310.5|8710\n0|0\n52310.5|8710')).toEqual([]);
});

test('a sum in one column of three is none', () => {
  expect(sums('12030|11|9\n21100|15|7\n33130|13|8')).toEqual([]);
});
