import type { SheetCells, SheetRow, Span } from '../../model/layout';
import { cellKinds, readCell, type Cell } from './cells';

/** A filled row of a part of a sheet, its cells read. */
export interface GridRow {
  /** Number in the sheet. */
  readonly row: number;
  /** Text of each column of the part, trimmed; '' where blank. */
  readonly texts: readonly string[];
  readonly cells: readonly Cell[];
  /** Blanks before the text of its first filled cell. */
  readonly indent: number;
  /** Indexes of the columns that are filled. */
  readonly filled: readonly number[];
  /** Indexes of the columns that hold a number. */
  readonly numbers: readonly number[];
  /** Whether a blank row stands above it. */
  readonly gap: boolean;
  /** Whether rows are left out above it. */
  readonly cut: boolean;
  /** Columns that the merged block of its first filled cell covers; 1 where it is not merged. */
  readonly spread: number;
}

/** Part of a sheet: some columns of some rows. */
export interface Grid {
  readonly columns: Span;
  readonly width: number;
  readonly rows: readonly GridRow[];
}

/** Reads the rows from `rows.first` to `rows.last` of a sheet in the columns given; rows that are blank there are left out. */
export function readGrid(sheet: SheetCells, columns: Span, rows: Span): Grid {
  const hidden = new Set(sheet.hidden);
  const within = sheet.rows.filter(
    ({ row }) => row >= rows.first && row <= rows.last && !hidden.has(row),
  );
  const spreads = new Map(
    sheet.merged.map((block) => [
      `${block.rows.first}:${block.columns.first}`,
      block.columns.last - block.columns.first + 1,
    ]),
  );
  const read: GridRow[] = [];
  for (const one of within) {
    const next = readRow(one, columns, read.at(-1)?.row ?? one.row - 1, sheet, hidden, spreads);
    if (next.filled.length > 0) read.push(next);
  }
  return { columns, width: columns.last - columns.first + 1, rows: read };
}

function readRow(
  { row, cells: all }: SheetRow,
  columns: Span,
  previous: number,
  sheet: SheetCells,
  hidden: ReadonlySet<number>,
  spreads: ReadonlyMap<string, number>,
): GridRow {
  const raw = all.slice(columns.first - 1, columns.last);
  const cells = raw.map(readCell);
  const filled = indexes(cells, ({ kind }) => kind !== cellKinds.blank);
  const cut = sheet.omitted.some(({ first, last }) => first < row && last > previous);
  return {
    row,
    texts: raw.map((text) => text?.trim() ?? ''),
    cells,
    indent: indentOf(raw[filled[0] ?? 0]),
    filled,
    numbers: indexes(cells, ({ kind }) => kind === cellKinds.number),
    gap: !cut && row > previous + 1 && !allHidden(previous + 1, row - 1, hidden),
    cut,
    spread: spreads.get(`${row}:${(filled[0] ?? 0) + columns.first}`) ?? 1,
  };
}

function indentOf(raw: string | null | undefined): number {
  return raw === null || raw === undefined ? 0 : raw.length - raw.trimStart().length;
}

function allHidden(first: number, last: number, hidden: ReadonlySet<number>): boolean {
  if (hidden.size < last - first + 1) return false;
  for (let row = first; row <= last; row += 1) if (!hidden.has(row)) return false;
  return true;
}

function indexes(cells: readonly Cell[], holds: (cell: Cell) => boolean): number[] {
  const found: number[] = [];
  cells.forEach((cell, index) => {
    if (holds(cell)) found.push(index);
  });
  return found;
}
