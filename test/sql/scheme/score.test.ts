import { beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';
import { lines, score, set } from './scored';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

const scores = async () =>
  lines(await engine.rows('SELECT subject_id, score FROM score.period_score ORDER BY subject_id'));

test('a score is the weighted sum of its parts', async () => {
  // 0.6 × 80 + 0.4 × 90 = 84
  await score(engine, '工作,评价', ['一类,甲,2023Q1,80,90', '一类,乙,2023Q1,100,0']);
  expect(await scores()).toEqual(['乙 60', '甲 84']);
});

test('a half is rounded up in decimal, though its binary fraction lies below', async () => {
  // 0.6 × 89.995 + 0.4 × 89.995 = 89.995; 0.6 × 1.005 + 0.4 × 1.005 = 1.005
  await score(engine, '工作,评价', [
    '一类,甲,2023Q1,89.995,89.995',
    '一类,乙,2023Q1,1.005,1.005',
    '一类,丙,2023Q1,89.9949,89.9949',
  ]);
  expect(await scores()).toEqual(['丙 89.99', '乙 1.01', '甲 90']);
});

test('digits beyond are cut off where the document says so', async () => {
  const down = { digits: 2, mode: 'down' };
  await score(
    engine,
    '工作,评价',
    ['一类,甲,2023Q1,26.3968,26.3968', '一类,乙,2023Q1,0.29,0.29'],
    ({ score: part }) => set(part, { steps: [{ round: down }] }),
  );
  expect(await scores()).toEqual(['乙 0.29', '甲 26.39']);
});

test('a cap holds a part within its bounds, and the explanation shows both values', async () => {
  // 0.6 × 100 + 0.4 × 50 = 80; 0.6 × 0 + 0.4 × 50 = 20
  await score(engine, '工作,评价', ['一类,甲,2023Q1,120,50', '一类,乙,2023Q1,-5,50']);
  expect(await scores()).toEqual(['乙 20', '甲 80']);
  const shown = `SELECT measured, value, weight, contribution, text, letter, source_row FROM report.explanation WHERE subject_id = '甲' AND part = 'work'`;
  expect(lines(await engine.rows(shown))).toEqual(['120 100 0.6 60 120 D 2']);
});

test('a subject that lacks a part is unrated, never scored with zero', async () => {
  await score(engine, '工作,评价', [
    '一类,甲,2023Q1,80,缺考',
    '一类,乙,2023Q1,80,0',
    '一类,丙,2023Q1,—,—',
  ]);
  expect(await scores()).toEqual(['丙 ∅', '乙 48', '甲 ∅']);
  const unrated = await engine.rows(
    'SELECT subject_id, missing FROM report.unrated ORDER BY subject_id',
  );
  expect(lines(unrated)).toEqual(['丙 工作、评价', '甲 评价']);
  expect(await engine.rows(`SELECT * FROM score.period_rank WHERE score IS NULL`)).toEqual([]);
});

test('the weight of a missing part is shared among the others where the document says so', async () => {
  const redistribute = ({ score: part }: { score: object }) =>
    set(part, { missing: 'redistribute' });
  await score(
    engine,
    '工作,评价',
    ['一类,甲,2023Q1,80,缺考', '一类,乙,2023Q1,80,90', '一类,丙,2023Q1,—,—'],
    redistribute,
  );
  expect(await scores()).toEqual(['丙 ∅', '乙 84', '甲 80']);
  const weights = await engine.rows(
    `SELECT subject_id, sum(weight) AS whole FROM report.explanation WHERE subject_id <> '丙' GROUP BY ALL ORDER BY ALL`,
  );
  expect(lines(weights)).toEqual(['乙 1', '甲 1']);
});

test('the contributions add up to the score', async () => {
  await score(engine, '工作,评价', ['一类,甲,2023Q1,80.5,90.25', '一类,乙,2023Q1,77,61']);
  const apart = `SELECT s.subject_id FROM score.period_score AS s JOIN score.contribution AS c USING (subject_id, period_id) GROUP BY s.subject_id, s.score HAVING abs(sum(c.contribution) - s.score) > 0.005`;
  expect(await engine.rows(apart)).toEqual([]);
});

test('a subject without a track is not scored', async () => {
  await score(engine, '工作,评价', [',甲,2023Q1,80,90', '一类,乙,2023Q1,80,90']);
  expect(await scores()).toEqual(['乙 84']);
});

test('a period outside the time of a version is marked', async () => {
  const figures = ['2022Q4', '2023Q1', '2023Q4', '2024Q1'].map(
    (period) => `一类,甲,${period},80,90`,
  );
  await score(engine, '工作,评价', figures, ({ valid }) =>
    set(valid, { from: '2023Q1', to: '2023Q4' }),
  );
  const marked = await engine.rows(
    'SELECT period, in_force FROM report.star_board ORDER BY period',
  );
  expect(lines(marked)).toEqual(['2022Q4 false', '2023Q1 true', '2023Q4 true', '2024Q1 false']);
});

test('an absurd figure does not keep the others from being scored', async () => {
  await score(engine, '工作,评价', ['一类,甲,2023Q1,80,1e35', '一类,乙,2023Q1,80,90']);
  expect(await scores()).toContain('乙 84');
});
