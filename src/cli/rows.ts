import { id, join, sql } from '../sql/sql';
import { csvLine, print } from './output';
import { Session } from './session';
import { Misuse } from './words';

/** One table of a file as CSV: its header as written, then its rows, cells as text. */
export async function rows(
  paths: readonly string[],
  options: { table?: string | undefined },
): Promise<number> {
  if (paths.length !== 1) throw new Misuse('rows takes one file');
  const number = Number(options.table ?? 1);
  if (!Number.isInteger(number) || number < 1)
    throw new Misuse(`--table takes a number from 1 on, not ${options.table}`);
  const session = await Session.open(paths);
  if (session.refused) return 1;
  const table = session.tables[number - 1];
  if (!table) throw new Misuse(`--table ${number}: the file has ${session.tables.length}`);
  const columns = join(table.columns.map((column) => id(column.name)));
  const found = await session.query(
    sql`SELECT ${columns} FROM ${id('raw', table.id)} ORDER BY source_row`.text,
  );
  const lines = [
    table.columns.map((column) => column.header),
    ...found.map((row) => table.columns.map((column) => row[column.name] ?? null)),
  ];
  await print(lines.map((cells) => `${csvLine(cells)}\r\n`).join(''));
  return 0;
}
