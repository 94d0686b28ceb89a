import { numberOf, textOf } from '../../model/row';
import { lit, sql } from '../../sql/sql';
import { count, question, text, type Question } from '../question';
import {
  boardLine,
  periodResult,
  periodResultRows,
  type BoardLine,
  type PeriodResult,
} from '../result-rows';

/** All results of a subject, in time order. */
export function resultsOf(subject: string): Question<PeriodResult> {
  return question(
    sql`
      ${periodResultRows}
      WHERE e.subject_id = ${lit(subject)}
      ORDER BY period`,
    periodResult,
  );
}

/** A year of a subject as the star board has it. */
export interface SubjectYear extends BoardLine {
  readonly year: number;
}

export function yearsOf(subject: string): Question<SubjectYear> {
  return question(
    sql`SELECT * FROM report.annual_level WHERE subject_id = ${lit(subject)} ORDER BY year`,
    (row) => ({ ...boardLine(row), year: count(row, 'year') }),
  );
}

/** A part of a subject's score beside those of its track. */
export interface PartStanding {
  readonly part: string;
  readonly depth: number;
  readonly value: number | null;
  readonly contribution: number | null;
  readonly subjects: number;
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
  readonly medianContribution: number | null;
}

export function standingOf(subject: string, period: string): Question<PartStanding> {
  return question(
    sql`
      SELECT
        c.part, c.depth, c.value, c.contribution, q.subjects, q.low, q.median, q.high,
        q.median_contribution
      FROM score.contribution AS c
      JOIN score.period_score AS e USING (subject_id, period_id)
      LEFT JOIN report.part_quartile AS q USING (period_id, track, part)
      WHERE c.subject_id = ${lit(subject)} AND c.period_id = ${lit(period)}
      ORDER BY c.ordinal`,
    (row) => ({
      part: text(row, 'part'),
      depth: count(row, 'depth'),
      value: numberOf(row, 'value'),
      contribution: numberOf(row, 'contribution'),
      subjects: count(row, 'subjects'),
      low: numberOf(row, 'low'),
      median: numberOf(row, 'median'),
      high: numberOf(row, 'high'),
      medianContribution: numberOf(row, 'median_contribution'),
    }),
  );
}

/** A subject of the same track whose parts are like those of another; `distance` in standard deviations of the track. */
export interface Peer {
  readonly subject: string;
  readonly name: string;
  readonly town: string;
  readonly distance: number;
  readonly score: number | null;
  readonly rank: number | null;
  readonly stars: number | null;
}

/**
 * The subjects of its track whose parts of the whole score are nearest: each difference in units of the part's standard
 * deviation within the track, then the root of the mean of the squares. Parts that are the same for all don't count, and
 * subjects that lack one of the parts are not compared.
 */
export function peersOf(subject: string, period: string, most: number): Question<Peer> {
  return question(
    sql`
      WITH part AS (
        SELECT c.subject_id, c.part, c.value
        FROM score.contribution AS c
        JOIN score.period_score AS e USING (subject_id, period_id)
        WHERE
          c.period_id = ${lit(period)} AND c.depth = 1 AND c.value IS NOT NULL
          AND e.track IN (
            SELECT track
            FROM score.period_score
            WHERE subject_id = ${lit(subject)} AND period_id = ${lit(period)}
          )
      ),
      own AS (
        SELECT p.part, p.value, d.deviation
        FROM part AS p
        JOIN (SELECT part, stddev_pop(value) AS deviation FROM part GROUP BY part) AS d USING (part)
        WHERE p.subject_id = ${lit(subject)} AND d.deviation > 0
      ),
      near AS (
        SELECT
          p.subject_id,
          sqrt(avg(power((p.value - o.value) / o.deviation, 2) ORDER BY p.part)) AS distance
        FROM part AS p
        JOIN own AS o USING (part)
        WHERE p.subject_id <> ${lit(subject)}
        GROUP BY p.subject_id
        HAVING count(*) = (SELECT count(*) FROM own)
      )
      SELECT n.subject_id, s.name, s.town, n.distance, e.score, r.rank, r.stars
      FROM near AS n
      JOIN canon.subject AS s USING (subject_id)
      JOIN score.period_score AS e ON e.subject_id = n.subject_id AND e.period_id = ${lit(period)}
      LEFT JOIN score.period_stars AS r ON r.subject_id = n.subject_id AND r.period_id = ${lit(period)}
      ORDER BY n.distance, n.subject_id
      LIMIT ${lit(most)}`,
    (row) => ({
      subject: text(row, 'subject_id'),
      name: text(row, 'name'),
      town: text(row, 'town'),
      distance: count(row, 'distance'),
      score: numberOf(row, 'score'),
      rank: numberOf(row, 'rank'),
      stars: numberOf(row, 'stars'),
    }),
  );
}

export type SubjectEventKind = 'veto' | 'rectification' | 'flag' | 'watch';

/** Something that happened to a subject in a period or year. */
export interface SubjectEvent {
  readonly point: string;
  readonly kind: SubjectEventKind;
  /** The clause: a veto, a flag, or a reason to be listed. */
  readonly what: string | null;
  /** Effect of a veto; entered, extended, relapse or stays on the list; periods that a flag is held; stars of a year. */
  readonly state: string | null;
}

export function eventsOf(subject: string): Question<SubjectEvent> {
  return question(
    sql`
      SELECT point, kind, what, state
      FROM report.subject_event
      WHERE subject_id = ${lit(subject)}
      ORDER BY point DESC, kind, what`,
    (row) => ({
      point: text(row, 'point'),
      kind: text(row, 'kind') as SubjectEventKind,
      what: textOf(row, 'what'),
      state: textOf(row, 'state'),
    }),
  );
}

/** People of a place in a period; null where they are too few to be told of. */
export interface PeopleGroup {
  readonly period: string;
  readonly scope: 'all' | 'town' | 'track';
  readonly place: string;
  readonly people: number | null;
  readonly meanScore: number | null;
}

export function peopleGroups(): Question<PeopleGroup> {
  return question(
    sql`
      SELECT period_id, scope, place, people, mean_score
      FROM report.people_group
      ORDER BY period_id DESC, scope, place`,
    (row) => ({
      period: text(row, 'period_id'),
      scope: text(row, 'scope') as PeopleGroup['scope'],
      place: text(row, 'place'),
      people: numberOf(row, 'people'),
      meanScore: numberOf(row, 'mean_score'),
    }),
  );
}
