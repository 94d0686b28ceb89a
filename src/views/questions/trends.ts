import { numberOf } from '../../model/row';
import { isAmong, lit, rows, sql, type Sql } from '../../sql/sql';
import { count, question, text, type Question } from '../question';

export type Grain = 'period' | 'year';

/** Which version of the scheme a point is scored by, as the runs of versions are named: `id@version`. */
export interface Ruled {
  readonly point: string;
  readonly version: string;
}

/** What results are taken over time: those of the scheme applied (`ruled` null), or of versions tried beside it. */
export interface Course {
  readonly grain: Grain;
  readonly ruled: readonly Ruled[] | null;
}

/** The results as rows of subject_id, track, point, score, rank, stars and level. */
function courseOf({ grain, ruled }: Course): Sql {
  if (ruled === null) return sql`(SELECT * FROM report.trends WHERE grain = ${lit(grain)})`;
  const given = rows(
    ['point', 'version'],
    ruled.map(({ point, version }) => [point, version]),
  );
  if (grain === 'period')
    return sql`
      (
        SELECT r.subject_id, r.track, r.period_id AS point, r.score, r.rank, r.stars, CAST(NULL AS INTEGER) AS level
        FROM trial.result AS r
        JOIN ${given} ON given.point = r.period_id AND given.version = r.what
        WHERE r.kind = 'version'
      )`;
  return sql`
    (
      SELECT y.subject_id, t.track, CAST(y.year AS VARCHAR) AS point, y.score, y.rank, y.stars, y.level
      FROM trial.year AS y
      JOIN ${given} ON given.point = CAST(y.year AS VARCHAR) AND given.version = y.what
      JOIN (
        SELECT r.what, r.subject_id, p.year, max_by(r.track, r.period_id) AS track
        FROM trial.result AS r
        JOIN canon.period AS p USING (period_id)
        WHERE r.kind = 'version'
        GROUP BY r.what, r.subject_id, p.year
      ) AS t USING (what, subject_id, year)
      WHERE y.kind = 'version'
    )`;
}

/** A track with the number of subjects that were ever scored in it. */
export interface TrendTrack {
  readonly track: string;
  readonly subjects: number;
}

export function trendTracks(grain: Grain): Question<TrendTrack> {
  return question(
    sql`
      SELECT track, CAST(count(DISTINCT subject_id) AS INTEGER) AS subjects
      FROM report.trends
      WHERE grain = ${lit(grain)} AND track IS NOT NULL
      GROUP BY track
      ORDER BY track`,
    (row) => ({ track: text(row, 'track'), subjects: count(row, 'subjects') }),
  );
}

/** The points that have a score, and whether the scheme applied is in force there. */
export interface TrendPoint {
  readonly point: string;
  readonly inForce: boolean;
}

export function trendPoints(grain: Grain): Question<TrendPoint> {
  return question(
    sql`
      SELECT point, bool_and(in_force) AS in_force
      FROM report.trends
      WHERE grain = ${lit(grain)} AND score IS NOT NULL
      GROUP BY point
      ORDER BY point`,
    (row) => ({ point: text(row, 'point'), inForce: row['in_force'] === true }),
  );
}

/** What a subject has at a point; null where it is unrated there. */
export interface TrendResult {
  readonly subject: string;
  readonly point: string;
  readonly score: number | null;
  readonly rank: number | null;
  readonly stars: number | null;
  readonly level: number | null;
}

/** @param only the subjects asked for; null for all of the track */
export function trendResults(
  course: Course,
  track: string,
  only: readonly string[] | null,
): Question<TrendResult> {
  const chosen = only === null ? sql`` : sql`AND ${isAmong(sql`subject_id`, only)}`;
  return question(
    sql`
      SELECT subject_id, point, score, rank, stars, level
      FROM ${courseOf(course)}
      WHERE track = ${lit(track)} ${chosen}
      ORDER BY subject_id, point`,
    (row) => ({
      subject: text(row, 'subject_id'),
      point: text(row, 'point'),
      score: numberOf(row, 'score'),
      rank: numberOf(row, 'rank'),
      stars: numberOf(row, 'stars'),
      level: numberOf(row, 'level'),
    }),
  );
}

/** Of a track with very many subjects those worth a line: the first and last, and those that moved most. */
export function trendPicks(
  course: Course,
  track: string,
  from: string,
  to: string,
  most: number,
): Question<string> {
  const places = (order: Sql) =>
    sql`row_number() OVER (ORDER BY ${order} NULLS LAST, subject_id) <= ${lit(most)}`;
  return question(
    sql`
      WITH ends AS (
        SELECT
          subject_id, max(rank) FILTER (point = ${lit(from)}) AS before,
          max(rank) FILTER (point = ${lit(to)}) AS after
        FROM ${courseOf(course)}
        WHERE track = ${lit(track)}
        GROUP BY subject_id
      )
      SELECT subject_id
      FROM ends
      QUALIFY
        ${places(sql`after`)} OR ${places(sql`after DESC`)}
        OR ${places(sql`before - after DESC`)} OR ${places(sql`after - before DESC`)}`,
    (row) => text(row, 'subject_id'),
  );
}

/** Where the scores of a track lie at a point: 5th, 25th, 50th, 75th and 95th of a hundred. */
export interface TrendBand {
  readonly point: string;
  readonly subjects: number;
  readonly lowest: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly highest: number;
}

export function trendBands(
  course: Course,
  track: string,
  measure: 'score' | 'rank',
): Question<TrendBand> {
  const value = measure === 'score' ? sql`score` : sql`rank`;
  const at = (share: number) => sql`quantile_cont(${value}, ${lit(share)})`;
  return question(
    sql`
      SELECT
        point, CAST(count(*) AS INTEGER) AS subjects, ${at(0.05)} AS lowest, ${at(0.25)} AS low,
        ${at(0.5)} AS median, ${at(0.75)} AS high, ${at(0.95)} AS highest
      FROM ${courseOf(course)}
      WHERE track = ${lit(track)} AND ${value} IS NOT NULL
      GROUP BY point
      ORDER BY point`,
    (row) => ({
      point: text(row, 'point'),
      subjects: count(row, 'subjects'),
      lowest: count(row, 'lowest'),
      low: count(row, 'low'),
      median: count(row, 'median'),
      high: count(row, 'high'),
      highest: count(row, 'highest'),
    }),
  );
}

/** Years running at the streak's level, up to the year named. */
export interface TrendStreak {
  readonly subject: string;
  readonly name: string;
  readonly town: string;
  readonly track: string;
  readonly year: number;
  readonly years: number;
}

export function trendStreaks(): Question<TrendStreak> {
  return question(
    sql`
      SELECT subject_id, name, town, track, year, years
      FROM report.streak
      ORDER BY year DESC, years DESC, track, name`,
    (row) => ({
      subject: text(row, 'subject_id'),
      name: text(row, 'name'),
      town: text(row, 'town'),
      track: text(row, 'track'),
      year: count(row, 'year'),
      years: count(row, 'years'),
    }),
  );
}
