import { lit, sql } from '../../../sql/sql';
import { count, question, text, type Question } from '../../question';
import { compareScopes, members, type CompareScope, type Comparison } from './comparison';

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
