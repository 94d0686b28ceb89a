import type { View } from '../../model/view';
import { join, lit, note, sql, type Sql } from '../../sql/sql';
import { inForce } from '../../sql/in-force';
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
 * The subjects that figures are taken over: those that the user has narrowed down to, or the whole roster.
 * @param kept ids of subjects; null leaves nobody out
 */
export function economyKept(kept: readonly string[] | null): View {
  return {
    name: 'report.economy_kept',
    reads: kept === null ? ['canon.subject'] : [],
    columns: ['subject_id'],
    stored: true,
    sql:
      kept === null
        ? sql`
            ${note('the whole roster')}
            SELECT subject_id
            FROM canon.subject`.text
        : sql`
            ${note(`the ${kept.length} subjects that the filters keep`)}
            SELECT CAST(unnest([${join(kept.toSorted().map(lit))}]) AS VARCHAR) AS subject_id`.text,
  };
}

/**
 * The groups that figures are taken over, with every subject that was ever on the roster. `scope` is all, district,
 * town or track; `place` is the name, '*' of all and '' where the roster says none; `district` tells towns apart.
 */
export const economyGroup: View = {
  name: 'report.economy_group',
  reads: ['report.economy_kept', 'canon.subject'],
  columns: [...groupColumns, 'subject_id'],
  stored: true,
  sql: sql`
    ${note('subjects by district, town and track, at whatever time')}
    WITH kept AS (
      SELECT subject_id, coalesce(district, '') AS district, coalesce(town, '') AS town, coalesce(track, '') AS track
      FROM canon.subject
      JOIN report.economy_kept USING (subject_id)
    )
    SELECT 'all' AS scope, '*' AS district, '*' AS place, subject_id FROM kept
    UNION ALL
    SELECT 'district', district, district, subject_id FROM kept
    UNION ALL
    SELECT 'town', district, town, subject_id FROM kept
    UNION ALL
    SELECT 'track', '*', track, subject_id FROM kept`.text,
};

/** The groups with those of their subjects that there were in each year that has figures, or that report one. */
export const economyMember: View = {
  name: 'report.economy_member',
  reads: ['report.economy_value', 'report.economy_group', 'canon.subject'],
  columns: [...groupColumns, 'year', 'subject_id'],
  stored: true,
  sql: sql`
    ${note('subjects that there were in the year, or that report a figure of it')}
    WITH present AS (
      SELECT y.year, s.subject_id
      FROM (SELECT DISTINCT year FROM report.economy_value) AS y
      CROSS JOIN canon.subject AS s
      WHERE
        ${inForce(sql`s`, sql`y.year`)}
        OR (y.year, s.subject_id) IN (SELECT (year, subject_id) FROM report.economy_value)
    )
    SELECT g.scope, g.district, g.place, p.year, g.subject_id
    FROM present AS p
    JOIN report.economy_group AS g USING (subject_id)`.text,
};
