import type { View } from '../../model/view';
import { join, lit, note, sql } from '../../sql/sql';
import type { Scheme } from '../shape';
import { rounded } from './step';

/** What follows from the year: lists, rewards, and the means of the economy. */
export function outcomeViews(scheme: Scheme): View[] {
  return [watch(scheme), streak(scheme), reward(scheme), economy(scheme)];
}

function watch(scheme: Scheme): View {
  const { starsAtMost } = scheme.lists.watch;
  return {
    name: 'score.watch',
    reads: ['score.year_level'],
    columns: ['subject_id', 'track', 'year', 'stars', 'rank'],
    stored: false,
    sql: sql`
      ${note(`lists.watch: ${starsAtMost} stars or fewer over the year`)}
      SELECT subject_id, track, year, stars, rank
      FROM score.year_level
      WHERE stars <= ${lit(starsAtMost)}`.text,
  };
}

function streak(scheme: Scheme): View {
  const { level, years } = scheme.lists.streak;
  return {
    name: 'score.streak',
    reads: ['score.year_level'],
    columns: ['subject_id', 'track', 'year', 'level', 'years'],
    stored: false,
    sql: sql`
      ${note(`lists.streak: level ${level} or above, ${years} years running`)}
      WITH run AS (
        SELECT
          subject_id, track, year, level,
          year - row_number() OVER (PARTITION BY subject_id ORDER BY year) AS start
        FROM score.year_level
        WHERE level >= ${lit(level)}
      )
      SELECT
        subject_id, track, year, level,
        CAST(row_number() OVER (PARTITION BY subject_id, start ORDER BY year) AS INTEGER) AS years
      FROM run
      QUALIFY years >= ${lit(years)}`.text,
  };
}

function reward(scheme: Scheme): View {
  const { pool, perStar, perLevel, overPool, round } = scheme.rewards;
  const cases = perLevel.map(({ level, amount }) => sql`WHEN ${lit(level)} THEN ${lit(amount)}`);
  const once = cases.length === 0 ? lit(0) : sql`CASE level ${join(cases, ' ')} ELSE 0 END`;
  const share =
    overPool === 'pro-rata'
      ? sql`least(1, ${lit(pool)} / nullif(sum(earned) OVER (PARTITION BY year), 0))`
      : lit(1);
  return {
    name: 'score.reward',
    reads: ['score.year_level'],
    columns: [
      'subject_id',
      'track',
      'year',
      'stars',
      'level',
      'star_reward',
      'level_reward',
      'pool_share',
      'amount',
    ],
    stored: false,
    sql: sql`
      ${note(`rewards: ${perStar} yuan a star, one-off by level, pool ${pool} yuan, ${overPool}`)}
      WITH earned AS (
        SELECT
          subject_id, track, year, stars, level,
          CAST(stars * ${lit(perStar)} AS DOUBLE) AS star_reward,
          CAST(${once} AS DOUBLE) AS level_reward,
          star_reward + level_reward AS earned
        FROM score.year_level
      ),
      paid AS (
        SELECT *, CAST(${share} AS DOUBLE) AS pool_share
        FROM earned
      )
      SELECT
        subject_id, track, year, stars, level, star_reward, level_reward, pool_share,
        ${rounded(sql`earned * pool_share`, round)} AS amount
      FROM paid`.text,
  };
}

function economy(scheme: Scheme): View {
  const { denominator, round } = scheme.economy;
  const over = denominator === 'reporting' ? sql`count(*)` : sql`any_value(s.subjects)`;
  return {
    name: 'score.economy',
    reads: ['canon.economy', 'canon.subject'],
    columns: ['year', 'measure', 'reporting', 'subjects', 'denominator', 'total_wan', 'mean_wan'],
    stored: false,
    sql: sql`
      ${note(`economy.denominator: ${denominator}; figures in 万元 (10,000 yuan)`)}
      SELECT
        e.year, e.measure,
        CAST(count(*) AS INTEGER) AS reporting,
        CAST(any_value(s.subjects) AS INTEGER) AS subjects,
        CAST(${over} AS INTEGER) AS denominator,
        CAST(sum(e.value_yuan) AS DOUBLE) / 10000 AS total_wan,
        ${rounded(sql`CAST(sum(e.value_yuan) AS DOUBLE) / 10000 / ${over}`, round)} AS mean_wan
      FROM canon.economy AS e
      CROSS JOIN (SELECT count(*) AS subjects FROM canon.subject) AS s
      WHERE e.cadence = 'year'
      GROUP BY e.year, e.measure`.text,
  };
}
