import { lit, sql, type Sql } from '../../sql/sql';
import type { Rounding } from '../shape';

/**
 * A DOUBLE rounded as a document declares. The value is first made decimal at nine digits, so that what binary
 * fractions add (1.005 as 1.00499…) doesn't decide a half. NULL from 10^19 on, where there are no such digits.
 */
export function rounded(value: Sql, { digits, mode }: Rounding): Sql {
  const decimal = sql`TRY_CAST(${value} AS DECIMAL(28, 9))`;
  if (mode === 'half-up') return sql`CAST(round(${decimal}, ${lit(digits)}) AS DOUBLE)`;
  const scale = lit(10 ** digits);
  const scaled = sql`CAST(${decimal} * ${scale} AS DECIMAL(38, 9))`;
  if (mode === 'half-even') return sql`round_even(${scaled}, 0) / ${scale}`;
  if (mode === 'up') return sql`sign(${scaled}) * ceil(abs(${scaled})) / ${scale}`;
  return sql`trunc(${scaled}) / ${scale}`;
}
