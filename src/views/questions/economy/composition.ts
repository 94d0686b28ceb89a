import { numberOf } from '../../../model/row';
import { lit, sql } from '../../../sql/sql';
import { count, question, text, type Question } from '../../question';
import { groupOf, within, type EconomyGroup, type Scope } from './group';
import { mostSubjects } from './subjects';

/** What income is made up of, in a group: 万元 and the share of all sources. */
export interface SourceLine extends EconomyGroup {
  readonly source: string;
  readonly ordinal: number;
  readonly reporting: number;
  readonly total: number;
  readonly share: number | null;
  /** Of the operating income of the same subjects. */
  readonly ofIncome: number | null;
}

/** The group's sources and those of every group of a scope. */
export function economySources(
  group: EconomyGroup,
  scope: Scope,
  year: number,
): Question<SourceLine> {
  return question(
    sql`
      SELECT *
      FROM report.economy_source AS o
      WHERE (${within('o', group)} OR o.scope = ${lit(scope)}) AND year = ${lit(year)}
      ORDER BY o.scope <> ${lit(group.scope)}, district, place, ordinal`,
    (row) => ({
      ...groupOf(row),
      source: text(row, 'source'),
      ordinal: count(row, 'ordinal'),
      reporting: count(row, 'reporting'),
      total: count(row, 'total_wan'),
      share: numberOf(row, 'share'),
      ofIncome: numberOf(row, 'of_income'),
    }),
  );
}

/** Profit, investments and dividends of a group in a year: each with the number that it is taken over; 万元. */
export interface ReturnsLine {
  readonly profitSubjects: number | null;
  readonly profitToIncome: number | null;
  readonly investors: number | null;
  readonly invested: number | null;
  readonly meanInvested: number | null;
  readonly returns: number | null;
  readonly returnRate: number | null;
  readonly payers: number | null;
  readonly paid: number | null;
  readonly meanPaid: number | null;
  readonly ofProfit: number | null;
}

export function economyReturns(group: EconomyGroup, year: number): Question<ReturnsLine> {
  return question(
    sql`
      SELECT
        p.subjects AS profit_subjects, p.profit_to_income, i.investors, i.invested_wan,
        i.mean_wan AS mean_invested_wan, i.returns_wan, i.return_rate, d.payers, d.paid_wan,
        d.mean_wan AS mean_paid_wan, d.of_profit
      FROM (SELECT ${lit(year)} AS year) AS y
      LEFT JOIN report.economy_profit AS p ON p.year = y.year AND ${within('p', group)}
      LEFT JOIN report.economy_investment AS i ON i.year = y.year AND ${within('i', group)}
      LEFT JOIN report.economy_dividend AS d ON d.year = y.year AND ${within('d', group)}`,
    (row) => ({
      profitSubjects: numberOf(row, 'profit_subjects'),
      profitToIncome: numberOf(row, 'profit_to_income'),
      investors: numberOf(row, 'investors'),
      invested: numberOf(row, 'invested_wan'),
      meanInvested: numberOf(row, 'mean_invested_wan'),
      returns: numberOf(row, 'returns_wan'),
      returnRate: numberOf(row, 'return_rate'),
      payers: numberOf(row, 'payers'),
      paid: numberOf(row, 'paid_wan'),
      meanPaid: numberOf(row, 'mean_paid_wan'),
      ofProfit: numberOf(row, 'of_profit'),
    }),
  );
}

/** What a subject invested, and what it brought in the year where that is reported; 万元. */
export interface InvestorLine {
  readonly subject: string;
  readonly name: string;
  readonly town: string;
  readonly invested: number;
  readonly returns: number | null;
  readonly rate: number | null;
  readonly found: number;
}

/** The investors of a group, the largest first. @param returns the measure of what investments bring in */
export function economyInvestors(
  group: EconomyGroup,
  year: number,
  returns: string | null,
): Question<InvestorLine> {
  return question(
    sql`
      SELECT
        v.subject_id, s.name, s.town, v.value_wan, r.value_wan AS returns_wan,
        r.value_wan / v.value_wan AS rate, count(*) OVER () AS found
      FROM report.economy_member AS m
      JOIN report.economy_value AS v
        ON v.subject_id = m.subject_id AND v.year = m.year AND v.measure = 'investment' AND v.value_wan > 0
      JOIN canon.subject AS s ON s.subject_id = m.subject_id
      LEFT JOIN report.economy_value AS r
        ON r.subject_id = m.subject_id AND r.year = m.year AND r.measure = ${lit(returns)}
      WHERE ${within('m', group)} AND m.year = ${lit(year)}
      ORDER BY v.value_wan DESC, v.subject_id
      LIMIT ${lit(mostSubjects)}`,
    (row) => ({
      subject: text(row, 'subject_id'),
      name: text(row, 'name'),
      town: text(row, 'town'),
      invested: count(row, 'value_wan'),
      returns: numberOf(row, 'returns_wan'),
      rate: numberOf(row, 'rate'),
      found: count(row, 'found'),
    }),
  );
}
