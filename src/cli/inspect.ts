import { matchColumns } from '../ingest/match-columns';
import { readHeader } from '../ingest/header';
import type { Role } from '../model/mapping';
import type { SourceColumn, SourceTable } from '../model/source';
import { print } from './output';
import { Session } from './session';

/** Every table found in the files, as JSON: where it stands, its columns and what they are taken for. */
export async function inspect(paths: readonly string[]): Promise<number> {
  const session = await Session.open(paths);
  const tables = session.files.flatMap((file) =>
    file.tables.map((table, index) => describe(table, index + 1)),
  );
  await print(`${JSON.stringify(tables, null, 2)}\n`);
  return session.refused ? 1 : 0;
}

function describe(table: SourceTable, number: number) {
  const mapping = matchColumns(table);
  return {
    file: table.file,
    table: number,
    sheet: table.sheet,
    range: table.range,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    header_rows: [table.headerRow],
    rows_kept: table.rows,
    rows_dropped: table.dropped,
    period: mapping.period,
    columns: table.columns.map((column, index) => ({
      column: column.letter,
      header: column.header,
      type: typeOf(column, mapping.columns[index]?.role),
      unit: readHeader(column.header).unit,
      role: mapping.columns[index]?.role ?? 'ignore',
      indicator: mapping.columns[index]?.indicator ?? null,
      filled: column.filled,
      examples: column.examples,
    })),
  };
}

/** Codes are text whatever they look like: no sum of them means anything. */
function typeOf(column: SourceColumn, role: Role | undefined): 'empty' | 'number' | 'text' {
  if (column.filled === 0) return 'empty';
  return column.numeric === column.filled - column.missing && column.numeric > 0 && role !== 'code'
    ? 'number'
    : 'text';
}
