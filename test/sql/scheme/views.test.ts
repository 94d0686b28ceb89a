import { beforeAll, describe, expect, test } from 'vitest';
import { floors, type View } from '../../../src/model/view';
import type { Row } from '../../../src/model/row';
import { compileScheme } from '../../../src/scheme/compile';
import { presets } from '../../../src/scheme/presets';
import { reportViews } from '../../../src/views';
import { panelParts } from '../../../src/robustness';
import type { Question } from '../../../src/views/question';
import { rankChanges, scoreChanges } from '../../../src/views/questions/changes';
import type { Comparison } from '../../../src/views/questions/compare/comparison';
import { sideEconomy, sideMeans } from '../../../src/views/questions/compare/means';
import {
  compareGroups,
  sideBins,
  sideCounts,
  sideStars,
} from '../../../src/views/questions/compare/sides';
import { versionChanges, versionMoves } from '../../../src/views/questions/compare/versions';
import { explain, rewardOf, starPlaces, stepsOf } from '../../../src/views/questions/explanation';
import { headlineFigures } from '../../../src/views/questions/headline';
import { memoryInUse } from '../../../src/views/questions/memory';
import {
  assessorClasses,
  correlations,
  partWeights,
  separations,
} from '../../../src/views/questions/robustness/indicators';
import {
  leftOut,
  levelPairs,
  rankedPeriods,
  rankedSubjects,
  rankIntervalOf,
  rankIntervals,
  reversals,
  versionPairs,
} from '../../../src/views/questions/robustness/ranks';
import { dataMarks, periodRows, subjectWords } from '../../../src/views/questions/share';
import {
  board,
  flagHolders,
  gaps,
  levelLines,
  periodResults,
  streaks,
  watched,
  years,
} from '../../../src/views/questions/star-board';
import { economyOf, economyYearsOf } from '../../../src/views/questions/subject-economy';
import {
  eventsOf,
  peersOf,
  peopleGroups,
  resultsOf,
  standingOf,
  yearsOf,
} from '../../../src/views/questions/subject';
import { choosableSubjects, subjects } from '../../../src/views/questions/subjects';
import {
  type Grain,
  trendBands,
  trendPicks,
  trendPoints,
  trendResults,
  trendStreaks,
  trendTracks,
} from '../../../src/views/questions/trends';
import { triedVersions } from '../../../src/views/questions/tried-versions';
import { robustnessViews } from '../../../src/views/robustness';
import { subjectViews } from '../../../src/views/subject';
import { trendViews } from '../../../src/views/trends';
import { isOfPeople } from '../../../src/scheme/compile/people';
import { compareViews } from '../../../src/views/compare';
import { economyViews } from '../../../src/views/economy';
import { smallScheme } from '../../unit/scheme/document';
import { questionNames } from '../question-names';
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
const tried = (grain: Grain) => ({
  grain,
  ruled: [{ point: '2023', version: "small'@1.0" }],
});
const marked = { figures: ["比红星'", 'operating_income'], attributes: ['分组'] };
const comparison: Comparison = {
  sides: [
    { source: '', year: 2023, scope: 'town', district: "区'", place: '镇' },
    { source: 'small@1.0', year: 2022, scope: 'all', district: '', place: '' },
  ],
  matched: true,
  kept: ["甲'"],
};
const everyone = { ...comparison, matched: false, kept: null };

/** Every question that a page asks, for some subject and time. */
const asked: [string, Question<unknown>][] = [
  ['years', years()],
  ['board', board(2023)],
  ['periodResults', periodResults(2023)],
  ['streaks', streaks(2023)],
  ['watched', watched(2023)],
  ['memoryInUse', memoryInUse()],
  ['subjects', subjects(2023)],
  ['flagHolders', flagHolders(2023)],
  ['gaps', gaps(2023)],
  ['levelLines', levelLines(2023)],
  ['headlineFigures', headlineFigures(2023)],
  ['starPlaces', starPlaces('2023Q1', "一'类")],
  ['explain', explain("甲'", '2023Q1')],
  ['stepsOf', stepsOf("甲'", '2023Q1')],
  ['rewardOf', rewardOf('甲', 2023)],
  ['economyOf', economyOf('甲', 2023)],
  ['rankedPeriods', rankedPeriods()],
  ['rankedSubjects', rankedSubjects()],
  ['leftOut', leftOut('2023Q1')],
  ['rankIntervals', rankIntervals('2023Q1')],
  ['rankIntervalOf', rankIntervalOf("甲'", '2023Q1')],
  ['reversals', reversals('2023Q1')],
  ['versionPairs', versionPairs('2023Q1')],
  ['levelPairs', levelPairs()],
  ['partWeights', partWeights('2023Q1')],
  ['correlations', correlations('2023Q1', 30)],
  ['separations', separations('2023Q1')],
  ['assessorClasses', assessorClasses('2023Q1')],
  ['trendTracks', trendTracks('period')],
  ['trendPoints', trendPoints('year')],
  ['trendResults', trendResults(applied, '一类', null)],
  ['trendResults', trendResults(tried('period'), '一类', [])],
  ['trendResults', trendResults(tried('year'), "一'类", ["甲'"])],
  ['trendPicks', trendPicks(applied, '一类', '2023Q1', '2023Q2', 20)],
  ['trendBands', trendBands(tried('year'), '一类', 'rank')],
  ['trendStreaks', trendStreaks()],
  ['triedVersions', triedVersions()],
  ['scoreChanges', scoreChanges(["甲'"])],
  ['rankChanges', rankChanges([])],
  ['choosableSubjects', choosableSubjects()],
  ['resultsOf', resultsOf("甲'")],
  ['yearsOf', yearsOf('甲')],
  ['standingOf', standingOf("甲'", '2023Q1')],
  ['peersOf', peersOf("甲'", '2023Q1', 5)],
  ['economyYearsOf', economyYearsOf('甲')],
  ['eventsOf', eventsOf("甲'")],
  ['peopleGroups', peopleGroups()],
  ['periodRows', periodRows(marked)],
  ['dataMarks', dataMarks({ ...marked, periods: ['2023Q1'], groups: 8, salt: "a'" })],
  ['subjectWords', subjectWords()],
  ['compareGroups', compareGroups()],
  ['sideCounts', sideCounts(comparison)],
  ['sideMeans', sideMeans(comparison, [5, 4])],
  ['sideMeans', sideMeans({ ...everyone, kept: [] }, [])],
  ['sideEconomy', sideEconomy(comparison, 'all')],
  ['sideEconomy', sideEconomy(everyone, 'all')],
  ['sideBins', sideBins(comparison, 0.5, 2.5)],
  ['sideStars', sideStars(everyone)],
  ['versionChanges', versionChanges(2023, null)],
  ['versionMoves', versionMoves(["a'@1", 'a@2'], 2023, null, 20)],
];

test('no question was forgotten here', () => {
  // those on the economy have a test of their own
  expect([...new Set(asked.map(([name]) => name))].sort()).toEqual(
    questionNames((path) => !path.startsWith('economy/')),
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
        const rows = await engine.rows(`SELECT * FROM ${name}`);
        // the parts are the document's own
        expect(rows.length > 0).toBe(name === 'score.part');
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
