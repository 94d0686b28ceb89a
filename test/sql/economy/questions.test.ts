import { beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../../src/model/row';
import { compileScheme } from '../../../src/scheme/compile';
import { presets } from '../../../src/scheme/presets';
import { reportViews } from '../../../src/views';
import { economyViews } from '../../../src/views/economy';
import {
  economyInvestors,
  economyReturns,
  economySources,
} from '../../../src/views/questions/economy/composition';
import {
  economyBins,
  economyInequality,
  economyLorenz,
  economyTiers,
} from '../../../src/views/questions/economy/distribution';
import { everyone } from '../../../src/views/questions/economy/group';
import { economyPairs, economyPlans } from '../../../src/views/questions/economy/plans';
import {
  economyCells,
  economyMovers,
  economySubjects,
  economyUnreported,
} from '../../../src/views/questions/economy/subjects';
import { economyGroups, economyTotals } from '../../../src/views/questions/economy/totals';
import type { Question } from '../../../src/views/question';
import { questionNames } from '../question-names';
import { TestEngine } from '../test-engine';
import { economy, plainRules } from './economy';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

const town = { scope: 'town', district: "区'", place: "镇'" } as const;
const tier = { kind: 'tier', ordinal: 2, from: 5, below: 10 } as const;

const asked: [string, Question<unknown>][] = [
  ['economyTotals', economyTotals(town)],
  ['economyGroups', economyGroups('town', 2023, "收入'")],
  ['economyInequality', economyInequality(town, 2023, 'operating_income')],
  ['economyTiers', economyTiers(town, 'operating_income')],
  ['economyLorenz', economyLorenz(town, 2023, 'operating_income')],
  ['economyBins', economyBins(town, 2023, 'operating_income')],
  ['economySubjects', economySubjects(town, 2023, 'operating_income', tier)],
  ['economyMovers', economyMovers(town, 2023, 'operating_income')],
  ['economyUnreported', economyUnreported(town, 2023, 'operating_income')],
  ['economySources', economySources(everyone, 'town', 2023)],
  ['economyReturns', economyReturns(town, 2023)],
  ['economyInvestors', economyInvestors(town, 2023, "收益'")],
  ['economyPlans', economyPlans(everyone, 'track', 2023)],
  ['economyPairs', economyPairs(town, 2023)],
  ['economyCells', economyCells("甲'")],
];

test('no question was forgotten here', () => {
  expect(asked.map(([name]) => name).sort()).toEqual(
    questionNames((path) => path.startsWith('economy/')),
  );
});

describe('of nothing', () => {
  beforeAll(async () => {
    const scheme = presets.find(({ id }) => id === 'niuzhuang');
    if (!scheme) throw new Error('there is no scheme that pairs');
    await engine.arrange();
    await engine.apply([...compileScheme(scheme), ...reportViews, ...economyViews(scheme.economy)]);
  });

  test.each(asked)('%s finds its columns', async (_, { sql, read }) => {
    const wanted = new Set<string>();
    read(new Proxy<Row>({}, { get: (_row, key) => (wanted.add(String(key)), null) }));
    await engine.rows(`SELECT ${[...wanted].map((key) => `"${key}"`).join(', ')} FROM (${sql})`);
  });
});

describe('of a file', () => {
  const answer = async <T>({ sql, read }: Question<T>): Promise<T[]> =>
    (await engine.rows(sql)).map(read);
  const rows = [
    '东镇,甲,2022,10',
    '东镇,乙,2022,20',
    '东镇,丁,2022,1',
    '东镇,甲,2023,20余',
    '东镇,乙,2023,10',
    '西镇,丙,2023,0',
  ];

  beforeAll(() => economy(engine, '镇,村名,年度,经营性收入(万元)', rows));

  test('each denominator stands with its mean: those that report, those in force, the roster', async () => {
    const [, found] = await answer(economyTotals(everyone));
    // 丁 reports 2022 alone, and no roster says that it ended
    expect(found).toMatchObject({
      year: 2023,
      counts: { reporting: 3, present: 4, roster: 4 },
      total: 30,
      means: { reporting: 10, present: 7.5, roster: 7.5 },
      qualifier: 'at_least',
      reached: 2,
      matched: 2,
      matchedGrowth: 0,
    });
  });

  test('a class lists its subjects, and how many there are', async () => {
    const bounds = { kind: 'tier', ordinal: 3, from: 10, below: 20 } as const;
    const lines = await answer(economySubjects(everyone, 2023, 'operating_income', bounds));
    expect(lines).toMatchObject([{ name: '乙', value: 10, rank: 2, yoy: -0.5, found: 1 }]);
    const none = { kind: 'none', ordinal: 0, from: null, below: 0 } as const;
    expect(await answer(economySubjects(everyone, 2023, 'operating_income', none))).toMatchObject([
      { name: '丙', found: 1 },
    ]);
    expect(await answer(economyUnreported(everyone, 2023, 'operating_income'))).toMatchObject([
      { name: '丁', found: 1 },
    ]);
  });

  test('steps of the distribution hold every figure once', async () => {
    const bins = await answer(economyBins(everyone, 2023, 'operating_income'));
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(3);
    expect(bins[0]).toEqual({ from: 0, below: 1, open: false, count: 1 });
  });

  test('what the filters leave out counts nowhere, and what they leave is taken anew', async () => {
    await engine.apply(economyViews(plainRules, ['东镇/甲', '西镇/丙']));
    const [before, found] = await answer(economyTotals(everyone));
    expect(before).toMatchObject({ year: 2022, total: 10, counts: { reporting: 1, roster: 2 } });
    expect(found).toMatchObject({ year: 2023, total: 20, counts: { reporting: 2, roster: 2 } });
    expect(await answer(economyGroups('town', 2023, 'operating_income'))).toMatchObject([
      { place: '东镇', total: 20 },
      { place: '西镇', total: 0 },
    ]);
    await engine.apply(economyViews(plainRules));
    expect((await answer(economyTotals(everyone)))[1]).toMatchObject({ total: 30 });
  });

  test('filters that leave nobody leave no figures', async () => {
    await engine.apply(economyViews(plainRules, []));
    expect(await answer(economyTotals(everyone))).toEqual([]);
    await engine.apply(economyViews(plainRules));
  });
});
