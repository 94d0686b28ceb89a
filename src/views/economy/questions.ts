import { economyRoles } from '../../model/mapping';
import { numberOf, textOf, type Row } from '../../model/row';
import type { SourceCell } from '../../model/source';
import { id, lit, sql, type Sql } from '../../sql/sql';
import type { Question } from '../questions';

/** What a group of subjects is taken by. */
export const scopes = ['all', 'district', 'town', 'track'] as const;

export type Scope = (typeof scopes)[number];

/** A group of subjects as `report.economy_group` names it. */
export interface EconomyGroup {
  readonly scope: Scope;
  /** '*' where the scope crosses districts. */
  readonly district: string;
  /** '' for those of which the roster says none. */
  readonly place: string;
}

export const everyone: EconomyGroup = { scope: 'all', district: '*', place: '*' };

/** "Over 140" makes a sum at least that much; figures of several kinds make it about that much. */
export type Qualifier = 'at_least' | 'below' | 'about';

function question<T>(statement: Sql, read: (row: Row) => T): Question<T> {
  return { sql: statement.text, read };
}

const text = (row: Row, column: string) => textOf(row, column) ?? '';
const count = (row: Row, column: string) => numberOf(row, column) ?? 0;
const qualifierOf = (row: Row) => textOf(row, 'qualifier') as Qualifier | null;

function groupOf(row: Row): EconomyGroup {
  return {
    scope: text(row, 'scope') as Scope,
    district: text(row, 'district'),
    place: text(row, 'place'),
  };
}

/** The condition that a row is of a group. @param table the name under which the view is read */
function within(table: string, { scope, district, place }: EconomyGroup): Sql {
  const is = (column: string, value: string) => sql`${id(table, column)} = ${lit(value)}`;
  return sql`${is('scope', scope)} AND ${is('district', district)} AND ${is('place', place)}`;
}

/** How many a figure could be taken over: those that report it, those in force in the year, the whole roster. */
export interface Counts {
  readonly reporting: number;
  readonly present: number;
  readonly roster: number;
}

function countsOf(row: Row): Counts {
  return {
    reporting: count(row, 'reporting'),
    present: count(row, 'subjects'),
    roster: count(row, 'roster'),
  };
}

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

/** How unequal a measure is among those that report it; no row where a figure is below zero or all are zero. */
export interface InequalityLine {
  /** From 0, all alike, to nearly 1. */
  readonly gini: number;
  /** What the largest hold, and how many these are. */
  readonly topCount: number;
  readonly topShare: number;
}

export function economyInequality(
  group: EconomyGroup,
  year: number,
  measure: string,
): Question<InequalityLine> {
  return question(
    sql`
      SELECT gini, top_count, top_share
      FROM report.economy_concentration AS c
      WHERE ${within('c', group)} AND year = ${lit(year)} AND measure = ${lit(measure)}`,
    (row) => ({
      gini: count(row, 'gini'),
      topCount: count(row, 'top_count'),
      topShare: count(row, 'top_share'),
    }),
  );
}

/** How many subjects of a group are in a class of a measure in a year; bounds in 万元. */
export interface TierLine {
  readonly year: number;
  readonly ordinal: number;
  readonly kind: 'none' | 'tier' | 'unreported';
  readonly from: number | null;
  readonly below: number | null;
  readonly count: number;
  readonly counts: Counts;
}

export function economyTiers(group: EconomyGroup, measure: string): Question<TierLine> {
  return question(
    sql`
      SELECT c.*, t.reporting, t.subjects, t.roster
      FROM report.economy_tier AS c
      JOIN report.economy_total AS t USING (scope, district, place, year, measure)
      WHERE ${within('c', group)} AND c.measure = ${lit(measure)}
      ORDER BY c.year, c.ordinal`,
    (row) => ({
      year: count(row, 'year'),
      ordinal: count(row, 'ordinal'),
      kind: text(row, 'kind') as TierLine['kind'],
      from: numberOf(row, 'from_wan'),
      below: numberOf(row, 'below_wan'),
      count: count(row, 'count'),
      counts: countsOf(row),
    }),
  );
}

/** A point of the Lorenz curve: the poorest share of the subjects and the share of the total that it holds. */
export interface LorenzPoint {
  readonly subjects: number;
  readonly value: number;
}

/** Of very many subjects some 400 points are enough to draw the curve; its ends are always among them. */
export function economyLorenz(
  group: EconomyGroup,
  year: number,
  measure: string,
): Question<LorenzPoint> {
  return question(
    sql`
      SELECT subject_share, value_share
      FROM report.economy_lorenz AS l
      WHERE ${within('l', group)} AND year = ${lit(year)} AND measure = ${lit(measure)}
      QUALIFY number % greatest(1, max(number) OVER () // 400) = 0 OR number = max(number) OVER ()
      ORDER BY number`,
    (row) => ({ subjects: count(row, 'subject_share'), value: count(row, 'value_share') }),
  );
}

