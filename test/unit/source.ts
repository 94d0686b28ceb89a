import { columnLetter, type SourceColumn, type SourceTable } from '../../src/model/source';
import { columnNames } from '../../src/ingest/find-table';

/** A table as it was found in a file, by its headers; headers in `texts` stand over cells that are no numbers. */
export function sourceTable(
  headers: readonly string[],
  {
    texts = [],
    file = '考评.xlsx',
    sheet = null,
  }: { texts?: readonly string[]; file?: string; sheet?: string | null } = {},
): SourceTable {
  const letters = headers.map((_, index) => columnLetter(index + 1));
  const names = columnNames(headers, letters);
  return {
    id: 'f1_1',
    fileId: 'f1',
    file,
    sheet,
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    range: `A1:${letters.at(-1) ?? 'A'}11`,
    preamble: [],
    headerRow: 1,
    rows: 10,
    columns: headers.map((header, index): SourceColumn => ({
      ordinal: index + 1,
      letter: letters[index] ?? '',
      header,
      name: names[index] ?? '',
      filled: 10,

      missing: 0,
      numeric: texts.includes(header) ? 0 : 10,
      examples: [],
    })),
    dropped: [],
  };
}
