import type { View } from '../model/view';
import { sql } from '../sql/sql';

/** Subjects named for few stars over a year. */
export const watchList: View = {
  name: 'report.watch_list',
  reads: ['score.watch', 'canon.subject'],
  columns: ['subject_id', 'name', 'town', 'track', 'year', 'stars', 'rank'],
  stored: false,
  sql: sql`
    SELECT w.subject_id, s.name, s.town, w.track, w.year, w.stars, w.rank
    FROM score.watch AS w
    JOIN canon.subject AS s USING (subject_id)
    ORDER BY w.year, w.stars, w.track, s.town, s.name`.text,
};

/** Subjects at a high level for years running; `years` counts up to the year of the row. */
export const streak: View = {
  name: 'report.streak',
  reads: ['score.streak', 'canon.subject'],
  columns: ['subject_id', 'name', 'town', 'track', 'year', 'level', 'years'],
  stored: false,
  sql: sql`
    SELECT k.subject_id, s.name, s.town, k.track, k.year, k.level, k.years
    FROM score.streak AS k
    JOIN canon.subject AS s USING (subject_id)
    ORDER BY k.year, k.years DESC, k.track, s.name`.text,
};

/** What each subject is paid for a year, in yuan. */
export const reward: View = {
  name: 'report.reward',
  reads: ['score.reward', 'canon.subject'],
  columns: [
    'subject_id',
    'name',
    'town',
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
    SELECT
      r.subject_id, s.name, s.town, r.track, r.year, r.stars, r.level,
      r.star_reward, r.level_reward, r.pool_share, r.amount
    FROM score.reward AS r
    JOIN canon.subject AS s USING (subject_id)
    ORDER BY r.year, r.amount DESC, r.track, s.name`.text,
};

/** Subjects that lack a score in a period, with the measures that are absent. */
export const unrated: View = {
  name: 'report.unrated',
  reads: ['score.period_score', 'score.contribution', 'canon.subject'],
  columns: ['subject_id', 'name', 'town', 'track', 'period', 'year', 'missing'],
  stored: false,
  sql: sql`
    SELECT
      e.subject_id, s.name, s.town, e.track, e.period_id AS period, e.year,
      string_agg(c.indicator_id, '、' ORDER BY c.ordinal) AS missing
    FROM score.period_score AS e
    JOIN canon.subject AS s USING (subject_id)
    JOIN score.contribution AS c USING (subject_id, period_id)
    WHERE e.score IS NULL AND c.value IS NULL
    GROUP BY e.subject_id, s.name, s.town, e.track, e.period_id, e.year
    ORDER BY e.period_id, e.track, s.town, s.name`.text,
};
