import { beforeAll, describe, expect, test } from 'vitest';
import type { Trial } from '../../../src/model/trial';
import { drawTrials, leaveOneOut, withoutSubjects, type Variation } from '../../../src/robustness';
import { compileScheme } from '../../../src/scheme/compile';
import { smallScheme } from '../../unit/scheme/document';
import { lines, score, set } from '../scheme/scored';
import { TestEngine } from '../test-engine';
import { applyViews } from './applied';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

// weights 0.6 and 0.4: 甲 84, 乙 80, 丙 78, 丁 60
const figures = [
  '一类,甲,2023Q1,80,90',
  '一类,乙,2023Q1,100,50',
  '一类,丙,2023Q1,70,90',
  '一类,丁,2023Q1,60,60',
];

const ask = async (question: string) => lines(await engine.rows(question));

/** Loads the figures and tries something out, with the views of both scheme and runs in place. */
async function tried(trials: readonly Trial[], given: readonly string[] = figures): Promise<void> {
  await score(engine, '工作,评价', given);
  await applyViews(engine);
  await engine.tryOut(trials);
}

describe('without a part', () => {
  beforeAll(() => tried(leaveOneOut(smallScheme())));

  test('the others take its weight over, and ranks shift', async () => {
    expect(
      await ask(
        `SELECT what, subject_id, score, rank FROM trial.result WHERE kind = 'leave-out' ORDER BY what, rank, subject_id`,
      ),
    ).toEqual([
      'view 乙 100 1',
      'view 甲 80 2',
      'view 丙 70 3',
      'view 丁 60 4',
      'work 丙 90 1',
      'work 甲 90 1',
      'work 丁 60 3',
      'work 乙 50 4',
    ]);
  });

  test('the mean shift is over all subjects', async () => {
    // without view 乙 and 甲 change places; without work 乙 falls by 2, 丙 rises by 2, 丁 rises by 1
    expect(
      await ask(
        'SELECT part, subjects, mean_shift, largest_shift, unranked FROM report.left_out_shift',
      ),
    ).toEqual(['work 4 1.25 2 0', 'view 4 0.5 1 0']);
  });

  test('kinds of runs may be asked for together', async () => {
    const scheme = smallScheme();
    await engine.tryOut([...leaveOneOut(scheme), ...withoutSubjects(scheme, ['丁'])]);
    expect(await ask('SELECT part, subjects FROM report.left_out_shift')).toEqual([
      'work 4',
      'view 4',
    ]);
  });

  test('the results of the scheme itself stay as they are', async () => {
    expect(
      await ask('SELECT subject_id, score FROM score.period_score ORDER BY score DESC'),
    ).toEqual(['甲 84', '乙 80', '丙 78', '丁 60']);
  });

  test('another scheme or other data leave no result of runs behind, other reports do', async () => {
    await applyViews(engine);
    expect(await ask('SELECT * FROM trial.result')).not.toEqual([]);
    await engine.apply(compileScheme(smallScheme()));
    expect(await ask('SELECT * FROM trial.result')).not.toEqual([]);
    const other = smallScheme((document) => set(document.rank, { within: 'period' }));
    await engine.apply(compileScheme(other));
    expect(await ask('SELECT * FROM trial.result')).toEqual([]);
    await tried(leaveOneOut(smallScheme()));
    await engine.arrange();
    expect(await ask('SELECT * FROM trial.result')).toEqual([]);
  });
});

