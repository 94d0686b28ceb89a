import { beforeAll, expect, test } from 'vitest';
import { compileScheme } from '../../../src/scheme/compile';
import { reportViews } from '../../../src/views';
import { smallScheme } from '../../unit/scheme/document';
import { TestEngine } from '../test-engine';
import { fourQuarters, lines, plainScore, score, set } from './scored';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

/** Rewards of 甲 (12 stars, level 3), 乙 (8 stars, level 2) and 丙 (4 stars, no level). */
async function rewards(change: object): Promise<string[]> {
  const given = { 甲: 90, 乙: 80, 丙: 60 };
  const quarters = Object.entries(given).flatMap(([village, figure]) =>
    fourQuarters('一类', village, 2023, [figure, figure, figure, figure]),
  );
  await score(engine, '得分', quarters, (document) => {
    plainScore(document);
    set(document.stars, {
      rules: [
        { stars: 3, atLeast: 90 },
        { stars: 2, atLeast: 80 },
        { stars: 1, atLeast: 60 },
      ],
    });
    set(document.rewards, change);
  });
  return lines(
    await engine.rows(
      'SELECT subject_id, star_reward, level_reward, amount FROM report.reward ORDER BY star_reward DESC',
    ),
  );
}

test('stars and levels are paid as earned', async () => {
  expect(await rewards({ pool: 10 })).toEqual(['甲 120 100 220', '乙 80 0 80', '丙 40 0 40']);
});

test('a pool that is large enough changes nothing', async () => {
  expect(await rewards({ pool: 340, overPool: 'pro-rata' })).toEqual([
    '甲 120 100 220',
    '乙 80 0 80',
    '丙 40 0 40',
  ]);
});

test('a pool that is too small shrinks every amount alike; fractions are cut off', async () => {
  // 340 earned, 100 in the pool: 64.70…, 23.52…, 11.76…
  expect(await rewards({ pool: 100, overPool: 'pro-rata' })).toEqual([
    '甲 120 100 64',
    '乙 80 0 23',
    '丙 40 0 11',
  ]);
});

test('an amount that comes out whole is not cut below it', async () => {
  // 102 of 340 is 30 %: 66, 24 and 12
  expect(await rewards({ pool: 102, overPool: 'pro-rata' })).toEqual([
    '甲 120 100 66',
    '乙 80 0 24',
    '丙 40 0 12',
  ]);
});

test('a scheme may pay nothing for levels', async () => {
  expect(await rewards({ perLevel: [] })).toEqual(['甲 120 0 120', '乙 80 0 80', '丙 40 0 40']);
});

test('an empty pool pays nothing', async () => {
  expect(await rewards({ pool: 0, overPool: 'pro-rata' })).toEqual([
    '甲 120 100 0',
    '乙 80 0 0',
    '丙 40 0 0',
  ]);
});

/** Reporting, subjects, denominator, total and mean of the operating income of 甲, 乙 and 丙. */
async function economy(denominator: string): Promise<string[]> {
  await engine.clear();
  await engine.load('名册.csv', '村名,类别\n甲,一类\n乙,一类\n丙,一类\n');
  await engine.load(
    '2023年.csv',
    '村名,经营性收入(万元),分红(元)\n甲,26.405,15000\n乙,26.404,\n丙,缺,\n',
  );
  await engine.arrange();
  const scheme = smallScheme((document) => set(document.economy, { denominator }));
  await engine.apply([...compileScheme(scheme), ...reportViews]);
  return lines(
    await engine.rows(
      'SELECT measure, reporting, subjects, denominator, total_wan, mean_wan FROM report.collective_economy ORDER BY measure',
    ),
  );
}

test('a mean over the villages that report', async () => {
  // 52.809 / 2 = 26.4045; 1.5 / 1
  expect(await economy('reporting')).toEqual([
    'dividend 1 3 1 1.5 1.5',
    'operating_income 2 3 2 52.809 26.4',
  ]);
});

test('a mean over all villages', async () => {
  // 52.809 / 3 = 17.603; 1.5 / 3
  expect(await economy('all')).toEqual([
    'dividend 1 3 3 1.5 0.5',
    'operating_income 2 3 3 52.809 17.6',
  ]);
});

test('the figures of one village lead back to their cells', async () => {
  await economy('reporting');
  const cells = await engine.rows(
    `SELECT value_wan, file, source_row, letter, header, text FROM report.subject_economy WHERE subject_id = '甲' ORDER BY measure`,
  );
  expect(lines(cells)).toEqual([
    '1.5 2023年.csv 2 C 分红(元) 15000',
    '26.405 2023年.csv 2 B 经营性收入(万元) 26.405',
  ]);
});
