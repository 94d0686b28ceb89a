import { flagOf, numberOf } from '../../../model/row';
import { lit, sql } from '../../../sql/sql';
import { count, question, text, type Question } from '../../question';

/** What a part weighs on paper and in effect, as shares of its group. */
export interface PartWeight {
  readonly parent: string;
  readonly part: string;
  readonly subjects: number;
  readonly nominal: number | null;
  readonly effective: number | null;
  readonly withScore: number | null;
}

export function partWeights(period: string): Question<PartWeight> {
  return question(
    sql`SELECT * FROM report.indicator_weight WHERE period_id = ${lit(period)}`,
    (row) => ({
      parent: text(row, 'parent'),
      part: text(row, 'part'),
      subjects: count(row, 'subjects'),
      nominal: numberOf(row, 'nominal_weight'),
      effective: numberOf(row, 'effective_weight'),
      withScore: numberOf(row, 'correlation_with_score'),
    }),
  );
}

/** How alike two indicators are. */
export interface Correlation {
  readonly first: string;
  readonly second: string;
  readonly subjects: number;
  readonly pearson: number | null;
  readonly spearman: number | null;
  readonly redundant: boolean;
}

/** The pairs that are most alike, no more than a page shows. */
export function correlations(period: string, most: number): Question<Correlation> {
  return question(
    sql`
      SELECT *
      FROM report.indicator_correlation
      WHERE period_id = ${lit(period)}
      ORDER BY abs(pearson) DESC NULLS LAST, first, second
      LIMIT ${lit(most)}`,
    (row) => ({
      first: text(row, 'first'),
      second: text(row, 'second'),
      subjects: count(row, 'subjects'),
      pearson: numberOf(row, 'pearson'),
      spearman: numberOf(row, 'spearman'),
      redundant: flagOf(row, 'redundant'),
    }),
  );
}

/** How far an indicator tells the top of a track from its middle. */
export interface Separation {
  readonly track: string;
  readonly part: string;
  readonly topCount: number;
  readonly middleCount: number;
  readonly topMean: number | null;
  readonly middleMean: number | null;
  /** The difference of the means in standard deviations. */
  readonly separation: number | null;
}

export function separations(period: string): Question<Separation> {
  return question(
    sql`
      SELECT *
      FROM report.track_separation
      WHERE period_id = ${lit(period)}
      ORDER BY track, separation DESC NULLS LAST, part`,
    (row) => ({
      track: text(row, 'track'),
      part: text(row, 'part'),
      topCount: count(row, 'top_count'),
      middleCount: count(row, 'middle_count'),
      topMean: numberOf(row, 'top_mean'),
      middleMean: numberOf(row, 'middle_mean'),
      separation: numberOf(row, 'separation'),
    }),
  );
}

/** How severe a class of assessors is, and how far it agrees with the others. */
export interface AssessorClass {
  readonly panel: string;
  readonly part: string;
  readonly subjects: number;
  readonly mean: number;
  /** How far it lies below the others; above 0 is severe. */
  readonly severity: number;
  readonly agreement: number | null;
}

export function assessorClasses(period: string): Question<AssessorClass> {
  return question(
    sql`
      SELECT *
      FROM report.assessor_class
      WHERE period_id = ${lit(period)}
      ORDER BY panel, severity DESC, class`,
    (row) => ({
      panel: text(row, 'panel'),
      part: text(row, 'class'),
      subjects: count(row, 'subjects'),
      mean: count(row, 'mean'),
      severity: count(row, 'severity'),
      agreement: numberOf(row, 'agreement'),
    }),
  );
}
