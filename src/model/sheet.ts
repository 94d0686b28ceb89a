/** How the values of a column are meant: `integer` is written without separators, a year too; `share` is 0.25 for 25 %. */
export type SheetKind = 'text' | 'integer' | 'number' | 'share';

export interface SheetColumn {
  readonly name: string;
  /** null where the values have none, or the name says it. */
  readonly unit: string | null;
  readonly kind: SheetKind;
}

/** A text stands in a column of numbers where a value is no number; null where there is none. */
export type SheetCell = string | number | null;

/** A table that leaves the page, in the words of the reader; numbers are as they were worked out, unrounded. */
export interface Sheet {
  /** Names the file too. */
  readonly title: string;
  /** What is to be known beside the rows: filters, scheme, date. */
  readonly notes: readonly string[];
  /** What narrows the rows beside the filters of the page, in words; a table narrowed must never pass for the whole. */
  readonly narrowed?: readonly string[];
  readonly columns: readonly SheetColumn[];
  /** A cell for each column. */
  readonly rows: readonly (readonly SheetCell[])[];
}

export const sheetFormats = ['xlsx', 'csv', 'csv-gb18030', 'parquet', 'json'] as const;
export type SheetFormat = (typeof sheetFormats)[number];