/** How many figures lie from one bound to the next, in 万元; the last one takes all beyond. */
export interface Bin {
  readonly from: number;
  readonly below: number;
  readonly open: boolean;
  readonly count: number;
}

/** Figures in some 30 steps of 1, 2 or 5 and zeros; what lies far above 98 of 100 figures is put together in one. */
export function economyBins(group: EconomyGroup, year: number, measure: string): Question<Bin> {
  return question(
    sql`
      WITH figure AS (
        SELECT v.value_wan
        FROM report.economy_member AS m
        JOIN report.economy_value AS v USING (subject_id, year)
        WHERE ${within('m', group)} AND year = ${lit(year)} AND v.measure = ${lit(measure)}
      ),
      run AS (
        SELECT
          least(min(value_wan), 0) AS low, quantile_cont(value_wan, 0.98) AS high, max(value_wan) AS most,
          greatest((quantile_cont(value_wan, 0.98) - least(min(value_wan), 0)) / 30, 0.0001) AS rough
        FROM figure
      ),
      scale AS (
        SELECT
          *, power(10, floor(log10(rough))) AS unit,
          CASE
            WHEN rough / unit <= 1.0001 THEN unit
            WHEN rough / unit <= 2 THEN 2 * unit
            WHEN rough / unit <= 5 THEN 5 * unit
            ELSE 10 * unit
          END AS step,
          floor(high / step) + 1 AS beyond
        FROM run
      ),
      placed AS (
        SELECT least(floor(round(value_wan / step, 9)), beyond) AS place, count(*) AS figures
        FROM figure, scale
        GROUP BY place
      )
      SELECT
        round(place * step, 9) AS from_wan, round((place + 1) * step, 9) AS below_wan,
        place = beyond AND most >= (beyond + 1) * step AS open, figures
      FROM placed, scale
      ORDER BY place`,
    (row) => ({
      from: count(row, 'from_wan'),
      below: count(row, 'below_wan'),
      open: row['open'] === true,
      count: count(row, 'figures'),
    }),
  );
}

/** A subject's figure of a year, in 万元. */
export interface SubjectLine {
  readonly subject: string;
  readonly name: string;
  readonly town: string;
  readonly track: string;
  readonly value: number;
  readonly qualifier: Qualifier | null;
  /** From the largest, equal ones alike. */
  readonly rank: number;
  readonly yoy: number | null;
  readonly acrossBreak: boolean;
  /** How many there are, of which the first are shown. */
  readonly found: number;
}

/** The most subjects that a list or a figure of single subjects shows. */
export const mostSubjects = 200;

const subjectOf = (row: Row): SubjectLine => ({
  subject: text(row, 'subject_id'),
  name: text(row, 'name'),
  town: text(row, 'town'),
  track: text(row, 'track'),
  value: count(row, 'value_wan'),
  qualifier: qualifierOf(row),
  rank: count(row, 'rank'),
  yoy: numberOf(row, 'yoy'),
  acrossBreak: row['across_break'] === true,
  found: count(row, 'found'),
});

function subjects(group: EconomyGroup, year: number, measure: string): Sql {
  return sql`
    SELECT
      v.subject_id, s.name, s.town, s.track, v.value_wan, v.qualifier, g.yoy, g.across_break,
      rank() OVER (ORDER BY v.value_wan DESC) AS rank
    FROM report.economy_member AS m
    JOIN report.economy_value AS v USING (subject_id, year)
    JOIN canon.subject AS s USING (subject_id)
    LEFT JOIN report.economy_growth AS g
      ON g.subject_id = v.subject_id AND g.year = v.year AND g.measure = v.measure
    WHERE ${within('m', group)} AND m.year = ${lit(year)} AND v.measure = ${lit(measure)}`;
}

/** The bounds of a class of `report.economy_tier`; those that report nothing have no figure to be listed by. */
export type TierBounds = Pick<TierLine, 'kind' | 'ordinal' | 'from' | 'below'>;

function inTier(tier: TierBounds | null): Sql {
  if (tier === null) return sql`TRUE`;
  if (tier.kind === 'none') return sql`value_wan <= ${lit(tier.below)}`;
  // the first class begins above its bound: what lies at it is none
  const above =
    tier.ordinal === 1 ? sql`value_wan > ${lit(tier.from)}` : sql`value_wan >= ${lit(tier.from)}`;
  return tier.below === null ? above : sql`${above} AND value_wan < ${lit(tier.below)}`;
}

/** The subjects of a group, the largest figure first; only those of a class where one is given. */
export function economySubjects(
  group: EconomyGroup,
  year: number,
  measure: string,
  tier: TierBounds | null,
): Question<SubjectLine> {
  return question(
    sql`
      SELECT *, count(*) OVER () AS found
      FROM (
        ${subjects(group, year, measure)}
      )
      WHERE ${inTier(tier)}
      ORDER BY value_wan DESC, subject_id
      LIMIT ${lit(mostSubjects)}`,
    subjectOf,
  );
}

