import { beforeAll, describe, expect, test } from 'vitest';
import { floors, type View } from '../../../src/model/view';
import type { Row } from '../../../src/model/row';
import { compileScheme } from '../../../src/scheme/compile';
import { presets } from '../../../src/scheme/presets';
import { reportViews } from '../../../src/views';
import { compareViews } from '../../../src/views/compare';
import * as compareQuestions from '../../../src/views/compare-questions';
import { economyViews } from '../../../src/views/economy';
import * as questions from '../../../src/views/questions';
import { robustnessViews } from '../../../src/views/robustness';
import { smallScheme } from '../../unit/scheme/document';
import { TestEngine } from '../test-engine';
import { set } from './scored';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
  await engine.arrange();
});

const schemes = [
  ...presets,
  smallScheme((document) => {
    set(document.score, { missing: 'redistribute' });
    set(document.rewards, { overPool: 'pro-rata' });
    set(document.economy, { denominator: 'all' });
  }),
];

/** Names of tables with their floor in a statement, outside of texts and comments. */
function namesIn(view: View): string[] {
  const bare = view.sql.replaceAll(/'(?:[^']|'')*'|--[^\n]*/g, '');
  const names = bare.matchAll(/(?<![\w."])"?(raw|canon|score|trial|report)"?\."?(\w+)"?(?!\w*\()/g);
  return [...new Set([...names].map(([, floor, name]) => `${floor ?? ''}.${name ?? ''}`))].sort();
}

const floorOf = (name: string) => floors.findIndex((floor) => name.startsWith(`${floor}.`));

const comparison: compareQuestions.Comparison = {
  sides: [
    { source: '', year: 2023, scope: 'town', district: "区'", place: '镇' },
    { source: 'small@1.0', year: 2022, scope: 'all', district: '', place: '' },
  ],
  matched: true,
  kept: ["甲'"],
};
const everyone = { ...comparison, matched: false, kept: null };

/** Every question that a page asks, for some subject and time. */
const asked: [string, questions.Question<unknown>][] = [
  ['years', questions.years()],
  ['board', questions.board(2023)],
  ['periodResults', questions.periodResults(2023)],
  ['streaks', questions.streaks(2023)],
  ['watched', questions.watched(2023)],
  ['gaps', questions.gaps(2023)],
  ['levelLines', questions.levelLines(2023)],
  ['starPlaces', questions.starPlaces('2023Q1', "一'类")],
  ['explain', questions.explain("甲'", '2023Q1')],
  ['stepsOf', questions.stepsOf("甲'", '2023Q1')],
  ['rewardOf', questions.rewardOf('甲', 2023)],
  ['economyOf', questions.economyOf('甲', 2023)],
  ['compareGroups', compareQuestions.compareGroups()],
  ['sideCounts', compareQuestions.sideCounts(comparison)],
  ['sideMeans', compareQuestions.sideMeans(comparison, [5, 4])],
  ['sideMeans', compareQuestions.sideMeans({ ...everyone, kept: [] }, [])],
  ['sideEconomy', compareQuestions.sideEconomy(comparison, 'all')],
  ['sideEconomy', compareQuestions.sideEconomy(everyone, 'all')],
  ['sideBins', compareQuestions.sideBins(comparison, 0.5, 2.5)],
  ['sideStars', compareQuestions.sideStars(everyone)],
  ['triedSchemes', compareQuestions.triedSchemes()],
  ['versionChanges', compareQuestions.versionChanges(2023, null)],
  ['versionMoves', compareQuestions.versionMoves(["a'@1", 'a@2'], 2023, null, 20)],
];

test('no question was forgotten here', () => {
  const known = [questions, compareQuestions].flatMap((one) =>
    Object.entries(one as object).filter(([, value]) => typeof value === 'function'),
  );
  expect([...new Set(asked.map(([name]) => name))].sort()).toEqual(
    known.map(([name]) => name).sort(),
  );
});

describe.each(schemes.map((scheme) => [`${scheme.id} ${scheme.version}`, scheme] as const))(
  '%s',
  (_, scheme) => {
    const views = [...compileScheme(scheme), ...reportViews, ...compareViews];
    // questions ask these too; they have tests of their own
    const others = [...economyViews(scheme.economy), ...robustnessViews({ top: 10, panels: [] })];

    beforeAll(() => engine.apply([...views, ...others]));

    test.each(views.map((view) => [view.name, view] as const))(
      '%s can be asked, even of nothing',
      async (name, view) => {
        expect(await engine.rows(`SELECT * FROM ${name}`)).toEqual([]);
        expect((await engine.relations()).get(name)).toEqual(view.columns);
      },
    );

    test.each(views.map((view) => [view.name, view] as const))(
      '%s says what it reads',
      (_name, view) => {
        expect(namesIn(view)).toEqual([...view.reads].sort());
      },
    );

    test('no view reads a floor above its own', () => {
      const upward = views.filter((view) =>
        view.reads.some((name) => floorOf(name) > floorOf(view.name)),
      );
      expect(upward.map(({ name }) => name)).toEqual([]);
    });

    test.each(asked)('the question %s finds its columns', async (_name, { sql, read }) => {
      const wanted = new Set<string>();
      const spy = new Proxy<Row>(
        {},
        { get: (_row, key) => (wanted.add(String(key)), key === 'file' ? 'a.csv' : null) },
      );
      read(spy);
      await engine.rows(`SELECT ${[...wanted].map((key) => `"${key}"`).join(', ')} FROM (${sql})`);
    });
  },
);

describe('applying', () => {
  const view = (sql: string): View => ({
    name: 'report.probe',
    reads: [],
    columns: ['n'],
    stored: false,
    sql,
  });

  test('views take the place of those applied before', async () => {
    await engine.apply([
      view('SELECT 1 AS n'),
      { ...view('SELECT 2 AS n'), name: 'report.gone', stored: true },
    ]);
    await engine.apply([view('SELECT 3 AS n')]);
    expect(await engine.rows('SELECT n FROM report.probe')).toEqual([{ n: 3 }]);
    expect([...(await engine.relations()).keys()]).not.toContain('report.gone');
  });

  test('where one view fails, those applied before stay', async () => {
    await engine.apply([view('SELECT 1 AS n')]);
    const broken = [
      view('SELECT 2 AS n'),
      { ...view('SELECT * FROM nowhere'), name: 'report.b' } as const,
    ];
    expect(await engine.applyError(broken)).toMatchObject({
      code: 'query_failed',
      sql: expect.stringContaining('nowhere') as string,
    });
    expect(await engine.rows('SELECT n FROM report.probe')).toEqual([{ n: 1 }]);
    await engine.apply([view('SELECT 4 AS n')]);
    expect(await engine.rows('SELECT n FROM report.probe')).toEqual([{ n: 4 }]);
  });
});
