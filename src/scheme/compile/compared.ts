import { sql, type Sql } from '../../sql/sql';

/**
 * A figure as it is compared with others and with bounds: to nine decimals, because what binary fractions add (0.1 + 0.2
 * as 0.30000000000000004) must neither break a tie nor miss a bound.
 */
export function compared(figure: Sql): Sql {
  return sql`round(${figure}, 9)`;
}
