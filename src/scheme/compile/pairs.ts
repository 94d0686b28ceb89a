import type { View } from '../../model/view';
import { id, lit, note, sql } from '../../sql/sql';
import type { Lists } from '../shape';
import { rosterWords } from './condition';

/** Strong subjects with their weak partners, in every period that has figures of the measure. */
export function pairView({ within, by }: NonNullable<Lists['pairs']>): View {
  const word = rosterWords.find((one) => one === within);
  const words = word
    ? sql`SELECT subject_id, CAST(NULL AS VARCHAR) AS period_id, ${id(word)} AS words FROM canon.subject`
    : sql`
        SELECT subject_id, period_id, min(words) AS words
        FROM canon.attribute
        WHERE attribute = ${lit(within)}
        GROUP BY subject_id, period_id`;
  return {
    name: 'score.pair',
    reads: ['canon.observation', word ? 'canon.subject' : 'canon.attribute'],
    columns: ['period_id', 'group_name', 'strong_id', 'strong_value', 'weak_id', 'weak_value'],
    stored: false,
    sql: sql`
      ${note(`lists.pairs: within ${within}, by ${by}`)}
      WITH placed AS (
        SELECT
          o.subject_id, o.period_id, w.words, o.value,
          row_number() OVER (PARTITION BY o.period_id, w.words ORDER BY o.value DESC, o.subject_id) AS place,
          count(*) OVER (PARTITION BY o.period_id, w.words) AS members
        FROM canon.observation AS o
        JOIN (${words}) AS w
          ON w.subject_id = o.subject_id AND coalesce(w.period_id, o.period_id) = o.period_id
        WHERE o.indicator_id = ${lit(by)} AND w.words IS NOT NULL
      )
      SELECT
        s.period_id, s.words AS group_name, s.subject_id AS strong_id, s.value AS strong_value,
        w.subject_id AS weak_id, w.value AS weak_value
      FROM placed AS s
      JOIN placed AS w
        ON w.period_id = s.period_id AND w.words = s.words AND w.place = s.members + 1 - s.place
      WHERE s.place < w.place`.text,
  };
}
