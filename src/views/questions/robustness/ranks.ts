import { flagOf, numberOf, type Row } from '../../../model/row';
import { periodOrder } from '../../../sql/period-order';
import { lit, sql } from '../../../sql/sql';
import { count, question, text, type Question } from '../../question';

/** Periods that have ranks, in time order. */
export function rankedPeriods(): Question<string> {
  return question(
    sql`
      SELECT DISTINCT period_id AS period
      FROM score.period_rank
      ORDER BY ${periodOrder(sql`period_id`)}`,
    (row) => text(row, 'period'),
  );
}

/** Those who have a rank in some period: who can be removed. */
export interface Ranked {
  readonly subject: string;
  readonly name: string;
  readonly town: string;
}

export function rankedSubjects(): Question<Ranked> {
  return question(
    sql`
      SELECT DISTINCT r.subject_id AS subject, s.name, s.town
      FROM score.period_rank AS r
      JOIN canon.subject AS s USING (subject_id)
      ORDER BY s.town, s.name, subject`,
    (row) => ({ subject: text(row, 'subject'), name: text(row, 'name'), town: text(row, 'town') }),
  );
}

/** How ranks shift without a part of the score, in places. */
export interface LeftOut {
  readonly part: string;
  readonly subjects: number;
  /** null where nobody has a rank without it. */
  readonly meanShift: number | null;
  readonly largestShift: number | null;
  readonly starsChanged: number;
  readonly unranked: number;
}

export function leftOut(period: string): Question<LeftOut> {
  return question(
    sql`
      SELECT *
      FROM report.left_out_shift
      WHERE period_id = ${lit(period)}
      ORDER BY mean_shift DESC NULLS LAST, part`,
    (row) => ({
      part: text(row, 'part'),
      subjects: count(row, 'subjects'),
      meanShift: numberOf(row, 'mean_shift'),
      largestShift: numberOf(row, 'largest_shift'),
      starsChanged: count(row, 'stars_changed'),
      unranked: count(row, 'unranked'),
    }),
  );
}

/** Where a subject's rank and stars lie over the draws. */
export interface RankInterval {
  readonly subject: string;
  readonly name: string;
  readonly town: string;
  readonly track: string;
  readonly rank: number;
  readonly runs: number;
  /** Draws that leave it a rank. */
  readonly ranked: number;
  /** null where no draw leaves it a rank; the same for the ends. */
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many places count as the top. */
  readonly top: number;
  readonly shareInTop: number;
  readonly stars: number | null;
  readonly lowStars: number | null;
  readonly highStars: number | null;
  /** The interval of its stars holds more than one number: it lies across a cut point. */
  readonly crosses: boolean;
}

function readInterval(row: Row): RankInterval {
  return {
    subject: text(row, 'subject_id'),
    name: text(row, 'name'),
    town: text(row, 'town'),
    track: text(row, 'track'),
    rank: count(row, 'rank'),
    runs: count(row, 'runs'),
    ranked: count(row, 'ranked'),
    median: numberOf(row, 'median_rank'),
    low: numberOf(row, 'low_rank'),
    high: numberOf(row, 'high_rank'),
    top: count(row, 'top'),
    shareInTop: count(row, 'share_in_top'),
    stars: numberOf(row, 'stars'),
    lowStars: numberOf(row, 'low_stars'),
    highStars: numberOf(row, 'high_stars'),
    crosses: flagOf(row, 'crosses'),
  };
}

export function rankIntervals(period: string): Question<RankInterval> {
  return question(
    sql`
      SELECT i.*, s.name, s.town
      FROM report.rank_interval AS i
      JOIN canon.subject AS s USING (subject_id)
      WHERE i.period_id = ${lit(period)}
      ORDER BY i.track, i.rank, i.subject_id`,
    readInterval,
  );
}

/** The interval of one subject; no row where no draws were made. */
export function rankIntervalOf(subject: string, period: string): Question<RankInterval> {
  return question(
    sql`
      SELECT i.*, s.name, s.town
      FROM report.rank_interval AS i
      JOIN canon.subject AS s USING (subject_id)
      WHERE i.period_id = ${lit(period)} AND i.subject_id = ${lit(subject)}`,
    readInterval,
  );
}

/** Two that change places when a third is removed. */
export interface Reversal {
  readonly without: string;
  readonly ahead: string;
  readonly behind: string;
  readonly rankAhead: number;
  readonly rankBehind: number;
}

export function reversals(period: string): Question<Reversal> {
  return question(
    sql`
      SELECT w.name AS without, a.name AS ahead, b.name AS behind, r.rank_ahead, r.rank_behind
      FROM report.rank_reversal AS r
      JOIN canon.subject AS w ON w.subject_id = r.without
      JOIN canon.subject AS a ON a.subject_id = r.ahead
      JOIN canon.subject AS b ON b.subject_id = r.behind
      WHERE r.period_id = ${lit(period)}
      ORDER BY r.without, r.rank_ahead, r.rank_behind`,
    (row) => ({
      without: text(row, 'without'),
      ahead: text(row, 'ahead'),
      behind: text(row, 'behind'),
      rankAhead: count(row, 'rank_ahead'),
      rankBehind: count(row, 'rank_behind'),
    }),
  );
}

/** A subject under two versions; null where one gives no score. */
export interface VersionPair {
  readonly subject: string;
  readonly name: string;
  readonly town: string;
  readonly firstTrack: string;
  readonly firstScore: number | null;
  readonly secondScore: number | null;
  readonly firstRank: number | null;
  readonly secondRank: number | null;
  /** Above 0 is a gain of places. */
  readonly rankChange: number | null;
  readonly firstStars: number | null;
  readonly secondStars: number | null;
}

/** The subjects of which the rank changes most come first. */
export function versionPairs(period: string): Question<VersionPair> {
  return question(
    sql`
      SELECT v.*, s.name, s.town
      FROM report.version_comparison AS v
      JOIN canon.subject AS s USING (subject_id)
      WHERE v.period_id = ${lit(period)}
      ORDER BY abs(v.rank_change) DESC NULLS LAST, v.first_track, v.first_rank NULLS LAST, v.subject_id`,
    (row) => ({
      subject: text(row, 'subject_id'),
      name: text(row, 'name'),
      town: text(row, 'town'),
      firstTrack: text(row, 'first_track'),
      firstScore: numberOf(row, 'first_score'),
      secondScore: numberOf(row, 'second_score'),
      firstRank: numberOf(row, 'first_rank'),
      secondRank: numberOf(row, 'second_rank'),
      rankChange: numberOf(row, 'rank_change'),
      firstStars: numberOf(row, 'first_stars'),
      secondStars: numberOf(row, 'second_stars'),
    }),
  );
}

/** How many have each pair of annual levels under two versions; 0 is no level. */
export interface LevelPair {
  readonly year: number;
  readonly first: number;
  readonly second: number;
  readonly subjects: number;
}

export function levelPairs(): Question<LevelPair> {
  return question(
    sql`
      SELECT
        year, coalesce(first_level, 0) AS first, coalesce(second_level, 0) AS second,
        CAST(count(*) AS INTEGER) AS subjects
      FROM report.version_years
      WHERE first_level IS DISTINCT FROM second_level
      GROUP BY ALL
      ORDER BY year DESC, first DESC, second DESC`,
    (row) => ({
      year: count(row, 'year'),
      first: count(row, 'first'),
      second: count(row, 'second'),
      subjects: count(row, 'subjects'),
    }),
  );
}
