import { numberOf, textOf, type Row } from '../../model/row';
import type { Sql } from '../../sql/sql';
import type { Question } from '../questions';

/** A statement with the way to read its rows. */
export function question<T>(statement: Sql, read: (row: Row) => T): Question<T> {
  return { sql: statement.text, read };
}

/** Of columns that are never empty. */
export const text = (row: Row, column: string) => textOf(row, column) ?? '';
export const count = (row: Row, column: string) => numberOf(row, column) ?? 0;
