import { beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';
import { ask, economy } from './economy';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

/** `count` figures in 万元 with two decimals that add up to the total. */
function parts(total: number, count: number): number[] {
  const cents = Math.round(total * 100);
  const each = Math.floor(cents / count);
  return Array.from(
    { length: count },
    (_, index) => (each + (index < cents % count ? 1 : 0)) / 100,
  );
}

test('system A: 84 of 109 villages invest 171 million, income and profit over all 109', async () => {
  const income = parts(11684.8, 109);
  const profit = parts(4985.66, 109);
  const invested = parts(17100, 84);
  const paid = parts(2865, 76);
  await economy(
    engine,
    '村名,年度,经营性收入(万元),经营性收益(万元),投资(万元),分红(万元)',
    income.map((one, index) =>
      [`村${index}`, 2023, one, profit[index], invested[index] ?? '', paid[index] ?? ''].join(','),
    ),
  );
  expect(
    await ask(
      engine,
      `SELECT measure, denominator, mean_wan FROM report.economy_total WHERE scope = 'all' ORDER BY measure`,
    ),
  ).toEqual([
    'dividend 76 37.7',
    'investment 84 203.57',
    'operating_income 109 107.2',
    'operating_profit 109 45.74',
  ]);
  expect(
    await ask(
      engine,
      `SELECT round(profit_to_income, 4) FROM report.economy_profit WHERE scope = 'all'`,
    ),
  ).toEqual(['0.4267']);
  expect(
    await ask(
      engine,
      `SELECT investors, mean_wan FROM report.economy_investment WHERE scope = 'all'`,
    ),
  ).toEqual(['84 203.57']);
  expect(
    await ask(
      engine,
      `SELECT payers, round(paid_wan, 6) FROM report.economy_dividend WHERE scope = 'all'`,
    ),
  ).toEqual(['76 2865']);
});

test.each([
  ['down', '252 6651.85 26.39'],
  ['half-up', '252 6651.85 26.4'],
] as const)('system D: a mean that is rounded %s', async (mode, line) => {
  await economy(
    engine,
    '村名,年度,经营性收入(万元)',
    parts(6651.85, 252).map((one, index) => `村${index},2023,${one}`),
    { round: { digits: 2, mode } },
  );
  expect(
    await ask(
      engine,
      `SELECT denominator, round(total_wan, 6), mean_wan FROM report.economy_total WHERE scope = 'all'`,
    ),
  ).toEqual([line]);
});

test('system D: over 1.4 million yuan of 20 companies is a lower bound', async () => {
  await economy(engine, '村名,年度,经营性收入(万元)', ['公司,2023,140余']);
  expect(
    await ask(engine, `SELECT total_wan, qualifier FROM report.economy_total WHERE scope = 'all'`),
  ).toEqual(['140 at_least']);
});

test('system E: every village reaches 100,000 yuan, though one only says over 100,000', async () => {
  await economy(
    engine,
    '村名,年度,经营性收入(万元)',
    Array.from(
      { length: 12 },
      (_, index) => `村${index},2023,${index === 0 ? '10余' : 10 + index}`,
    ),
  );
  expect(
    await ask(
      engine,
      `SELECT reached, share, share_all FROM report.economy_threshold WHERE scope = 'all'`,
    ),
  ).toEqual(['12 1 1']);
});
