import type { View } from '../../model/view';
import { join, lit, note, rows, sql } from '../../sql/sql';
import type { EconomyRules } from './rules';
import { groupColumns } from './value';

/**
 * A subject's figure beside that of the year before and of the first year of the series, in 万元. `yoy` and `compound`
 * (a year) are shares; NULL where the earlier figure is not above zero, or was not reported. Across a break of the
 * series `yoy` is worked out and marked; `compound` begins anew.
 */
export const economyGrowth: View = {
  name: 'report.economy_growth',
  reads: ['report.economy_value'],
  columns: [
    'subject_id',
    'year',
    'measure',
    'value_wan',
    'previous_wan',
    'change_wan',
    'yoy',
    'across_break',
    'first_year',
    'first_wan',
    'compound',
  ],
  stored: true,
  sql: sql`
    ${note('growth on the year before, and a year since the first of the series')}
    WITH beside AS (
      SELECT
        v.*, b.value_wan AS previous_wan, b.series <> v.series AS across_break,
        min(v.year) OVER history AS first_year,
        first_value(v.value_wan) OVER (history ORDER BY v.year) AS first_wan
      FROM report.economy_value AS v
      LEFT JOIN report.economy_value AS b
        ON b.subject_id = v.subject_id AND b.measure = v.measure AND b.year = v.year - 1
      WINDOW history AS (PARTITION BY v.subject_id, v.measure, v.series)
    )
    SELECT
      subject_id, year, measure, value_wan, previous_wan, value_wan - previous_wan AS change_wan,
      CASE WHEN previous_wan > 0 THEN value_wan / previous_wan - 1 END AS yoy, across_break,
      first_year, first_wan,
      CASE
        WHEN year > first_year AND first_wan > 0 AND value_wan >= 0
          THEN power(value_wan / first_wan, 1 / (year - first_year)) - 1
      END AS compound
    FROM beside`.text,
};

/**
 * Growth of the totals of groups. `growth` compares the totals as they are; `matched_growth` those of the subjects that
 * report both years, `matched` of them, so that a late report is not taken for growth.
 */
export const economyGroupGrowth: View = {
  name: 'report.economy_group_growth',
  reads: ['report.economy_total', 'report.economy_growth', 'report.economy_member'],
  columns: [
    ...groupColumns,
    'year',
    'measure',
    'total_wan',
    'previous_wan',
    'growth',
    'matched',
    'matched_growth',
    'across_break',
    'first_year',
    'first_wan',
    'compound',
  ],
  stored: false,
  sql: sql`
    ${note('growth of totals on the year before, and a year since the first of the series')}
    WITH matched AS (
      SELECT
        m.scope, m.district, m.place, m.year, g.measure, count(*) AS matched,
        sum(g.value_wan ORDER BY g.value_wan) / nullif(sum(g.previous_wan ORDER BY g.previous_wan), 0) - 1
          AS matched_growth
      FROM report.economy_member AS m
      JOIN report.economy_growth AS g USING (subject_id, year)
      WHERE g.previous_wan IS NOT NULL
      GROUP BY m.scope, m.district, m.place, m.year, g.measure
    ),
    beside AS (
      SELECT
        t.*, b.total_wan AS previous_wan, b.series <> t.series AS across_break,
        min(t.year) OVER history AS first_year,
        first_value(t.total_wan) OVER (history ORDER BY t.year) AS first_wan
      FROM report.economy_total AS t
      LEFT JOIN report.economy_total AS b
        ON b.scope = t.scope AND b.district = t.district AND b.place = t.place
        AND b.measure = t.measure AND b.year = t.year - 1
      WINDOW history AS (PARTITION BY t.scope, t.district, t.place, t.measure, t.series)
    )
    SELECT
      b.scope, b.district, b.place, b.year, b.measure, b.total_wan, b.previous_wan,
      CASE WHEN b.previous_wan > 0 THEN b.total_wan / b.previous_wan - 1 END AS growth,
      CAST(coalesce(m.matched, 0) AS INTEGER) AS matched, m.matched_growth, b.across_break,
      b.first_year, b.first_wan,
      CASE
        WHEN b.year > b.first_year AND b.first_wan > 0 AND b.total_wan >= 0
          THEN power(b.total_wan / b.first_wan, 1 / (b.year - b.first_year)) - 1
      END AS compound
    FROM beside AS b
    LEFT JOIN matched AS m USING (scope, district, place, year, measure)`.text,
};

/**
 * How many subjects are in each class of change on the year before, from one bound to the next in percent. Those of which
 * no change can be worked out are a class of their own.
 */
export function economyBand({ bands, breaks }: EconomyRules): View {
  const bounds = bands.toSorted((a, b) => a - b);
  const classes = rows(
    ['ordinal', 'kind', 'from_percent', 'below_percent'],
    [
      ...[null, ...bounds].map((from, index) => [index + 1, 'band', from, bounds[index] ?? null]),
      [bounds.length + 2, 'uncompared', null, null],
    ],
  );
  return {
    name: 'report.economy_band',
    reads: ['report.economy_growth', 'report.economy_member', 'report.economy_total'],
    columns: [
      ...groupColumns,
      'year',
      'measure',
      'ordinal',
      'kind',
      'from_percent',
      'below_percent',
      'count',
      'across_break',
    ],
    stored: false,
    sql: sql`
      ${note(`economy.bands: ${bands.join(', ')} %`)}
      WITH class AS (
        SELECT
          ordinal, kind, CAST(from_percent AS DOUBLE) AS from_percent,
          CAST(below_percent AS DOUBLE) AS below_percent
        FROM ${classes}
      ),
      placed AS (
        SELECT m.scope, m.district, m.place, m.year, g.measure, c.ordinal, count(*) AS subjects
        FROM report.economy_member AS m
        JOIN report.economy_growth AS g USING (subject_id, year)
        JOIN class AS c
          ON CASE
            WHEN g.yoy IS NULL THEN c.kind = 'uncompared'
            ELSE c.kind = 'band'
              -- a share in percent is rounded before it is held against a bound: 1.1 - 1 lies below 10 % in binary
              AND round(g.yoy * 100, 9) >= coalesce(c.from_percent, '-infinity')
              AND round(g.yoy * 100, 9) < coalesce(c.below_percent, 'infinity')
          END
        GROUP BY m.scope, m.district, m.place, m.year, g.measure, c.ordinal
      )
      SELECT
        t.scope, t.district, t.place, t.year, t.measure, c.ordinal, c.kind, c.from_percent,
        c.below_percent, CAST(coalesce(p.subjects, 0) AS INTEGER) AS count,
        list_contains([${join(breaks.map((year) => lit(year)))}]::INTEGER[], t.year) AS across_break
      FROM report.economy_total AS t
      CROSS JOIN class AS c
      LEFT JOIN placed AS p USING (scope, district, place, year, measure, ordinal)`.text,
  };
}
