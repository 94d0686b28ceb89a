import { numberOf, type Row } from '../model/row';
import { sql } from '../sql/sql';
import { count, text } from './question';

/** A line of the star board: a subject in a year. Stars, rank and level are null for the unrated. */
export interface BoardLine {
  readonly subject: string;
  readonly name: string;
  readonly town: string;
  readonly track: string;
  readonly periods: number;
  readonly starsSoFar: number | null;
  readonly stars: number | null;
  readonly score: number | null;
  readonly rank: number | null;
  readonly rated: number | null;
  readonly level: number | null;
  readonly rankChange: number | null;
  readonly nextLevel: number | null;
  readonly distance: number | null;
  readonly inForce: boolean;
}

/** A row of `report.annual_level`. */
export function boardLine(row: Row): BoardLine {
  return {
    subject: text(row, 'subject_id'),
    name: text(row, 'name'),
    town: text(row, 'town'),
    track: text(row, 'track'),
    periods: count(row, 'periods'),
    starsSoFar: numberOf(row, 'stars_so_far'),
    stars: numberOf(row, 'stars'),
    score: numberOf(row, 'score'),
    rank: numberOf(row, 'rank'),
    rated: numberOf(row, 'rated'),
    level: numberOf(row, 'level'),
    rankChange: numberOf(row, 'rank_change'),
    nextLevel: numberOf(row, 'next_level'),
    distance: numberOf(row, 'distance'),
    inForce: row['in_force'] === true,
  };
}

/** What a subject won in a period. */
export interface PeriodResult {
  readonly subject: string;
  readonly period: string;
  readonly score: number | null;
  readonly rank: number | null;
  readonly rated: number | null;
  readonly stars: number | null;
  /** Number of the star rule that was met, from 1; null where none was, or no score was given. */
  readonly rule: number | null;
  readonly inForce: boolean;
}

/** The results of periods, to be narrowed and put in order; `periodResult` reads their rows. */
export const periodResultRows = sql`
  SELECT
    e.subject_id, e.period_id AS period, e.score, p.rank, p.rated, p.stars, p.rule, e.in_force
  FROM score.period_score AS e
  LEFT JOIN score.period_stars AS p USING (subject_id, period_id)`;

/** A row of a period's score with its stars. */
export function periodResult(row: Row): PeriodResult {
  return {
    subject: text(row, 'subject_id'),
    period: text(row, 'period'),
    score: numberOf(row, 'score'),
    rank: numberOf(row, 'rank'),
    rated: numberOf(row, 'rated'),
    stars: numberOf(row, 'stars'),
    rule: numberOf(row, 'rule'),
    inForce: row['in_force'] === true,
  };
}
