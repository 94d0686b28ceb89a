import { beforeAll, describe, expect, test } from 'vitest';
import { versionTrials } from '../../../src/robustness';
import { compileScheme } from '../../../src/scheme/compile';
import { reportViews } from '../../../src/views';
import type { Question } from '../../../src/views/question';
import { subjectViews } from '../../../src/views/subject';
import { eventsOf, peersOf, resultsOf, standingOf } from '../../../src/views/questions/subject';
import { economyYearsOf } from '../../../src/views/questions/subject-economy';
import {
  trendBands,
  trendPicks,
  trendPoints,
  trendResults,
  trendTracks,
} from '../../../src/views/questions/trends';
import { trendViews } from '../../../src/views/trends';
import { smallScheme } from '../../unit/scheme/document';
import { fourQuarters, lines, plainScore, score, set } from '../scheme/scored';
import { TestEngine } from '../test-engine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

async function ask<T>({ sql, read }: Question<T>): Promise<T[]> {
  return (await engine.rows(sql)).map(read);
}

const applied = { grain: 'period', ruled: null } as const;

/** Scores figures as they are, with the views of both pages. */
async function scored(data: readonly string[]): Promise<void> {
  await score(engine, '得分', data, plainScore);
  await engine.apply([
    ...compileScheme(smallScheme(plainScore)),
    ...reportViews,
    ...trendViews,
    ...subjectViews({ vetoes: false, flags: false, rectification: false, people: false }),
  ]);
}

describe('results over time', () => {
  beforeAll(() =>
    scored([
      ...fourQuarters('一类', '甲', 2023, [95, 60, null, 80]),
      ...fourQuarters('一类', '乙', 2023, [70, 90, 75, 85]),
      ...fourQuarters('二类', '丙', 2023, [50, 50, 50, 50]),
    ]),
  );

  test('ranks stand within the track; a missing quarter has neither score nor rank', async () => {
    const found = await ask(trendResults(applied, '一类', null));
    expect(
      found.map(({ subject, point, score: value, rank }) => [subject, point, value, rank]),
    ).toEqual([
      ['乙', '2023Q1', 70, 2],
      ['乙', '2023Q2', 90, 1],
      ['乙', '2023Q3', 75, 1],
      ['乙', '2023Q4', 85, 1],
      ['甲', '2023Q1', 95, 1],
      ['甲', '2023Q2', 60, 2],
      ['甲', '2023Q3', null, null],
      ['甲', '2023Q4', 80, 2],
    ]);
    expect(await ask(trendTracks('period'))).toEqual([
      { track: '一类', subjects: 2 },
      { track: '二类', subjects: 1 },
    ]);
  });

  test('by year too; only those asked for', async () => {
    const year = { ...applied, grain: 'year' } as const;
    const found = await ask(trendResults(year, '一类', ['甲']));
    // of a year that lacks a quarter there is nothing
    expect(found).toEqual([
      { subject: '甲', point: '2023', score: null, rank: null, stars: null, level: null },
    ]);
    expect((await ask(trendPoints('year'))).map(({ point }) => point)).toEqual(['2023']);
  });

  test('of very many, those first, last and that moved most; and where all lie', async () => {
    const picked = await ask(trendPicks(applied, '一类', '2023Q1', '2023Q2', 1));
    expect(picked.sort()).toEqual(['乙', '甲']);
    const [first] = await ask(trendBands(applied, '一类', 'score'));
    expect(first).toEqual({
      ...{ point: '2023Q1', subjects: 2, median: 82.5, low: 76.25, high: 88.75 },
      ...{ lowest: 71.25, highest: 93.75 },
    });
  });

  test('each point by the version that is given for it', async () => {
    const half = smallScheme((document) => {
      plainScore(document);
      document.version = '2.0';
      document.score.parts.forEach((part) => set(part, { steps: [{ times: 0.5 }] }));
    });
    await engine.tryOut(versionTrials([smallScheme(plainScore), half]));
    const ruled = [
      { point: '2023Q1', version: 'small@1.0' },
      { point: '2023Q2', version: 'small@2.0' },
    ];
    const found = await ask(trendResults({ grain: 'period', ruled }, '一类', ['乙']));
    expect(found.map(({ point, score: value }) => [point, value])).toEqual([
      ['2023Q1', 70],
      ['2023Q2', 45],
    ]);
    const year = { grain: 'year', ruled: [{ point: '2023', version: 'small@2.0' }] } as const;
    const [only] = await ask(trendResults(year, '一类', ['乙']));
    expect(only).toMatchObject({ point: '2023', score: 40, rank: 1 });
  });
});

describe('one subject', () => {
  beforeAll(() =>
    scored([
      ...['一类,甲,2023Q1,60', '一类,乙,2023Q1,64', '一类,丙,2023Q1,90'],
      ...['一类,丁,2023Q1,', '二类,戊,2023Q1,61'],
    ]),
  );

  test('stands beside the quartiles of its track', async () => {
    const [part] = await ask(standingOf('甲', '2023Q1'));
    // 60, 64 and 90; the one without a figure is not among them
    expect(part).toMatchObject({ value: 60, subjects: 3, low: 62, median: 64, high: 77 });
    expect(part?.contribution).toBe(60);
    expect(part?.medianContribution).toBe(64);
  });

  test('has the nearest of its track as peers, in standard deviations', async () => {
    const peers = await ask(peersOf('甲', '2023Q1', 5));
    // the standard deviation of 60, 64 and 90 is 13.2999…
    expect(peers.map(({ subject, distance }) => [subject, distance.toFixed(4)])).toEqual([
      ['乙', '0.3008'],
      ['丙', '2.2556'],
    ]);
  });

  test('without a figure it has no peers, and its results say so', async () => {
    expect(await ask(peersOf('丁', '2023Q1', 5))).toEqual([]);
    expect(await ask(resultsOf('丁'))).toMatchObject([
      { period: '2023Q1', score: null, rank: null },
    ]);
    expect(await ask(economyYearsOf('丁'))).toEqual([]);
    expect(await ask(eventsOf('丁'))).toEqual([]);
  });
});

test('what happened to a subject: vetoes and the watch list', async () => {
  const judged = smallScheme((document) => {
    plainScore(document);
    set(document, {
      vetoes: [{ id: 'accident', when: { measure: '得分', below: 20 }, effect: 'zero' }],
    });
  });
  await score(engine, '得分', fourQuarters('一类', '甲', 2023, [95, 10, 95, 95]), plainScore);
  await engine.apply([
    ...compileScheme(judged),
    ...subjectViews({ vetoes: true, flags: false, rectification: false, people: false }),
  ]);
  expect(
    lines(await engine.rows(`SELECT * FROM report.subject_event WHERE kind = 'veto'`)),
  ).toEqual(['甲 2023Q2 veto accident zero']);
});
