import type { View } from '../../model/view';
import { join, lit, note, sql } from '../../sql/sql';
import { headMeasures } from '../heads';
import type { Rewards, Scheme } from '../shape';
import { listed } from './given';
import { rounded } from '../../sql/rounded';

const nothing: Rewards = {
  pool: null,
  perStar: 0,
  perLevel: [],
  perHead: [],
  overPool: 'as-earned',
  round: { digits: 2, mode: 'half-up' },
};

/** What each subject is paid for a year, in yuan. */
export function rewardViews(scheme: Scheme): View[] {
  const rewards = scheme.rewards ?? nothing;
  return [
    ...(rewards.perHead.length > 0 ? [perHead(rewards)] : []),
    reward(rewards, scheme.rewards !== undefined),
  ];
}

/** Money for people: heads x amount, times the stars of the period where it follows them. */
function perHead({ perHead: kinds }: Rewards): View {
  const selects = kinds.map(
    ({ id: kind, heads, ages, amount, times, months }) => sql`
      SELECT
        e.subject_id, e.period_id, e.year, ${lit(kind)} AS kind, h.heads,
        ${times === 'stars' ? sql`s.stars` : lit(1)} AS times, ${lit(amount)} * ${lit(months)} AS rate,
        CAST(h.heads * ${times === 'stars' ? sql`s.stars` : lit(1)} * ${lit(amount)} * ${lit(months)} AS DOUBLE) AS amount
      FROM score.period_score AS e
      JOIN (
        SELECT subject_id, period_id, sum(value ORDER BY indicator_id) AS heads
        FROM canon.observation
        WHERE indicator_id IN ${listed(headMeasures({ heads, ages }))}
        GROUP BY subject_id, period_id
      ) AS h ON h.subject_id = e.subject_id AND h.period_id = e.period_id
      LEFT JOIN score.period_stars AS s ON s.subject_id = e.subject_id AND s.period_id = e.period_id`,
  );
  return {
    name: 'score.head_reward',
    reads: ['score.period_score', 'score.period_stars', 'canon.observation'],
    columns: ['subject_id', 'period_id', 'year', 'kind', 'heads', 'times', 'rate', 'amount'],
    stored: true,
    sql: sql`
      ${note(`rewards.perHead: ${kinds.map(({ id, amount, times }) => `${id} ${amount} yuan (${times})`).join(', ')}`)}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
}

function reward(
  { pool, perStar, perLevel, perHead: kinds, overPool, round }: Rewards,
  paid: boolean,
): View {
  const cases = perLevel.map(({ level, amount }) => sql`WHEN ${lit(level)} THEN ${lit(amount)}`);
  const once = cases.length === 0 ? lit(0) : sql`CASE l.level ${join(cases, ' ')} ELSE 0 END`;
  const share =
    overPool === 'pro-rata' && pool !== null
      ? sql`least(1, ${lit(pool)} / nullif(sum(earned) OVER (PARTITION BY year), 0))`
      : lit(1);
  const heads = kinds.length > 0;
  return {
    name: 'score.reward',
    reads: ['score.year_level', ...(heads ? ['score.head_reward'] : [])],
    columns: [
      'subject_id',
      'track',
      'year',
      'stars',
      'level',
      'star_reward',
      'level_reward',
      'head_reward',
      'pool_share',
      'amount',
    ],
    stored: false,
    sql: sql`
      ${note(`rewards: ${perStar} yuan a star, one-off by level, pool ${pool ?? 'without limit'}, ${overPool}`)}
      WITH earned AS (
        SELECT
          l.subject_id, l.track, l.year, l.stars, l.level,
          CAST(coalesce(l.stars, 0) * ${lit(perStar)} AS DOUBLE) AS star_reward,
          CAST(${once} AS DOUBLE) AS level_reward,
          ${heads ? sql`coalesce(h.amount, 0)` : sql`CAST(0 AS DOUBLE)`} AS head_reward,
          star_reward + level_reward + head_reward AS earned
        FROM score.year_level AS l
        ${heads ? headSums : sql``}
        ${paid ? sql`` : sql`WHERE FALSE`}
      ),
      paid AS (
        SELECT *, CAST(${share} AS DOUBLE) AS pool_share
        FROM earned
      )
      SELECT
        subject_id, track, year, stars, level, star_reward, level_reward, head_reward, pool_share,
        ${rounded(sql`earned * pool_share`, round)} AS amount
      FROM paid`.text,
  };
}

const headSums = sql`
  LEFT JOIN (
    SELECT subject_id, year, sum(amount) AS amount FROM score.head_reward GROUP BY subject_id, year
  ) AS h ON h.subject_id = l.subject_id AND h.year = l.year`;
