import type { View } from '../../model/view';
import { lit, note, rows, sql } from '../../sql/sql';
import type { EconomyRules } from './rules';
import { groupColumns } from './value';

/**
 * How many subjects are in each class of a figure: none at all, then from one bound to the next in 万元. Subjects that
 * report no figure are a class of their own (`kind` unreported): they are not taken for none. Empty classes stand there
 * with 0.
 */
export function economyTier({ tiers, denominator }: EconomyRules): View {
  const [none = 0, ...bounds] = tiers.toSorted((a, b) => a - b);
  const starts = [none, ...bounds];
  const classes = rows(
    ['kind', 'ordinal', 'from_wan', 'below_wan'],
    [
      ['none', 0, null, none],
      ...starts.map((from, index) => ['tier', index + 1, from, starts[index + 1] ?? null]),
      ['unreported', starts.length + 1, null, null],
    ],
  );
  return {
    name: 'report.economy_tier',
    reads: ['report.economy_value', 'report.economy_member', 'report.economy_total'],
    columns: [
      ...groupColumns,
      'year',
      'measure',
      'ordinal',
      'kind',
      'from_wan',
      'below_wan',
      'count',
      'denominator',
      'share',
    ],
    stored: false,
    sql: sql`
      ${note(`economy.tiers: ${tiers.join(', ')} 万元; shares over economy.denominator: ${denominator}`)}
      WITH class AS (
        SELECT
          kind, ordinal, CAST(from_wan AS DOUBLE) AS from_wan, CAST(below_wan AS DOUBLE) AS below_wan
        FROM ${classes}
      ),
      placed AS (
        SELECT
          m.scope, m.district, m.place, m.year, v.measure, c.ordinal, count(*) AS subjects
        FROM report.economy_member AS m
        JOIN report.economy_value AS v USING (subject_id, year)
        JOIN class AS c
          ON CASE c.kind
            WHEN 'none' THEN v.value_wan <= c.below_wan
            WHEN 'tier' THEN
              v.value_wan > ${lit(none)} AND v.value_wan >= c.from_wan
              AND v.value_wan < coalesce(c.below_wan, 'infinity')
            ELSE FALSE
          END
        GROUP BY m.scope, m.district, m.place, m.year, v.measure, c.ordinal
      )
      SELECT
        t.scope, t.district, t.place, t.year, t.measure, c.ordinal, c.kind, c.from_wan, c.below_wan,
        CAST(
          CASE c.kind WHEN 'unreported' THEN t.subjects - t.reporting ELSE coalesce(p.subjects, 0) END AS INTEGER
        ) AS count,
        t.denominator,
        CASE WHEN c.kind <> 'unreported' OR t.basis = 'all' THEN count / t.denominator END AS share
      FROM report.economy_total AS t
      CROSS JOIN class AS c
      LEFT JOIN placed AS p USING (scope, district, place, year, measure, ordinal)`.text,
  };
}

/**
 * The share of subjects that reach a line, of those that report and of all. A figure such as "over 9" may lie above the
 * line or not: `undecided` counts these, and they are not among `reached`.
 */
export function economyThreshold({ threshold, denominator }: EconomyRules): View {
  return {
    name: 'report.economy_threshold',
    reads: ['report.economy_value', 'report.economy_member', 'report.economy_total'],
    columns: [
      ...groupColumns,
      'year',
      'measure',
      'threshold_wan',
      'reached',
      'undecided',
      'reporting',
      'subjects',
      'share',
      'share_reporting',
      'share_all',
    ],
    stored: false,
    sql: sql`
      ${note(`economy.threshold: ${threshold} 万元; economy.denominator: ${denominator}`)}
      WITH judged AS (
        SELECT
          m.scope, m.district, m.place, m.year, v.measure,
          count(*) FILTER (v.value_wan >= ${lit(threshold)} AND v.qualifier IS DISTINCT FROM 'below') AS reached,
          count(*) FILTER (
            v.value_wan < ${lit(threshold)} AND v.qualifier = 'at_least'
            OR v.value_wan > ${lit(threshold)} AND v.qualifier = 'below'
          ) AS undecided
        FROM report.economy_member AS m
        JOIN report.economy_value AS v USING (subject_id, year)
        GROUP BY m.scope, m.district, m.place, m.year, v.measure
      )
      SELECT
        t.scope, t.district, t.place, t.year, t.measure,
        CAST(${lit(threshold)} AS DOUBLE) AS threshold_wan,
        CAST(j.reached AS INTEGER) AS reached, CAST(j.undecided AS INTEGER) AS undecided,
        t.reporting, t.subjects, j.reached / t.denominator AS share,
        j.reached / t.reporting AS share_reporting, j.reached / t.subjects AS share_all
      FROM report.economy_total AS t
      JOIN judged AS j USING (scope, district, place, year, measure)`.text,
  };
}
