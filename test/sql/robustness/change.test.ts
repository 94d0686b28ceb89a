import { beforeAll, describe, expect, test } from 'vitest';
import { numberOf } from '../../../src/model/row';
import { changeTrials, versionTrials } from '../../../src/robustness';
import { compileScheme } from '../../../src/scheme/compile';
import { smallScheme } from '../../unit/scheme/document';
import { lines, plainScore, score, set } from '../scheme/scored';
import { TestEngine } from '../test-engine';
import { applyViews } from './applied';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

const ask = async (question: string) => lines(await engine.rows(question));

/** One part, on a scale from 0 to the bound by the lowest and highest figure of the period. */
const scaled = (version: string, bound: number) =>
  smallScheme((document) => {
    plainScore(document);
    document.score.parts.forEach((part) => set(part, { steps: [{ minmax: [0, bound] }] }));
    document.version = version;
  });

describe('one part that is scaled by all', () => {
  beforeAll(async () => {
    await score(engine, '得分', [
      ...['一类,甲,2023Q1,0', '一类,乙,2023Q1,50', '一类,丙,2023Q1,100'],
      ...['一类,甲,2023Q2,80', '一类,乙,2023Q2,50', '一类,丙,2023Q2,200', '一类,丁,2023Q2,60'],
    ]);
    await applyViews(engine);
    await engine.tryOut(
      changeTrials(
        { period: '2023Q1', scheme: scaled('1.0', 100) },
        { period: '2023Q2', scheme: scaled('2.0', 50) },
        ['甲', '乙', '丙', '丁'],
      ),
    );
  });

  test('own figures, those of the others, and the version', async () => {
    // 甲 with 80 beside the old 50 and 100: 60. All new: 30 of 150, 20. On a scale to 50: 10
    expect(
      await ask(
        `SELECT subject_id, before, performance, peers, scheme, after FROM report.score_change WHERE part = 'total' ORDER BY subject_id`,
      ),
    ).toEqual(['丙 100 0 0 -50 50', '乙 50 0 -50 0 0', '甲 0 60 -40 -10 10']);
  });

  test('ranks in the same way, as places gained', async () => {
    expect(await ask('SELECT * FROM report.rank_change ORDER BY before')).toEqual([
      '丙 1 0 0 0 1',
      // 甲 and 丁 overtake it
      '乙 2 0 -2 0 4',
      '甲 3 1 0 0 2',
    ]);
  });
});

/** Any figures from 0 to 100, the same every time. */
function figure(index: number): number {
  return Math.round((Math.abs(Math.sin(index * 12.9898) * 43758.5453) % 1) * 1000) / 10;
}

describe('several parts in two tracks, with ranks among their steps', () => {
  const villages = Array.from({ length: 12 }, (_, index) => `村${index}`);
  const trackOf = (index: number) => (index % 2 === 0 ? '一类' : '二类');
  const cells = (index: number, quarter: number) =>
    `${figure(index * 7 + quarter)},${figure(index * 13 + quarter + 5)}`;
  const line = (index: number, quarter: number, from = quarter) =>
    `${trackOf(index)},${villages[index] ?? ''},2023Q${quarter},${cells(index, from)}`;
  const before = smallScheme(({ score: part }) => {
    set(part.parts[0] ?? {}, { steps: [{ percentile: 'midpoint', over: 'track' }] });
    set(part.parts[1] ?? {}, { steps: [{ z: 'sample', onto: { mean: 50, deviation: 20 } }] });
  });
  const after = smallScheme((document) => {
    document.version = '2.0';
    document.score.parts.forEach((part, index) => set(part, { weight: [0.3, 0.7][index] }));
    set(document.score.parts[1] ?? {}, { id: 'other' });
  });

  beforeAll(async () => {
    const both = villages.flatMap((_, index) => [line(index, 1), line(index, 2)]);
    await score(engine, '工作,评价', both);
    await applyViews(engine);
    await engine.tryOut(
      changeTrials(
        { period: '2023Q1', scheme: before },
        { period: '2023Q2', scheme: after },
        villages,
      ),
    );
  });

  test('every change adds up, part by part and as a whole', async () => {
    const rows = await engine.rows('SELECT * FROM report.score_change');
    // work, view, other, rest, total
    expect(rows).toHaveLength(villages.length * 5);
    const value = (row: (typeof rows)[number] | undefined, column: string) =>
      numberOf(row ?? {}, column) ?? NaN;
    for (const row of rows) {
      const sum = ['before', 'performance', 'peers', 'scheme'].map((column) => value(row, column));
      expect(sum.reduce((all, one) => all + one, 0)).toBeCloseTo(value(row, 'after'), 9);
    }
    for (const village of villages) {
      const own = rows.filter((row) => row['subject_id'] === village);
      const total = own.find((row) => row['part'] === 'total');
      for (const column of ['before', 'performance', 'peers', 'scheme', 'after']) {
        const parts = own.filter((row) => row['part'] !== 'total');
        const sum = parts.reduce((all, row) => all + value(row, column), 0);
        expect(sum).toBeCloseTo(value(total, column), 9);
      }
    }
  });

  test('ranks too', async () => {
    const rows = await engine.rows(
      'SELECT before - performance - peers - scheme AS sum, after FROM report.rank_change',
    );
    expect(rows).toHaveLength(villages.length);
    for (const { sum, after: rank } of rows) expect(sum).toBe(rank);
  });

  test('performance is what scoring says where only the own figures are new', async () => {
    const found = await ask(
      `SELECT subject_id, score, rank FROM trial.result WHERE what = 'own' ORDER BY subject_id`,
    );
    for (const moved of [0, 5, 11]) {
      await score(
        engine,
        '工作,评价',
        villages.map((_, index) => line(index, 1, index === moved ? 2 : 1)),
      );
      await engine.apply(compileScheme(before));
      const own = await ask(
        `SELECT subject_id, score, rank FROM score.period_rank WHERE subject_id = '${villages[moved] ?? ''}'`,
      );
      expect(found).toContain(own[0]);
    }
  });
});

