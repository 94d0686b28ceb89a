import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join as joinPath } from 'node:path';
import type { LoadedFile } from '../engine/protocol';
import { id, join, sql } from '../sql/sql';
import { csvLine, print } from './output';
import { listFiles, Session } from './session';
import { Misuse } from './words';

interface RowsOptions {
  readonly table?: string | undefined;
  readonly out?: string | undefined;
}

/** One table of each file as CSV: its header unless it has none, then its rows, cells as text. */
export async function rows(paths: readonly string[], options: RowsOptions): Promise<number> {
  const number = tableNumber(options.table) ?? 1;
  const files = await listFiles(paths);
  if (options.out === undefined && files.length > 1) throw new Misuse('several files need --out');
  if (options.out !== undefined) await mkdir(options.out, { recursive: true });
  const session = await Session.start();
  const names = new Names();
  let written = 0;
  for (const path of files) {
    const text = await tableOf(session, path, number);
    if (text === null) continue;
    written += 1;
    if (options.out === undefined) await print(text);
    else await writeFile(joinPath(options.out, `${names.next(basename(path))}.csv`), text);
  }
  if (options.out !== undefined)
    process.stderr.write(`${written} of ${files.length} written to ${options.out}\n`);
  return written < files.length ? 1 : 0;
}

/** The number that --table gives. @throws Misuse where it is none from 1 on */
export function tableNumber(option: string | undefined): number | null {
  if (option === undefined) return null;
  const number = Number(option);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new Misuse(`--table takes a number from 1 on, not ${option}`);
}

/** Files of one name from several folders get different names. */
class Names {
  readonly #taken = new Map<string, number>();

  next(name: string): string {
    const count = (this.#taken.get(name) ?? 0) + 1;
    this.#taken.set(name, count);
    return count === 1 ? name : `${name}.${count}`;
  }
}

/** A table of a file as CSV; an empty file has no rows. null where the file is refused or has no such table. */
async function tableOf(session: Session, path: string, number: number): Promise<string | null> {
  const file = await session.load(path);
  if (file === 'file_empty') return '';
  if (typeof file === 'string') return null;
  try {
    return await csvOf(session, file, number, path);
  } finally {
    await session.unload(file);
  }
}

async function csvOf(
  session: Session,
  file: LoadedFile,
  number: number,
  path: string,
): Promise<string | null> {
  const table = file.tables[number - 1];
  if (!table) {
    process.stderr.write(`${path}: --table ${number}: the file has ${file.tables.length}\n`);
    return null;
  }
  const columns = join(table.columns.map((column) => id(column.name)));
  const found = await session.query(
    sql`SELECT ${columns} FROM ${id('raw', table.id)} ORDER BY source_row`.text,
  );
  const names = table.columns.map((column) => column.name);
  const headed = table.columns.some((column) => column.header !== '');
  const lines = [
    ...(headed ? [table.columns.map((column) => column.header)] : []),
    ...found.map((row) => names.map((name) => row[name] ?? null)),
  ];
  return lines.map((cells) => `${csvLine(cells)}\r\n`).join('');
}
