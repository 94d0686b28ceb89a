import type { View } from '../../model/view';
import { join, lit, note, sql, type Sql } from '../../sql/sql';
import type { EconomyRules } from './rules';

/**
 * Every economic figure of a year in 万元, beside the measures that the scheme names among the indicators. `series`
 * counts the breaks up to the year: figures of two series are not counted alike.
 */
export function economyValue(rules: EconomyRules): View {
  const named = [
    ...new Set([
      ...rules.sources.map(({ measure }) => measure),
      ...(rules.returns ? [rules.returns] : []),
    ]),
  ];
  return {
    name: 'report.economy_value',
    reads: [
      'canon.economy',
      ...(named.length > 0 ? ['canon.observation', 'canon.period', 'canon.source'] : []),
    ],
    columns: ['subject_id', 'year', 'measure', 'value_wan', 'qualifier', 'series'],
    stored: true,
    sql: sql`
      ${note(`economy.breaks: ${rules.breaks.join(', ')}; figures in 万元 (10,000 yuan)`)}
      SELECT
        subject_id, year, measure, CAST(value_yuan AS DOUBLE) / 10000 AS value_wan, qualifier,
        ${seriesOf(rules.breaks)} AS series
      FROM canon.economy
      WHERE cadence = 'year'
      ${named.length > 0 ? among(named, rules) : sql``}`.text,
  };
}

function seriesOf(breaks: readonly number[]): Sql {
  if (breaks.length === 0) return lit(0);
  return join(
    breaks.map((year) => sql`CAST(year >= ${lit(year)} AS INTEGER)`),
    ' + ',
  );
}

/** Measures that are no economic column of their own. Where no unit is said, the figures are yuan. */
function among(named: readonly string[], rules: EconomyRules): Sql {
  return sql`
    UNION ALL
    SELECT
      o.subject_id, p.year, o.indicator_id AS measure,
      o.value * power(10, coalesce(c.power, 0)) / 10000 AS value_wan, o.qualifier,
      ${seriesOf(rules.breaks)} AS series
    FROM canon.observation AS o
    JOIN canon.period AS p USING (period_id)
    LEFT JOIN canon.source AS c USING (source_id, source_column)
    WHERE p.cadence = 'year' AND o.indicator_id IN (${join(named.map((measure) => lit(measure)))})`;
}

/** The columns that tell a group of subjects: all, a district, a town within a district, or a track. */
export const groupColumns = ['scope', 'district', 'place'] as const;

/**
 * The groups that figures are taken over, with their subjects in each year that has figures. `scope` is all, district,
 * town or track; `place` is the name, '*' of all and '' where the roster says none; `district` tells towns apart.
 */
export const economyMember: View = {
  name: 'report.economy_member',
  reads: ['report.economy_value', 'canon.subject'],
  columns: [...groupColumns, 'year', 'subject_id'],
  stored: true,
  sql: sql`
    ${note('subjects that there were in the year, or that report a figure of it')}
    WITH present AS (
      SELECT y.year, s.subject_id, s.district, s.town, s.track
      FROM (SELECT DISTINCT year FROM report.economy_value) AS y
      CROSS JOIN canon.subject AS s
      WHERE
        coalesce(TRY_CAST(s.valid_from[:4] AS INTEGER) <= y.year, TRUE)
        AND coalesce(TRY_CAST(s.valid_to[:4] AS INTEGER) >= y.year, TRUE)
        OR (y.year, s.subject_id) IN (SELECT (year, subject_id) FROM report.economy_value)
    )
    SELECT 'all' AS scope, '*' AS district, '*' AS place, year, subject_id
    FROM present
    UNION ALL
    SELECT 'district', coalesce(district, ''), coalesce(district, ''), year, subject_id
    FROM present
    UNION ALL
    SELECT 'town', coalesce(district, ''), coalesce(town, ''), year, subject_id
    FROM present
    UNION ALL
    SELECT 'track', '*', coalesce(track, ''), year, subject_id
    FROM present`.text,
};
