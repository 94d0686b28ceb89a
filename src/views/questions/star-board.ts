import { numberOf } from '../../model/row';
import { periodOrder } from '../../sql/period-order';
import { lit, sql } from '../../sql/sql';
import { count, question, text, type Question } from '../question';
import {
  boardLine,
  periodResult,
  periodResultRows,
  type BoardLine,
  type PeriodResult,
} from '../result-rows';

/** The years that have results, newest first. */
export function years(): Question<number> {
  return question(sql`SELECT DISTINCT year FROM report.annual_level ORDER BY year DESC`, (row) =>
    count(row, 'year'),
  );
}

export function board(year: number): Question<BoardLine> {
  return question(
    sql`
      SELECT *
      FROM report.annual_level
      WHERE year = ${lit(year)}
      ORDER BY track, rank NULLS LAST, stars_so_far DESC NULLS LAST, subject_id`,
    boardLine,
  );
}

export function periodResults(year: number): Question<PeriodResult> {
  return question(
    sql`
      ${periodResultRows}
      WHERE e.year = ${lit(year)}
      ORDER BY e.subject_id, ${periodOrder(sql`e.period_id`)}`,
    periodResult,
  );
}

/** Years running at the streak's level, by subject. */
export interface StreakLine {
  readonly subject: string;
  readonly years: number;
}

export function streaks(year: number): Question<StreakLine> {
  return question(
    sql`SELECT subject_id, years FROM report.streak WHERE year = ${lit(year)}`,
    (row) => ({ subject: text(row, 'subject_id'), years: count(row, 'years') }),
  );
}

export function watched(year: number): Question<string> {
  return question(sql`SELECT subject_id FROM report.watch_list WHERE year = ${lit(year)}`, (row) =>
    text(row, 'subject_id'),
  );
}

/** Who holds a flag after the last period of a year, and for how many periods running. */
export interface FlagLine {
  readonly subject: string;
  readonly flag: string;
  readonly running: number;
}

export function flagHolders(year: number): Question<FlagLine> {
  return question(
    sql`
      WITH last AS (SELECT max(period_id) AS period_id FROM score.period_score WHERE year = ${lit(year)})
      SELECT f.subject_id, f.flag, f.running
      FROM score.flag AS f
      JOIN last USING (period_id)`,
    (row) => ({
      subject: text(row, 'subject_id'),
      flag: text(row, 'flag'),
      running: count(row, 'running'),
    }),
  );
}

/** How many subjects lack a score in a period. */
export interface Gap {
  readonly period: string;
  readonly subjects: number;
}

export function gaps(year: number): Question<Gap> {
  return question(
    sql`
      SELECT period_id AS period, count(*) AS subjects
      FROM score.period_score
      WHERE year = ${lit(year)} AND score IS NULL
      GROUP BY period_id
      ORDER BY ${periodOrder(sql`period_id`)}`,
    (row) => ({ period: text(row, 'period'), subjects: count(row, 'subjects') }),
  );
}

/** What a level took in a track: places of its quota (null without one) and the stars of its last place. */
export interface LevelLine {
  readonly track: string;
  readonly level: number;
  readonly places: number | null;
  readonly line: number | null;
}

export function levelLines(year: number): Question<LevelLine> {
  return question(
    sql`SELECT track, level, places, line FROM score.level_line WHERE year = ${lit(year)} ORDER BY track, level DESC`,
    (row) => ({
      track: text(row, 'track'),
      level: count(row, 'level'),
      places: numberOf(row, 'places'),
      line: numberOf(row, 'line'),
    }),
  );
}
