import type { BenchBrowser, BenchPage } from '../browser';
import { compared, measured, type Case } from '../case';
import { quarterlyCsv } from '../data';
import { Native, nativeName } from '../native';
import { copyCanon } from '../node-engine';
import type { Options } from '../options';
import type { Asked, Told } from '../page/api';
import { tell } from '../progress';
import { timed, type Pair } from '../stats';
import { matchColumns } from '../../../src/ingest/match-columns';
import type { TableMapping } from '../../../src/model/mapping';
import type { View } from '../../../src/model/view';
import { inForceOf, versionsOf } from '../../../src/scheme/choose';
import { compileScheme } from '../../../src/scheme/compile';
import { presets } from '../../../src/scheme/presets';
import { reportViews } from '../../../src/views';
import * as ask from '../../../src/views/questions/star-board';
import { applyNatively } from '../native-views';
import { sampleFiles } from './load';

/** The most that a view may cost, as a multiple of native DuckDB. */
const target = 2;

export async function viewCases(browser: BenchBrowser, { quick }: Options): Promise<Case[]> {
  const many = quick ? 2_000 : 100_000;
  const rounds = quick ? 3 : 9;
  return [
    ...(await atSize(browser, '109', sampleFiles(), quick ? 5 : 31)),
    ...(await atSize(browser, many.toLocaleString('en'), [await quarterlyCsv(many)], rounds)),
  ];
}

/** The board's views and questions over some files, in the browser and natively in turn. */
async function atSize(
  browser: BenchBrowser,
  subjects: string,
  paths: readonly string[],
  rounds: number,
): Promise<Case[]> {
  tell(`views at ${subjects} subjects: copying the canonical tables`);
  const native = await Native.start();
  await copyCanon(paths, native);
  try {
    return await browser.fresh(async (page) => {
      const { arranging, views, year } = await prepare(page, paths);
      const questions = boardQuestions(year);
      const runs: Run[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const run = await oneRound(page, native, views, questions);
        // the first round compiles the module's functions and fills caches on both sides
        if (round > 0) runs.push(run);
      }
      return [
        measured(`views at ${subjects}: arranging`, [arranging]),
        ...casesOf(`views at ${subjects}`, questions, runs),
      ];
    });
  } finally {
    native.close();
  }
}

async function prepare(page: BenchPage, paths: readonly string[]) {
  await page.call('boot');
  const mappings: TableMapping[] = [];
  for (const [index, path] of paths.entries()) {
    const { tables } = await page.load(`f${index + 1}`, path);
    mappings.push(...tables.map((table) => matchColumns(table)));
  }
  const { time, periods } = await page.call('arrange', mappings);
  const newest = periods.findLast((period) => period.includes('Q'));
  const scheme = inForceOf(versionsOf(presets, 'jiujiang'), periods);
  if (!scheme || newest === undefined) throw new Error('no scheme or no quarter');
  const views: readonly View[] = [...compileScheme(scheme), ...reportViews];
  return { arranging: time, views, year: Number(newest.slice(0, 4)) };
}

/** What the board asks for a year. */
function boardQuestions(year: number): Asked[] {
  return [
    { name: 'years', sql: ask.years().sql },
    { name: 'board', sql: ask.board(year).sql },
    { name: 'period results', sql: ask.periodResults(year).sql },
    { name: 'streaks', sql: ask.streaks(year).sql },
    { name: 'watched', sql: ask.watched(year).sql },
    { name: 'gaps', sql: ask.gaps(year).sql },
    { name: 'level lines', sql: ask.levelLines(year).sql },
  ];
}

interface Run {
  readonly apply: Pair;
  /** In the order of the questions. */
  readonly asked: readonly Pair[];
  /** All questions at once through the client, decoded; native DuckDB's without decoding. */
  readonly shown: Pair;
}

async function oneRound(
  page: BenchPage,
  native: Native,
  views: readonly View[],
  questions: readonly Asked[],
): Promise<Run> {
  const nativeApply = await timed(() => applyNatively(native, views));
  const nativeAnswers: Told[] = [];
  for (const { name, sql } of questions) {
    let rows = 0;
    const time = await timed(async () => {
      rows = (await native.run(sql)).rowCount;
    });
    nativeAnswers.push({ name, time, rows });
  }
  const apply = await page.call('apply', views);
  const answers = await page.call('ask', questions);
  const shown = await page.call('show', questions);
  const asked = answers.map(({ name, time, rows }, index) => {
    const theirs = nativeAnswers[index];
    if (!theirs || theirs.rows !== rows)
      throw new Error(`${name}: ${rows} rows, natively ${String(theirs?.rows)}`);
    return { ours: time, theirs: theirs.time };
  });
  return {
    apply: { ours: apply, theirs: nativeApply },
    asked,
    shown: { ours: shown, theirs: sum(asked).theirs },
  };
}

function sum(pairs: readonly Pair[]): Pair {
  return {
    ours: pairs.reduce((total, pair) => total + pair.ours, 0),
    theirs: pairs.reduce((total, pair) => total + pair.theirs, 0),
  };
}

function casesOf(prefix: string, questions: readonly Asked[], runs: readonly Run[]): Case[] {
  const line = (name: string, pick: (run: Run) => Pair, most: number | null = target) =>
    compared(`${prefix}: ${name}`, runs.map(pick), nativeName, most);
  return [
    line('apply', ({ apply }) => apply),
    ...questions.map(({ name }, index) =>
      line(name, ({ asked }) => asked[index] ?? { ours: Number.NaN, theirs: Number.NaN }),
    ),
    line('all questions', ({ asked }) => sum(asked)),
    line('apply and questions', ({ apply, asked }) => sum([apply, ...asked])),
    line('all questions as rows', ({ shown }) => shown, null),
  ];
}
