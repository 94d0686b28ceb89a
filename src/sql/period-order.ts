import { sql, type Sql } from './sql';

/**
 * What ids of periods of one cadence are ordered by in time. Ids are texts of fixed length but for rounds, which go on from
 * R99 to R100: their numbers are filled up with zeros.
 */
export function periodOrder(period: Sql): Sql {
  return sql`split_part(${period}, 'R', 1) || lpad(split_part(${period}, 'R', 2), 4, '0')`;
}
