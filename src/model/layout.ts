/** What a filled row of a sheet is to a table on it. */
export type RowKind =
  'title' | 'unit' | 'header' | 'numbering' | 'group' | 'data' | 'total' | 'note' | 'hidden';

/** Rows or columns of a sheet from the first to the last, 1-based, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A row that belongs to a table and is not data of it. */
export interface MarkedRow {
  readonly row: number;
  /** `header` here is a header written again further down. */
  readonly kind: Exclude<RowKind, 'data'>;
  /** For `group`: its words, which hold for the rows below it up to the next group. */
  readonly text?: string;
  /** For `total`: by its word, or because its numbers are the sum of rows above or below it. */
  readonly by?: 'word' | 'sum';
}

/** Where one table stands on a sheet, and what its rows are. Every filled row of `body` that is not marked is data. */
export interface TableLayout {
  readonly columns: Span;
  /** Rows of the header, in order; none where the table has no header. */
  readonly header: readonly number[];
  /** From the first row below the header to the last row of data or total. Empty tables have `last < first`. */
  readonly body: Span;
  /** Titles and units above, numbering, groups, totals, notes, hidden rows: in the order of the rows. */
  readonly marked: readonly MarkedRow[];
}

/** A filled row of a sheet; `cells[i]` is column `i + 1`, null where blank. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly (string | null)[];
}

/** A block of merged cells; its text stands in its first cell. */
export interface MergedCells {
  readonly rows: Span;
  readonly columns: Span;
}

/** What is known of a sheet when its tables are looked for. */
export interface SheetCells {
  /** The filled rows in order. A row that is missing between two is blank, unless it is in `omitted`. */
  readonly rows: readonly SheetRow[];
  /** Number of columns. */
  readonly width: number;
  readonly merged: readonly MergedCells[];
  /** Rows that a spreadsheet hides. */
  readonly hidden: readonly number[];
  /** Stretches of a very long sheet whose rows are all of one shape and are not given. */
  readonly omitted: readonly Span[];
}

/** What a column of a table is called. */
export interface Heading {
  /** The cells of the header above the column, joined by a blank from the top; '' where there are none. */
  readonly text: string;
  /** The unit that holds for the column, from its header, a row of units or a unit above the table; null where none is said. */
  readonly unit: string | null;
}
