import type { View } from '../model/view';
import { note, sql, type Sql } from '../sql/sql';

/** The year of a period by its id; NULL of a round that names none. */
const yearOf = (period: Sql) => sql`TRY_CAST(${period}[:4] AS INTEGER)`;

/**
 * What every subject came to in every year: by the scheme applied, with `source` empty, and by each version that was
 * tried, with its `id@version`. Score, stars and level are NULL for those without a result of the whole year.
 */
export const compareResult: View = {
  name: 'report.compare_result',
  reads: ['score.year_total', 'score.year_level', 'trial.result', 'trial.year'],
  columns: ['source', 'subject_id', 'year', 'track', 'score', 'stars', 'level', 'in_force'],
  stored: false,
  sql: sql`
    ${note('results of the year by the scheme applied, and by each version tried')}
    SELECT
      '' AS source, t.subject_id, t.year, t.track, l.score, CAST(l.stars AS DOUBLE) AS stars, l.level,
      t.in_force
    FROM score.year_total AS t
    LEFT JOIN score.year_level AS l USING (subject_id, year)
    UNION ALL
    SELECT
      r.what AS source, r.subject_id, r.year, r.track, y.score, y.stars, y.level, NULL AS in_force
    FROM (
      SELECT
        run, what, subject_id, ${yearOf(sql`period_id`)} AS year, max_by(track, period_id) AS track
      FROM trial.result
      WHERE kind = 'version'
      GROUP BY run, what, subject_id, ${yearOf(sql`period_id`)}
    ) AS r
    LEFT JOIN trial.year AS y
      ON y.run = r.run AND y.subject_id = r.subject_id AND y.year = r.year`.text,
};

/**
 * The value of each part in each period, as it enters the score; of versions tried the first parts. Means are taken of
 * those that a question is about: of all, they would take longer than the question.
 */
export const comparePart: View = {
  name: 'report.compare_part',
  reads: ['score.part', 'score.part_value', 'score.part_weight', 'trial.part'],
  columns: ['source', 'subject_id', 'year', 'period_id', 'part', 'ordinal', 'value', 'weight'],
  stored: false,
  sql: sql`
    ${note('values of the parts, period by period')}
    SELECT
      '' AS source, v.subject_id, ${yearOf(sql`v.period_id`)} AS year, v.period_id, p.part,
      CAST(p.ordinal AS INTEGER) AS ordinal, v.value, w.weight
    FROM score.part_value AS v
    JOIN score.part AS p ON p.part = v.node
    LEFT JOIN score.part_weight AS w
      ON w.part = v.node AND w.subject_id = v.subject_id AND w.period_id = v.period_id
    WHERE v.value IS NOT NULL
    UNION ALL
    SELECT
      what AS source, subject_id, ${yearOf(sql`period_id`)} AS year, period_id, part, 0 AS ordinal,
      value, weight
    FROM trial.part
    WHERE kind = 'version' AND value IS NOT NULL`.text,
};

/** The stars that every subject won in every period. */
export const compareStars: View = {
  name: 'report.compare_stars',
  reads: ['score.period_stars', 'trial.result'],
  columns: ['source', 'subject_id', 'year', 'period_id', 'stars'],
  stored: false,
  sql: sql`
    ${note('stars of the periods by the scheme applied, and by each version tried')}
    SELECT '' AS source, subject_id, ${yearOf(sql`period_id`)} AS year, period_id, stars
    FROM score.period_stars
    WHERE stars IS NOT NULL
    UNION ALL
    SELECT what AS source, subject_id, ${yearOf(sql`period_id`)} AS year, period_id, stars
    FROM trial.result
    WHERE kind = 'version' AND stars IS NOT NULL`.text,
};

/** Results of groups, years and versions in one shape, so that any of them can stand beside each other. */
export const compareViews: readonly View[] = [compareResult, comparePart, compareStars];
