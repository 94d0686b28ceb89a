import { beforeAll, beforeEach, expect, test } from 'vitest';
import { canonChecks } from '../../../src/ingest/quality/canon-checks';
import { Places } from '../../../src/ingest/places';
import type { Finding } from '../../../src/model/finding';
import { rows, sql } from '../../../src/sql/sql';
import { QualityEngine } from './quality-engine';

/** A figure: subject number, period, value, and what differs from the usual. */
interface Figure {
  readonly subject: number;
  readonly period: string;
  readonly value: number;
  readonly measure?: string;
  readonly source?: string;
}

let engine: QualityEngine;

beforeAll(async () => {
  engine = await QualityEngine.start();
});

beforeEach(async () => {
  await engine.run(
    sql`CREATE OR REPLACE TABLE canon.source AS SELECT 's' AS source_id, 0 AS source_column, 'x' AS header`
      .text,
  );
});

/** First and last period of a subject, by its number. */
type Valid = Readonly<Record<number, readonly [from: string | null, to: string | null]>>;

async function check(figures: readonly Figure[], valid: Valid = {}): Promise<Finding[]> {
  const subjects = [...new Set(figures.map(({ subject }) => subject))];
  const periods = [...new Set(figures.map(({ period }) => period))];
  await engine.run(
    sql`
      CREATE OR REPLACE TABLE canon.subject AS
      SELECT * REPLACE (valid_from::VARCHAR AS valid_from, valid_to::VARCHAR AS valid_to)
      FROM ${rows(
        ['subject_id', 'name', 'town', 'track', 'valid_from', 'valid_to'],
        subjects.map((one) => [
          ...[`v${one}`, `第${one}村`, '云岭镇', '一类'],
          ...(valid[one] ?? [null, null]),
        ]),
      )}`.text,
    sql`
      CREATE OR REPLACE TABLE canon.period AS
      SELECT * FROM ${rows(
        ['period_id', 'cadence', 'year', 'number'],
        periods.map((period) => {
          const [, year, quarter] = /^(\d{4})(?:Q(\d))?$/.exec(period) ?? [];
          return [period, quarter ? 'quarter' : 'year', Number(year), Number(quarter ?? 1)];
        }),
      )}`.text,
    sql`
      CREATE OR REPLACE TABLE canon.reading AS
      SELECT *, 3 AS source_column, CAST(value AS VARCHAR) AS text
      FROM ${rows(
        ['subject_id', 'period_id', 'measure', 'value', 'source_id', 'source_row'],
        figures.map(({ subject, period, value, measure, source }) => [
          `v${subject}`,
          period,
          measure ?? '比红星',
          value,
          source ?? period,
          subject,
        ]),
      )}`.text,
  );
  const places = new Places([]);
  const found: Finding[] = [];
  for (const { query, findings } of canonChecks) {
    found.push(...findings(await engine.rows(query.text), places));
  }
  return found;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
/** Scores of some villages in some quarters that no check objects to. */
const usual = (count: number, periods: readonly string[], scale = 1): Figure[] =>
  periods.flatMap((period, at) =>
    numbers(count).map((subject) => ({
      subject,
      period,
      value: (60 + ((subject * 7 + at * 5) % 35)) * scale,
    })),
  );

test('nothing is said of figures that are all there and alike', async () => {
  expect(await check(usual(30, ['2023Q1', '2023Q2', '2023Q3', '2023Q4']))).toEqual([]);
});

test('subjects that a period lacks are named, with their number', async () => {
  const figures = usual(20, ['2023Q1', '2023Q2']).filter(
    ({ subject, period }) => period === '2023Q1' || subject > 5,
  );
  expect(await check(figures)).toMatchObject([
    {
      code: 'subject_missing',
      value: '2023Q2',
      count: 5,
      about: '云岭镇 第1村、云岭镇 第2村、云岭镇 第3村',
    },
  ]);
});

test('a subject that was merged away or has come of a split is missing only while it exists', async () => {
  const periods = ['2023Q3', '2023Q4', '2024Q1'];
  const figures = usual(20, periods).filter(
    ({ subject, period }) => subject > 4 || period === '2023Q4',
  );
  const valid: Valid = { 1: [null, '2023'], 2: [null, '2023Q4'], 3: ['2023Q4', null] };
  expect(await check(figures, valid)).toMatchObject([
    { code: 'subject_missing', value: '2023Q3', count: 3 },
    { code: 'subject_missing', value: '2024Q1', count: 2 },
  ]);
});

test('a subject that ended within a year is not missing in that year', async () => {
  const figures = usual(20, ['2022', '2023']).filter(
    ({ subject, period }) => period === '2022' || subject > 3,
  );
  const valid: Valid = { 1: [null, '2023Q2'], 2: [null, '2023M12'], 3: [null, '2022'] };
  expect(await check(figures, valid)).toMatchObject([
    { code: 'subject_missing', value: '2023', count: 1, about: '云岭镇 第2村' },
  ]);
});

test('quarters that are missing between others, over the end of a year too', async () => {
  expect(await check(usual(5, ['2022Q3', '2023Q2', '2023Q3']))).toMatchObject([
    { code: 'period_gap', value: '2022Q3', about: '2022Q4、2023Q1', count: 2 },
  ]);
  // a year and a quarter don't follow each other
  expect(await check(usual(5, ['2020', '2023Q2', '2023Q3']))).toEqual([]);
});

test('one village in another unit than its own other periods', async () => {
  const figures = usual(20, ['2021', '2022', '2023']).map((one) =>
    one.subject === 4 && one.period === '2022' ? { ...one, value: one.value * 10_000 } : one,
  );
  expect(await check(figures)).toMatchObject([
    {
      code: 'unit_jump',
      file: '2022',
      row: 4,
      column: 'C',
      detail: { factor: 10_000, period: '2022', name: '云岭镇 第4村' },
    },
  ]);
});

test('a whole table in another unit is one finding', async () => {
  const figures = [...usual(20, ['2021', '2022']), ...usual(20, ['2023'], 10_000)];
  expect(await check(figures)).toMatchObject([
    { code: 'unit_jump_table', file: '2023', column: 'C', count: 20, detail: { factor: 10_000 } },
  ]);
});

test('a town in another unit than the other towns of the same year', async () => {
  const town = (number: number, scale: number): Figure[] =>
    numbers(6).map((village) => ({
      subject: number * 10 + village,
      period: '2023',
      value: (20 + ((village * 11 + number * 5) % 40)) * scale,
      source: `town${number}`,
    }));
  const figures = [...numbers(6).flatMap((one) => town(one, 1)), ...town(7, 10_000)];
  expect((await check(figures)).filter(({ code }) => code !== 'outlier')).toMatchObject([
    { code: 'unit_jump_table', file: 'town7', count: 6, detail: { factor: 10_000 } },
  ]);
});

test('figures that grow a lot, or differ a lot from village to village, are no slip of the unit', async () => {
  const grown = numbers(15).flatMap((subject) =>
    ['2021', '2022', '2023'].map((period, at) => ({
      subject,
      period,
      value: 3 * subject * 2 ** (at * (subject % 4)),
    })),
  );
  const spread = numbers(40).map((subject) => ({
    subject,
    period: '2023',
    measure: 'operating_income',
    value: 5000 * 1.25 ** subject,
  }));
  expect((await check(grown)).map(({ code }) => code)).toEqual([]);
  expect((await check(spread)).map(({ code }) => code)).toEqual([]);
});

test('a score far below all others; not among a few, not where many are', async () => {
  const scores = usual(30, ['2023Q1']);
  const low = (count: number) =>
    scores.map((one) => (one.subject <= count ? { ...one, value: 0.5 + one.subject } : one));
  expect(await check(low(1))).toMatchObject([
    { code: 'outlier', row: 1, value: '1.5', detail: { peers: 30, period: '2023Q1' } },
  ]);
  expect(await check(low(1).slice(0, 8))).toEqual([]);
  expect(await check(low(7))).toEqual([]);
});

test('a long list is cut, and says so', async () => {
  const many = numbers(600).flatMap((subject) =>
    ['2021', '2022', '2023'].map((period) => ({
      subject,
      period,
      // each in a table of its own, so that no table is off as a whole
      source: `s${subject}`,
      value: (50 + (subject % 40)) * (period === '2022' ? 1_000 : 1),
    })),
  );
  const found = await check(many);
  expect(found.filter(({ code }) => code === 'unit_jump')).toHaveLength(500);
  expect(found.filter(({ code }) => code === 'findings_cut')).toMatchObject([{ count: 500 }]);
});
