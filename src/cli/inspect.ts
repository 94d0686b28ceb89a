import { matchColumns } from '../ingest/match-columns';
import type { LoadedFile } from '../engine/protocol';
import type { Role } from '../model/mapping';
import type { SourceColumn, SourceSheet, SourceTable } from '../model/source';
import { print } from './output';
import { tableNumber } from './rows';
import { listFiles, Session } from './session';

/** Every table found in the files, as JSON: where it stands, what its rows are, its columns and what they are taken for. */
export async function inspect(
  paths: readonly string[],
  options: { table?: string | undefined },
): Promise<number> {
  const number = tableNumber(options.table);
  const session = await Session.start();
  const tables: unknown[] = [];
  for (const path of await listFiles(paths)) {
    const file = await session.load(path);
    if (typeof file === 'string') continue;
    const found = describeFile(file);
    tables.push(...(number === null ? found : found.slice(number - 1, number)));
    await session.unload(file);
  }
  await print(`${JSON.stringify(tables, null, 2)}\n`);
  return session.refused ? 1 : 0;
}

function describeFile(file: LoadedFile): unknown[] {
  const sheets = new Map(file.sheets.map((sheet) => [sheet.id, sheet]));
  return file.tables.flatMap((table, index) => {
    const sheet = sheets.get(table.sheetId);
    if (!sheet) return [];
    const found = file.findings.filter(
      (one) => one.file === table.file && one.sheet === table.sheet,
    );
    return [{ ...describe(sheet, table, index + 1), findings: found }];
  });
}

function describe(sheet: SourceSheet, table: SourceTable, number: number) {
  const mapping = matchColumns(table);
  return {
    file: table.file,
    table: number,
    sheet: table.sheet,
    range: table.range,
    format: sheet.format,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    header_rows: table.layout.header,
    rows_kept: table.rows,
    rows_dropped: rowsDropped(table),
    period: mapping.period,
    columns: table.columns.map((column, index) => ({
      column: column.letter,
      header: column.header,
      type: typeOf(column, mapping.columns[index]?.role),
      unit: column.unit,
      role: mapping.columns[index]?.role ?? 'ignore',
      indicator: mapping.columns[index]?.indicator ?? null,
      filled: column.filled,
      examples: column.examples,
    })),
  };
}

/** The filled rows of a table that are not among its data, by what they are. */
function rowsDropped({ layout }: SourceTable) {
  const kinds = [...new Set(layout.marked.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const rows = layout.marked.filter((marked) => marked.kind === kind).map(({ row }) => row);
    return { reason: kind, rows, count: rows.length };
  });
}

/** Codes are text whatever they look like: no sum of them means anything. */
function typeOf(column: SourceColumn, role: Role | undefined): 'empty' | 'number' | 'text' {
  if (column.filled === 0) return 'empty';
  return column.numeric === column.filled - column.missing && column.numeric > 0 && role !== 'code'
    ? 'number'
    : 'text';
}
