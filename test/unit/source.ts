import { columnNames } from '../../src/ingest/layout/column-names';
import { readHeader } from '../../src/ingest/header';
import { columnLetter, type SourceColumn, type SourceTable } from '../../src/model/source';

interface Options {
  /** Headers over cells that are no numbers. */
  readonly texts?: readonly string[];
  readonly file?: string;
  readonly sheet?: string | null;
  /** Lines above the header. */
  readonly preamble?: readonly string[];
  /** A unit above the table. */
  readonly unit?: string | null;
}

/** A table as it was found in a file, by its headers. */
export function sourceTable(
  headers: readonly string[],
  { texts = [], file = '考评.xlsx', sheet = null, preamble = [], unit = null }: Options = {},
): SourceTable {
  const letters = headers.map((_, index) => columnLetter(index + 1));
  const names = columnNames(headers, letters);
  return {
    id: 'f1_1',
    fileId: 'f1',
    file,
    sheet,
    sheetId: 'f1_s1',
    layout: {
      columns: { first: 1, last: headers.length },
      header: [1],
      body: { first: 2, last: 11 },
      marked: [],
    },
    range: `A1:${letters.at(-1) ?? 'A'}11`,
    preamble,
    headerRow: 1,
    rows: 10,
    columns: headers.map((header, index): SourceColumn => ({
      ordinal: index + 1,
      letter: letters[index] ?? '',
      header,
      unit: readHeader(header).unit ?? unit,
      name: names[index] ?? '',
      filled: 10,
      missing: 0,
      numeric: texts.includes(header) ? 0 : 10,
      examples: [],
    })),
  };
}
