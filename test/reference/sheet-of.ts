import type { SheetCells } from '../../src/model/layout';

/** The records of a text file as a sheet: blank cells are null, blank records are left out. */
export function sheetOf(records: readonly (readonly string[])[]): SheetCells {
  const cells = records.map((record) => record.map((cell) => (cell.trim() === '' ? null : cell)));
  return {
    rows: cells
      .map((row, index) => ({ row: index + 1, cells: row }))
      .filter((row) => row.cells.some((cell) => cell !== null)),
    width: Math.max(0, ...cells.map((row) => row.length)),
    merged: [],
    hidden: [],
    omitted: [],
  };
}
