import type { View } from '../../model/view';
import { lit, note, sql } from '../../sql/sql';
import type { EconomyRules } from './rules';
import { groupColumns } from './value';

/** Every figure with its place from the lowest, beside the number and the sum of its group. */
const ordered = sql`
  SELECT
    m.scope, m.district, m.place, m.year, v.measure, v.subject_id, v.value_wan,
    row_number() OVER (each ORDER BY v.value_wan, v.subject_id) AS number,
    count(*) OVER each AS reporting,
    sum(v.value_wan) OVER (each ORDER BY v.value_wan, v.subject_id) AS up_to,
    sum(v.value_wan) OVER (
      each ORDER BY v.value_wan, v.subject_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS total,
    min(v.value_wan) OVER each AS lowest
  FROM report.economy_member AS m
  JOIN report.economy_value AS v USING (subject_id, year)
  WINDOW each AS (PARTITION BY m.scope, m.district, m.place, m.year, v.measure)`;

/**
 * How unequal a figure is among the subjects that report it. Gini G = 2 Σ i·x / (n Σ x) - (n + 1) / n, from 0 to
 * (n - 1) / n; Theil T = Σ s·ln(n·s), s being the shares of the total, from 0 to ln n; `top_share` is what the largest
 * `top_count` subjects hold. NULL where a figure is below zero or all are zero.
 */
export function economyConcentration({ top }: EconomyRules): View {
  return {
    name: 'report.economy_concentration',
    reads: ['report.economy_member', 'report.economy_value'],
    columns: [
      ...groupColumns,
      'year',
      'measure',
      'reporting',
      'gini',
      'theil',
      'top_count',
      'top_share',
    ],
    stored: false,
    sql: sql`
      ${note(`economy.top: the largest ${top} of the subjects, at least one`)}
      WITH ordered AS (
        ${ordered}
      )
      SELECT
        scope, district, place, year, measure, CAST(any_value(reporting) AS INTEGER) AS reporting,
        2 * sum(number * value_wan ORDER BY number) / (any_value(reporting) * any_value(total))
          - (any_value(reporting) + 1) / any_value(reporting) AS gini,
        sum(
          CASE WHEN value_wan > 0 THEN value_wan / total * ln(reporting * value_wan / total) ELSE 0 END
          ORDER BY number
        ) AS theil,
        CAST(ceil(${lit(top)} * any_value(reporting)) AS INTEGER) AS top_count,
        sum(value_wan ORDER BY number) FILTER (number > reporting - ceil(${lit(top)} * reporting))
          / any_value(total) AS top_share
      FROM ordered
      WHERE lowest >= 0 AND total > 0
      GROUP BY scope, district, place, year, measure`.text,
  };
}

/**
 * Points of the Lorenz curve, from (0, 0) to (1, 1): the share of the total that the poorest share of the subjects
 * holds.
 */
export const economyLorenz: View = {
  name: 'report.economy_lorenz',
  reads: ['report.economy_member', 'report.economy_value'],
  columns: [
    ...groupColumns,
    'year',
    'measure',
    'number',
    'subject_id',
    'subject_share',
    'value_share',
  ],
  stored: false,
  sql: sql`
    ${note('the share of the total that the poorest share of the subjects holds')}
    WITH ordered AS (
      SELECT *
      FROM (
        ${ordered}
      )
      WHERE lowest >= 0 AND total > 0
    )
    SELECT DISTINCT
      scope, district, place, year, measure, 0 AS number, NULL AS subject_id,
      CAST(0 AS DOUBLE) AS subject_share, CAST(0 AS DOUBLE) AS value_share
    FROM ordered
    UNION ALL
    SELECT
      scope, district, place, year, measure, CAST(number AS INTEGER), subject_id, number / reporting,
      up_to / total
    FROM ordered`.text,
};

/**
 * Theil's index of all subjects, split by groups: within is the mean of the groups' own by their shares of the total,
 * between what is left if everybody had the mean of the group. Both add up to the total.
 */
export const economyTheil: View = {
  name: 'report.economy_theil',
  reads: ['report.economy_member', 'report.economy_value', 'report.economy_total'],
  columns: ['grouping', 'year', 'measure', 'groups', 'total', 'within', 'between'],
  stored: false,
  sql: sql`
    ${note('inequality within and between districts, towns and tracks')}
    WITH own AS (
      SELECT
        m.scope, m.district, m.place, m.year, v.measure,
        any_value(t.reporting) AS reporting, any_value(t.total_wan) AS total, min(v.value_wan) AS lowest,
        sum(
          CASE
            WHEN v.value_wan > 0 AND t.total_wan > 0
              THEN v.value_wan / t.total_wan * ln(t.reporting * v.value_wan / t.total_wan)
            ELSE 0
          END
          ORDER BY v.value_wan
        ) AS theil
      FROM report.economy_member AS m
      JOIN report.economy_value AS v USING (subject_id, year)
      JOIN report.economy_total AS t USING (scope, district, place, year, measure)
      GROUP BY m.scope, m.district, m.place, m.year, v.measure
    )
    SELECT
      g.scope AS grouping, w.year, w.measure, CAST(count(*) AS INTEGER) AS groups,
      any_value(w.theil) AS total,
      sum(g.total / w.total * g.theil ORDER BY g.district, g.place) AS within,
      sum(
        CASE
          WHEN g.total > 0 THEN g.total / w.total * ln(g.total / w.total * w.reporting / g.reporting)
          ELSE 0
        END
        ORDER BY g.district, g.place
      ) AS between
    FROM own AS w
    JOIN own AS g USING (year, measure)
    WHERE w.scope = 'all' AND g.scope <> 'all' AND w.lowest >= 0 AND w.total > 0
    GROUP BY g.scope, w.year, w.measure`.text,
};
