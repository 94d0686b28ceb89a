import { tableFromIPC } from 'apache-arrow';
import { readPlainNumber } from '../src/ingest/plain-number';
import {
  numbersColumns,
  type CheckedColumn,
  type CheckedRow,
  type CheckedTable,
} from '../src/ingest/quality/checked-table';
import { isRank } from '../src/ingest/quality/kinds-of-column';
import type { Correction } from '../src/model/correction';
import type { RowKind } from '../src/model/layout';
import type { SourceColumn, SourceSheet, SourceTable } from '../src/model/source';
import { id, join, lit, sql, type Sql } from '../src/sql/sql';
import type { Connection } from './database';
import { decodeRows, type EngineRow } from './rows';

/** Lines above and below a table that are looked at. */
const mostTexts = 200;

/** A table with its cells as they were corrected and read, as the checks take it. */
export async function readCheckedTable(
  connection: Connection,
  sheet: SourceSheet,
  { layout, columns }: SourceTable,
  corrections: readonly Correction[],
  signal?: AbortSignal,
): Promise<CheckedTable> {
  const ask = async (query: Sql) => decodeRows(await connection.run(query.text, signal));
  // the column made of groups stands at the place of another
  const own = columns.filter(
    ({ ordinal }, index) => columns.findIndex((one) => one.ordinal === ordinal) === index,
  );
  const kinds = new Map(layout.marked.map(({ row, kind }) => [row, kind]));
  const { first, last } = layout.body;
  const cells = own.map(
    ({ ordinal }) => sql`${cellOf(ordinal, corrections)} AS ${id(`c${ordinal}`)}`,
  );
  const body = await connection.run(
    sql`
      SELECT source_row, ${join(cells)}
      FROM ${id('raw', sheet.id)}
      WHERE source_row BETWEEN ${lit(first)} AND ${lit(last)}
      ORDER BY source_row`.text,
    signal,
  );
  const [places = [], ...texts] = columnsOf(body, [
    'source_row',
    ...own.map(({ ordinal }) => `c${ordinal}`),
  ]);
  const numbers = await numbersOf(ask, own, texts);
  return {
    columns: own.map(toColumn),
    rows: toRows(places.map(Number), texts, numbers, kinds),
    texts: await textsOf(ask, sheet, [...kinds]),
  };
}

function toColumn({ ordinal, letter, header, unit, ...facts }: SourceColumn): CheckedColumn {
  const { filled, missing, numeric } = facts;
  const isNumeric = numeric > 0 && numeric * 2 >= filled - missing;
  return { ordinal, letter, header, unit, numeric: isNumeric };
}

/** A cell as it counts: corrected where it still holds what was corrected. */
function cellOf(ordinal: number, corrections: readonly Correction[]): Sql {
  const cell = id(`c${ordinal}`);
  const cases = corrections
    .filter(({ column }) => column === ordinal)
    .map(
      ({ row, was, value }) => sql`
        WHEN source_row = ${lit(row)} AND ${cell} IS NOT DISTINCT FROM ${lit(was)} THEN ${lit(value)}`,
    );
  return cases.length === 0 ? cell : sql`CASE ${join(cases, ' ')} ELSE ${cell} END`;
}

type Cells = readonly (string | null)[];

/** The columns of an answer: row by row it takes many times as long. */
function columnsOf(ipc: Uint8Array, names: readonly string[]): Cells[] {
  const table = tableFromIPC(ipc);
  return names.map((name) => [...((table.getChild(name) ?? []) as Iterable<string | null>)]);
}

/** Texts read in one statement. */
const textsAtOnce = 5_000;

/**
 * What the cells come to, column by column. Those that are no plain numbers take long to read, so each text is read
 * once, and none of a column of words. 4/109 is a place where the column is one of ranks.
 */
async function numbersOf(
  ask: (query: Sql) => Promise<EngineRow[]>,
  columns: readonly SourceColumn[],
  texts: readonly Cells[],
): Promise<(number | null)[][]> {
  const isRanks = columns.map((column) => isRank(toColumn(column)));
  const odd = (ranks: boolean) =>
    texts.flatMap((cells, at) => {
      const isRead = isRanks[at] === ranks && (ranks || (columns[at]?.numeric ?? 0) > 0);
      return isRead ? cells.filter(isOdd) : [];
    });
  const plain = await readAll(ask, odd(false), sql`canon.read_number(cell)`);
  const ranks = await readAll(
    ask,
    odd(true),
    sql`coalesce(canon.read_number(cell), canon.figure_value(canon.figure(cell), NULL, 0, FALSE))`,
  );
  return texts.map((cells, at) => {
    const known = isRanks[at] ? ranks : plain;
    return cells.map((cell) =>
      cell === null ? null : (readPlainNumber(cell) ?? known.get(cell) ?? null),
    );
  });
}

function isOdd(cell: string | null): cell is string {
  return cell !== null && readPlainNumber(cell) === null;
}

async function readAll(
  ask: (query: Sql) => Promise<EngineRow[]>,
  texts: readonly string[],
  reading: Sql,
): Promise<Map<string, number>> {
  const distinct = [...new Set(texts)];
  const known = new Map<string, number>();
  for (let start = 0; start < distinct.length; start += textsAtOnce) {
    const some = join(distinct.slice(start, start + textsAtOnce).map((text) => lit(text)));
    const found = await ask(sql`
      SELECT cell, ${reading} AS number
      FROM (SELECT unnest([${some}]) AS cell)
      WHERE number IS NOT NULL`);
    for (const row of found) known.set(String(row['cell']), Number(row['number']));
  }
  return known;
}

function toRows(
  places: readonly number[],
  texts: readonly Cells[],
  numbers: readonly (readonly (number | null)[])[],
  kinds: ReadonlyMap<number, RowKind>,
): CheckedRow[] {
  return places.flatMap((row, index): CheckedRow[] => {
    const kind = kinds.get(row) ?? 'data';
    if (kind !== 'data' && kind !== 'total' && kind !== 'group' && kind !== 'hidden') return [];
    const cells = texts.map((column) => column[index] ?? null);
    // beside another table, a row may be filled there and blank here
    if (cells.every((cell) => cell === null)) return [];
    const own = numbers.map((column) => column[index] ?? null);
    return numbersColumns({ numbers: own }) ? [] : [{ row, kind, cells, numbers: own }];
  });
}

/** The filled cells of titles, units and notes. */
async function textsOf(
  ask: (query: Sql) => Promise<EngineRow[]>,
  sheet: SourceSheet,
  kinds: readonly (readonly [row: number, kind: RowKind])[],
): Promise<CheckedTable['texts']> {
  const rows = kinds
    .filter(([, kind]) => kind === 'title' || kind === 'note' || kind === 'unit')
    .slice(0, mostTexts)
    .map(([row]) => lit(row));
  if (rows.length === 0) return [];
  const cells = Array.from({ length: sheet.width }, (_, index) => id(`c${index + 1}`));
  const found = await ask(sql`
    SELECT source_row, text
    FROM (
      SELECT source_row, unnest([${join(cells)}]) AS text
      FROM ${id('raw', sheet.id)}
      WHERE source_row IN (${join(rows)})
    )
    WHERE text IS NOT NULL`);
  return found.map((row) => ({ row: Number(row['source_row']), text: String(row['text']) }));
}
