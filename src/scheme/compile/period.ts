import type { View } from '../../model/view';
import { join, lit, note, sql, type Sql } from '../../sql/sql';
import type { Scheme } from '../shape';
import { meets, places } from './step';

/** How equal figures are ranked. */
export const rankBy: Record<Scheme['rank']['ties'], Sql> = {
  competition: sql`rank()`,
  dense: sql`dense_rank()`,
};

/** Rank and stars of a period. */
export function periodViews(scheme: Scheme): View[] {
  return [periodRank(scheme), periodStars(scheme)];
}

function periodRank(scheme: Scheme): View {
  return {
    name: 'score.period_rank',
    reads: ['score.period_score'],
    columns: [
      'subject_id',
      'track',
      'period_id',
      'year',
      'score',
      'rank',
      'position',
      'rated',
      'tied',
    ],
    stored: false,
    sql: sql`
      ${note(`rank: within ${scheme.rank.within}, highest score first, ties ${scheme.rank.ties}`)}
      SELECT
        subject_id, track, period_id, year, score,
        CAST(${rankBy[scheme.rank.ties]} OVER best AS INTEGER) AS rank,
        CAST(rank() OVER best AS INTEGER) AS position,
        CAST(count(*) OVER (PARTITION BY period_id, track) AS INTEGER) AS rated,
        CAST(count(*) OVER (PARTITION BY period_id, track, score) AS INTEGER) AS tied
      FROM score.period_score
      WHERE score IS NOT NULL
      WINDOW best AS (PARTITION BY period_id, track ORDER BY score DESC)`.text,
  };
}

function periodStars(scheme: Scheme): View {
  const { rules, otherwise, atQuota } = scheme.stars;
  const cases = (result: (rule: (typeof rules)[number], index: number) => number) =>
    join(
      rules.map(
        (rule, index) =>
          sql`WHEN ${meets(rule, sql`score`, atQuota)} THEN ${lit(result(rule, index))}`,
      ),
      '\n',
    );
  return {
    name: 'score.period_stars',
    reads: ['score.period_rank'],
    columns: [
      'subject_id',
      'track',
      'period_id',
      'year',
      'score',
      'rank',
      'position',
      'rated',
      'tied',
      'stars',
      'rule',
    ],
    stored: true,
    sql: sql`
      ${note(`stars.rules: the first that a subject meets; tied across a quota's last place: ${atQuota}`)}
      SELECT
        subject_id, track, period_id, year, score, rank, position, rated, tied,
        CASE
          ${cases((rule) => rule.stars)}
          ELSE ${lit(otherwise)}
        END AS stars,
        CASE
          ${cases((_, index) => index + 1)}
        END AS rule
      FROM score.period_rank`.text,
  };
}

/** Places that the quotas for stars come to in each period and track, as rows of the calibration. */
export function starCalibration(scheme: Scheme): Sql[] {
  return scheme.stars.rules.flatMap((rule, index) =>
    rule.top
      ? [
          sql`
            SELECT DISTINCT
              ${lit(`stars.rules[${index}].top`)} AS clause, period_id, track, 'places' AS name,
              CAST(${places(rule.top)} AS DOUBLE) AS value
            FROM score.period_rank`,
        ]
      : [],
  );
}
