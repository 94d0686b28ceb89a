import { beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';
import { ask, economy } from './economy';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

const round = { digits: 0, mode: 'half-up' } as const;

test('of figure, plan and completion the one that is not reported is worked out', async () => {
  await economy(
    engine,
    '镇,村名,年度,实绩,计划,完成率(%)',
    [
      '东镇,甲,2023,260,,92.2',
      '东镇,乙,2023,90,100,',
      '西镇,丙,2023,,200,105',
      '西镇,丁,2023,50,40,99',
      '西镇,戊,2023,7,,',
    ],
    { plans: [{ of: '实绩', plan: '计划', completion: '完成率', round }] },
    ['实绩', '计划', '完成率'],
  );
  // 260 / 92.2 % = 281.995; what is reported stands, and completion is that of figure and plan
  expect(
    await ask(
      engine,
      `SELECT subject_id, actual, plan, round(completion, 4), solved FROM report.economy_plan ORDER BY plan`,
    ),
  ).toEqual([
    '西镇/丁 50 40 1.25 ∅',
    '东镇/乙 90 100 0.9 completion',
    '西镇/丙 210 200 1.05 actual',
    '东镇/甲 260 282 0.922 plan',
  ]);
  expect(
    await ask(
      engine,
      `SELECT place, subjects, reached, actual, plan, round(completion, 6) FROM report.economy_completion WHERE scope IN ('all', 'town') ORDER BY place`,
    ),
  ).toEqual(['* 4 2 610 622 0.980707', '东镇 2 0 350 382 0.91623', '西镇 2 2 260 240 1.083333']);
});

test('a plan of money is compared in one unit', async () => {
  await economy(
    engine,
    '村名,年度,经营性收入(万元),收入计划(元)',
    ['甲,2023,12,100000'],
    { plans: [{ of: 'operating_income', plan: '收入计划', round }] },
    ['收入计划'],
  );
  expect(
    await ask(engine, 'SELECT actual, plan, completion, solved FROM report.economy_plan'),
  ).toEqual(['12 10 1.2 completion']);
});