/** Subjects with their growth on the year before; of very many a sample that is the same each time. */
export function economyMovers(
  group: EconomyGroup,
  year: number,
  measure: string,
): Question<SubjectLine> {
  return question(
    sql`
      SELECT *, count(*) OVER () AS found
      FROM (
        ${subjects(group, year, measure)}
      )
      WHERE yoy IS NOT NULL
      ORDER BY md5(subject_id), subject_id
      LIMIT 800`,
    subjectOf,
  );
}

/** The subjects of a group that were in force in a year and report no figure of the measure. */
export function economyUnreported(
  group: EconomyGroup,
  year: number,
  measure: string,
): Question<Pick<SubjectLine, 'subject' | 'name' | 'town' | 'found'>> {
  return question(
    sql`
      SELECT s.subject_id, s.name, s.town, count(*) OVER () AS found
      FROM report.economy_member AS m
      JOIN canon.subject AS s USING (subject_id)
      WHERE ${within('m', group)} AND m.year = ${lit(year)}
        AND m.subject_id NOT IN (
          SELECT subject_id FROM report.economy_value WHERE year = ${lit(year)} AND measure = ${lit(measure)}
        )
      ORDER BY s.town, s.name, s.subject_id
      LIMIT ${lit(mostSubjects)}`,
    (row) => ({
      subject: text(row, 'subject_id'),
      name: text(row, 'name'),
      town: text(row, 'town'),
      found: count(row, 'found'),
    }),
  );
}

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

/** A plan of a group and what was done, over the subjects that have both. Money in 万元, other figures as they are. */
export interface PlanLine extends EconomyGroup {
  readonly measure: string;
  readonly period: string;
  readonly subjects: number;
  readonly reached: number;
  readonly actual: number;
  readonly plan: number;
  readonly completion: number | null;
  readonly qualifier: Qualifier | null;
}

export function economyPlans(group: EconomyGroup, scope: Scope, year: number): Question<PlanLine> {
  return question(
    sql`
      SELECT *
      FROM report.economy_completion AS c
      WHERE (${within('c', group)} OR c.scope = ${lit(scope)}) AND year = ${lit(year)}
      ORDER BY measure, period_id, c.scope <> ${lit(group.scope)}, completion DESC, district, place`,
    (row) => ({
      ...groupOf(row),
      measure: text(row, 'measure'),
      period: text(row, 'period_id'),
      subjects: count(row, 'subjects'),
      reached: count(row, 'reached'),
      actual: count(row, 'actual'),
      plan: count(row, 'plan'),
      completion: numberOf(row, 'completion'),
      qualifier: qualifierOf(row),
    }),
  );
}

/** A strong subject and its weak partner, with the figures that they were paired by. */
export interface PairLine {
  readonly period: string;
  readonly words: string;
  readonly strong: string;
  readonly strongName: string;
  readonly strongValue: number;
  readonly weak: string;
  readonly weakName: string;
  readonly weakValue: number;
}

/** Pairs of a year of which one is in the group. Only a scheme that pairs has them. */
export function economyPairs(group: EconomyGroup, year: number): Question<PairLine> {
  return question(
    sql`
      SELECT p.*, s.name AS strong_name, w.name AS weak_name
      FROM score.pair AS p
      JOIN canon.period AS t USING (period_id)
      JOIN canon.subject AS s ON s.subject_id = p.strong_id
      JOIN canon.subject AS w ON w.subject_id = p.weak_id
      WHERE t.year = ${lit(year)} AND (
        p.strong_id IN (SELECT subject_id FROM report.economy_group AS m WHERE ${within('m', group)})
        OR p.weak_id IN (SELECT subject_id FROM report.economy_group AS m WHERE ${within('m', group)})
      )
      ORDER BY p.period_id, p.group_name, p.strong_value DESC, p.strong_id`,
    (row) => ({
      period: text(row, 'period_id'),
      words: text(row, 'group_name'),
      strong: text(row, 'strong_id'),
      strongName: text(row, 'strong_name'),
      strongValue: count(row, 'strong_value'),
      weak: text(row, 'weak_id'),
      weakName: text(row, 'weak_name'),
      weakValue: count(row, 'weak_value'),
    }),
  );
}

/** A figure of one subject with the cell that it came from, in 万元. */
export interface SubjectCell {
  readonly year: number;
  readonly measure: string;
  readonly value: number;
  readonly cell: SourceCell;
}

export function economyCells(subject: string): Question<SubjectCell> {
  return question(
    sql`SELECT * FROM report.subject_economy WHERE subject_id = ${lit(subject)} ORDER BY year DESC, measure`,
    (row) => ({
      year: count(row, 'year'),
      measure: text(row, 'measure'),
      value: count(row, 'value_wan'),
      cell: {
        file: text(row, 'file'),
        sheet: textOf(row, 'sheet'),
        row: count(row, 'source_row'),
        column: text(row, 'letter'),
        header: text(row, 'header'),
        text: textOf(row, 'text'),
      },
    }),
  );
}
