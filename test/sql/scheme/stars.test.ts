import { beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';
import { lines, plainScore, score, set } from './scored';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

/** Rank and stars of villages with these scores in one track, in the order given. */
async function outcome(
  figures: readonly number[],
  stars: object,
  ties = 'competition',
): Promise<string[]> {
  const given = figures.map(
    (figure, index) => `一类,村${String(index).padStart(2, '0')},2023Q1,${figure}`,
  );
  await score(engine, '得分', given, (document) => {
    plainScore(document);
    set(document.stars, stars);
    set(document.rank, { ties });
  });
  return lines(await engine.rows('SELECT rank, stars FROM score.period_stars ORDER BY subject_id'));
}

test('equal scores share a rank; the next counts them or not, as the document says', async () => {
  const none = { rules: [{ stars: 1, atLeast: 1000 }] };
  expect(await outcome([90, 80, 80, 70], none)).toEqual(['1 0', '2 0', '2 0', '4 0']);
  expect(await outcome([90, 80, 80, 70], none, 'dense')).toEqual(['1 0', '2 0', '2 0', '3 0']);
});

test('ranks never cross a track or a period', async () => {
  await score(
    engine,
    '得分',
    ['一类,甲,2023Q1,90', '二类,乙,2023Q1,80', '一类,丙,2023Q1,70', '一类,甲,2023Q2,60'],
    plainScore,
  );
  const ranks = await engine.rows(
    'SELECT subject_id, period, rank, rated FROM report.star_board WHERE rank IS NOT NULL ORDER BY period, subject_id',
  );
  expect(lines(ranks)).toEqual([
    '丙 2023Q1 2 2',
    '乙 2023Q1 1 1',
    '甲 2023Q1 1 2',
    '甲 2023Q2 1 1',
  ]);
});

test('a score on the cut point is in', async () => {
  const rules = [
    { stars: 3, atLeast: 90 },
    { stars: 2, atLeast: 80 },
  ];
  expect(await outcome([90, 89.99, 80, 79.99], { rules })).toEqual(['1 3', '2 2', '3 2', '4 0']);
});

test('a cut point holds for a score that decimal rounding brings onto it', async () => {
  await score(engine, '工作,评价', ['一类,甲,2023Q1,89.995,89.995'], ({ stars }) =>
    set(stars, { rules: [{ stars: 3, atLeast: 90 }] }),
  );
  expect(lines(await engine.rows('SELECT stars, rule FROM score.period_stars'))).toEqual(['3 1']);
});

const top = (share: number, round: string) => ({ rules: [{ stars: 3, top: { share, round } }] });
const starred = (found: readonly string[]) => found.filter((line) => line.endsWith(' 3')).length;

test.each([
  ['down', 0.3, 1],
  ['half-up', 0.3, 2],
  ['up', 0.3, 2],
  ['half-up', 0.25, 1],
  ['up', 0.25, 2],
  ['down', 0.6, 3],
  ['up', 0.6, 3],
])('with places rounded %s, a share of %d of five villages is %i', async (round, share, places) => {
  expect(starred(await outcome([95, 94, 93, 92, 91], top(share, round)))).toBe(places);
});

test('a share that no binary fraction holds is counted exactly', async () => {
  // 0.07 × 100 is 7.000000000000001 and 0.29 × 100 is 28.999999999999996 in binary
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index / 2);
  expect(starred(await outcome(hundred, top(0.07, 'up')))).toBe(7);
  expect(starred(await outcome(hundred, top(0.29, 'down')))).toBe(29);
});

test('of villages tied across the last place none is in, or all are', async () => {
  const scores = [95, 94, 94, 90];
  expect(starred(await outcome(scores, { ...top(0.5, 'down'), atQuota: 'exclude' }))).toBe(1);
  expect(starred(await outcome(scores, { ...top(0.5, 'down'), atQuota: 'include' }))).toBe(3);
});

test('villages tied within the places are all in', async () => {
  const scores = [95, 94, 94, 90];
  expect(starred(await outcome(scores, { ...top(0.75, 'down'), atQuota: 'exclude' }))).toBe(3);
});

test('dense ranks do not stretch a quota', async () => {
  expect(starred(await outcome([95, 95, 94, 93], top(0.5, 'down'), 'dense'))).toBe(2);
});

test('cut point and quota hold together; who misses the quota falls to the next rule', async () => {
  const rules = [
    { stars: 3, atLeast: 90, top: { share: 0.5, round: 'down' } },
    { stars: 2, atLeast: 80 },
  ];
  expect(await outcome([95, 93, 92, 79], { rules })).toEqual(['1 3', '2 3', '3 2', '4 0']);
  expect(await outcome([89, 85, 70, 60], { rules })).toEqual(['1 2', '2 2', '3 0', '4 0']);
});

test('the unrated take no place of a quota', async () => {
  const given = [
    '一类,甲,2023Q1,95',
    '一类,乙,2023Q1,94',
    '一类,丙,2023Q1,缺考',
    '一类,丁,2023Q1,缺考',
  ];
  await score(engine, '得分', [...given, '一类,戊,2023Q1,90'], (document) => {
    plainScore(document);
    set(document.stars, top(0.5, 'down'));
  });
  const places = await engine.rows(
    `SELECT name, value FROM score.calibration WHERE clause = 'stars.rules[0].top'`,
  );
  expect(lines(places)).toEqual(['places 1']);
});
