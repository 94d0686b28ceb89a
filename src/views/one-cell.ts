import { textOf } from '../model/row';
import { id, lit, sql } from '../sql/sql';
import type { Question } from './question';

/** What a cell of a sheet holds; no row where the sheet has none filled there. */
export function oneCell(sheetId: string, row: number, ordinal: number): Question<string | null> {
  return {
    sql: sql`
      SELECT ${id(`c${ordinal}`)} AS cell
      FROM ${id('raw', sheetId)}
      WHERE source_row = ${lit(row)}`.text,
    read: (answer) => textOf(answer, 'cell'),
  };
}
