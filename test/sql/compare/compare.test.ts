import { beforeAll, expect, test } from 'vitest';
import { versionTrials } from '../../../src/robustness';
import { compileScheme } from '../../../src/scheme/compile';
import { compareViews } from '../../../src/views/compare';
import type { CompareSide, Comparison } from '../../../src/views/questions/compare/comparison';
import { sideEconomy, sideMeans } from '../../../src/views/questions/compare/means';
import {
  compareGroups,
  sideBins,
  sideCounts,
  sideStars,
} from '../../../src/views/questions/compare/sides';
import { versionChanges, versionMoves } from '../../../src/views/questions/compare/versions';
import { economyViews } from '../../../src/views/economy';
import type { Question } from '../../../src/views/question';
import { robustnessViews } from '../../../src/views/robustness';
import { smallScheme } from '../../unit/scheme/document';
import { lines, plainScore } from '../scheme/scored';
import { TestEngine } from '../test-engine';

let engine: TestEngine;

const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];

/** Two districts over two years: 丁 is there in the second year only, and 乙 misses a quarter of the first. */
const marks = [
  ['东区', '甲', 2022, [90, 90, 80, 80]],
  ['东区', '乙', 2022, [70, 70, null, 70]],
  ['西区', '丙', 2022, [60, 60, 60, 60]],
  ['东区', '甲', 2023, [92, 92, 92, 92]],
  ['东区', '乙', 2023, [72, 72, 72, 72]],
  ['西区', '丙', 2023, [66, 66, 66, 66]],
  ['西区', '丁', 2023, [50, 50, 50, 54]],
] as const;

const money = [
  ['东区', '甲', 2022, 10],
  ['西区', '丙', 2022, 30],
  ['东区', '甲', 2023, 20],
  ['东区', '乙', 2023, 40],
  ['西区', '丙', 2023, 60],
] as const;

const scheme = smallScheme(plainScore);
const harder = smallScheme((document) => {
  plainScore(document);
  Object.assign(document, { version: '9.0' });
  document.score.steps = [{ times: -1 }, { plus: 100 }] as typeof document.score.steps;
});

beforeAll(async () => {
  engine = await TestEngine.start();
  const scores = marks.flatMap(([district, name, year, values]) =>
    values.flatMap((value, index) =>
      value === null ? [] : [`${district},一类,${name},${year}${quarters[index]},${value}`],
    ),
  );
  await engine.load('考评.csv', ['区县,类别,村名,考核期,得分', ...scores].join('\n'));
  const incomes = money.map((line) => line.join(','));
  await engine.load('经济.csv', ['区县,村名,年度,经营性收入(万元)', ...incomes].join('\n'));
  await engine.arrange();
  await engine.apply([
    ...compileScheme(scheme),
    ...economyViews(scheme.economy),
    ...robustnessViews({ top: 2, panels: [] }),
    ...compareViews,
  ]);
});

async function ask<T>({ sql, read }: Question<T>): Promise<T[]> {
  return (await engine.rows(sql)).map(read);
}

const side = (year: number, place: string | null, source = ''): CompareSide => ({
  ...{ source, year, district: '', place: place ?? '' },
  scope: place === null ? 'all' : 'district',
});
const of = (sides: readonly CompareSide[], more: Partial<Comparison> = {}): Comparison => ({
  ...{ sides, matched: false, kept: null, ...more },
});

const districts = of([side(2023, '东区'), side(2023, '西区')]);
const bothYears = of([side(2022, null), side(2023, null)]);

const means = async (comparison: Comparison) =>
  lines(
    (await ask(sideMeans(comparison, []))).map(({ side: at, kind, name, subjects, mean }) => ({
      ...{ at, kind, name, subjects, mean },
    })),
  ).filter((line) => !line.includes('stars'));

test('the groups that can be compared are those that the results name', async () => {
  const groups = (await ask(compareGroups())).filter(({ scope }) => scope === 'district');
  expect(groups.map(({ place, year, subjects }) => [place, year, subjects])).toEqual([
    ['东区', 2022, 2],
    ['东区', 2023, 2],
    ['西区', 2022, 2],
    ['西区', 2023, 2],
  ]);
});

