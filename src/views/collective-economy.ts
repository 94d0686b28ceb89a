import type { View } from '../model/view';
import { sql } from '../sql/sql';

/** Totals and means of each economic measure, in 万元, with the number of subjects that the mean is taken over. */
export const collectiveEconomy: View = {
  name: 'report.collective_economy',
  reads: ['score.economy'],
  columns: ['year', 'measure', 'reporting', 'subjects', 'denominator', 'total_wan', 'mean_wan'],
  stored: false,
  sql: sql`
    SELECT year, measure, reporting, subjects, denominator, total_wan, mean_wan
    FROM score.economy
    ORDER BY year, measure`.text,
};

/** One subject's economic figures with the cells that they came from. */
export const subjectEconomy: View = {
  name: 'report.subject_economy',
  reads: ['canon.economy', 'canon.source'],
  columns: [
    'subject_id',
    'year',
    'measure',
    'value_wan',
    'file',
    'sheet',
    'source_row',
    'letter',
    'header',
    'text',
  ],
  stored: false,
  sql: sql`
    SELECT
      e.subject_id, e.year, e.measure, CAST(e.value_yuan AS DOUBLE) / 10000 AS value_wan,
      c.file, c.sheet, e.source_row, c.letter, c.header, e.text
    FROM canon.economy AS e
    JOIN canon.source AS c USING (source_id, source_column)
    WHERE e.cadence = 'year'
    ORDER BY e.subject_id, e.year, e.measure`.text,
};
