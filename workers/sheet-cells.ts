import { tableFromIPC } from 'apache-arrow';
import type { SheetCells, SheetRow, Span } from '../src/model/layout';
import type { SourceSheet } from '../src/model/source';
import { id, join, lit, sql, type Sql } from '../src/sql/sql';
import { tailLetters, tailWords } from '../src/ingest/layout/tail-words';
import type { Connection } from './database';
import type { OddRows } from './readers/odd-rows';

/** Cells looked at, at the most: a sheet of a few thousand rows is looked at as a whole. */
const mostCells = 400_000;
const fewestRows = 60;
const mostRows = 5_000;

/** Share of them that is looked at of a longer sheet, beside its odd rows: more tell nothing new. */
const longShare = 0.5;

/** Share of the rows looked at that come from the end of a long sheet. */
const tailShare = 0.1;

/** Names of the columns of a sheet's relation. */
export function cellNames(width: number): string[] {
  return Array.from({ length: width }, (_, index) => `c${index + 1}`);
}

/**
 * The rows by which the tables of a sheet are told: all of them, or of a long sheet its beginning, its end, and between
 * them every row that is not of the common shape.
 * @param seen the odd rows of a text as they were seen when it was read; without them they are looked for
 */
export async function sheetCells(
  connection: Connection,
  sheet: Pick<SourceSheet, 'id' | 'width' | 'rows' | 'lastRow' | 'merged'>,
  hidden: readonly number[],
  signal: AbortSignal | undefined,
  seen: OddRows | null = null,
): Promise<SheetCells> {
  const { width, merged } = sheet;
  const ask = async (rows: Sql) => decodeCells(await connection.run(rows.text, signal), width);
  const most = Math.min(mostRows, Math.max(fewestRows, Math.floor(mostCells / width)));
  const all = sql`SELECT * FROM ${id('raw', sheet.id)}`;
  if (sheet.rows <= most) {
    const rows = await ask(sql`${all} ORDER BY source_row`);
    return { rows, width, merged, hidden, omitted: [] };
  }
  const looked = Math.ceil(most * longShare);
  const tail = Math.ceil(looked * tailShare);
  const head = await ask(sql`${all} ORDER BY source_row LIMIT ${lit(looked - tail)}`);
  const end = await lastRows(ask, all, sheet.lastRow, tail);
  const between = { first: lastRow(head) + 1, last: (end[0]?.row ?? 1) - 1 };
  const common = commonCount(head);
  const odd = seen
    ? await rowsAt(ask, all, oddNumbers(seen, between, common), most)
    : await ask(oddRows(sheet, between, common, most));
  // where very many rows are odd, that is the shape of the sheet
  const rows = [...head, ...(odd.length < most ? odd : []), ...end];
  return { rows, width, merged, hidden, omitted: gaps(rows, between) };
}

type AskRows = (rows: Sql) => Promise<SheetRow[]>;

/** So many rows of the end. */
async function lastRows(ask: AskRows, all: Sql, last: number, count: number): Promise<SheetRow[]> {
  // the numbers tell where to look, unless blank rows are among them; sorting looks at every row
  const rows = await ask(sql`${all} WHERE source_row > ${lit(last - count)} ORDER BY source_row`);
  if (rows.length === count) return rows;
  return ask(sql`
    SELECT * FROM (${all} ORDER BY source_row DESC LIMIT ${lit(count)}) ORDER BY source_row`);
}

async function rowsAt(
  ask: AskRows,
  all: Sql,
  numbers: readonly number[],
  most: number,
): Promise<SheetRow[]> {
  const first = numbers.slice(0, most).map((number) => lit(number));
  if (first.length === 0) return [];
  return ask(sql`${all} WHERE source_row IN (${join(first)}) ORDER BY source_row`);
}

/** The numbers of the odd rows within a span, in order. */
function oddNumbers(
  { byFilled, tails }: OddRows,
  { first, last }: Span,
  common: number,
): readonly number[] {
  const short = [...byFilled].flatMap(([filled, rows]) => (filled < common / 2 ? rows : []));
  return [...new Set([...short, ...tails])]
    .filter((number) => number >= first && number <= last)
    .sort((a, b) => a - b);
}

function lastRow(rows: readonly SheetRow[]): number {
  return rows.at(-1)?.row ?? 0;
}

/** How many cells of a row are filled in most rows. */
function commonCount(rows: readonly SheetRow[]): number {
  const counts = rows.map(({ cells }) => cells.filter((cell) => cell !== null).length);
  return counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
}

/** Rows with less than half of the cells that others have, or that begin with the word of a total or a note. */
function oddRows(
  { id: sheet, width }: Pick<SourceSheet, 'id' | 'width'>,
  { first, last }: Span,
  common: number,
  most: number,
): Sql {
  const cells = join(cellNames(width).map((cell) => id(cell)));
  return sql`
    SELECT * FROM ${id('raw', sheet)}
    WHERE source_row BETWEEN ${lit(first)} AND ${lit(last)}
      AND (
        list_count([${cells}]) < ${lit(common / 2)}
        OR CASE
          -- the pattern is asked only where a first character leaves it possible
          WHEN contains(${lit(tailLetters)}, left(coalesce(${cells}), 1))
            THEN regexp_full_match(left(coalesce(${cells}), 40), ${lit(tailWords)})
          ELSE FALSE
        END
      )
    ORDER BY source_row
    LIMIT ${lit(most)}`;
}

/** The stretches between given rows of which nothing was asked. */
function gaps(rows: readonly SheetRow[], { first, last }: Span): Span[] {
  const given = rows.filter(({ row }) => row >= first && row <= last).map(({ row }) => row);
  return [first - 1, ...given]
    .map((row, index) => ({ first: row + 1, last: (given[index] ?? last + 1) - 1 }))
    .filter((gap) => gap.last >= gap.first);
}

/** Rows of an Arrow IPC stream with `source_row` and `c1` to `c<width>`. */
function decodeCells(ipc: Uint8Array, width: number): SheetRow[] {
  const table = tableFromIPC(ipc);
  const numbers = table.getChild('source_row');
  const columns = cellNames(width).map((cell) => table.getChild(cell));
  return Array.from({ length: table.numRows }, (_, index) => ({
    row: Number(numbers?.get(index)),
    cells: columns.map((column) => (column?.get(index) as string | null | undefined) ?? null),
  }));
}
