import { economyRoles } from '../model/mapping';
import { numberOf, textOf } from '../model/row';
import type { SourceCell } from '../model/source';
import { periodOrder } from '../sql/period-order';
import { lit, sql } from '../sql/sql';
import { cellOf, count, question, text, type Question } from './question';
import { boardLine, periodResult, type BoardLine, type PeriodResult } from './result-rows';

export type { BoardLine, PeriodResult, Question };

/** The years that have results, newest first. */
export function years(): Question<number> {
  return question(sql`SELECT DISTINCT year FROM report.annual_level ORDER BY year DESC`, (row) =>
    count(row, 'year'),
  );
}

/** Bytes that the database holds in memory. */
export function memoryInUse(): Question<number> {
  return question(
    sql`SELECT CAST(sum(memory_usage_bytes) AS DOUBLE) AS bytes FROM duckdb_memory()`,
    (row) => count(row, 'bytes'),
  );
}

/** A subject of the data; its track and level are those of a year's results where it has some. */
export interface SubjectLine {
  readonly subject: string;
  readonly name: string;
  readonly district: string | null;
  readonly town: string | null;
  readonly track: string | null;
  readonly kind: string | null;
  /** The number of the level, `none` for the rated without one, `unrated`; null for those without results. */
  readonly level: string | null;
}

/** @param year the newest where it is null or has no results */
export function subjects(year: number | null): Question<SubjectLine> {
  return question(
    sql`
      WITH shown AS (
        SELECT coalesce(max(year) FILTER (WHERE year = ${lit(year ?? 0)}), max(year)) AS year
        FROM report.annual_level
      )
      SELECT
        s.subject_id, s.name, s.district, s.town, coalesce(a.track, s.track) AS track, s.kind,
        CASE
          WHEN a.level IS NOT NULL THEN CAST(a.level AS VARCHAR)
          WHEN a.rank IS NOT NULL THEN 'none'
          WHEN a.subject_id IS NOT NULL THEN 'unrated'
        END AS level
      FROM canon.subject AS s
      LEFT JOIN (SELECT * FROM report.annual_level WHERE year = (SELECT year FROM shown)) AS a
        USING (subject_id)
      ORDER BY s.town, s.name, s.subject_id`,
    (row) => ({
      subject: text(row, 'subject_id'),
      name: text(row, 'name'),
      district: textOf(row, 'district'),
      town: textOf(row, 'town'),
      track: textOf(row, 'track'),
      kind: textOf(row, 'kind'),
      level: textOf(row, 'level'),
    }),
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
      SELECT
        e.subject_id, e.period_id AS period, e.score, p.rank, p.rated, p.stars, p.rule, e.in_force
      FROM score.period_score AS e
      LEFT JOIN score.period_stars AS p USING (subject_id, period_id)
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

/** Places that a quota for stars came to, in a period and track; `clause` is `stars.rules[0].top`. */
export interface StarPlaces {
  readonly clause: string;
  readonly places: number;
}

export function starPlaces(period: string, track: string): Question<StarPlaces> {
  return question(
    sql`
      SELECT clause, value
      FROM score.calibration
      WHERE period_id = ${lit(period)} AND track = ${lit(track)} AND name = 'places'`,
    (row) => ({ clause: text(row, 'clause'), places: count(row, 'value') }),
  );
}

/** One part of a score, from its cell to what it adds. */
export interface PartLine {
  readonly part: string;
  /** The group that it is part of; null for the whole score's own parts. */
  readonly parent: string | null;
  /** 1 for the whole score's own parts. */
  readonly depth: number;
  readonly measured: number | null;
  readonly value: number | null;
  readonly weight: number | null;
  readonly contribution: number | null;
  readonly cell: SourceCell | null;
}

export function explain(subject: string, period: string): Question<PartLine> {
  return question(
    sql`
      SELECT *
      FROM report.explanation
      WHERE subject_id = ${lit(subject)} AND period = ${lit(period)}
      ORDER BY ordinal`,
    (row) => ({
      part: text(row, 'part'),
      parent: textOf(row, 'parent'),
      depth: count(row, 'depth'),
      measured: numberOf(row, 'measured'),
      value: numberOf(row, 'value'),
      weight: numberOf(row, 'weight'),
      contribution: numberOf(row, 'contribution'),
      cell: cellOf(row),
    }),
  );
}

/** The value of a part after one of its steps. */
export interface StepLine {
  readonly part: string;
  readonly kind: string;
  readonly value: number;
}

export function stepsOf(subject: string, period: string): Question<StepLine> {
  return question(
    sql`
      SELECT node, kind, value
      FROM score.step_value
      WHERE subject_id = ${lit(subject)} AND period_id = ${lit(period)} AND value IS NOT NULL
      ORDER BY node, step`,
    (row) => ({ part: text(row, 'node'), kind: text(row, 'kind'), value: count(row, 'value') }),
  );
}

/** What a subject is paid for a year, in yuan. */
export interface RewardLine {
  readonly starReward: number;
  readonly levelReward: number;
  readonly poolShare: number;
  readonly amount: number;
}

export function rewardOf(subject: string, year: number): Question<RewardLine> {
  return question(
    sql`SELECT * FROM report.reward WHERE subject_id = ${lit(subject)} AND year = ${lit(year)}`,
    (row) => ({
      starReward: count(row, 'star_reward'),
      levelReward: count(row, 'level_reward'),
      poolShare: count(row, 'pool_share'),
      amount: count(row, 'amount'),
    }),
  );
}

/** An economic figure of a subject beside the mean of the district, in 万元. */
export interface EconomyLine {
  readonly measure: string;
  readonly value: number;
  readonly mean: number;
  readonly denominator: number;
  readonly cell: SourceCell | null;
}

export function economyOf(subject: string, year: number): Question<EconomyLine> {
  return question(
    sql`
      SELECT e.*, m.mean_wan, m.denominator
      FROM report.subject_economy AS e
      JOIN report.collective_economy AS m USING (year, measure)
      WHERE e.subject_id = ${lit(subject)} AND e.year = ${lit(year)}
      ORDER BY strpos(${lit(economyRoles.join(' '))}, e.measure)`,
    (row) => ({
      measure: text(row, 'measure'),
      value: count(row, 'value_wan'),
      mean: count(row, 'mean_wan'),
      denominator: count(row, 'denominator'),
      cell: cellOf(row),
    }),
  );
}
