import { beforeAll, describe, expect, test } from 'vitest';
import { floors, type View } from '../../../src/model/view';
import type { Row } from '../../../src/model/row';
import { compileScheme } from '../../../src/scheme/compile';
import { presets } from '../../../src/scheme/presets';
import { reportViews } from '../../../src/views';
import { panelParts } from '../../../src/robustness';
import * as questions from '../../../src/views/questions';
import { robustnessViews } from '../../../src/views/robustness';
import * as figureQuestions from '../../../src/views/figure-questions';
import * as runs from '../../../src/views/robustness/questions';
import * as indicators from '../../../src/views/robustness/questions-indicators';
import { subjectViews } from '../../../src/views/subject';
import * as subjectQuestions from '../../../src/views/subject-questions';
import * as trendQuestions from '../../../src/views/trend-questions';
import { trendViews } from '../../../src/views/trends';
import { isOfPeople } from '../../../src/scheme/compile/people';
import * as sharing from '../../../src/views/share/questions';
import { compareViews } from '../../../src/views/compare';
import * as compareQuestions from '../../../src/views/compare-questions';
import { economyViews } from '../../../src/views/economy';
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

const applied = { grain: 'period', ruled: null } as const;
const tried = (grain: trendQuestions.Grain) => ({
  grain,
  ruled: [{ point: '2023', version: "small'@1.0" }],
});
const marked = { figures: ["比红星'", 'operating_income'], attributes: ['分组'] };
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
  ['memoryInUse', questions.memoryInUse()],
  ['subjects', questions.subjects(2023)],
  ['flagHolders', questions.flagHolders(2023)],
  ['gaps', questions.gaps(2023)],
  ['levelLines', questions.levelLines(2023)],
  ['headlineFigures', figureQuestions.headlineFigures(2023)],
  ['starPlaces', questions.starPlaces('2023Q1', "一'类")],
  ['explain', questions.explain("甲'", '2023Q1')],
  ['stepsOf', questions.stepsOf("甲'", '2023Q1')],
  ['rewardOf', questions.rewardOf('甲', 2023)],
  ['economyOf', questions.economyOf('甲', 2023)],
  ['rankedPeriods', runs.rankedPeriods()],
  ['rankedSubjects', runs.rankedSubjects()],
  ['leftOut', runs.leftOut('2023Q1')],
  ['rankIntervals', runs.rankIntervals('2023Q1')],
  ['rankIntervalOf', runs.rankIntervalOf("甲'", '2023Q1')],
  ['reversals', runs.reversals('2023Q1')],
  ['versionPairs', runs.versionPairs('2023Q1')],
  ['levelPairs', runs.levelPairs()],
  ['partWeights', indicators.partWeights('2023Q1')],
  ['correlations', indicators.correlations('2023Q1', 30)],
  ['separations', indicators.separations('2023Q1')],
  ['assessorClasses', indicators.assessorClasses('2023Q1')],
  ['trendTracks', trendQuestions.trendTracks('period')],
  ['trendPoints', trendQuestions.trendPoints('year')],
  ['trendResults', trendQuestions.trendResults(applied, '一类', null)],
  ['trendResults', trendQuestions.trendResults(tried('period'), '一类', [])],
  ['trendResults', trendQuestions.trendResults(tried('year'), "一'类", ["甲'"])],
  ['trendPicks', trendQuestions.trendPicks(applied, '一类', '2023Q1', '2023Q2', 20)],
  ['trendBands', trendQuestions.trendBands(tried('year'), '一类', 'rank')],
  ['trendStreaks', trendQuestions.trendStreaks()],
  ['triedVersions', trendQuestions.triedVersions()],
  ['scoreChanges', trendQuestions.scoreChanges(["甲'"])],
  ['rankChanges', trendQuestions.rankChanges([])],
  ['choosableSubjects', trendQuestions.choosableSubjects()],
  ['resultsOf', subjectQuestions.resultsOf("甲'")],
  ['yearsOf', subjectQuestions.yearsOf('甲')],
  ['standingOf', subjectQuestions.standingOf("甲'", '2023Q1')],
  ['peersOf', subjectQuestions.peersOf("甲'", '2023Q1', 5)],
  ['economyYearsOf', subjectQuestions.economyYearsOf('甲')],
  ['eventsOf', subjectQuestions.eventsOf("甲'")],
  ['peopleGroups', subjectQuestions.peopleGroups()],
  ['periodRows', sharing.periodRows(marked)],
  ['dataMarks', sharing.dataMarks({ ...marked, periods: ['2023Q1'], groups: 8, salt: "a'" })],
  ['subjectWords', sharing.subjectWords()],
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
  const known = [
    questions,
    figureQuestions,
    compareQuestions,
    sharing,
    runs,
    indicators,
    trendQuestions,
    subjectQuestions,
  ].flatMap((one) =>
    Object.entries(one as object).filter(([, value]) => typeof value === 'function'),
  );
  expect([...new Set(asked.map(([name]) => name))].sort()).toEqual(
    known.map(([name]) => name).sort(),
  );
});

describe.each(schemes.map((scheme) => [`${scheme.id} ${scheme.version}`, scheme] as const))(
  '%s',
  (_, scheme) => {
    const views = [
      ...compileScheme(scheme),
      ...reportViews,
      ...compareViews,
      ...trendViews,
      ...subjectViews({
        vetoes: scheme.vetoes.length > 0,
        flags: scheme.flags.length > 0,
        rectification: scheme.lists.rectification !== undefined,
        people: isOfPeople(scheme),
      }),
    ];
    // questions ask these too; they have tests of their own
    const all = [
      ...views,
      ...economyViews(scheme.economy, null),
      ...robustnessViews({ top: 10, panels: panelParts(scheme) }),
    ];

    beforeAll(() => engine.apply(all));

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
