import { numberOf, textOf } from '../../model/row';
import type { SourceCell } from '../../model/source';
import { lit, sql } from '../../sql/sql';
import { cellOf, count, question, text, type Question } from '../question';

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
