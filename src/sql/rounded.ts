import { lit, sql, type Sql } from './sql';

/** How a figure is rounded, in decimal; `down` cuts off, `up` counts any digit beyond as one more. */
export interface RoundingRule {
  readonly digits: number;
  readonly mode: 'half-up' | 'half-even' | 'down' | 'up';
}

/**
 * A DOUBLE rounded as a document declares. The value is first made decimal at nine digits, so that what binary
 * fractions add (1.005 as 1.00499…) doesn't decide a half. NULL from 10^19 on, where there are no such digits.
 */
export function rounded(value: Sql, { digits, mode }: RoundingRule): Sql {
  const decimal = sql`TRY_CAST(${value} AS DECIMAL(28, 9))`;
  if (mode === 'half-up') return sql`CAST(round(${decimal}, ${lit(digits)}) AS DOUBLE)`;
  const scale = lit(10 ** digits);
  const scaled = sql`CAST(${decimal} * ${scale} AS DECIMAL(38, 9))`;
  if (mode === 'half-even') return sql`CAST(round_even(${scaled}, 0) / ${scale} AS DOUBLE)`;
  if (mode === 'up') return sql`CAST(sign(${scaled}) * ceil(abs(${scaled})) / ${scale} AS DOUBLE)`;
  return sql`CAST(trunc(${scaled}) / ${scale} AS DOUBLE)`;
}
