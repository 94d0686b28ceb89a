import { numberOf, textOf } from '../model/row';
import { join, lit, rows, sql, type Sql, type Value } from '../sql/sql';
import { count, question, text, type Question } from './question';

export const compareScopes = ['all', 'district', 'town', 'track'] as const;

/** Whom a side of a comparison is about: all, a district, a town of a district, or a track. */
export type CompareScope = (typeof compareScopes)[number];

/** One of those compared: a group of subjects in a year, by the scheme applied or by a version that was tried. */
export interface CompareSide {
  /** `id@version` of a version tried; empty for the scheme applied. */
  readonly source: string;
  readonly year: number;
  readonly scope: CompareScope;
  /** District of a town; empty else, and where the roster says none. */
  readonly district: string;
  readonly place: string;
}

/** What is compared, and over whom. */
export interface Comparison {
  readonly sides: readonly CompareSide[];
  /** Only subjects that have a result on every side. */
  readonly matched: boolean;
  /** Ids of the subjects that the filters keep; null keeps all. */
  readonly kept: readonly string[] | null;
}

/** A group that could be a side, with its subjects in a year. */
export interface CompareGroup {
  readonly scope: CompareScope;
  readonly district: string;
  readonly place: string;
  readonly year: number;
  readonly subjects: number;
}

export function compareGroups(): Question<CompareGroup> {
  return question(
    sql`
      WITH line AS (
        SELECT
          r.year, coalesce(s.district, '') AS district, coalesce(s.town, '') AS town, r.track
        FROM report.compare_result AS r
        JOIN canon.subject AS s USING (subject_id)
        WHERE r.source = ''
      ),
      member AS (
        SELECT 'all' AS scope, '' AS district, '' AS place, year FROM line
        UNION ALL
        SELECT 'district', '', district, year FROM line
        UNION ALL
        SELECT 'town', district, town, year FROM line
        UNION ALL
        SELECT 'track', '', track, year FROM line
      )
      SELECT scope, district, place, year, count(*) AS subjects
      FROM member
      WHERE place IS NOT NULL
      GROUP BY scope, district, place, year
      ORDER BY scope, district, place, year`,
    (row) => ({
      scope: compareScopes.find((one) => one === row['scope']) ?? 'all',
      district: text(row, 'district'),
      place: text(row, 'place'),
      year: count(row, 'year'),
      subjects: count(row, 'subjects'),
    }),
  );
}

function given(sides: readonly CompareSide[]): Sql {
  return sql`
    SELECT * FROM ${rows(
      ['side', 'source', 'year', 'scope', 'district', 'place'],
      sides.map(({ source, year, scope, district, place }, side): Value[] => [
        ...[side, source, year, scope, district, place],
      ]),
    )}`;
}

function isKept(subject: Sql, kept: readonly string[] | null): Sql {
  if (kept === null) return sql`TRUE`;
  if (kept.length === 0) return sql`FALSE`;
  return sql`${subject} IN (${join(kept.map((one) => lit(one)))})`;
}

/** Whether a subject `s`, in track `track`, is of the side `d`. */
function isOf(track: Sql): Sql {
  return sql`
    (
      d.scope = 'all'
      OR d.scope = 'district' AND coalesce(s.district, '') = d.place
      OR d.scope = 'town' AND coalesce(s.town, '') = d.place AND coalesce(s.district, '') = d.district
      OR d.scope = 'track' AND ${track} = d.place
    )`;
}

/**
 * The subjects of each side: `everyone` all of it, `member` those counted, `matched` those with a result on every side.
 */
