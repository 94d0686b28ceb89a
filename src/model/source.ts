import type { MergedCells, TableLayout } from './layout';

/** A column of a table as it was found in a file. */
export interface SourceColumn {
  /** Position in the sheet, 1 for column A. */
  readonly ordinal: number;
  /** Letter that a spreadsheet shows for it. */
  readonly letter: string;
  /** The words of its header, those of several rows joined by a blank; '' where it has none. */
  readonly header: string;
  /** The unit that the file gives for it: in the header, in a row of units, or above the table. */
  readonly unit: string | null;
  /** Name of the column in the raw table: the header made unique, or the letter where the header is blank. */
  readonly name: string;
  /** Cells that are not blank. */
  readonly filled: number;
  /** Filled cells that hold a mark for "no value", about. */
  readonly missing: number;
  /** Filled cells that read as a number, about. */
  readonly numeric: number;
  /** The first few distinct filled cells. */
  readonly examples: readonly string[];
}

export type FileFormat =
  | 'csv'
  | 'xlsx'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'html'
  | 'mht'
  | 'xml'
  | 'json'
  | 'parquet'
  | 'arrow'
  | 'paste';

/** A sheet of a workbook, or the whole of any other file, kept as `raw.<id>`: `source_row` and text columns c1, c2, …. */
export interface SourceSheet {
  /** `f1_s2` is the second sheet of file `f1`; also the name of the relation. */
  readonly id: string;
  readonly fileId: string;
  /** Name of the file; within an archive, of the archive and the file in it. */
  readonly file: string;
  /** Name of the sheet; null where a file has no sheets. */
  readonly sheet: string | null;
  readonly format: FileFormat;
  /** Label of the text encoding; null where it is no text. */
  readonly encoding: string | null;
  /** Delimiter of a text file. */
  readonly delimiter: string | null;
  readonly width: number;
  /** Filled rows. */
  readonly rows: number;
  /** Number of the last filled row. */
  readonly lastRow: number;
  /** A spreadsheet hides it, so its tables are off until they are asked for. */
  readonly hidden: boolean;
  readonly merged: readonly MergedCells[];
  /** Names that the file itself gives its columns (JSON, Parquet, Arrow); null where a header is among the rows. */
  readonly headings: readonly string[] | null;
  /** The tables that were found on it. */
  readonly found: readonly TableLayout[];
  /** The tables in use: those found, or as the user has corrected them. */
  readonly layout: readonly TableLayout[];
}

/** A way to read a text whose encoding its bytes leave open, with some of the lines that come out differently. */
export interface EncodingChoice {
  readonly encoding: string;
  readonly preview: readonly string[];
}

/** One table of a sheet, kept as `raw.<id>`: its data rows as text, with the row of the sheet that each came from. */
export interface SourceTable {
  /** `f1_2` is the second table of file `f1`; also the name of the relation. */
  readonly id: string;
  readonly fileId: string;
  readonly file: string;
  readonly sheet: string | null;
  /** `SourceSheet.id`. */
  readonly sheetId: string;
  readonly layout: TableLayout;
  /** The cells that the table covers, as a spreadsheet writes them: A1:H110. */
  readonly range: string;
  /** Filled cells of the rows above the header: titles, units. */
  readonly preamble: readonly string[];
  /** Last row of the header; the row above the data where there is none. */
  readonly headerRow: number;
  /** Data rows. */
  readonly rows: number;
  readonly columns: readonly SourceColumn[];
}

/** A cell that a figure came from. */
export interface SourceCell {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly column: string;
  readonly header: string;
  readonly text: string | null;
}

/** Letters of a column as a spreadsheet counts them: 1 is A, 27 is AA. */
export function columnLetter(ordinal: number): string {
  let letters = '';
  for (let rest = ordinal; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The position of a column by its letter, 1 for column A. */
export function columnOrdinal(letter: string): number {
  return [...letter].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
}
