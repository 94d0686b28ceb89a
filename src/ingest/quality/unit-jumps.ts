import type { CanonFinding } from '../canon-findings';
import { sql } from '../../sql/sql';
import { listed, mostAsked } from './listed';
import { unitRatios } from './unit-ratios';

/** Figures that are a hundred, a thousand or ten thousand times what their subject has in other periods. */
export const unitJumps: CanonFinding = {
  query: sql`
    WITH ${unitRatios}
    SELECT
      j.*, concat_ws(' ', s.town, s.name) AS name, power(10, round(j.power)) AS factor
    FROM jumped_cell AS j
    JOIN canon.subject AS s USING (subject_id)
    ORDER BY j.source_id, j.source_row, j.source_column
    LIMIT ${mostAsked}`,
  findings: listed('unit_jump', (row) => ({
    detail: {
      name: String(row['name']),
      period: String(row['period_id']),
      measure: String(row['measure']),
      factor: Number(row['factor']),
    },
  })),
};

/** Columns that are so as a whole: one finding for each, not one a row. */
export const unitJumpColumns: CanonFinding = {
  query: sql`
    WITH ${unitRatios}
    SELECT
      j.source_id, j.source_column, j.compared, power(10, round(j.power)) AS factor,
      coalesce(nullif(c.header, ''), j.measure) AS text,
      (
        SELECT min(r.source_row) FROM canon.reading AS r
        WHERE r.source_id = j.source_id AND r.period_id = j.period_id
      ) AS source_row
    FROM jumped_column AS j
    LEFT JOIN canon.source AS c USING (source_id, source_column)
    ORDER BY j.source_id, j.source_column, j.period_id
    LIMIT ${mostAsked}`,
  findings: listed('unit_jump_table', (row) => ({
    count: Number(row['compared']),
    detail: { factor: Number(row['factor']) },
  })),
};