describe('draws', () => {
  const variation: Variation = {
    runs: 12,
    seed: 7,
    spread: 0.5,
    normalisations: ['as-is'],
    missing: [null],
  };
  const all = `SELECT run, what, subject_id, score, rank, stars FROM trial.result ORDER BY ALL`;

  test('the same seed gives the same results, another seed others', async () => {
    await tried(drawTrials(smallScheme(), variation));
    const first = await ask(all);
    await engine.tryOut(drawTrials(smallScheme(), variation));
    expect(await ask(all)).toEqual(first);
    await engine.tryOut(drawTrials(smallScheme(), { ...variation, seed: 8 }));
    expect(await ask(all)).not.toEqual(first);
  });

  test('with nothing varied every draw is the scheme as it stands', async () => {
    await tried(drawTrials(smallScheme(), { ...variation, runs: 3, spread: 0 }));
    expect(
      await ask(
        'SELECT subject_id, rank, runs, median_rank, low_rank, high_rank, share_in_top, crosses FROM report.rank_interval',
      ),
    ).toEqual([
      '甲 1 3 1 1 1 1 false',
      '乙 2 3 2 2 2 1 false',
      '丙 3 3 3 3 3 0 false',
      '丁 4 3 4 4 4 0 false',
    ]);
  });

  test('an interval is that of the ranks that occurred, and says where it crosses a cut point', async () => {
    await tried(drawTrials(smallScheme(), { ...variation, runs: 60 }));
    // from 0.3 : 0.6 to 0.9 : 0.2 of the weights 乙 lies anywhere from first to third, 丁 always last
    expect(
      await ask(
        'SELECT subject_id, low_rank, high_rank, low_stars, high_stars, crosses FROM report.rank_interval ORDER BY rank',
      ),
    ).toEqual(['甲 1 2 2 2 false', '乙 1 3 1 2 true', '丙 2 3 1 2 true', '丁 4 4 1 1 false']);
  });

  test('weights keep their sum whatever is drawn', async () => {
    // 丁 has 60 in both parts: its score is 60 times the sum of the weights
    expect(await ask(`SELECT DISTINCT score FROM trial.result WHERE subject_id = '丁'`)).toEqual([
      '60',
    ]);
  });

  test('normalisation and missing rule are drawn with the weights', async () => {
    const scheme = smallScheme(({ score: part }) =>
      part.parts.forEach((one) => set(one, { steps: [{ minmax: [0, 100] }] })),
    );
    await tried(
      drawTrials(scheme, {
        ...variation,
        normalisations: ['as-is', 'z', 'percentile'],
        missing: [null, 'redistribute'],
      }),
      [...figures, '一类,戊,2023Q1,100,'],
    );
    expect(
      await ask(
        `SELECT what, count(DISTINCT run) > 0 AS drawn, count(score) FILTER (subject_id = '戊') > 0 AS rated FROM trial.result WHERE kind = 'draw' GROUP BY what ORDER BY what`,
      ),
    ).toEqual([
      'as-is as-is true false',
      'as-is redistribute true true',
      'percentile as-is true false',
      'percentile redistribute true true',
      'z as-is true false',
      'z redistribute true true',
    ]);
  });
});

test('two subjects change places where a third that sets the scale is removed', async () => {
  // with 丙 the second part spans 0 to 1000: 甲 50 + 1, 丙 50, 乙 30 + 2.5; without it 0 to 50: 甲 50 + 20, 乙 30 + 50.
  // Without 甲 the first part spans 0 to 60: 乙 50 + 2.5, 丙 50
  const scheme = smallScheme(({ score: part }) =>
    part.parts.forEach((one) => set(one, { weight: 0.5, steps: [{ minmax: [0, 100] }] })),
  );
  await tried(withoutSubjects(scheme, ['甲', '乙', '丙', '丁']), [
    '一类,甲,2023Q1,100,20',
    '一类,乙,2023Q1,60,50',
    '一类,丙,2023Q1,0,1000',
    '一类,丁,2023Q1,0,0',
  ]);
  expect(await ask('SELECT * FROM report.rank_reversal ORDER BY rank_ahead')).toEqual([
    '丙 2023Q1 甲 乙 1 3',
    '甲 2023Q1 丙 乙 2 3',
  ]);
});

test('progress counts the runs', async () => {
  await score(engine, '工作,评价', figures);
  const seen: string[] = [];
  await engine.tryOut(leaveOneOut(smallScheme()), ({ done, of }) => seen.push(`${done}/${of}`));
  expect(seen).toEqual(['1/3', '2/3', '3/3']);
});
