import { beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';
import { fourQuarters, lines, plainScore, score, set } from './scored';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

type Change = (document: Parameters<typeof plainScore>[0]) => void;

/** Stars are the score: 3 from 90, 2 from 80, 1 from 60. */
const cutPoints = [
  { stars: 3, atLeast: 90 },
  { stars: 2, atLeast: 80 },
  { stars: 1, atLeast: 60 },
];

/** Scores villages over years: `{ 甲: { 2023: [90, 90, 80, 60] } }`, all in one track. */
async function year(
  villages: Record<string, Record<number, (number | null)[]>>,
  change: Change = () => undefined,
) {
  const given = Object.entries(villages).flatMap(([village, years]) =>
    Object.entries(years).flatMap(([number, scores]) =>
      fourQuarters('一类', village, Number(number), scores),
    ),
  );
  await score(engine, '得分', given, (document) => {
    plainScore(document);
    set(document.stars, { rules: cutPoints });
    change(document);
  });
}

const ask = async (columns: string, where = 'TRUE') =>
  lines(
    await engine.rows(
      `SELECT ${columns} FROM report.annual_level WHERE ${where} ORDER BY year, subject_id`,
    ),
  );

test('the stars of the four quarters are added up, the scores averaged', async () => {
  await year({ 甲: { 2023: [90, 85, 80, 60.02] } });
  // 3 + 2 + 2 + 1 = 8; (90 + 85 + 80 + 60.02) / 4 = 78.755, rounded half up
  expect(await ask('periods, stars, score, level')).toEqual(['4 8 78.76 2']);
});

test('who lacks a quarter is unrated in the year, and not on the watch list', async () => {
  await year({ 甲: { 2023: [60, 60, null, 60] }, 乙: { 2023: [50, 60, 60, 50] } });
  expect(await ask('subject_id, periods, stars_so_far, stars, rank, level')).toEqual([
    '乙 4 2 2 1 ∅',
    '甲 3 3 ∅ ∅ ∅',
  ]);
  expect(lines(await engine.rows('SELECT subject_id, stars FROM report.watch_list'))).toEqual([
    '乙 2',
  ]);
});

test('a year of which a quarter is not loaded yet rates nobody', async () => {
  await year({ 甲: { 2023: [90, 90, 90] } });
  expect(await ask('periods, stars_so_far, stars, level')).toEqual(['3 9 ∅ ∅']);
});

test('equal stars are ordered by the score of the year; equal scores share the rank', async () => {
  await year({
    甲: { 2023: [90, 90, 90, 90] },
    乙: { 2023: [99, 99, 99, 99] },
    丙: { 2023: [90, 90, 90, 90] },
    丁: { 2023: [80, 80, 80, 80] },
  });
  expect(await ask('subject_id, stars, rank')).toEqual(['丁 8 4', '丙 12 2', '乙 12 1', '甲 12 2']);
});

test('where stars alone rank, the score does not', async () => {
  await year({ 甲: { 2023: [90, 90, 90, 90] }, 乙: { 2023: [99, 99, 99, 99] } }, (document) =>
    set(document.year.rank, { by: ['stars'] }),
  );
  expect(await ask('subject_id, rank')).toEqual(['乙 1', '甲 1']);
});

const quota = (document: Parameters<Change>[0]) =>
  set(document.year, {
    levels: [
      { level: 3, atLeast: 10, top: { share: 0.34, round: 'down' } },
      { level: 2, atLeast: 8 },
    ],
  });

test('a level takes its stars and its quota; the distance counts the stars that lack', async () => {
  await year(
    {
      甲: { 2023: [90, 90, 90, 90] },
      乙: { 2023: [90, 90, 90, 80] },
      丙: { 2023: [80, 80, 80, 60] },
    },
    quota,
  );
  // one place of three: 甲 has it with 12 stars, so 12 is the line; 乙 has 11, 丙 7 of 8
  expect(await ask('subject_id, stars, level, next_level, distance')).toEqual([
    '丙 7 ∅ 2 1',
    '乙 11 2 3 1',
    '甲 12 3 ∅ ∅',
  ]);
});

test('the distance to a full quota is none where the stars are enough', async () => {
  await year(
    {
      甲: { 2023: [95, 95, 95, 95] },
      乙: { 2023: [90, 90, 90, 90] },
      丙: { 2023: [60, 60, 60, 60] },
    },
    quota,
  );
  expect(await ask('subject_id, level, next_level, distance', `subject_id = '乙'`)).toEqual([
    '乙 2 3 0',
  ]);
});

test('level and rank are compared with the year before', async () => {
  await year({
    甲: { 2022: [60, 60, 60, 60], 2023: [90, 90, 90, 90] },
    乙: { 2022: [90, 90, 90, 90], 2023: [80, 80, 80, 80] },
  });
  expect(await ask('subject_id, level, previous_level, rank_change', 'year = 2023')).toEqual([
    '乙 2 3 -1',
    '甲 3 ∅ 1',
  ]);
});

test('a streak is broken by a year below the level and by a year without result', async () => {
  const best = [90, 90, 90, 90];
  await year({
    甲: { 2021: best, 2022: best, 2023: best },
    乙: { 2021: best, 2022: [60, 60, 60, 60], 2023: best },
    丙: { 2021: best, 2022: [90, 90, 90, null], 2023: best },
    丁: { 2021: best, 2023: best },
  });
  const streaks = await engine.rows(
    'SELECT subject_id, year, years FROM report.streak ORDER BY year',
  );
  expect(lines(streaks)).toEqual(['甲 2022 2', '甲 2023 3']);
});

test('a year outside the time of a version is marked as a whole', async () => {
  await year({ 甲: { 2023: [90, 90, 90, 90] } }, ({ valid }) => set(valid, { from: '2023Q2' }));
  expect(await ask('in_force')).toEqual(['false']);
});

test('the headline counts levels, watch list and five-star quarters by year', async () => {
  await year({
    甲: { 2022: [60, 60, 60, 60], 2023: [90, 90, 90, 90] },
    乙: { 2022: [50, 50, 50, 50], 2023: [80, 80, 80, null] },
  });
  const figures = await engine.rows(
    `SELECT period, figure_id, value FROM report.headline WHERE figure_id IN ('rated_count', 'level_3_count', 'watch_list_count', 'subject_count') ORDER BY ALL`,
  );
  expect(lines(figures)).toEqual([
    '2022 level_3_count 0',
    '2022 rated_count 2',
    '2022 subject_count 2',
    '2022 watch_list_count 1',
    '2023 level_3_count 1',
    '2023 rated_count 1',
    '2023 subject_count 2',
    '2023 watch_list_count 0',
  ]);
});
