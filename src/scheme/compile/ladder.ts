import { join, lit, sql, type Sql } from '../../sql/sql';
import type { Quota, Ties } from '../shape';
import { compared } from './compared';

/** How equal figures are ranked; ordinal ranks need an order that ends with the subject. */
export const rankBy: Record<Ties, Sql> = {
  competition: sql`rank()`,
  dense: sql`dense_rank()`,
  ordinal: sql`row_number()`,
};

type Rounding = Extract<Quota, { share: number }>['round'];

const placesBy: Record<Rounding, (exact: Sql) => Sql> = {
  down: (exact) => sql`floor(${exact})`,
  'half-up': (exact) => sql`round(${exact}, 0)`,
  up: (exact) => sql`ceil(${exact})`,
};

/** Places of a quota; `rated` counts the rated subjects of the track. Exact, because share and count are decimal. */
export function places(quota: Quota): Sql {
  if ('count' in quota) return lit(quota.count);
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
 * @param cut a cut point that was learned, beside the stated one
 */
export function meets(rung: Rung, figure: Sql, atQuota: 'exclude' | 'include', cut?: Sql): Sql {
  const conditions: Sql[] = [];
  if (rung.atLeast !== undefined) conditions.push(sql`${compared(figure)} >= ${lit(rung.atLeast)}`);
  if (cut) conditions.push(sql`${compared(figure)} >= ${compared(cut)}`);
  if (rung.top) {
    const last = atQuota === 'exclude' ? sql`position + tied - 1` : sql`position`;
    conditions.push(sql`${last} <= ${places(rung.top)}`);
  }
  return conditions.length > 0 ? join(conditions, ' AND ') : sql`TRUE`;
}
