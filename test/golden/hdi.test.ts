import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Session } from '../../src/cli/session';
import { figuresOf, sampleFolder, scored } from './headline';

let session: Session;

beforeAll(async () => {
  session = await scored('hdi', 'hdi');
}, 120_000);

interface Country {
  readonly code: string;
  readonly index: number;
  readonly life: number;
}

/** The index of each country, worked out from the cells of the file without the product. */
function indexesOf(year: number): Country[] {
  const text = readFileSync(join(sampleFolder('hdi'), 'indicators.csv'), 'utf8');
  const [, ...lines] = text.trim().split('\r\n');
  const part = (value: number, from: number, to: number) =>
    Math.min(1, Math.max(0, (value - from) / (to - from)));
  return lines.flatMap((line) => {
    const [code = '', , of, assessed, ...cells] = line.split(',');
    if (assessed === '' || Number(of) !== year) return [];
    const [life = NaN, expected = NaN, mean = NaN, income = NaN] = cells.map(Number);
    const health = part(life, 20, 85);
    const education = (part(expected, 0, 18) + part(mean, 0, 15)) / 2;
    const wealth = part(Math.log(income), Math.log(100), Math.log(75_000));
    const index = Math.round(Math.cbrt(health * education * wealth) * 1000) / 1000;
    return [{ code, index, life }];
  });
}

test.each([2021, 2022])('%i: index, rank and group of every country', async (year) => {
  const expected = indexesOf(year);
  expect(expected).toHaveLength(40);
  const rows = await session.query(`
    SELECT s.code, r.score, r.rank, t.stars
    FROM score.period_rank AS r
    JOIN score.period_stars AS t USING (subject_id, period_id)
    JOIN canon.subject AS s USING (subject_id)
    WHERE r.period_id = '${year}'`);
  expect(rows).toHaveLength(40);
  for (const row of rows) {
    const own = expected.find(({ code }) => code === row['code']);
    if (!own) throw new Error(`${String(row['code'])} is not in the file`);
    const group = own.index >= 0.8 ? 4 : own.index >= 0.7 ? 3 : own.index >= 0.55 ? 2 : 1;
    expect(row, own.code).toEqual({
      code: own.code,
      score: own.index,
      rank: 1 + expected.filter(({ index }) => index > own.index).length,
      stars: group,
    });
  }
});

test('the headline figures are means of the file', async () => {
  const lives = indexesOf(2022).map(({ life }) => life);
  const figures = await figuresOf(session, '2022');
  expect(figures['subject_count']).toBe(40);
  expect(figures['mean_score']).toBeCloseTo(
    indexesOf(2022).reduce((sum, { index }) => sum + index, 0) / 40,
    3,
  );
  // the regions are in the data, so their life expectancy is in the mean of it
  const all = lives.reduce((sum, life) => sum + life, 0) + 140;
  expect(figures['mean_life_expectancy']).toBeCloseTo(all / 42, 1);
});
