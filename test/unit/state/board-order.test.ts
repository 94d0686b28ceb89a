import { expect, test } from 'vitest';
import type { BoardLine, BoardYear } from '../../../src/state/board.svelte';
import {
  arranged,
  nextSort,
  readSort,
  writeSort,
  type Grouping,
} from '../../../src/state/board-order';

const line = (subject: string, values: Partial<BoardLine>): BoardLine => ({
  subject,
  name: subject,
  town: '青石街道',
  track: '一类',
  periods: 1,
  starsSoFar: null,
  stars: null,
  score: null,
  rank: null,
  rated: 3,
  level: null,
  rankChange: null,
  nextLevel: null,
  distance: null,
  inForce: true,
  ...values,
});

const lines = [
  line('甲', { stars: 19, rank: 1, level: 5 }),
  line('乙', { stars: 8, rank: 2, nextLevel: 3, distance: 4, town: '荷田镇' }),
  line('丙', { stars: null, town: '荷田镇' }),
  line('丁', { stars: 12, rank: 1, level: 3, nextLevel: 4, distance: 0, track: '二类' }),
];
const won = (subject: string, stars: number) =>
  [subject, [{ subject, period: '2023Q1', stars, score: 0 }]] as const;
const data = {
  results: new Map([won('甲', 5), won('乙', 2), won('丁', 3)]),
} as unknown as BoardYear;

const order = (sort: string | null, grouping: Grouping = 'none', levels = true) =>
  arranged({ levels }, data, lines, grouping, readSort(sort)).map((group) => [
    group.label,
    group.lines.map(({ subject }) => subject).join(''),
  ]);

test('without a sort the order stays, under headings in the order that readers count', () => {
  expect(order(null)).toEqual([[null, '甲乙丙丁']]);
  expect(order(null, 'track')).toEqual([
    ['一类', '甲乙丙'],
    ['二类', '丁'],
  ]);
  expect(order(null, 'town').map(([label]) => label)).toEqual(['荷田镇', '青石街道']);
});

test.each([
  ['year.desc', '甲丁乙丙'],
  ['year.asc', '乙丁甲丙'],
  ['distance.asc', '甲丁乙丙'],
  ['level.desc', '甲丁乙丙'],
  ['2023Q1.asc', '乙丁甲丙'],
  ['name.asc', '丙丁甲乙'],
])('sorted by %s what is lacking stands last: %s', (sort, expected) => {
  expect(order(sort)).toEqual([[null, expected]]);
});

test('the head of a column leads to its natural order, the other way, and back', () => {
  const first = nextSort(null, 'year');
  expect(first).toEqual({ column: 'year', descending: true });
  const second = nextSort(first, 'year');
  expect(second).toEqual({ column: 'year', descending: false });
  expect(nextSort(second, 'year')).toBeNull();
  expect(nextSort(second, 'rank')).toEqual({ column: 'rank', descending: false });
  expect(second && readSort(writeSort(second))).toEqual(second);
  expect(readSort('year')).toBeNull();
});
