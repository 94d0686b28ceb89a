import type { View } from '../model/view';
import { sql } from '../sql/sql';

/**
 * The figures that a year's circular opens with, and those that the scheme declares; of one id, the declared one.
 * `basis` says what a figure is taken over.
 */
export const headline: View = {
  name: 'report.headline',
  reads: [
    'score.year_level',
    'score.level_line',
    'score.period_stars',
    'score.watch',
    'score.streak',
    'score.reward',
    'score.economy',
    'score.entry',
    'score.figure',
    'canon.subject',
  ],
  columns: ['figure_id', 'period', 'value', 'unit', 'basis'],
  stored: false,
  sql: sql`
    WITH level AS (
      SELECT DISTINCT level FROM score.level_line
    ),
    figure AS (
      SELECT 'subject_count' AS figure_id, year, count(DISTINCT subject_id) AS value, '个' AS unit, NULL AS basis
      FROM score.entry GROUP BY year
      UNION ALL
      SELECT 'town_count', e.year, count(DISTINCT s.town), '个', NULL
      FROM score.entry AS e JOIN canon.subject AS s USING (subject_id) GROUP BY e.year
      UNION ALL
      SELECT 'track_count', year, count(DISTINCT track), '个', NULL
      FROM score.entry GROUP BY year
      UNION ALL
      SELECT 'rated_count', year, count(*), '个', NULL
      FROM score.year_level GROUP BY year
      UNION ALL
      SELECT 'level_' || l.level || '_count', y.year, count(v.subject_id), '个', NULL
      FROM (SELECT DISTINCT year FROM score.year_level) AS y
      CROSS JOIN level AS l
      LEFT JOIN score.year_level AS v ON v.year = y.year AND v.level = l.level
      GROUP BY l.level, y.year
      UNION ALL
      SELECT 'level_' || l.level || '_or_above_count', y.year, count(v.subject_id), '个', NULL
      FROM (SELECT DISTINCT year FROM score.year_level) AS y
      CROSS JOIN level AS l
      LEFT JOIN score.year_level AS v ON v.year = y.year AND v.level >= l.level
      WHERE l.level < (SELECT max(level) FROM level)
      GROUP BY l.level, y.year
      UNION ALL
      SELECT 'period_five_star_count', year, count(*) FILTER (stars = 5), '个次', NULL
      FROM score.period_stars
      WHERE (SELECT max(stars) FROM score.period_stars) >= 5
      GROUP BY year
      UNION ALL
      SELECT 'watch_list_count', y.year, count(w.subject_id), '个', NULL
      FROM (SELECT DISTINCT year FROM score.year_level) AS y LEFT JOIN score.watch AS w ON w.year = y.year
      GROUP BY y.year
      UNION ALL
      SELECT 'streak_count', y.year, count(k.subject_id), '个', NULL
      FROM (SELECT DISTINCT year FROM score.year_level) AS y LEFT JOIN score.streak AS k ON k.year = y.year
      GROUP BY y.year
      UNION ALL
      SELECT 'reward_total', year, sum(amount), '元', NULL
      FROM score.reward GROUP BY year
      UNION ALL
      SELECT 'mean_' || measure, year, mean_wan, '万元', 'denominator ' || denominator
      FROM score.economy
      UNION ALL
      SELECT 'total_' || measure, year, total_wan, '万元', 'reporting ' || reporting
      FROM score.economy
    )
    SELECT figure_id, CAST(year AS VARCHAR) AS period, CAST(value AS DOUBLE) AS value, unit, basis
    FROM figure
    WHERE figure_id NOT IN (SELECT figure_id FROM score.figure)
    UNION ALL
    SELECT figure_id, period, value, unit, basis
    FROM score.figure
    ORDER BY period, figure_id`.text,
};
