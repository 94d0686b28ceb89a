import type { View } from '../model/view';
import { sql } from '../sql/sql';

/**
 * Stars, rank and level of every subject in every year, with what changed on the year before and what the next level
 * would take. `distance` is in stars; NULL at the highest level and for the unrated.
 */
export const annualLevel: View = {
  name: 'report.annual_level',
  reads: ['score.year_total', 'score.year_level', 'score.level_line', 'canon.subject'],
  columns: [
    'subject_id',
    'name',
    'town',
    'track',
    'year',
    'periods',
    'stars_so_far',
    'stars',
    'score',
    'rank',
    'rated',
    'level',
    'previous_level',
    'rank_change',
    'next_level',
    'distance',
    'in_force',
  ],
  stored: true,
  sql: sql`
    WITH ahead AS (
      SELECT l.subject_id, l.year, min(n.level) AS next_level
      FROM score.year_level AS l
      JOIN score.level_line AS n
        ON n.year = l.year AND n.track = l.track AND n.level > coalesce(l.level, 0)
      GROUP BY l.subject_id, l.year
    )
    SELECT
      t.subject_id, s.name, s.town, t.track, t.year, t.periods, t.stars_so_far, t.stars, t.score,
      l.rank, l.rated, l.level, b.level AS previous_level, b.rank - l.rank AS rank_change,
      a.next_level, CASE WHEN n.line > t.stars THEN CAST(n.line - t.stars AS INTEGER) WHEN n.line IS NOT NULL THEN 0 END AS distance,
      t.in_force
    FROM score.year_total AS t
    JOIN canon.subject AS s USING (subject_id)
    LEFT JOIN score.year_level AS l USING (subject_id, year)
    LEFT JOIN score.year_level AS b ON b.subject_id = t.subject_id AND b.year = t.year - 1
    LEFT JOIN ahead AS a ON a.subject_id = t.subject_id AND a.year = t.year
    LEFT JOIN score.level_line AS n
      ON n.year = t.year AND n.track = t.track AND n.level = a.next_level
    ORDER BY t.year, t.track, l.rank NULLS LAST, t.subject_id`.text,
};
