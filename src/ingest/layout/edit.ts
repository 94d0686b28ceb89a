import type { MarkedRow, RowKind, TableLayout } from '../../model/layout';

/*
 * Corrections of a layout, as new layouts. `filled` are the numbers of the filled rows of the sheet, in order: what is
 * said of a row between two of them would be said of nothing.
 */

/** The lines of a table that can be moved: its first row of header, its first row of data, its last row of data. */
export const boundaries = ['header', 'data', 'end'] as const;

export type Boundary = (typeof boundaries)[number];

/** The row that a boundary stands at. A table without a header begins with its data. */
export function boundaryRow(table: TableLayout, boundary: Boundary): number {
  if (boundary === 'end') return table.body.last;
  return boundary === 'data' ? table.body.first : (table.header[0] ?? table.body.first);
}

/** Moves a boundary to a row: what comes to lie on its other side becomes header, data, title or note. */
export function moveBoundary(
  table: TableLayout,
  boundary: Boundary,
  row: number,
  filled: readonly number[],
): TableLayout {
  if (boundary === 'end') return endAt(table, Math.max(row, table.body.first), filled);
  const headerFirst = boundaryRow(table, 'header');
  const first =
    boundary === 'data'
      ? { header: Math.min(headerFirst, row), data: row }
      : { header: Math.min(row, table.body.first), data: table.body.first };
  if (first.data > table.body.last) return table;
  const between = (from: number, to: number) => filled.filter((one) => one >= from && one < to);
  const aside = asideRows(table);
  const header = between(first.header, first.data).filter((one) => !aside.has(one));
  // a header that begins further down leaves titles above it
  const titles = between(headerFirst, first.header).filter((one) => !aside.has(one));
  const marked = table.marked.filter((one) => !header.includes(one.row) && !isAbove(one, first));
  return {
    ...table,
    header,
    body: { ...table.body, first: first.data },
    marked: inOrder([
      ...marked,
      ...titles.map((title) => ({ row: title, kind: 'title' as const })),
    ]),
  };
}

/** Rows of units and numbers stay what they are when the header around them changes. */
function asideRows(table: TableLayout): Set<number> {
  const aside = table.marked.filter(({ kind }) => kind === 'unit' || kind === 'numbering');
  return new Set(aside.map(({ row }) => row));
}

/** Titles that now lie within the data, and marks of the body that now lie above it, are gone. */
function isAbove({ row, kind }: MarkedRow, first: { header: number; data: number }): boolean {
  if (kind === 'title') return row >= first.header;
  return kind !== 'unit' && kind !== 'numbering' && row < first.data && row >= first.header;
}

function endAt(table: TableLayout, row: number, filled: readonly number[]): TableLayout {
  const after = filled.filter((one) => one > row && one <= table.body.last);
  const marked = table.marked.filter(
    (one) => !after.includes(one.row) && !(one.kind === 'note' && one.row <= row),
  );
  return {
    ...table,
    body: { ...table.body, last: row },
    marked: inOrder([...marked, ...after.map((note) => ({ row: note, kind: 'note' as const }))]),
  };
}

/**
 * Says what a row is.
 * @param words the first filled cell of the row, which a group is called by
 */
export function markRow(
  table: TableLayout,
  row: number,
  kind: RowKind,
  words: string,
  filled: readonly number[],
): TableLayout {
  const bare = without(table, row, filled);
  if (kind === 'data') return asData(bare, row);
  if (kind === 'header' && row < firstAfter(bare, filled)) return asHeader(bare, row, filled);
  const mark: MarkedRow =
    kind === 'group'
      ? { row, kind, text: words }
      : kind === 'total'
        ? { row, kind, by: 'word' }
        : { row, kind };
  return { ...bare, marked: inOrder([...bare.marked, mark]) };
}

/** The table without a word on the row, which is data only where it lies among data. */
function without(table: TableLayout, row: number, filled: readonly number[]): TableLayout {
  const next = filled.find((one) => one > row) ?? row + 1;
  return {
    ...table,
    header: table.header.filter((one) => one !== row),
    body: row === table.body.first ? { ...table.body, first: next } : table.body,
    marked: table.marked.filter((one) => one.row !== row),
  };
}

/** The first row below the header and the first of the data: up to there a row can join the header. */
function firstAfter({ body }: TableLayout, filled: readonly number[]): number {
  return filled.find((one) => one > body.first) ?? body.first + 1;
}

function asHeader(table: TableLayout, row: number, filled: readonly number[]): TableLayout {
  const header = [...table.header, row].sort((a, b) => a - b);
  const last = header.at(-1) ?? row;
  const next = filled.find((one) => one > last) ?? last + 1;
  return { ...table, header, body: { ...table.body, first: Math.max(table.body.first, next) } };
}

function asData(table: TableLayout, row: number): TableLayout {
  const first = Math.min(table.body.first, row);
  return {
    ...table,
    header: table.header.filter((one) => one < first),
    body: { first, last: Math.max(table.body.last, row) },
  };
}

function inOrder(marked: readonly MarkedRow[]): MarkedRow[] {
  return marked.toSorted((a, b) => a.row - b.row);
}