function members({ sides, matched, kept }: Comparison): Sql {
  const only = matched ? sql`WHERE subject_id IN (SELECT subject_id FROM matched)` : sql``;
  return sql`
    side AS (
      ${given(sides)}
    ),
    everyone AS (
      SELECT d.side, r.source, r.subject_id, r.year, r.score, r.stars, r.level, r.in_force
      FROM side AS d
      JOIN report.compare_result AS r ON r.source = d.source AND r.year = d.year
      JOIN canon.subject AS s USING (subject_id)
      WHERE ${isOf(sql`r.track`)} AND ${isKept(sql`r.subject_id`, kept)}
    ),
    matched AS (
      SELECT subject_id
      FROM everyone
      WHERE score IS NOT NULL
      GROUP BY subject_id
      HAVING count(*) = ${lit(sides.length)}
    ),
    member AS (
      SELECT * FROM everyone
      ${only}
    )`;
}

/** How many a side has, how many of them have a result of the year, and on every side one. */
export interface SideCounts {
  readonly side: number;
  readonly subjects: number;
  readonly scored: number;
  readonly matched: number;
  /** The scheme was in force in all of the year; null where a version was tried. */
  readonly inForce: boolean | null;
}

export function sideCounts(comparison: Comparison): Question<SideCounts> {
  return question(
    sql`
      WITH ${members(comparison)}
      SELECT
        e.side, count(*) AS subjects, count(e.score) AS scored, count(m.subject_id) AS matched,
        bool_and(e.in_force) AS in_force
      FROM everyone AS e
      LEFT JOIN matched AS m USING (subject_id)
      GROUP BY e.side
      ORDER BY e.side`,
    (row) => ({
      side: count(row, 'side'),
      subjects: count(row, 'subjects'),
      scored: count(row, 'scored'),
      matched: count(row, 'matched'),
      inForce: row['in_force'] === null ? null : row['in_force'] === true,
    }),
  );
}

export const measureKinds = ['score', 'stars', 'level', 'part', 'economy'] as const;

/** Score and stars of the year, the share at a level or above, the values of a part, an economic figure in 万元. */
export type MeasureKind = (typeof measureKinds)[number];

/** A mean over the subjects of a side. */
export interface SideMean {
  readonly side: number;
  readonly kind: MeasureKind;
  /** The level, the part, the economic measure; empty for score and stars. */
  readonly name: string;
  readonly ordinal: number;
  /** How many the mean is over. */
  readonly subjects: number;
  readonly mean: number;
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
  /** Mean weight of a part; null of the others. */
  readonly weight: number | null;
  /** How many of the side report an economic figure, and which series it is of; null of the others. */
  readonly reporting: number | null;
  readonly series: number | null;
}

/**
 * Means over the subjects that have a result of the year, so that those of the parts and of the score are over the same.
 * @param levels each with the share of those that reached it or a higher one
 */
export function sideMeans(comparison: Comparison, levels: readonly number[]): Question<SideMean> {
  const shares = sql`
    UNION ALL
    SELECT
      m.side, 'level', CAST(v.level AS VARCHAR), 9 - v.level,
      CASE WHEN m.level >= v.level THEN 1 ELSE 0 END, NULL
    FROM member AS m
    CROSS JOIN (SELECT * FROM ${rows(
      ['level'],
      levels.map((level) => [level]),
    )}) AS v
    WHERE m.score IS NOT NULL`;
  return question(
    sql`
      WITH ${members(comparison)},
      figure AS (
        SELECT
          side, 'score' AS kind, '' AS name, 0 AS ordinal, score AS x, CAST(NULL AS DOUBLE) AS weight
        FROM member
        UNION ALL
        SELECT side, 'stars', '', 1, stars, NULL
        FROM member
        ${levels.length > 0 ? shares : sql``}
        UNION ALL
        SELECT m.side, 'part', p.part, 10 + p.ordinal, p.value, p.weight
        FROM member AS m
        JOIN report.compare_part AS p
          ON p.source = m.source AND p.subject_id = m.subject_id AND p.year = m.year
        WHERE m.score IS NOT NULL
      )
      SELECT
        side, kind, name, min(ordinal) AS ordinal, count(x) AS subjects,
        sum(x ORDER BY x) / count(x) AS mean, stddev_pop(x) AS deviation, min(x) AS low,
        max(x) AS high, avg(weight) AS weight, NULL AS reporting, NULL AS series
      FROM figure
      GROUP BY side, kind, name
      HAVING count(x) > 0
      ORDER BY side, ordinal, kind, name`,
    sideMean,
  );
}

