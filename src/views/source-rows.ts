import type { SheetRow } from '../model/layout';
import { numberOf, textOf, type Row } from '../model/row';
import type { SourceSheet, SourceTable } from '../model/source';
import { id, join, lit, sql } from '../sql/sql';
import type { Question } from './question';

/** Rows from the end of a long sheet that are shown with its beginning. */
const endRows = 20;

/**
 * The rows of a sheet as they are: from the first to `upTo`, the last ones, and those in between that are not data.
 * @param marked numbers of the rows of which something is said
 */
export function sheetRows(
  sheet: SourceSheet,
  upTo: number,
  marked: readonly number[],
): Question<SheetRow> {
  const cells = Array.from({ length: sheet.width }, (_, index) => `c${index + 1}`);
  const listed = marked.length === 0 ? sql`` : sql` OR source_row IN (${join(marked.map(lit))})`;
  return {
    sql: sql`
      SELECT source_row, ${join(cells.map((cell) => id(cell)))}
      FROM ${id('raw', sheet.id)}
      WHERE source_row <= ${lit(upTo)} OR source_row > ${lit(sheet.lastRow - endRows)}${listed}
      ORDER BY source_row`.text,
    read: (row) => ({
      row: numberOf(row, 'source_row') ?? 0,
      cells: cells.map((cell) => textOf(row, cell)),
    }),
  };
}

/** The first rows of a table as it is understood. */
export function tableRows(table: SourceTable, count: number): Question<Row> {
  return {
    sql: sql`
      SELECT source_row, ${join(table.columns.map(({ name }) => id(name)))}
      FROM ${id('raw', table.id)}
      ORDER BY source_row
      LIMIT ${lit(count)}`.text,
    read: (row) => row,
  };
}
