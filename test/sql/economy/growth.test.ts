import { beforeAll, describe, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';
import { ask, economy } from './economy';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
  await economy(engine, '镇,村名,年度,经营性收入(万元)', [
    ...['2021,10', '2022,11', '2023,14.4', '2024,20', '2025,25'].map((one) => `东镇,甲,${one}`),
    ...['2021,20', '2023,10', '2024,9'].map((one) => `东镇,乙,${one}`),
    ...['2022,0', '2023,5', '2024,6'].map((one) => `西镇,丙,${one}`),
  ]);
});

test('growth on the year before, and a year since the first; a gap is no growth', async () => {
  // 甲 in 2023: 14.4 / 11 - 1, and (14.4 / 10) ^ ½ - 1 = 20 % a year; nothing grows from 0
  expect(
    await ask(
      engine,
      `SELECT subject_id, previous_wan, round(yoy, 6), across_break, first_year, round(compound, 6) FROM report.economy_growth WHERE year = 2023 ORDER BY value_wan DESC`,
    ),
  ).toEqual([
    '东镇/甲 11 0.309091 false 2021 0.2',
    '东镇/乙 ∅ ∅ ∅ 2021 -0.292893',
    '西镇/丙 0 ∅ false 2022 ∅',
  ]);
});

test('across a break of the series growth is marked, and compound growth begins anew', async () => {
  expect(
    await ask(
      engine,
      `SELECT year, round(yoy, 6), across_break, first_year, compound FROM report.economy_growth WHERE subject_id = '东镇/甲' AND year >= 2024 ORDER BY year`,
    ),
  ).toEqual(['2024 0.388889 true 2024 ∅', '2025 0.25 false 2024 0.25']);
});

test('totals grow as they are, and as those do that report both years', async () => {
  // 2022: 11 of 甲 and 0 of 丙; 2023: 14.4, 10 and 5. Both years: 甲 and 丙, 19.4 against 11
  expect(
    await ask(
      engine,
      `SELECT total_wan, previous_wan, round(growth, 6), matched, round(matched_growth, 6) FROM report.economy_group_growth WHERE scope = 'all' AND year = 2023`,
    ),
  ).toEqual(['29.4 11 1.672727 2 0.763636']);
});

describe('classes of change', () => {
  test('each begins at its bound, and what can not be compared is said', async () => {
    expect(
      await ask(
        engine,
        `SELECT kind, from_percent, below_percent, count, across_break FROM report.economy_band WHERE scope = 'all' AND year = 2024 ORDER BY ordinal`,
      ),
    ).toEqual([
      'band ∅ -10 0 true',
      'band -10 0 1 true',
      'band 0 10 0 true',
      'band 10 30 1 true',
      'band 30 ∅ 1 true',
      'uncompared ∅ ∅ 0 true',
    ]);
  });

  test('11 on 10 is growth of 10 %, though its binary fraction lies below', async () => {
    expect(
      await ask(
        engine,
        `SELECT from_percent, count FROM report.economy_band WHERE scope = 'all' AND year = 2022 AND count > 0 ORDER BY ordinal`,
      ),
    ).toEqual(['10 1', '∅ 1']);
  });
});
