import { expect, test } from 'vitest';
import type { SeriesBreak } from '../../../src/model/crosswalk';
import type { TrendCourse, TrendResult } from '../../../src/state/trends.svelte';
import { zhCN } from '../../../src/i18n/zh-CN';
import { breaksOf, movesOf, runsAtTop, spansOf } from '../../../src/ui/parts/trends/trend-words';

/** A course in which each subject has these ranks from 2023Q1 on. */
function courseOf(ranks: Record<string, readonly (number | null)[]>): TrendCourse {
  const axis = ['2023Q1', '2023Q2', '2023Q3'];
  const results = Object.entries(ranks).map(([subject, list]) => {
    const own = list.map((rank, index): TrendResult => {
      const point = axis[index] ?? '';
      return { subject, point, rank, score: null, stars: null, level: null };
    });
    return [subject, own] as const;
  });
  return {
    ...{ grain: 'period', ruling: 'applied', tracks: [], track: '一类', axis, points: axis },
    ...{ rescored: [], turns: [], isPicked: false, bands: { score: [], rank: [] } },
    ...{ results: new Map(results), from: '2023Q1', to: '2023Q3' },
  };
}

test('points that follow one another are told as a span, and no gap is bridged', () => {
  const all = ['2022Q3', '2022Q4', '2023Q1', '2023Q2', '2023Q3', '2023Q4'];
  const told = (...points: string[]) => spansOf(zhCN, points, all);
  expect(told('2022Q3', '2022Q4', '2023Q1')).toBe('2022年第三季度至2023年第一季度');
  expect(told('2022Q4', '2023Q1', '2023Q2', '2023Q4')).toBe(
    '2022年第四季度至2023年第二季度、2023年第四季度',
  );
  expect(told('2023Q1', '2023Q2')).toBe('2023年第一季度、2023年第二季度');
});

test('who moved: those who rose most first, nobody without a rank at an end', () => {
  const moves = movesOf(courseOf({ 甲: [5, 4, 1], 乙: [1, 2, 3], 丙: [null, 1, 2] }));
  expect(moves.map(({ subject, gained }) => [subject, gained])).toEqual([
    ['甲', 4],
    ['乙', -2],
  ]);
});

test('a gap ends a run among the first places', () => {
  const course = courseOf({ 甲: [1, 2, 3], 乙: [1, null, 1], 丙: [9, 1, 1] });
  expect(runsAtTop(course, 3)).toEqual([
    { subject: '甲', points: 3 },
    { subject: '丙', points: 2 },
  ]);
});

test('a break is at the first point after it; where the time is not known there is none to mark', () => {
  const at = (period: string | null): SeriesBreak[] => [
    { subject: '甲', period, kind: 'split', confirmed: true },
  ];
  const axis = ['2022Q4', '2023Q1', '2023Q2'];
  expect(breaksOf('甲', axis, at('2023Q1'))).toEqual([1]);
  expect(breaksOf('甲', axis, at('2023'))).toEqual([1]);
  expect(breaksOf('甲', axis, at(null))).toEqual([]);
  expect(breaksOf('乙', axis, at('2023Q1'))).toEqual([]);
  expect(breaksOf('甲', axis, at('2022Q4'))).toEqual([]);
});
