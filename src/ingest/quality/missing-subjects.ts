import type { CanonFinding } from '../canon-findings';
import { finding } from '../../model/finding';
import { lit, sql } from '../../sql/sql';

/** Subjects named in a finding; the others are counted. */
const mostNamed = 3;

/**
 * Subjects that have data in another period of a cadence and none in this: one finding a period. One that a merger or
 * split has ended, or begun, is missing only in periods all of which it exists in; a round counts as its year.
 */
export const missingSubjects: CanonFinding = {
  query: sql`
    WITH held AS (
      SELECT DISTINCT r.subject_id, r.period_id, p.cadence
      FROM canon.reading AS r
      JOIN canon.period AS p USING (period_id)
      WHERE r.text IS NOT NULL
    ),
    missing AS (
      SELECT p.period_id, e.subject_id
      FROM (SELECT DISTINCT subject_id, cadence FROM held) AS e
      JOIN (SELECT DISTINCT period_id, cadence FROM held) AS p USING (cadence)
      ANTI JOIN held AS h ON h.subject_id = e.subject_id AND h.period_id = p.period_id
    ),
    id AS (
      SELECT period_id AS id FROM held
      UNION SELECT valid_from FROM canon.subject
      UNION SELECT valid_to FROM canon.subject
    ),
    part AS (
      SELECT
        id, TRY_CAST(left(id, 4) AS INTEGER) AS year,
        CASE regexp_extract(id, '[MBQH]')
          WHEN 'M' THEN 1 WHEN 'B' THEN 2 WHEN 'Q' THEN 3 WHEN 'H' THEN 6 ELSE 12
        END AS months,
        coalesce(TRY_CAST(regexp_extract(id, '[MBQH](\d+)$', 1) AS INTEGER), 1) AS number
      FROM id
    ),
    span AS (
      SELECT
        id, year * 12 + months * (number - 1) AS first_month,
        year * 12 + months * number - 1 AS last_month
      FROM part
    )
    SELECT
      m.period_id, count(*) AS subjects,
      array_to_string(
        list(concat_ws(' ', s.town, s.name) ORDER BY s.town, s.name)[:${lit(mostNamed)}], '、'
      ) AS names
    FROM missing AS m
    JOIN canon.subject AS s USING (subject_id)
    JOIN span AS p ON p.id = m.period_id
    LEFT JOIN span AS born ON born.id = s.valid_from
    LEFT JOIN span AS gone ON gone.id = s.valid_to
    -- a round of no year may be at any time
    WHERE coalesce(p.first_month >= born.first_month, TRUE)
      AND coalesce(p.last_month <= gone.last_month, TRUE)
    GROUP BY m.period_id
    ORDER BY m.period_id`,
  findings: (rows) =>
    rows.map((row) =>
      finding('subject_missing', {
        value: String(row['period_id']),
        about: String(row['names']),
        count: Number(row['subjects']),
      }),
    ),
};
