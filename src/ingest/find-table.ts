import { isFieldWord } from './match-columns';

/** Where a table stands in the first rows of a sheet. */
export interface TableStart {
  /** Index of the header among the rows given. */
  readonly header: number;
}

/**
 * Finds the header: the first row with two of the field's words, so that titles and rows of units above the table are
 * passed over; else the first row with at least two filled cells. A table of one column has its header in the first
 * filled row.
 * @param rows the first rows of a sheet, cells as text, null where blank
 * @returns null where every row is blank
 */
export function findTable(rows: readonly (readonly (string | null)[])[]): TableStart | null {
  const filled = rows.map(
    (row) => row.filter((cell) => cell !== null && cell.trim() !== '').length,
  );
  const worded = rows.findIndex(
    (row) => row.filter((cell) => cell !== null && isFieldWord(cell)).length >= 2,
  );
  if (worded >= 0) return { header: worded };
  const wide = filled.findIndex((count) => count >= 2);
  const header = wide >= 0 ? wide : filled.findIndex((count) => count >= 1);
  return header >= 0 ? { header } : null;
}

/** Names of the columns of a raw table: headers made unique without regard to case; a letter where the header is blank. */
export function columnNames(
  headers: readonly (string | null)[],
  letters: readonly string[],
): string[] {
  const taken = new Set(['source_row']);
  return headers.map((header, index) => {
    const base = header?.trim().replaceAll('\0', '') || (letters[index] ?? '');
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${base}_${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
