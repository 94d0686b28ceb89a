import { numberOf, textOf, type Row } from '../model/row';
import type { SourceCell } from '../model/source';
import type { Sql } from '../sql/sql';

/** A SELECT over the views and how one of its rows reads. */
export interface Question<T> {
  readonly sql: string;
  readonly read: (row: Row) => T;
}

export function question<T>(statement: Sql, read: (row: Row) => T): Question<T> {
  return { sql: statement.text, read };
}

/** The text of a column that always has one. */
export const text = (row: Row, column: string) => textOf(row, column) ?? '';

/** The number of a column that always has one. */
export const count = (row: Row, column: string) => numberOf(row, column) ?? 0;

/** The cell that a row came from, of a view whose every row has one. */
export function cellIn(row: Row): SourceCell {
  return {
    file: text(row, 'file'),
    sheet: textOf(row, 'sheet'),
    row: count(row, 'source_row'),
    column: text(row, 'letter'),
    header: text(row, 'header'),
    text: textOf(row, 'text'),
  };
}

/** The cell that a row came from; null where it names no file. */
export function cellOf(row: Row): SourceCell | null {
  return textOf(row, 'file') === null ? null : cellIn(row);
}
