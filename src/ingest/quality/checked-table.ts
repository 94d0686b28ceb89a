import type { Finding } from '../../model/finding';

/** A column of a table under check. */
export interface CheckedColumn {
  /** 1 for column A. */
  readonly ordinal: number;
  readonly letter: string;
  readonly header: string;
  readonly unit: string | null;
  /** Most of its filled cells are numbers. */
  readonly numeric: boolean;
}

/** A row of a table under check; `cells[i]` and `numbers[i]` are those of `columns[i]`. */
export interface CheckedRow {
  readonly row: number;
  readonly kind: 'data' | 'total' | 'group' | 'hidden';
  readonly cells: readonly (string | null)[];
  /** What each cell reads as; null where it is no number. */
  readonly numbers: readonly (number | null)[];
}

/** A table with its cells read, as the checks take it. Rows are in the order of the sheet. */
export interface CheckedTable {
  readonly columns: readonly CheckedColumn[];
  readonly rows: readonly CheckedRow[];
  /** The filled cells of titles and notes. */
  readonly texts: readonly { readonly row: number; readonly text: string }[];
}

/** A check within one table. Its findings name rows and columns; file and sheet are the caller's to add. */
export interface TableCheck {
  readonly name: string;
  readonly find: (table: CheckedTable) => Finding[];
}

export function dataRows({ rows }: CheckedTable): CheckedRow[] {
  return rows.filter(({ kind }) => kind === 'data');
}

/** The first cell of a row that says something in words: a name, the label of a total. */
export function labelOf({ cells, numbers }: CheckedRow): string {
  const label = cells.find((cell, at) => cell !== null && (numbers[at] ?? null) === null);
  return (label ?? '').trim();
}

/** Whether a row numbers the columns: 1, 2, 3, 4, …. */
export function numbersColumns({ numbers }: Pick<CheckedRow, 'numbers'>): boolean {
  const given = numbers.filter((number) => number !== null);
  return (
    given.length > 3 && given.every((number, at) => at === 0 || number === (given[at - 1] ?? 0) + 1)
  );
}

/** A header without line breaks and runs of blanks, as a sentence quotes it. */
export function headerWords({ header, letter }: CheckedColumn): string {
  return header.replaceAll(/\s+/g, ' ').trim() || letter;
}
