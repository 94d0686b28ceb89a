import * as v from 'valibot';
import type { SheetCells, SheetRow, Span, TableLayout } from '../../model/layout';
import { giveWay, tableOfBlock } from './block';

/**
 * A table that the user made where none was found, kept for the next sheet with its header at the same columns. Rows are
 * counted from the first row of its header. Holds no cell of data.
 */
export interface KeptTable {
  readonly columns: Span;
  readonly header: readonly { readonly row: number; readonly texts: readonly string[] }[];
  readonly data: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1));

const keptTables = v.array(
  v.strictObject({
    columns: v.strictObject({ first: ordinal, last: ordinal }),
    header: v.pipe(
      v.array(v.strictObject({ row: count, texts: v.array(v.string()) })),
      v.minLength(1),
    ),
    data: ordinal,
  }),
);

/** Kept tables from parsed JSON; null where it holds something else. */
export function parseTables(document: unknown): KeptTable[] | null {
  const result = v.safeParse(keptTables, document);
  return result.success ? result.output : null;
}

/** What is kept of a table; null where it has no header by which it could be known again. */
export function keptTable(
  { columns, header, body }: TableLayout,
  rows: readonly SheetRow[],
): KeptTable | null {
  const [top] = header;
  if (top === undefined) return null;
  const texts = header.map((row) => ({
    row: row - top,
    texts: textsOf(
      rows.find((one) => one.row === row),
      columns,
    ),
  }));
  return { columns, header: texts, data: body.first - top };
}

export function keepTable(kept: readonly KeptTable[], table: KeptTable): KeptTable[] {
  return [...forgetTable(kept, table), table];
}

export function forgetTable(kept: readonly KeptTable[], table: KeptTable): KeptTable[] {
  const key = keyOf(table);
  return kept.filter((one) => keyOf(one) !== key);
}

/** Tables with the same words over the same columns are of one shape, whichever row of them is the last of the header. */
function keyOf({ columns, header }: KeptTable): string {
  return JSON.stringify([columns.first, columns.last, header[0]?.texts]);
}

/**
 * The tables of a sheet with the kept ones that stand on it too. A table that was found around one of them gives way, unless
 * it begins with the same row itself.
 */
export function recallTables(
  kept: readonly KeptTable[],
  sheet: SheetCells,
  found: readonly TableLayout[],
): readonly TableLayout[] {
  const byRow = new Map(sheet.rows.map((one) => [one.row, one]));
  const filled = [...byRow.keys()];
  let tables = found;
  for (const entry of kept) {
    let last = 0;
    for (const row of filled) {
      if (row <= last || !standsAt(entry, byRow, row) || isHeader(tables, entry, row)) continue;
      last = endOf(sheet, entry.columns, row);
      const block = { rows: { first: row, last }, columns: entry.columns };
      const others = tables.flatMap((table) => giveWay(table, block, filled) ?? []);
      tables = [...others, withHeader(tableOfBlock(sheet, block), entry, row)];
    }
  }
  return tables;
}

function isHeader(tables: readonly TableLayout[], { columns }: KeptTable, row: number): boolean {
  return tables.some(
    (table) =>
      table.header.includes(row) &&
      table.columns.first <= columns.last &&
      table.columns.last >= columns.first,
  );
}

function standsAt(
  { header, columns }: KeptTable,
  rows: ReadonlyMap<number, SheetRow>,
  top: number,
): boolean {
  return header.every(({ row, texts }) => {
    const found = textsOf(rows.get(top + row), columns);
    return found.every((text, index) => text === texts[index]);
  });
}

/** The last row before one that is blank in the columns. */
function endOf({ rows, omitted }: SheetCells, columns: Span, top: number): number {
  let end = top;
  for (const { row, cells } of rows.filter((one) => one.row > top)) {
    const isNext =
      row === end + 1 || omitted.some(({ first, last }) => first <= end + 1 && last >= row - 1);
    if (!isNext || cells.slice(columns.first - 1, columns.last).every((cell) => cell === null))
      break;
    end = row;
  }
  return end;
}

function withHeader(table: TableLayout, entry: KeptTable, top: number): TableLayout {
  const header = entry.header.map(({ row }) => row + top);
  const first = entry.data + top;
  return {
    ...table,
    header,
    body: { first, last: Math.max(table.body.last, first - 1) },
    marked: table.marked.filter(({ row }) => !header.includes(row)),
  };
}

function textsOf(row: SheetRow | undefined, { first, last }: Span): string[] {
  const cells = row?.cells ?? [];
  return Array.from(
    { length: last - first + 1 },
    (_, index) => cells[first - 1 + index]?.trim() ?? '',
  );
}
