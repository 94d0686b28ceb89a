import type { View } from '../model/view';
import { sql } from '../sql/sql';

/** How each score came about: every part from the cell it was read from to what it adds. */
export const explanation: View = {
  name: 'report.explanation',
  reads: ['score.contribution', 'canon.observation', 'canon.source'],
  columns: [
    'subject_id',
    'period',
    'ordinal',
    'part',
    'parent',
    'depth',
    'measured',
    'value',
    'weight',
    'contribution',
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
      c.subject_id, c.period_id AS period, c.ordinal, c.part, c.parent, c.depth, c.measured, c.value, c.weight,
      c.contribution, f.file, f.sheet, o.source_row, f.letter, f.header, o.text
    FROM score.contribution AS c
    LEFT JOIN canon.observation AS o USING (subject_id, period_id, indicator_id)
    LEFT JOIN canon.source AS f USING (source_id, source_column)
    ORDER BY c.subject_id, c.period_id, c.ordinal`.text,
};
