import { beforeAll, describe, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';
import { ask, economy } from './economy';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

const columns = '镇,村名,类别,年度,经营性收入(万元),经营性收益(万元)';

const villages = [
  '东镇,甲,一类,2023,12,6',
  '东镇,乙,一类,2023,4,',
  '东镇,丙,二类,2023,0,0',
  '西镇,丁,二类,2023,120,30',
  '西镇,戊,二类,2023,,',
];

const income = `measure = 'operating_income' AND year = 2023`;

describe('totals', () => {
  beforeAll(() => economy(engine, columns, villages));

  test('of all, of each town and of each track, with how many report', async () => {
    expect(
      await ask(
        engine,
        `SELECT scope, place, reporting, subjects, denominator, total_wan, mean_wan, median_wan FROM report.economy_total WHERE ${income} AND scope <> 'district' ORDER BY scope, place`,
      ),
    ).toEqual([
      'all * 4 5 4 136 34 8',
      'town 东镇 3 3 3 16 5.33 4',
      'town 西镇 1 2 1 120 120 120',
      'track 一类 2 2 2 16 8 8',
      'track 二类 2 3 2 120 60 60',
    ]);
  });

  test('both means stand beside the one that is printed', async () => {
    const means = `SELECT basis, denominator, mean_wan, mean_reporting_wan, mean_all_wan FROM report.economy_total WHERE scope = 'all' AND ${income}`;
    expect(await ask(engine, means)).toEqual(['reporting 4 34 34 27.2']);
    await economy(engine, columns, villages, { denominator: 'all' });
    expect(await ask(engine, means)).toEqual(['all 5 27.2 34 27.2']);
  });

  test('classes: none, and none reported, are two things', async () => {
    await economy(engine, columns, villages);
    expect(
      await ask(
        engine,
        `SELECT kind, from_wan, below_wan, count, share FROM report.economy_tier WHERE scope = 'all' AND ${income} ORDER BY ordinal`,
      ),
    ).toEqual([
      'none ∅ 0 1 0.25',
      'tier 0 5 1 0.25',
      'tier 5 10 0 0',
      'tier 10 50 1 0.25',
      'tier 50 100 0 0',
      'tier 100 ∅ 1 0.25',
      'unreported ∅ ∅ 1 ∅',
    ]);
  });

  test('a figure at a bound belongs to the class that begins there', async () => {
    await economy(engine, columns, ['东镇,甲,一类,2023,5,', '东镇,乙,一类,2023,4.9999,']);
    expect(
      await ask(
        engine,
        `SELECT from_wan, count FROM report.economy_tier WHERE scope = 'all' AND ${income} AND count > 0 ORDER BY ordinal`,
      ),
    ).toEqual(['0 1', '5 1']);
  });
});

describe('a line to reach', () => {
  test('is reached by those that report as much, over both denominators', async () => {
    await economy(engine, columns, villages);
    expect(
      await ask(
        engine,
        `SELECT reached, undecided, share, share_reporting, share_all FROM report.economy_threshold WHERE scope = 'all' AND ${income}`,
      ),
    ).toEqual(['2 0 0.5 0.5 0.4']);
  });

  test('is not decided by "over 9", and reached by "over 10"', async () => {
    await economy(engine, columns, ['东镇,甲,一类,2023,9余,', '东镇,乙,一类,2023,10多,']);
    expect(
      await ask(
        engine,
        `SELECT reached, undecided FROM report.economy_threshold WHERE scope = 'all' AND ${income}`,
      ),
    ).toEqual(['1 1']);
  });
});

test('a sum of figures of which one is a lower bound is a lower bound', async () => {
  await economy(engine, columns, ['东镇,甲,一类,2023,140余,', '西镇,乙,一类,2023,60,']);
  expect(
    await ask(
      engine,
      `SELECT scope, place, total_wan, qualified, qualifier FROM report.economy_total WHERE ${income} AND scope IN ('all', 'town') ORDER BY ALL`,
    ),
  ).toEqual(['all * 200 1 at_least', 'town 东镇 140 1 at_least', 'town 西镇 60 0 ∅']);
});

test('the town of a subject that names none is not lost from the breakdown', async () => {
  await economy(engine, columns, ['东镇,甲,一类,2023,1,', ',乙,,2023,2,']);
  expect(
    await ask(
      engine,
      `SELECT place, total_wan FROM report.economy_total WHERE scope = 'town' AND ${income} ORDER BY ALL`,
    ),
  ).toEqual([' 2', '东镇 1']);
});

describe('profit, people, sources, investment', () => {
  test('profit to income over those that report both', async () => {
    await economy(engine, columns, villages);
    // (6 + 0 + 30) / (12 + 0 + 120)
    expect(
      await ask(
        engine,
        `SELECT subjects, income_wan, profit_wan, round(profit_to_income, 6) FROM report.economy_profit WHERE scope = 'all'`,
      ),
    ).toEqual(['3 132 36 0.272727']);
  });

  test('income a head, over those whose people are known', async () => {
    await economy(
      engine,
      '村名,年度,经营性收入(万元),人口',
      ['甲,2023,12,400', '乙,2023,8,600', '丙,2023,50,'],
      { heads: '人口' },
      ['人口'],
    );
    // 200,000 yuan for 1,000 people
    expect(
      await ask(
        engine,
        `SELECT subjects, heads, total_wan, per_head_yuan FROM report.economy_per_head WHERE scope = 'all'`,
      ),
    ).toEqual(['2 1000 20 200']);
  });

  test('what income is made up of', async () => {
    await economy(
      engine,
      '村名,年度,经营性收入(万元),发包收入(万元),租赁收入(元)',
      ['甲,2023,10,4,50000', '乙,2023,10,3,'],
      { sources: [{ measure: '发包收入' }, { measure: '租赁收入' }, { measure: '投资收益' }] },
      ['发包收入', '租赁收入'],
    );
    // 7 and 5 of 12; 7 of 20, 5 of 10
    expect(
      await ask(
        engine,
        `SELECT source, reporting, total_wan, round(share, 6), of_income FROM report.economy_source WHERE scope = 'all' ORDER BY ordinal`,
      ),
    ).toEqual(['发包收入 2 7 0.583333 0.35', '租赁收入 1 5 0.416667 0.5']);
  });

  test('investments, what they bring in, and dividends', async () => {
    await economy(
      engine,
      '村名,年度,投资(万元),投资收益(万元),分红(万元),经营性收益(万元)',
      ['甲,2023,100,5,2,10', '乙,2023,200,,3,', '丙,2023,0,1,0,4'],
      { returns: '投资收益' },
      ['投资收益'],
    );
    expect(
      await ask(
        engine,
        `SELECT investors, invested_wan, mean_wan, returns_wan, return_rate FROM report.economy_investment WHERE scope = 'all'`,
      ),
    ).toEqual(['2 300 150 5 0.05']);
    expect(
      await ask(
        engine,
        `SELECT payers, paid_wan, mean_wan, of_profit FROM report.economy_dividend WHERE scope = 'all'`,
      ),
    ).toEqual(['2 5 2.5 0.2']);
  });
});
