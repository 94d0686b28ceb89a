import type { MarkedRow, SheetCells, Span, TableLayout } from '../../model/layout';
import { cellKinds, readCell } from './cells';
import { findTables } from './find-tables';

/** A block of cells of a sheet. */
export interface Block {
  readonly rows: Span;
  readonly columns: Span;
}

/** One table of the cells of a block; its header, totals and notes are told as on a sheet of its own. */
export function tableOfBlock(sheet: SheetCells, block: Block): TableLayout {
  const cells = within(sheet, block);
  const [first, ...further] = findTables(cells);
  if (!first) return withoutEvidence(cells, block);
  const marks = new Map(first.marked.map((one) => [one.row, one]));
  for (const { header, marked } of further) {
    // what looks like a further table is part of this one, its header written again
    for (const row of header) marks.set(row, { row, kind: 'header' });
    for (const one of marked) marks.set(one.row, one);
  }
  for (const row of first.header) marks.delete(row);
  const last = Math.max(first.body.last, ...further.map(({ body }) => body.last));
  return {
    columns: block.columns,
    header: first.header,
    body: { first: first.body.first, last },
    marked: inOrder([...marks.values()]),
  };
}

/** The sheet as if nothing stood beside the block. */
function within(sheet: SheetCells, { rows, columns }: Block): SheetCells {
  const isIn = (column: number) => column >= columns.first && column <= columns.last;
  return {
    ...sheet,
    rows: sheet.rows
      .filter(({ row }) => row >= rows.first && row <= rows.last)
      .map(({ row, cells }) => ({
        row,
        cells: cells.map((cell, index) => (isIn(index + 1) ? cell : null)),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== null)),
    width: columns.last,
    merged: sheet.merged.filter((merged) => isIn(merged.columns.first)),
    omitted: sheet.omitted.filter(({ first, last }) => first <= rows.last && last >= rows.first),
  };
}

/** A first row of words alone over others is the header, where nothing else tells. */
function withoutEvidence({ rows }: SheetCells, block: Block): TableLayout {
  const [first, second] = rows;
  const hasHeader =
    second !== undefined &&
    first?.cells.every((cell) => readCell(cell).kind !== cellKinds.number) === true;
  const header = hasHeader ? [first.row] : [];
  const body = { first: (hasHeader ? second : first)?.row ?? block.rows.first };
  const last = rows.at(-1)?.row ?? body.first - 1;
  return { columns: block.columns, header, body: { ...body, last }, marked: [] };
}

/** The rows from the first of the header to the last of the body. */
function extentOf({ header, body }: TableLayout): Span {
  return {
    first: Math.min(header[0] ?? body.first, body.first),
    last: Math.max(header.at(-1) ?? 0, body.first, body.last),
  };
}

function overlap(one: Span, other: Span): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** Whether two tables have cells in common. */
export function sharesCells(one: TableLayout, other: TableLayout): boolean {
  return meets(one, { rows: extentOf(other), columns: other.columns });
}

/** Whether a table has cells in a block. */
export function meets(table: TableLayout, block: Block): boolean {
  return overlap(extentOf(table), block.rows) && overlap(table.columns, block.columns);
}

/**
 * What is left of a table when a block is taken from it; null where nothing is. Its rows below the block are called notes,
 * so that none of them is gone unseen.
 */
export function giveWay(
  table: TableLayout,
  block: Block,
  filled: readonly number[],
): TableLayout | null {
  if (!meets(table, block)) return table;
  const rows = extentOf(table);
  const besides = columnsBeside(table.columns, block.columns);
  if (block.rows.first <= rows.first && block.rows.last >= rows.last)
    return besides && { ...table, columns: besides };
  const marked = table.marked.filter(({ row }) => row < block.rows.first || row > block.rows.last);
  if (block.rows.first <= table.body.first)
    return {
      ...table,
      header: [],
      body: { first: block.rows.last + 1, last: table.body.last },
      marked,
    };
  const marks = new Set(marked.map(({ row }) => row));
  const below = filled.filter(
    (row) => row > block.rows.last && row <= table.body.last && !marks.has(row),
  );
  const notes = below.map((row): MarkedRow => ({ row, kind: 'note' }));
  return {
    ...table,
    body: { ...table.body, last: block.rows.first - 1 },
    marked: inOrder([...marked, ...notes]),
  };
}

/** The columns at the left of a block, else those at its right; null where it covers all. */
function columnsBeside(columns: Span, block: Span): Span | null {
  if (columns.first < block.first) return { ...columns, last: block.first - 1 };
  if (columns.last > block.last) return { ...columns, first: block.last + 1 };
  return null;
}

function inOrder(marked: readonly MarkedRow[]): MarkedRow[] {
  return marked.toSorted((a, b) => a.row - b.row);
}
