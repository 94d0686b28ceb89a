import { numberOf } from '../../../model/row';
import { lit, sql } from '../../../sql/sql';
import { count, question, text, type Question } from '../../question';
import { countsOf, within, type Counts, type EconomyGroup } from './group';

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
