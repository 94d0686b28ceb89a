import type { View } from '../model/view';
import { note, sql } from '../sql/sql';

/**
 * Score, rank, stars and level of every subject over time: a row a period (grain `period`) and a row a year (`year`).
 * `point` is the id of the period, or the year as a text; both sort in time order within their grain. The unrated stand
 * there without figures.
 */
export const trends: View = {
  name: 'report.trends',
  reads: [
    'score.period_score',
    'score.period_rank',
    'score.period_stars',
    'score.year_total',
    'score.year_level',
  ],
  columns: ['grain', 'subject_id', 'track', 'point', 'score', 'rank', 'stars', 'level', 'in_force'],
  stored: false,
  sql: sql`
    ${note('results over time, by period and by year')}
    SELECT
      'period' AS grain, e.subject_id, e.track, e.period_id AS point, e.score, r.rank, s.stars,
      CAST(NULL AS INTEGER) AS level, e.in_force
    FROM score.period_score AS e
    LEFT JOIN score.period_rank AS r USING (subject_id, period_id)
    LEFT JOIN score.period_stars AS s USING (subject_id, period_id)
    UNION ALL
    SELECT
      'year', t.subject_id, t.track, CAST(t.year AS VARCHAR), t.score, l.rank, t.stars, l.level,
      t.in_force
    FROM score.year_total AS t
    LEFT JOIN score.year_level AS l USING (subject_id, year)`.text,
};

export const trendViews: readonly View[] = [trends];
