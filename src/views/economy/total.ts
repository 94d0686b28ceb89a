import type { View } from '../../model/view';
import { lit, note, sql } from '../../sql/sql';
import { rounded } from '../../sql/rounded';
import type { EconomyRules } from './rules';
import { groupColumns } from './value';

/**
 * How many report a figure, its total, mean and median in 万元. `mean_wan` is taken over `denominator`, which the scheme
 * chooses: those that report, or all (`subjects`) that there were in the year. The means over both, and over the whole
 * `roster` at whatever time, stand beside it. `qualifier` says what figures such as
 * "over 140" make of the sums: at_least, below, or about.
 */
export function economyTotal({ denominator, round }: EconomyRules): View {
  const over = denominator === 'reporting' ? sql`reporting` : sql`subjects`;
  return {
    name: 'report.economy_total',
    reads: ['report.economy_value', 'report.economy_member', 'report.economy_group'],
    columns: [
      ...groupColumns,
      'year',
      'measure',
      'reporting',
      'subjects',
      'roster',
      'basis',
      'denominator',
      'total_wan',
      'mean_wan',
      'mean_reporting_wan',
      'mean_all_wan',
      'mean_roster_wan',
      'median_wan',
      'qualified',
      'qualifier',
      'series',
    ],
    stored: true,
    sql: sql`
      ${note(`economy.denominator: ${denominator}; economy.round: ${round.digits} digits, ${round.mode}`)}
      WITH size AS (
        SELECT scope, district, place, year, CAST(count(*) AS INTEGER) AS subjects
        FROM report.economy_member
        GROUP BY scope, district, place, year
      ),
      listed AS (
        SELECT scope, district, place, CAST(count(*) AS INTEGER) AS roster
        FROM report.economy_group
        GROUP BY scope, district, place
      ),
      summed AS (
        SELECT
          m.scope, m.district, m.place, m.year, v.measure, CAST(count(*) AS INTEGER) AS reporting,
          sum(v.value_wan ORDER BY v.value_wan) AS total_wan, median(v.value_wan) AS median_wan,
          CAST(count(v.qualifier) AS INTEGER) AS qualified,
          CASE
            WHEN min(v.qualifier) = max(v.qualifier) THEN min(v.qualifier)
            WHEN count(v.qualifier) > 0 THEN 'about'
          END AS qualifier,
          any_value(v.series) AS series
        FROM report.economy_member AS m
        JOIN report.economy_value AS v USING (subject_id, year)
        GROUP BY m.scope, m.district, m.place, m.year, v.measure
      )
      SELECT
        scope, district, place, year, measure, reporting, subjects, roster, ${lit(denominator)} AS basis,
        ${over} AS denominator, total_wan,
        ${rounded(sql`total_wan / ${over}`, round)} AS mean_wan,
        ${rounded(sql`total_wan / reporting`, round)} AS mean_reporting_wan,
        ${rounded(sql`total_wan / subjects`, round)} AS mean_all_wan,
        ${rounded(sql`total_wan / roster`, round)} AS mean_roster_wan,
        ${rounded(sql`median_wan`, round)} AS median_wan,
        qualified, qualifier, series
      FROM summed
      JOIN size USING (scope, district, place, year)
      JOIN listed USING (scope, district, place)`.text,
  };
}
