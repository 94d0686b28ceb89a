import type { View } from '../../model/view';
import { note, sql } from '../../sql/sql';

/**
 * The same data under every two of the versions that were tried, the first named before the second, subject by subject.
 * Differences are those of the second to the first; NULL where one gives no score.
 */
export const versionComparison: View = {
  name: 'report.version_comparison',
  reads: ['trial.result'],
  columns: [
    'subject_id',
    'period_id',
    'first',
    'second',
    'first_score',
    'second_score',
    'score_change',
    'first_rank',
    'second_rank',
    'rank_change',
    'first_stars',
    'second_stars',
    'first_track',
    'second_track',
  ],
  stored: false,
  sql: sql`
    ${note('versions side by side; a rank change above 0 is a gain of places')}
    SELECT
      subject_id, period_id, a.what AS first, b.what AS second,
      a.score AS first_score, b.score AS second_score, b.score - a.score AS score_change,
      a.rank AS first_rank, b.rank AS second_rank, a.rank - b.rank AS rank_change,
      a.stars AS first_stars, b.stars AS second_stars, a.track AS first_track, b.track AS second_track
    FROM trial.result AS a
    JOIN trial.result AS b USING (subject_id, period_id)
    WHERE a.kind = 'version' AND b.kind = 'version' AND a.run < b.run
    ORDER BY a.run, b.run, period_id, a.rank NULLS LAST, subject_id`.text,
};

/** Each year under every two of the versions that were tried, so that a year can be read under the rules of another. */
export const versionYears: View = {
  name: 'report.version_years',
  reads: ['trial.year'],
  columns: [
    'subject_id',
    'year',
    'first',
    'second',
    'first_stars',
    'second_stars',
    'first_rank',
    'second_rank',
    'rank_change',
    'first_level',
    'second_level',
  ],
  stored: false,
  sql: sql`
    ${note('years side by side under two versions; a rank change above 0 is a gain of places')}
    SELECT
      subject_id, year, a.what AS first, b.what AS second, a.stars AS first_stars, b.stars AS second_stars,
      a.rank AS first_rank, b.rank AS second_rank, a.rank - b.rank AS rank_change,
      a.level AS first_level, b.level AS second_level
    FROM trial.year AS a
    JOIN trial.year AS b USING (subject_id, year)
    WHERE a.kind = 'version' AND b.kind = 'version' AND a.run < b.run
    ORDER BY a.run, b.run, year, a.rank NULLS LAST, subject_id`.text,
};