test('where figures of one period count in another, peers are not told apart', async () => {
  const scheme = smallScheme((document) => {
    plainScore(document);
    document.score.parts.forEach((part) =>
      set(part, { steps: [{ minmax: [0, 100], over: 'all' }] }),
    );
  });
  await score(engine, '得分', [
    '一类,甲,2023Q1,0',
    '一类,乙,2023Q1,10',
    '一类,甲,2023Q2,5',
    '一类,乙,2023Q2,10',
  ]);
  await applyViews(engine);
  await engine.tryOut(
    changeTrials({ period: '2023Q1', scheme }, { period: '2023Q2', scheme }, ['甲', '乙']),
  );
  expect(
    await ask(
      `SELECT subject_id, before, performance, peers, scheme, after FROM report.score_change WHERE part = 'total' ORDER BY subject_id`,
    ),
  ).toEqual(['乙 100 0 ∅ 0 100', '甲 0 50 ∅ 0 50']);
});

test('two versions side by side, subject by subject', async () => {
  await score(engine, '得分', ['一类,甲,2023Q1,0', '一类,乙,2023Q1,50', '一类,丙,2023Q1,100']);
  await applyViews(engine);
  const turned = smallScheme((document) => {
    plainScore(document);
    document.version = '2.0';
    document.score.parts.forEach((part) => set(part, { steps: [{ times: -1 }, { plus: 100 }] }));
  });
  await engine.tryOut(versionTrials([scaled('1.0', 100), turned]));
  expect(
    await ask(
      'SELECT subject_id, first, second, first_score, second_score, score_change, rank_change, first_stars, second_stars FROM report.version_comparison',
    ),
  ).toEqual([
    '丙 small@1.0 small@2.0 100 0 -100 -2 3 0',
    '乙 small@1.0 small@2.0 50 50 0 0 0 0',
    '甲 small@1.0 small@2.0 0 100 100 2 0 3',
  ]);
});

test('a year is scored again under the rules of another', async () => {
  // 12 stars of four quarters at three each are the highest level; where 100 are asked for, none has any
  await score(
    engine,
    '得分',
    [1, 2, 3, 4].flatMap((quarter) => [`一类,甲,2023Q${quarter},95`, `一类,乙,2023Q${quarter},60`]),
  );
  await applyViews(engine);
  const strict = smallScheme((document) => {
    plainScore(document);
    document.version = '2.0';
    set(document.year, { levels: [{ level: 3, atLeast: 100 }] });
  });
  await engine.tryOut(versionTrials([smallScheme(plainScore), strict]));
  expect(
    await ask(
      'SELECT subject_id, year, first, second, first_stars, second_stars, rank_change, first_level, second_level FROM report.version_years',
    ),
  ).toEqual(['甲 2023 small@1.0 small@2.0 12 12 0 3 ∅', '乙 2023 small@1.0 small@2.0 4 4 0 ∅ ∅']);
});
