import { beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/cli/session';
import { compileScheme } from '../../src/scheme/compile';
import { presets } from '../../src/scheme/presets';
import { reportViews } from '../../src/views';
import { economyViews } from '../../src/views/economy';
import { basesOf, figuresOf, scored } from './headline';

describe('system D, teams', () => {
  let session: Session;

  beforeAll(async () => {
    session = await scored('kongtong', 'kongtong');
  }, 120_000);

  test('the published figures come out', async () => {
    expect(await figuresOf(session, '2024')).toMatchObject({
      team_count: 252,
      cadre_count: 809,
      cadres_per_team: 3.21,
      contest_count: 36,
      total_income: 6651.85,
      company_count: 20,
      company_revenue: 140,
      members_taken: 260,
      members_planned: 282,
      members_completion: 0.922,
      grid_count: 357,
      grid_branch_count: 139,
      grid_branch_share: 0.3894,
      new_organisation_count: 201,
      cross_appointed_count: 102,
      cross_appointed_share: 0.5075,
      rectified_count: 8,
    });
  });

  test('the mean income is cut off, not rounded, over the teams that are assessed', async () => {
    expect(await figuresOf(session, '2024')).toMatchObject({
      mean_income: 26.39,
      mean_operating_income: 26.39,
    });
    expect(await basesOf(session, '2024')).toMatchObject({
      mean_income: '6651.85/252',
      mean_operating_income: 'denominator 252',
    });
  });

  test('revenue that somebody gives as "over 6" makes a sum of at least that much', async () => {
    expect(await basesOf(session, '2024')).toMatchObject({
      company_revenue: 'reporting 20, at_least',
      total_income: 'reporting 252',
    });
  });

  test('260 of 282 planned is 92.2 %, and 282 follows from the other two', async () => {
    const scheme = presets.find(({ id }) => id === 'kongtong');
    if (!scheme) throw new Error('no kongtong');
    await session.apply([
      ...compileScheme(scheme),
      ...reportViews,
      ...economyViews(scheme.economy),
    ]);
    const [row] = await session.query(
      `SELECT actual, plan, round(completion, 3) AS completion FROM report.economy_completion WHERE scope = 'all'`,
    );
    expect(row).toEqual({ actual: 260, plan: 282, completion: 0.922 });
    const figures = await figuresOf(session, '2024');
    const backwards = Number(figures['members_taken']) / Number(figures['members_completion']);
    expect(Math.round(backwards)).toBe(282);
  });
});

describe('system D, cadres', () => {
  let session: Session;

  beforeAll(async () => {
    session = await scored('kongtong-cadres', 'kongtong-cadres');
  }, 120_000);

  test('809 cadres of 252 teams are assessed, 3.21 in each', async () => {
    expect(await figuresOf(session, '2024')).toMatchObject({
      cadre_count: 809,
      team_count: 252,
      cadres_per_team: 3.21,
      rated_count: 809,
    });
  });

  test('no post has more than a fifth rated excellent', async () => {
    const rows = await session.query(`
      SELECT track, count(*) FILTER (stars = 4) AS excellent, count(*) AS rated
      FROM score.period_stars GROUP BY track`);
    for (const row of rows)
      expect(Number(row['excellent']), String(row['track'])).toBeLessThanOrEqual(
        Number(row['rated']) / 5,
      );
  });
});
