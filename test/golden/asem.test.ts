import { beforeAll, expect, test } from 'vitest';
import type { Session } from '../../src/cli/session';
import { figuresOf, scored } from './headline';

let session: Session;

beforeAll(async () => {
  session = await scored('asem', 'asem');
}, 120_000);

test('51 countries are ranked by 49 indicators in 8 pillars and 2 halves', async () => {
  const parts = await session.query(`
    SELECT depth, count(DISTINCT part) AS parts FROM score.contribution GROUP BY depth ORDER BY depth`);
  expect(parts.map((row) => Number(row['parts']))).toEqual([2, 8, 49]);
  expect(await figuresOf(session, '2018')).toMatchObject({ subject_count: 51, rated_count: 51 });
  const ranks = await session.query(
    `SELECT rank FROM score.period_rank WHERE score IS NOT NULL ORDER BY rank`,
  );
  expect(ranks.map((row) => Number(row['rank']))).toEqual(
    Array.from({ length: 51 }, (_, index) => index + 1),
  );
});

test('every empty cell takes the mean of its group, and is logged', async () => {
  const [missing] = await session.query(`
    SELECT 51 * 49 - count(*) AS n FROM canon.observation
    WHERE indicator_id IN (SELECT part FROM score.contribution WHERE depth = 3)`);
  const filled = await session.query(`
    SELECT t.node, t.subject_id, t.value_after, avg(b.value_after) AS mean
    FROM score.treatment AS t
    JOIN (
      SELECT o.indicator_id AS node, o.subject_id, g.words, o.value AS value_after
      FROM canon.observation AS o
      JOIN canon.attribute AS g ON g.subject_id = o.subject_id AND g.attribute = 'EurAsia_group'
    ) AS b ON b.node = t.node
    JOIN canon.attribute AS g
      ON g.subject_id = t.subject_id AND g.attribute = 'EurAsia_group' AND g.words = b.words
    WHERE t.kind = 'impute' AND t.node IN ('LPI', 'ConSpeed')
    GROUP BY t.node, t.subject_id, t.value_after`);
  const [logged] = await session.query(
    `SELECT count(*) AS n FROM score.treatment WHERE kind = 'impute'`,
  );
  expect(Number(missing?.['n'])).toBeGreaterThan(50);
  expect(Number(logged?.['n'])).toBe(Number(missing?.['n']));
  expect(filled.length).toBeGreaterThan(0);
  for (const row of filled) expect(Number(row['value_after'])).toBeCloseTo(Number(row['mean']), 9);
});

test('each indicator runs from 0 to 100 after its treatment; far values were brought back', async () => {
  const rows = await session.query(`
    SELECT node, min(value) AS lowest, max(value) AS highest
    FROM score.indicator_value GROUP BY node`);
  expect(rows).toHaveLength(49);
  for (const row of rows) {
    expect(Number(row['lowest']), String(row['node'])).toBeCloseTo(0, 9);
    expect(Number(row['highest']), String(row['node'])).toBeCloseTo(100, 9);
  }
  const [treated] = await session.query(
    `SELECT count(*) AS n FROM score.treatment WHERE kind = 'winsorise'`,
  );
  expect(Number(treated?.['n'])).toBeGreaterThan(0);
});

test('contributions add up to the index', async () => {
  const rows = await session.query(`
    SELECT sum(c.contribution) AS parts, any_value(s.score) AS score
    FROM score.contribution AS c JOIN score.period_score AS s USING (subject_id, period_id)
    WHERE c.depth = 1 GROUP BY c.subject_id`);
  expect(rows).toHaveLength(51);
  for (const row of rows) expect(Number(row['parts'])).toBeCloseTo(Number(row['score']), 9);
});
