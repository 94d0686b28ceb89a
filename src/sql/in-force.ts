import { sql, type Sql } from './sql';

/**
 * Whether a subject of the roster was in force in a year: from the year in which it begins to that in which it ends,
 * both included. One that names neither always was.
 * @param subject the name under which `canon.subject` is read
 */
export function inForce(subject: Sql, year: Sql): Sql {
  return sql`
    coalesce(TRY_CAST(${subject}.valid_from[:4] AS INTEGER) <= ${year}, TRUE)
    AND coalesce(TRY_CAST(${subject}.valid_to[:4] AS INTEGER) >= ${year}, TRUE)`;
}
