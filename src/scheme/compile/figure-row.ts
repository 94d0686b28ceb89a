import { lit, sql, type Sql } from '../../sql/sql';
import type { Figure } from '../shape';
import { rounded } from '../../sql/rounded';

function rounding(value: Sql, figure: Figure): Sql {
  return figure.round ? rounded(value, figure.round) : sql`CAST(${value} AS DOUBLE)`;
}

/** A row of the headline figures. `from` may group by period. */
export function figureRow(figure: Figure, period: Sql, value: Sql, basis: Sql, from: Sql): Sql {
  return sql`
    SELECT
      ${lit(figure.id)} AS figure_id, CAST(${period} AS VARCHAR) AS period, ${rounding(value, figure)} AS value,
      ${lit(figure.unit)} AS unit, ${basis} AS basis
    ${from}`;
}

/** Of a figure that is taken over nothing that need be said. */
export const noBasis = sql`CAST(NULL AS VARCHAR)`;