const sideMean: Question<SideMean>['read'] = (row) => ({
  side: count(row, 'side'),
  kind: measureKinds.find((one) => one === row['kind']) ?? 'score',
  name: text(row, 'name'),
  ordinal: count(row, 'ordinal'),
  subjects: count(row, 'subjects'),
  mean: count(row, 'mean'),
  deviation: count(row, 'deviation'),
  low: count(row, 'low'),
  high: count(row, 'high'),
  weight: numberOf(row, 'weight'),
  reporting: numberOf(row, 'reporting'),
  series: numberOf(row, 'series'),
});

/**
 * Means of the collective economy in 万元, measure by measure. Only subjects that were there in the year count; with
 * `matched` those that report the figure on every side.
 * @param denominator over whom: those that report the figure, or all that were there
 */
export function sideEconomy(
  { sides, matched, kept }: Comparison,
  denominator: 'reporting' | 'all',
): Question<SideMean> {
  const over = denominator === 'all' && !matched ? sql`any_value(n.subjects)` : sql`count(*)`;
  const only = matched
    ? sql`
        WHERE (v.measure, v.subject_id) IN (
          SELECT (measure, subject_id)
          FROM reported
          GROUP BY measure, subject_id
          HAVING count(*) = ${lit(sides.length)}
        )`
    : sql``;
  return question(
    sql`
      WITH side AS (
        ${given(sides)}
      ),
      everyone AS (
        SELECT d.side, m.subject_id, m.year
        FROM side AS d
        JOIN report.economy_member AS m ON m.scope = 'all' AND m.year = d.year
        JOIN canon.subject AS s USING (subject_id)
        WHERE ${isOf(sql`s.track`)} AND ${isKept(sql`m.subject_id`, kept)}
      ),
      size AS (
        SELECT side, CAST(count(*) AS INTEGER) AS subjects
        FROM everyone
        GROUP BY side
      ),
      reported AS (
        SELECT e.side, e.subject_id, v.measure, v.value_wan, v.series
        FROM everyone AS e
        JOIN report.economy_value AS v USING (subject_id, year)
        WHERE v.value_wan IS NOT NULL
      )
      SELECT
        v.side, 'economy' AS kind, v.measure AS name, 1000 AS ordinal, ${over} AS subjects,
        sum(v.value_wan ORDER BY v.value_wan) / ${over} AS mean, stddev_pop(v.value_wan) AS deviation,
        min(v.value_wan) AS low, max(v.value_wan) AS high, NULL AS weight, count(*) AS reporting,
        any_value(v.series) AS series
      FROM reported AS v
      JOIN size AS n USING (side)
      ${only}
      GROUP BY v.side, v.measure
      ORDER BY v.side, v.measure`,
    sideMean,
  );
}

/** How many scores of a side lie in a class of the distribution; the first class is 0. */
export interface SideBin {
  readonly side: number;
  readonly bin: number;
  readonly subjects: number;
}

/**
 * @param from lower end of the first class
 * @param width of every class, above 0
 */
export function sideBins(comparison: Comparison, from: number, width: number): Question<SideBin> {
  return question(
    sql`
      WITH ${members(comparison)}
      SELECT
        side, CAST(floor((score - ${lit(from)}) / ${lit(width)}) AS INTEGER) AS bin,
        count(*) AS subjects
      FROM member
      WHERE score IS NOT NULL
      GROUP BY side, bin
      ORDER BY side, bin`,
    (row) => ({
      side: count(row, 'side'),
      bin: count(row, 'bin'),
      subjects: count(row, 'subjects'),
    }),
  );
}

