import { economyRoles } from '../../../model/mapping';
import { numberOf } from '../../../model/row';
import { lit, sql, type Sql } from '../../../sql/sql';
import { count, question, text, type Question } from '../../question';
import {
  countsOf,
  groupOf,
  qualifierOf,
  within,
  type Counts,
  type EconomyGroup,
  type Qualifier,
  type Scope,
} from './group';

/** A measure of a group in a year. Money in 万元; shares and growth as fractions. */
export interface TotalLine extends EconomyGroup {
  readonly year: number;
  readonly measure: string;
  readonly counts: Counts;
  readonly total: number;
  /** Over each denominator, rounded as the scheme says. */
  readonly means: Readonly<Record<keyof Counts, number>>;
  /** Of those that report. */
  readonly median: number;
  /** How many of the figures are no exact ones, and what that makes of the total. */
  readonly qualified: number;
  readonly qualifier: Qualifier | null;
  readonly threshold: number;
  readonly reached: number;
  readonly undecided: number;
  /** Of the totals as they are. */
  readonly growth: number | null;
  /** Of those that report both years, and how many these are. */
  readonly matched: number;
  readonly matchedGrowth: number | null;
  readonly acrossBreak: boolean;
  readonly series: number;
}

function totals(where: Sql): Question<TotalLine> {
  return question(
    sql`
      SELECT
        t.*, h.threshold_wan, h.reached, h.undecided, g.growth, g.matched, g.matched_growth,
        g.across_break
      FROM report.economy_total AS t
      JOIN report.economy_threshold AS h USING (scope, district, place, year, measure)
      LEFT JOIN report.economy_group_growth AS g USING (scope, district, place, year, measure)
      WHERE ${where}
      ORDER BY strpos(${lit(economyRoles.join(' '))}, t.measure) = 0, strpos(${lit(economyRoles.join(' '))}, t.measure), t.measure, t.year, t.total_wan DESC, t.district, t.place`,
    (row) => ({
      ...groupOf(row),
      year: count(row, 'year'),
      measure: text(row, 'measure'),
      counts: countsOf(row),
      total: count(row, 'total_wan'),
      means: {
        reporting: count(row, 'mean_reporting_wan'),
        present: count(row, 'mean_all_wan'),
        roster: count(row, 'mean_roster_wan'),
      },
      median: count(row, 'median_wan'),
      qualified: count(row, 'qualified'),
      qualifier: qualifierOf(row),
      threshold: count(row, 'threshold_wan'),
      reached: count(row, 'reached'),
      undecided: count(row, 'undecided'),
      growth: numberOf(row, 'growth'),
      matched: count(row, 'matched'),
      matchedGrowth: numberOf(row, 'matched_growth'),
      acrossBreak: row['across_break'] === true,
      series: count(row, 'series'),
    }),
  );
}

/** Every measure of a group in every year. */
export function economyTotals(group: EconomyGroup): Question<TotalLine> {
  return totals(within('t', group));
}

/** A measure of every group of a scope in a year, the largest total first. */
export function economyGroups(scope: Scope, year: number, measure: string): Question<TotalLine> {
  return totals(
    sql`t.scope = ${lit(scope)} AND t.year = ${lit(year)} AND t.measure = ${lit(measure)}`,
  );
}
