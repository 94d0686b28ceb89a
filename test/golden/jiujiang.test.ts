import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { Session } from '../../src/cli/session';
import type { Row } from '../../src/model/row';
import { compileScheme } from '../../src/scheme/compile';
import { presets } from '../../src/scheme/presets';
import { reportViews } from '../../src/views';
import { quarters, years, type Entry } from './evaluate';

const folder = join(import.meta.dirname, '../../sample-data/jiujiang');
const measures = ['比红星', '赛擂台', '访群众'];

/** The sample's quarterly sheets, read without the product. */
function sampleEntries(): Entry[] {
  const names = readdirSync(folder).filter((name) => name.includes('季度考评'));
  return names.flatMap((name) => {
    const book = read(readFileSync(join(folder, name)));
    return book.SheetNames.flatMap((sheetName, index) => {
      const sheet = book.Sheets[sheetName];
      if (!sheet) throw new Error(`${name} lacks ${sheetName}`);
      return utils.sheet_to_json<Record<string, string | number>>(sheet).map((row) => ({
        subject: `${row['镇(街道)']}/${row['村(社区)']}`,
        track: String(row['类别']),
        year: Number(name.slice(0, 4)),
        quarter: index + 1,
        hundredths: Object.fromEntries(
          measures.map((one) => [one, Math.round(Number(row[one]) * 100)]),
        ),
      }));
    });
  });
}

const bySubject = (rows: readonly Row[], period: string) =>
  new Map(rows.map((row) => [`${row['town']}/${row['name']} ${row[period]}`, row]));

let session: Session;
let entries: Entry[];

beforeAll(async () => {
  session = await Session.open([folder]);
  await session.arrange();
  entries = sampleEntries();
});

const versions = presets.filter(({ id }) => id === 'jiujiang');

describe.each(versions.map((scheme) => [`${scheme.id} ${scheme.version}`, scheme] as const))(
  '%s',
  (_, scheme) => {
    beforeAll(() => session.apply([...compileScheme(scheme), ...reportViews]));

    test('every quarter of every village has the score, rank and stars that the rules give', async () => {
      const rows = bySubject(await session.query('SELECT * FROM report.star_board'), 'period');
      const expected = quarters(scheme, entries);
      expect(rows.size).toBe(109 * 12);
      for (const { subject, year, quarter, score, rank, stars } of expected) {
        const row = rows.get(`${subject} ${year}Q${quarter}`);
        expect(
          { ...pick(row, ['score', 'rank', 'stars']) },
          `${subject} ${year}Q${quarter}`,
        ).toEqual({
          score: score / 100,
          rank,
          stars,
        });
      }
    });

    test('every year of every village has the stars, score, rank, level and reward that the rules give', async () => {
      const rows = bySubject(await session.query('SELECT * FROM report.annual_level'), 'year');
      const rewards = bySubject(await session.query('SELECT * FROM report.reward'), 'year');
      const expected = years(scheme, quarters(scheme, entries));
      expect(rows.size).toBe(109 * 3);
      for (const { subject, year, stars, score, rank, level, reward } of expected) {
        const key = `${subject} ${year}`;
        const row = rows.get(key);
        expect(pick(row, ['stars', 'score', 'rank', 'level']), key).toEqual({
          stars,
          score: score / 100,
          rank,
          level,
        });
        expect(rewards.get(key)?.['amount'], key).toBe(reward);
      }
    });

    test('lists hold exactly those whom their rules name', async () => {
      const expected = years(scheme, quarters(scheme, entries));
      const watched = await session.query('SELECT * FROM report.watch_list');
      const starsAtMost = scheme.lists.watch?.starsAtMost ?? -1;
      expect([...bySubject(watched, 'year').keys()].sort()).toEqual(
        expected
          .filter(({ stars }) => stars <= starsAtMost)
          .map(({ subject, year }) => `${subject} ${year}`)
          .sort(),
      );
      const streaks = await session.query('SELECT * FROM report.streak');
      const top = new Set(
        expected
          .filter(({ level }) => level === 5)
          .map(({ subject, year }) => `${subject} ${year}`),
      );
      expect([...bySubject(streaks, 'year').keys()].sort()).toEqual(
        [...top]
          .filter((key) => {
            const [subject, year] = [key.slice(0, -5), Number(key.slice(-4))];
            return top.has(`${subject} ${year - 1}`) && top.has(`${subject} ${year - 2}`);
          })
          .sort(),
      );
    });

    test('the parts of a score add up to it', async () => {
      const rows = await session.query(`
      SELECT e.subject_id, e.period, sum(e.contribution) AS parts, any_value(b.score) AS score
      FROM report.explanation AS e
      JOIN report.star_board AS b USING (subject_id, period)
      GROUP BY e.subject_id, e.period`);
      expect(rows).toHaveLength(109 * 12);
      for (const row of rows) {
        expect(
          Math.abs(Number(row['parts']) - Number(row['score'])),
          JSON.stringify(row),
        ).toBeLessThanOrEqual(0.005 + 1e-9);
      }
    });

    test('every part leads to the cell that holds it', async () => {
      const rows = await session.query('SELECT * FROM report.explanation');
      const sheets = new Map<string, unknown[][]>();
      for (const row of rows) {
        const key = `${row['file']}/${row['sheet']}`;
        if (!sheets.has(key)) {
          const book = read(readFileSync(join(folder, String(row['file']))));
          sheets.set(
            key,
            utils.sheet_to_json(book.Sheets[String(row['sheet'])] ?? {}, { header: 1 }),
          );
        }
        const cell =
          sheets.get(key)?.[Number(row['source_row']) - 1]?.[
            String(row['letter']).charCodeAt(0) - 65
          ];
        expect(cell, JSON.stringify(row)).toBe(row['measured']);
      }
    });
  },
);

test('the published figures of 2023 come out under version 2.0', async () => {
  const scheme = versions.find((one) => one.version === '2.0');
  if (!scheme) throw new Error('no version 2.0');
  await session.apply([...compileScheme(scheme), ...reportViews]);
  const rows = await session.query(
    `SELECT figure_id, value, basis FROM report.headline WHERE period = '2023'`,
  );
  const figures = Object.fromEntries(
    rows.map((row) => [String(row['figure_id']), row['value']] as const),
  );
  expect(figures).toMatchObject({
    town_count: 9,
    subject_count: 109,
    track_count: 3,
    level_5_count: 6,
    level_4_count: 9,
    level_3_count: 12,
    level_3_or_above_count: 27,
    period_five_star_count: 40,
    watch_list_count: 16,
    mean_operating_income: 107.2,
    mean_operating_profit: 45.74,
    total_investment: 17_100,
    total_dividend: 2865,
  });
  expect(figures['streak_count']).toBeGreaterThanOrEqual(1);
  expect(figures['reward_total']).toBeLessThanOrEqual(12_000_000);
  const basis = Object.fromEntries(
    rows.map((row) => [String(row['figure_id']), row['basis']] as const),
  );
  expect(basis['mean_operating_income']).toBe('denominator 109');
  expect(basis['total_investment']).toBe('reporting 84');
});

function pick(row: Row | undefined, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row?.[column] ?? null]));
}