/** How many results of periods won so many stars. */
export interface SideStars {
  readonly side: number;
  readonly stars: number;
  readonly results: number;
}

export function sideStars(comparison: Comparison): Question<SideStars> {
  return question(
    sql`
      WITH ${members(comparison)}
      SELECT m.side, p.stars, count(*) AS results
      FROM member AS m
      JOIN report.compare_stars AS p
        ON p.source = m.source AND p.subject_id = m.subject_id AND p.year = m.year
      GROUP BY m.side, p.stars
      ORDER BY m.side, p.stars DESC`,
    (row) => ({
      side: count(row, 'side'),
      stars: count(row, 'stars'),
      results: count(row, 'results'),
    }),
  );
}

/** The schemes that were run, in the order of their runs. */
export function triedSchemes(): Question<string> {
  return question(
    sql`SELECT what FROM trial.result WHERE kind = 'version' GROUP BY what ORDER BY min(run)`,
    (row) => text(row, 'what'),
  );
}

/** What another version changes of the results of a year's periods. */
export interface VersionChange {
  readonly first: string;
  readonly second: string;
  /** Results that have a rank under both. */
  readonly results: number;
  readonly ranksChanged: number;
  readonly starsChanged: number;
  /** Mean of the absolute changes of rank. */
  readonly meanShift: number;
}

export function versionChanges(
  year: number,
  kept: readonly string[] | null,
): Question<VersionChange> {
  return question(
    sql`
      SELECT
        first, second, count(rank_change) AS results,
        count(*) FILTER (rank_change <> 0) AS ranks_changed,
        count(*) FILTER (first_stars <> second_stars) AS stars_changed,
        sum(abs(rank_change)) / nullif(count(rank_change), 0) AS mean_shift
      FROM report.version_comparison
      WHERE TRY_CAST(period_id[:4] AS INTEGER) = ${lit(year)} AND ${isKept(sql`subject_id`, kept)}
      GROUP BY first, second
      ORDER BY first, second`,
    (row) => ({
      first: text(row, 'first'),
      second: text(row, 'second'),
      results: count(row, 'results'),
      ranksChanged: count(row, 'ranks_changed'),
      starsChanged: count(row, 'stars_changed'),
      meanShift: count(row, 'mean_shift'),
    }),
  );
}

/** A subject that ranks otherwise in a year under another version. */
export interface VersionMove {
  readonly subject: string;
  readonly name: string;
  readonly town: string;
  readonly track: string | null;
  readonly firstRank: number;
  readonly secondRank: number;
  readonly firstLevel: number | null;
  readonly secondLevel: number | null;
}

/** Those whose rank of the year differs most, the largest change first. */
export function versionMoves(
  [first, second]: readonly [string, string],
  year: number,
  kept: readonly string[] | null,
  most: number,
): Question<VersionMove> {
  return question(
    sql`
      SELECT
        v.subject_id, s.name, s.town, s.track, v.first_rank, v.second_rank, v.first_level,
        v.second_level
      FROM report.version_years AS v
      JOIN canon.subject AS s USING (subject_id)
      WHERE
        v.first = ${lit(first)} AND v.second = ${lit(second)} AND v.year = ${lit(year)}
        AND v.rank_change <> 0 AND ${isKept(sql`v.subject_id`, kept)}
      ORDER BY abs(v.rank_change) DESC, v.first_rank, v.subject_id
      LIMIT ${lit(most)}`,
    (row) => ({
      subject: text(row, 'subject_id'),
      name: text(row, 'name'),
      town: text(row, 'town'),
      track: textOf(row, 'track'),
      firstRank: count(row, 'first_rank'),
      secondRank: count(row, 'second_rank'),
      firstLevel: numberOf(row, 'first_level'),
      secondLevel: numberOf(row, 'second_level'),
    }),
  );
}
