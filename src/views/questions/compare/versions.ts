import { numberOf, textOf } from '../../../model/row';
import { lit, sql } from '../../../sql/sql';
import { count, question, text, type Question } from '../../question';
import { isKept } from './comparison';

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
