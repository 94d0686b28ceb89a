/** A column of a table as it was found in a file. */
export interface SourceColumn {
  /** Position in the sheet, 1 for column A. */
  readonly ordinal: number;
  /** Letter that a spreadsheet shows for it. */
  readonly letter: string;
  /** The header cell, as written. */
  readonly header: string;
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

export type FileFormat = 'csv' | 'xlsx' | 'xls' | 'paste';

/** Why a row of the file is not in the raw table. */
export type DropReason = 'blank' | 'before_header' | 'header';

export interface DroppedRows {
  readonly reason: DropReason;
  /** Rows of the sheet, 1-based; at most the first hundred are listed. */
  readonly rows: readonly number[];
  readonly count: number;
}

/** One table found in a file, kept as `raw.<id>`: text cells with the row of the sheet that each came from. */
export interface SourceTable {
  /** `f1_2` is the second table of file `f1`; also the name of the raw table. */
  readonly id: string;
  readonly fileId: string;
  readonly file: string;
  /** Name of the sheet; null for a text file. */
  readonly sheet: string | null;
  readonly format: FileFormat;
  /** Label of the text encoding; null for a workbook. */
  readonly encoding: string | null;
  /** Delimiter of a text file; null for a workbook. */
  readonly delimiter: string | null;
  /** The cells that the table covers, as a spreadsheet writes them: A1:H110. */
  readonly range: string;
  /** Filled cells above the header: titles, units. */
  readonly preamble: readonly string[];
  /** Row of the sheet that holds the header, 1-based. */
  readonly headerRow: number;
  /** Data rows in the raw table. */
  readonly rows: number;
  readonly columns: readonly SourceColumn[];
  readonly dropped: readonly DroppedRows[];
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