test('a group is compared over those that have a result of the year', async () => {
  expect(await means(districts)).toEqual([
    '0 score  2 82',
    '0 part work 2 82',
    '1 score  2 58.5',
    '1 part work 2 58.5',
  ]);
});

test('of two years all count, or those that have a result in both', async () => {
  expect(await ask(sideCounts(bothYears))).toEqual([
    { side: 0, subjects: 4, scored: 2, matched: 2, inForce: false },
    { side: 1, subjects: 4, scored: 4, matched: 2, inForce: true },
  ]);
  expect(await means(bothYears)).toContain('0 score  2 72.5');
  expect(await means(bothYears)).toContain('1 score  4 70.25');
  expect(await means({ ...bothYears, matched: true })).toContain('1 score  2 79');
});

test('filters leave subjects out of every side', async () => {
  const kept = { ...bothYears, kept: ['西区/丙'] };
  expect(await means(kept)).toEqual([
    '0 score  1 60',
    '0 part work 1 60',
    '1 score  1 66',
    '1 part work 1 66',
  ]);
  expect(await ask(sideBins({ ...bothYears, kept: [] }, 0, 10))).toEqual([]);
});

test('classes of the distribution begin at their lower end', async () => {
  expect(await ask(sideBins(districts, 50, 8))).toEqual([
    { side: 0, bin: 2, subjects: 1 },
    { side: 0, bin: 5, subjects: 1 },
    { side: 1, bin: 0, subjects: 1 },
    { side: 1, bin: 2, subjects: 1 },
  ]);
});

test('the share at a level is that of those who reached it or a higher one', async () => {
  const shares = (await ask(sideMeans(districts, [5, 4, 3, 2, 1])))
    .filter(({ kind, side: at }) => kind === 'level' && at === 0)
    .map(({ mean }) => mean);
  expect(shares).toHaveLength(5);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
});

test('stars are counted over the results of the periods', async () => {
  const stars = await ask(sideStars(districts));
  const results = (at: number) =>
    stars.filter((one) => one.side === at).reduce((sum, one) => sum + one.results, 0);
  expect([results(0), results(1)]).toEqual([8, 8]);
});

test('an economic mean says how many report, and is over whom the scheme says', async () => {
  const figures = async (comparison: Comparison, denominator: 'reporting' | 'all') =>
    (await ask(sideEconomy(comparison, denominator))).map((one) => [
      ...[one.side, one.reporting, one.subjects, one.mean],
    ]);
  expect(await figures(districts, 'reporting')).toEqual([
    [0, 2, 2, 30],
    [1, 1, 1, 60],
  ]);
  expect(await figures(districts, 'all')).toEqual([
    [0, 2, 2, 30],
    [1, 1, 2, 30],
  ]);
  expect(await figures({ ...bothYears, matched: true }, 'all')).toEqual([
    [0, 2, 2, 20],
    [1, 2, 2, 40],
  ]);
});

test('versions are compared by runs of their own over the same data', async () => {
  await engine.tryOut(versionTrials([scheme, harder]));
  const [one, other] = [`${scheme.id}@${scheme.version}`, `${scheme.id}@9.0`];
  const versions = of([side(2023, null, one), side(2023, null, other)], { matched: true });
  expect(await means(versions)).toEqual([
    '0 score  4 70.25',
    '0 part work 4 70.25',
    '1 score  4 29.75',
    '1 part work 4 70.25',
  ]);
  expect(await ask(versionChanges(2023, null))).toMatchObject([
    { first: one, second: other, results: 16, ranksChanged: 16, meanShift: 2 },
  ]);
  const moves = await ask(versionMoves([one, other], 2023, null, 2));
  expect(moves.map(({ name, firstRank, secondRank }) => [name, firstRank, secondRank])).toEqual([
    ['甲', 1, 4],
    ['丁', 4, 1],
  ]);
});
