import { Fault } from '../src/model/answer';
import { id, join, sql, type Sql } from '../src/sql/sql';
import type { Connection } from './database';
import { decodeRows } from './rows';

/**
 * How a type leaves the engine. Arrow hands DECIMAL and HUGEINT over as bare integers (2.35 as 235) and ENUM as
 * nothing at all, so these, and types that a table cannot show, are cast here, at the boundary, and nowhere else.
 */
function atBoundary(name: string, type: string): Sql {
  const column = id(name);
  if (/^DECIMAL\(\d+,\s*\d+\)$|^U?HUGEINT$/.test(type))
    return sql`CAST(${column} AS DOUBLE) AS ${column}`;
  if (/^(BOOLEAN|U?(TINY|SMALL|BIG)?INT(EGER)?|UINTEGER|FLOAT|DOUBLE|VARCHAR)$/.test(type))
    return column;
  return sql`CAST(${column} AS VARCHAR) AS ${column}`;
}

/** Statements as they are run, by the text that was asked, until the data or the views change. */
export type KnownStatements = Map<string, string>;

/** Statements remembered at the most. */
const mostKnown = 200;

/**
 * The rows of one SELECT, run in a read-only transaction.
 * @throws Fault `query_not_select` for any other statement or for several, `query_failed` with the SQL, `cancelled`
 */
export async function answerRows(
  connection: Connection,
  text: string,
  known: KnownStatements,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return connection.exclusive(async () => {
    await connection.quick('BEGIN TRANSACTION READ ONLY');
    try {
      const statement = known.get(text) ?? (await withBoundary(connection, text));
      if (known.size >= mostKnown) known.clear();
      known.set(text, statement);
      return await connection.run(statement, signal);
    } finally {
      await connection.quick('ROLLBACK');
    }
  });
}

async function withBoundary(connection: Connection, text: string): Promise<string> {
  const { select, columns } = await checkedSelect(connection, text);
  const names = columns.map(({ name }) => name);
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) {
    throw new Fault(
      'query_failed',
      { message: `two columns have one name: ${names.join(', ')}` },
      text,
    );
  }
  const cast = columns.map(({ name, type }) => atBoundary(name, type));
  // the statement stands on lines of its own: a comment at its end must not swallow the parenthesis
  return `SELECT ${join(cast).text}\nFROM (\n${select}\n)`;
}

export interface SelectColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * Proves that a text is one SELECT: it is one statement by itself, and one that can stand in parentheses.
 * @returns the text without its semicolon, and its columns
 */
export async function checkedSelect(
  connection: Connection,
  text: string,
): Promise<{ select: string; columns: readonly SelectColumn[] }> {
  await checkOne(connection, text);
  const select = await withoutEnd(connection, text);
  return { select, columns: await describeSelect(connection, select) };
}

/** @throws Fault `query_not_select` where the text holds several statements */
async function checkOne(connection: Connection, text: string): Promise<void> {
  try {
    await connection.check(text);
  } catch (thrown) {
    const message = thrown instanceof Fault ? String(thrown.error.detail['message']) : '';
    if (/multiple statements/.test(message)) throw new Fault('query_not_select', {}, text);
    throw thrown;
  }
}

/** The statement without its semicolon and what follows; kept whole where that was within a text after all. */
async function withoutEnd(connection: Connection, text: string): Promise<string> {
  const shorter = text.replace(/;(?:\s|--[^\n]*|\/\*[\s\S]*?\*\/)*$/, '');
  if (shorter === text) return text;
  return connection.check(shorter).then(
    () => shorter,
    () => text,
  );
}

async function describeSelect(connection: Connection, statement: string): Promise<SelectColumn[]> {
  let rows: Uint8Array;
  try {
    rows = await connection.run(`DESCRIBE SELECT * FROM (\n${statement}\n)`);
  } catch (thrown) {
    const message = thrown instanceof Fault ? String(thrown.error.detail['message']) : '';
    if (/syntax error|Parser Error/.test(message))
      throw new Fault('query_not_select', {}, statement);
    throw thrown;
  }
  return decodeRows(rows).map((row) => ({
    name: String(row['column_name']),
    type: String(row['column_type']),
  }));
}
