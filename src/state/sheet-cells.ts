import type { Engine } from '../engine/protocol';
import type { SheetCells, SheetRow, Span } from '../model/layout';
import type { SourceSheet } from '../model/source';
import { sheetRows } from '../views/source-rows';

/** Rows of a sheet that are looked at from its beginning; of a longer one, its last rows too. */
const mostRows = 5_000;

/** The cells of a sheet by which a table is made of some of them. */
export async function sheetCells(engine: Engine, sheet: SourceSheet): Promise<SheetCells> {
  const { sql, read } = sheetRows(sheet, mostRows, []);
  const rows = (await engine.rows(`cells-${sheet.id}`, sql)).map(read);
  const hidden = sheet.found.flatMap(({ marked }) =>
    marked.filter(({ kind }) => kind === 'hidden').map(({ row }) => row),
  );
  return { rows, width: sheet.width, merged: sheet.merged, hidden, omitted: omitted(sheet, rows) };
}

/** The stretch between the beginning and the end of a long sheet. */
function omitted(sheet: SourceSheet, rows: readonly SheetRow[]): Span[] {
  if (rows.length >= sheet.rows) return [];
  const next = rows.find(({ row }) => row > mostRows);
  return next ? [{ first: mostRows + 1, last: next.row - 1 }] : [];
}
