/** Where a table stands in the first rows of a sheet. */
export interface TableStart {
  /** Index of the header among the rows given. */
  readonly header: number;
}

/**
 * Finds the header: the first row with at least two filled cells, so that a title above the table is passed over.
 * A table of one column has its header in the first filled row.
 * @param rows the first rows of a sheet, cells as text, null where blank
 * @returns null where every row is blank
 */
export function findTable(rows: readonly (readonly (string | null)[])[]): TableStart | null {
  const filled = rows.map(
    (row) => row.filter((cell) => cell !== null && cell.trim() !== '').length,
  );
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
