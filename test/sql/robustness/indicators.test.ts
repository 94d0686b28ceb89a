import { beforeAll, describe, expect, test } from 'vitest';
import { panelParts } from '../../../src/robustness';
import { compileScheme } from '../../../src/scheme/compile';
import { floors } from '../../../src/model/view';
import { numberOf } from '../../../src/model/row';
import { robustnessViews } from '../../../src/views/robustness';
import { smallScheme } from '../../unit/scheme/document';
import { lines, score, set } from '../scheme/scored';
import { TestEngine } from '../test-engine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

const ask = async (question: string) => lines(await engine.rows(question));

describe('two indicators of eight villages', () => {
  // both go up together but for one pair of places: 评价 is 10 times the place of 工作, with 7 and 8 exchanged
  const figures = [10, 20, 30, 40, 50, 60, 80, 70];

  beforeAll(async () => {
    await score(
      engine,
      '工作,评价',
      figures.map((view, index) => `一类,村${index + 1},2023Q1,${index + 1},${view}`),
    );
    await engine.apply([
      ...compileScheme(smallScheme()),
      ...robustnessViews({ top: 3, panels: [] }),
    ]);
  });

  test('are alike in figures and places', async () => {
    // Σd² = 2: 1 - 6·2 / (8·63) = 0.976190; the figures are ten times the places, so Pearson is the same
    expect(
      await ask(
        `SELECT first, second, subjects, round(pearson, 6), round(spearman, 6), redundant FROM report.indicator_correlation`,
      ),
    ).toEqual(['work view 8 0.97619 0.97619 true']);
  });

  test('weigh in effect as much as they vary', async () => {
    // 0.6·x and 0.4·y with var x = 5.25, var y = 525, cov = 5.25·10·0.97619 = 51.25:
    // var = 0.36·5.25 + 0.16·525 + 2·0.24·51.25 = 110.49; work 0.36·5.25 + 0.24·51.25 = 14.19
    const rows = await engine.rows(
      'SELECT part, nominal_weight, effective_weight FROM report.indicator_weight ORDER BY part DESC',
    );
    expect(rows.map((row) => row['part'])).toEqual(['work', 'view']);
    const nominal = rows.map((row) => numberOf(row, 'nominal_weight')?.toFixed(9));
    expect(nominal).toEqual(['0.600000000', '0.400000000']);
    const [work = NaN, view = NaN] = rows.map((row) => numberOf(row, 'effective_weight') ?? NaN);
    expect(work).toBeCloseTo(14.19 / 110.49, 9);
    expect(work + view).toBeCloseTo(1, 12);
  });

  test('tell the top from the middle', async () => {
    // places by score: 7 (32.6… → 4.2 + 32 = 36.2), 8 (4.8 + 28 = 32.8), then 6, 5, 4, 3, then 2, 1
    expect(
      await ask(
        `SELECT part, top_count, middle_count, top_mean, middle_mean, round(separation, 6) FROM report.track_separation`,
      ),
    ).toEqual(['work 2 4 7.5 4.5 1.224745', 'view 2 4 75 45 1.224745']);
  });
});

test('an indicator that is the same for all has no correlation', async () => {
  await score(
    engine,
    '工作,评价',
    [1, 2, 3, 4].map((view, index) => `一类,村${index},2023Q1,7,${view}`),
  );
  await engine.apply([...compileScheme(smallScheme()), ...robustnessViews({ top: 3, panels: [] })]);
  expect(
    await ask('SELECT pearson, spearman, redundant FROM report.indicator_correlation'),
  ).toEqual(['∅ ∅ false']);
});

test('a class of assessors is as severe as it lies below the others', async () => {
  const scheme = smallScheme(({ score: part }) => {
    set(part.parts[0] ?? {}, { from: { marks: ['甲一', '甲二'] } });
    set(part.parts[1] ?? {}, { from: { marks: ['乙一'] } });
  });
  await score(engine, '甲一,甲二,乙一', [
    '一类,村一,2023Q1,80,90,95',
    '一类,村二,2023Q1,70,70,85',
    '一类,村三,2023Q1,60,60,70',
    '一类,村四,2023Q1,50,50,',
  ]);
  expect(panelParts(scheme)).toEqual(['work', 'view']);
  await engine.apply([
    ...compileScheme(scheme),
    ...robustnessViews({ top: 3, panels: panelParts(scheme) }),
  ]);
  // 85, 70, 60 against 95, 85, 70: below by 35 / 3; the village that one class did not judge is not compared
  expect(
    await ask(
      `SELECT class, subjects, round(mean, 4), round(severity, 4), round(agreement, 6) FROM report.assessor_class`,
    ),
  ).toEqual(['work 3 71.6667 11.6667 0.973684', 'view 3 83.3333 -11.6667 0.973684']);
});

describe('the views', () => {
  const views = robustnessViews({ top: 5, panels: ['work'] });

  beforeAll(async () => {
    await engine.clear();
    await engine.arrange();
    await engine.apply([...compileScheme(smallScheme()), ...views]);
  });

  test.each(views.map((view) => [view.name, view] as const))(
    '%s can be asked of nothing, and says what it reads',
    async (name, view) => {
      expect(await engine.rows(`SELECT * FROM ${name}`)).toEqual([]);
      expect((await engine.relations()).get(name)).toEqual(view.columns);
      const bare = view.sql.replaceAll(/'(?:[^']|'')*'|--[^\n]*/g, '');
      const named = bare.matchAll(new RegExp(`(?<![\\w."])(?:${floors.join('|')})\\.\\w+`, 'g'));
      expect([...new Set([...named].map(([one]) => one))].sort()).toEqual([...view.reads].sort());
    },
  );
});
