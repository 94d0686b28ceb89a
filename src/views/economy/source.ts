import type { View } from '../../model/view';
import { lit, note, rows, sql } from '../../sql/sql';
import { rounded } from '../../sql/rounded';
import type { EconomyRules } from './rules';
import { groupColumns } from './value';

/**
 * What income is made up of: the total of each source in 万元 and its share of all sources; `of_income` is its share of
 * the operating income of the same subjects, which shows what the sources leave out.
 */
export function economySource({ sources }: EconomyRules): View {
  const named =
    sources.length === 0
      ? sql`(SELECT CAST(NULL AS VARCHAR) AS measure, CAST(NULL AS INTEGER) AS ordinal WHERE FALSE) AS given`
      : rows(
          ['measure', 'ordinal'],
          sources.map(({ measure }, index) => [measure, index + 1]),
        );
  return {
    name: 'report.economy_source',
    reads: ['report.economy_member', 'report.economy_value'],
    columns: [
      ...groupColumns,
      'year',
      'ordinal',
      'source',
      'reporting',
      'total_wan',
      'share',
      'of_income',
    ],
    stored: false,
    sql: sql`
      ${note(`economy.sources: ${sources.map(({ measure }) => measure).join(', ')}`)}
      SELECT
        m.scope, m.district, m.place, m.year, CAST(given.ordinal AS INTEGER) AS ordinal,
        v.measure AS source, CAST(count(*) AS INTEGER) AS reporting,
        sum(v.value_wan ORDER BY v.value_wan) AS total_wan,
        total_wan / nullif(sum(total_wan) OVER (PARTITION BY m.scope, m.district, m.place, m.year), 0) AS share,
        sum(v.value_wan ORDER BY v.value_wan) FILTER (i.value_wan IS NOT NULL)
          / nullif(sum(i.value_wan ORDER BY i.value_wan), 0) AS of_income
      FROM report.economy_member AS m
      JOIN report.economy_value AS v USING (subject_id, year)
      JOIN ${named} ON given.measure = v.measure
      LEFT JOIN report.economy_value AS i
        ON i.subject_id = v.subject_id AND i.year = v.year AND i.measure = 'operating_income'
      GROUP BY m.scope, m.district, m.place, m.year, given.ordinal, v.measure`.text,
  };
}

/**
 * Who invested, how much in 万元, the mean over those who did, and what it brought in the year where the scheme names
 * that measure: `return_rate` is over the subjects that report both.
 */
export function economyInvestment({ returns, round }: EconomyRules): View {
  const back =
    returns === undefined ? sql`CAST(NULL AS DOUBLE)` : sql`sum(r.value_wan ORDER BY r.value_wan)`;
  const of =
    returns === undefined
      ? sql``
      : sql`
          LEFT JOIN report.economy_value AS r
            ON r.subject_id = v.subject_id AND r.year = v.year AND r.measure = ${lit(returns)}`;
  const both =
    returns === undefined
      ? sql`CAST(NULL AS DOUBLE)`
      : sql`
          sum(r.value_wan ORDER BY r.value_wan)
            / nullif(sum(v.value_wan ORDER BY v.value_wan) FILTER (r.value_wan IS NOT NULL), 0)`;
  return {
    name: 'report.economy_investment',
    reads: ['report.economy_member', 'report.economy_value'],
    columns: [
      ...groupColumns,
      'year',
      'investors',
      'invested_wan',
      'mean_wan',
      'returns_wan',
      'return_rate',
    ],
    stored: false,
    sql: sql`
      ${note(`economy.returns: ${returns ?? 'not said'}; the mean is over the subjects that invested`)}
      SELECT
        m.scope, m.district, m.place, m.year, CAST(count(*) AS INTEGER) AS investors,
        sum(v.value_wan ORDER BY v.value_wan) AS invested_wan,
        ${rounded(sql`invested_wan / count(*)`, round)} AS mean_wan,
        ${back} AS returns_wan,
        ${both} AS return_rate
      FROM report.economy_member AS m
      JOIN report.economy_value AS v
        ON v.subject_id = m.subject_id AND v.year = m.year AND v.measure = 'investment' AND v.value_wan > 0
      ${of}
      GROUP BY m.scope, m.district, m.place, m.year`.text,
  };
}

/** Who paid dividends, how much in 万元, the mean over those who did, and the share of the profit of those that report it. */
export function economyDividend({ round }: EconomyRules): View {
  return {
    name: 'report.economy_dividend',
    reads: ['report.economy_member', 'report.economy_value'],
    columns: [...groupColumns, 'year', 'payers', 'paid_wan', 'mean_wan', 'of_profit'],
    stored: false,
    sql: sql`
      ${note('dividends; the mean is over the subjects that paid some')}
      SELECT
        m.scope, m.district, m.place, m.year, CAST(count(*) AS INTEGER) AS payers,
        sum(v.value_wan ORDER BY v.value_wan) AS paid_wan,
        ${rounded(sql`paid_wan / count(*)`, round)} AS mean_wan,
        sum(v.value_wan ORDER BY v.value_wan) FILTER (p.value_wan IS NOT NULL)
          / nullif(sum(p.value_wan ORDER BY p.value_wan), 0) AS of_profit
      FROM report.economy_member AS m
      JOIN report.economy_value AS v
        ON v.subject_id = m.subject_id AND v.year = m.year AND v.measure = 'dividend' AND v.value_wan > 0
      LEFT JOIN report.economy_value AS p
        ON p.subject_id = v.subject_id AND p.year = v.year AND p.measure = 'operating_profit'
      GROUP BY m.scope, m.district, m.place, m.year`.text,
  };
}
