import { join, lit, sql, type Sql } from '../../sql/sql';
import type { Quota, Rounding, SchemeStep } from '../shape';

/**
 * A DOUBLE rounded as a document declares. The value is first made decimal at nine digits, so that what binary
 * fractions add (1.005 as 1.00499…) doesn't decide a half.
 */
export function rounded(value: Sql, { digits, mode }: Rounding): Sql {
  const decimal = sql`CAST(${value} AS DECIMAL(38, 9))`;
  if (mode === 'half-up') return sql`CAST(round(${decimal}, ${lit(digits)}) AS DOUBLE)`;
  const scale = lit(10 ** digits);
  return sql`trunc(CAST(${decimal} * ${scale} AS DECIMAL(38, 9))) / ${scale}`;
}

/** Kind of a step, for the name of its view. */
export function stepKind(step: SchemeStep): string {
  return 'cap' in step ? 'cap' : 'round';
}

/** What a step makes of a value. */
export function applyStep(step: SchemeStep, value: Sql): Sql {
  if ('round' in step) return rounded(value, step.round);
  const [low, high] = step.cap;
  // greatest and least pass over NULL, so an absent value must be kept absent
  return sql`CASE WHEN ${value} IS NOT NULL THEN greatest(${lit(low)}, least(${lit(high)}, ${value})) END`;
}

const placesBy: Record<Quota['round'], (exact: Sql) => Sql> = {
  down: (exact) => sql`floor(${exact})`,
  'half-up': (exact) => sql`round(${exact}, 0)`,
  up: (exact) => sql`ceil(${exact})`,
};

/** Places of a quota; `rated` counts the rated subjects of the track. Exact, because share and count are decimal. */
export function places(quota: Quota): Sql {
  return sql`CAST(${placesBy[quota.round](sql`${lit(quota.share)} * rated`)} AS INTEGER)`;
}

/** One condition of a ladder of stars or levels. */
export interface Rung {
  readonly atLeast?: number | undefined;
  readonly top?: Quota | undefined;
}

/**
 * Whether a subject meets a rung: its figure reaches the cut point and its place is within the quota.
 * `position` counts those ranked better, plus one; `tied` counts those with the same figure.
 */
export function meets(rung: Rung, figure: Sql, atQuota: 'exclude' | 'include'): Sql {
  const conditions: Sql[] = [];
  if (rung.atLeast !== undefined) conditions.push(sql`${figure} >= ${lit(rung.atLeast)}`);
  if (rung.top) {
    const last = atQuota === 'exclude' ? sql`position + tied - 1` : sql`position`;
    conditions.push(sql`${last} <= ${places(rung.top)}`);
  }
  return conditions.length > 0 ? join(conditions, ' AND ') : sql`TRUE`;
}
