import type { View } from '../../model/view';
import { lit, note, sql } from '../../sql/sql';
import { rounded } from '../../sql/rounded';
import type { EconomyRules } from './rules';
import { groupColumns } from './value';

/** Operating profit as a share of operating income, over the subjects that report both. */
export const economyProfit: View = {
  name: 'report.economy_profit',
  reads: ['report.economy_member', 'report.economy_value'],
  columns: [...groupColumns, 'year', 'subjects', 'income_wan', 'profit_wan', 'profit_to_income'],
  stored: false,
  sql: sql`
    ${note('profit to income, over the subjects that report both')}
    SELECT
      m.scope, m.district, m.place, m.year, CAST(count(*) AS INTEGER) AS subjects,
      sum(i.value_wan ORDER BY i.value_wan) AS income_wan,
      sum(p.value_wan ORDER BY p.value_wan) AS profit_wan,
      profit_wan / nullif(income_wan, 0) AS profit_to_income
    FROM report.economy_member AS m
    JOIN report.economy_value AS i
      ON i.subject_id = m.subject_id AND i.year = m.year AND i.measure = 'operating_income'
    JOIN report.economy_value AS p
      ON p.subject_id = m.subject_id AND p.year = m.year AND p.measure = 'operating_profit'
    GROUP BY m.scope, m.district, m.place, m.year`.text,
};

/**
 * Each figure for one person, in yuan, over the subjects that report both it and their number of people: the number of
 * the last period of the year that has one. No rows where the scheme names no such measure.
 */
export function economyPerHead({ heads, round }: EconomyRules): View {
  const counted =
    heads === undefined
      ? sql`
          SELECT CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS INTEGER) AS year, CAST(NULL AS DOUBLE) AS people
          WHERE FALSE`
      : sql`
          SELECT o.subject_id, p.year, max_by(o.value, (p.ends, -p.number)) AS people
          FROM canon.observation AS o
          JOIN canon.period AS p USING (period_id)
          WHERE o.indicator_id = ${lit(heads)}
          GROUP BY o.subject_id, p.year`;
  return {
    name: 'report.economy_per_head',
    reads: [
      'report.economy_member',
      'report.economy_value',
      ...(heads === undefined ? [] : ['canon.observation', 'canon.period']),
    ],
    columns: [
      ...groupColumns,
      'year',
      'measure',
      'subjects',
      'heads',
      'total_wan',
      'per_head_yuan',
    ],
    stored: false,
    sql: sql`
      ${note(`economy.heads: ${heads ?? 'not said'}`)}
      WITH population AS (
        ${counted}
      )
      SELECT
        m.scope, m.district, m.place, m.year, v.measure, CAST(count(*) AS INTEGER) AS subjects,
        CAST(sum(h.people ORDER BY h.people) AS DOUBLE) AS heads,
        sum(v.value_wan ORDER BY v.value_wan) AS total_wan,
        ${rounded(sql`total_wan * 10000 / nullif(heads, 0)`, round)} AS per_head_yuan
      FROM report.economy_member AS m
      JOIN report.economy_value AS v USING (subject_id, year)
      JOIN population AS h ON h.subject_id = m.subject_id AND h.year = m.year
      WHERE h.people > 0
      GROUP BY m.scope, m.district, m.place, m.year, v.measure`.text,
  };
}
