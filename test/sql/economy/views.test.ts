import { beforeAll, describe, expect, test } from 'vitest';
import { floors } from '../../../src/model/view';
import { economyViews } from '../../../src/views/economy';
import { smallScheme } from '../../unit/scheme/document';
import { TestEngine } from '../test-engine';
import { plainRules } from './economy';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
  await engine.arrange();
});

const round = { digits: 1, mode: 'down' } as const;

const rules = [
  ['what a scheme says by default', smallScheme().economy],
  [
    'every clause',
    {
      ...plainRules,
      denominator: 'all',
      breaks: [],
      sources: [{ measure: '发包收入' }, { measure: "租'赁" }],
      heads: '人口',
      returns: '投资收益',
      plans: [
        { of: 'operating_income', plan: '计划', round },
        { of: '实绩', plan: 'investment', completion: '完成率', round },
      ],
    },
  ],
] as const;

describe.each(rules)('%s', (_, economy) => {
  const views = economyViews(economy);

  beforeAll(() => engine.apply(views));

  test.each(views.map((view) => [view.name, view] as const))(
    '%s can be planned and asked, even of nothing',
    async (name, view) => {
      expect(await engine.rows(`SELECT * FROM ${name}`)).toEqual([]);
      expect((await engine.relations()).get(name)).toEqual(view.columns);
    },
  );

  test.each(views.map((view) => [view.name, view] as const))(
    '%s says what it reads',
    (_name, view) => {
      const bare = view.sql.replaceAll(/'(?:[^']|'')*'|--[^\n]*/g, '');
      const floor = floors.join('|');
      const named = bare.matchAll(new RegExp(`(?<![\\w."])(?:${floor})\\.\\w+`, 'g'));
      expect([...new Set([...named].map(([name]) => name))].sort()).toEqual([...view.reads].sort());
    },
  );

  test('each stands after what it reads', () => {
    const seen = new Set<string>();
    for (const view of views) {
      expect(view.reads.filter((name) => name.startsWith('report.') && !seen.has(name))).toEqual(
        [],
      );
      seen.add(view.name);
    }
  });
});
