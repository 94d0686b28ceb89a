import { beforeAll, describe, expect, test } from 'vitest';
import { prepare } from '../../src/cli/score';
import type { Session } from '../../src/cli/session';
import { presets } from '../../src/scheme/presets';
import { isLeaf, treeNodes } from '../../src/scheme/tree';
import { basesOf, figuresOf, scored } from './headline';

let session: Session;

const scheme = presets.find(({ id }) => id === 'zhaoling');
const nodes = scheme ? treeNodes(scheme.score) : [];

describe('system B, stars', () => {
  beforeAll(async () => {
    session = await scored('zhaoling', 'zhaoling');
  }, 240_000);

  test('the published figures of a quarter come out', async () => {
    const figures = await figuresOf(session, '2023Q4');
    expect(figures).toMatchObject({
      task_count: 126,
      premium_village_count: 5,
      key_village_count: 17,
      tidy_village_count: 30,
      classed_village_count: 52,
      grid_worker_count: 5566,
    });
    const tiers = [1, 2, 3, 4, 5].map((tier) => Number(figures[`grid_tier_${tier}_count`]));
    expect(tiers.every((count) => count > 0)).toBe(true);
    expect(tiers.reduce((sum, count) => sum + count, 0)).toBe(5566);
  });

  test('the published figures of a year come out', async () => {
    const figures = await figuresOf(session, '2023');
    expect(figures).toMatchObject({
      mediation_rate: 0.9986,
      subsidy_five_star_quarter: 75,
      subsidy_five_star_year: 300,
      grid_worker_year: 600,
    });
    expect(figures['share_at_threshold']).toBeGreaterThan(0.6);
    expect(await basesOf(session, '2023')).toMatchObject({ share_at_threshold: '34/55' });
  });

  test.each(['2022', '2023', '2024'])(
    'rewards of %s come to over 16 million yuan',
    async (year) => {
      const { reward_total: total } = await figuresOf(session, year);
      expect(total).toBeGreaterThan(16_000_000);
      expect(total).toBeLessThan(17_000_000);
    },
  );

  test('one office and seven teams answer for the 126 tasks of the five stars', () => {
    const depths = nodes.map(({ depth }) => depth);
    expect([1, 2, 3].map((depth) => depths.filter((one) => one === depth).length)).toEqual([
      5, 8, 126,
    ]);
  });

  test('a star for nine tasks in ten; stars are counted, two at the most for a listed village', async () => {
    const parents = new Map(nodes.map(({ id, parent }) => [id, parent ?? '']));
    const pairs = nodes
      .filter(isLeaf)
      .map(({ id }) => `('${id}', '${parents.get(parents.get(id) ?? '') ?? ''}')`);
    const rows = await session.query(`
      WITH own AS (
        SELECT subject_id, period_id, count(*) FILTER (done >= 0.9 - 1e-9) AS stars
        FROM (
          SELECT o.subject_id, o.period_id, t.star, avg(o.value) AS done
          FROM canon.observation AS o
          JOIN (VALUES ${pairs.join(', ')}) AS t (task, star) ON t.task = o.indicator_id
          GROUP BY o.subject_id, o.period_id, t.star
        )
        GROUP BY subject_id, period_id
      )
      SELECT s.stars, o.stars AS expected, a.subject_id IS NOT NULL AS listed
      FROM score.period_stars AS s
      JOIN own AS o USING (subject_id, period_id)
      LEFT JOIN (FROM canon.attribute WHERE words = '软弱涣散') AS a USING (subject_id, period_id)`);
    expect(rows).toHaveLength(55 * 12);
    for (const { stars, expected, listed } of rows)
      expect(stars).toBe(listed === true ? Math.min(2, Number(expected)) : Number(expected));
    expect(rows.some(({ listed, expected }) => listed === true && Number(expected) > 2)).toBe(true);
  });

  test('15 yuan a star and quarter for each person of 67 to 79, both ends included', async () => {
    const rows = await session.query(`
      SELECT h.amount, s.stars, g.heads
      FROM score.head_reward AS h
      JOIN score.period_stars AS s USING (subject_id, period_id)
      JOIN (
        SELECT subject_id, period_id, sum(value) AS heads
        FROM canon.observation
        WHERE regexp_full_match(indicator_id, '(6[789]|7[0-9])岁')
        GROUP BY subject_id, period_id
      ) AS g USING (subject_id, period_id)
      WHERE h.kind = 'elderly'`);
    expect(rows).toHaveLength(55 * 12);
    for (const { amount, stars, heads } of rows)
      expect(amount).toBe(15 * Number(stars) * Number(heads));
  });

  test('a village that is listed again within a year has relapsed', async () => {
    const rows = await session.query(
      `SELECT subject_id, period_id FROM score.rectification WHERE relapse ORDER BY period_id`,
    );
    expect(rows.map((row) => row['period_id'])).toEqual(['2023Q1']);
  });
});

describe('system B, rounds', () => {
  beforeAll(async () => {
    await prepare(session, 'zhaoling-rounds', {});
  }, 240_000);

  test('15 rounds of two months, in which 60 % of the villages took part', async () => {
    const figures = await figuresOf(session, '2024B3');
    expect(figures).toMatchObject({
      round_count: 15,
      village_so_far_count: 33,
      share_so_far: 0.6,
      round_village_count: 11,
    });
    expect(await basesOf(session, '2024B3')).toMatchObject({ share_so_far: '33/55' });
    expect(await figuresOf(session, '2022B1')).toMatchObject({ round_count: 1, share_so_far: 0.2 });
  });

  test('only those in a round are ranked in it; a tenth stands at the bottom', async () => {
    const rows = await session.query(`
      SELECT period_id, count(*) AS ranked, count(r.subject_id) AS named
      FROM score.period_rank
      LEFT JOIN score.rectification AS r USING (subject_id, period_id)
      GROUP BY period_id`);
    expect(rows).toHaveLength(15);
    for (const { ranked, named } of rows) expect([Number(ranked), Number(named)]).toEqual([11, 1]);
  });
});
