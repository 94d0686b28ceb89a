import type { View } from '../model/view';
import { periodOrder } from '../sql/period-order';
import { sql } from '../sql/sql';

/** Score, rank and stars of every subject in every period; unrated subjects stand there without them. */
export const starBoard: View = {
  name: 'report.star_board',
  reads: ['score.period_score', 'score.period_stars', 'canon.subject'],
  columns: [
    'subject_id',
    'name',
    'town',
    'track',
    'period',
    'year',
    'score',
    'rank',
    'rated',
    'rank_change',
    'stars',
    'rule',
    'in_force',
  ],
  stored: false,
  sql: sql`
    SELECT
      e.subject_id, s.name, s.town, e.track, e.period_id AS period, e.year, e.score, p.rank, p.rated,
      lag(p.rank) OVER (PARTITION BY e.subject_id ORDER BY ${periodOrder(sql`e.period_id`)}) - p.rank AS rank_change,
      p.stars, p.rule, e.in_force
    FROM score.period_score AS e
    JOIN canon.subject AS s USING (subject_id)
    LEFT JOIN score.period_stars AS p USING (subject_id, period_id)
    ORDER BY ${periodOrder(sql`e.period_id`)}, e.track, p.rank NULLS LAST, e.subject_id`.text,
};
