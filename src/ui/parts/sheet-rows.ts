import type { RowKind, SheetRow, TableLayout } from '../../model/layout';

/** Says what each row is to a table; null for a row outside it. */
export function kindsOf(layout: TableLayout | null): (row: number) => RowKind | null {
  const marks = new Map(layout?.marked.map(({ row, kind }) => [row, kind]));
  const header = new Set(layout?.header);
  return (row) => {
    if (!layout) return null;
    const marked = marks.get(row);
    if (marked) return marked;
    if (header.has(row)) return 'header';
    return row >= layout.body.first && row <= layout.body.last ? 'data' : null;
  };
}

const ofCells: ReadonlySet<RowKind> = new Set(['data', 'header', 'total', 'numbering']);

/** More filled cells than this are a row of a table that nobody has made yet, not a line of words. */
const mostWords = 2;

/**
 * The cells of a row as they are shown: index of the first column, and how many columns it takes. Words above, between and
 * below the data run on over the blank cells beside them, as a spreadsheet shows them.
 */
export function spread(
  cells: SheetRow['cells'],
  kind: RowKind | null,
  shown: number,
): { readonly column: number; readonly span: number }[] {
  const filled = cells.filter((cell) => cell !== null).length;
  const runsOn = kind === null ? filled <= mostWords : !ofCells.has(kind);
  const starts = Array.from({ length: shown }, (_, column) => column).filter(
    (column) => !runsOn || column === 0 || (cells[column] ?? null) !== null,
  );
  return starts.map((column, index) => ({
    column,
    span: (starts[index + 1] ?? shown) - column,
  }));
}

/** Blank rows are few between given ones; many are rows that were not asked for. */
const mostBlank = 20;

/** How many rows before the one at `index` are not shown; 0 where none is left out. */
export function leftOut(rows: readonly SheetRow[], index: number, total: number): number {
  const [row, before] = [rows[index], rows[index - 1]];
  if (!row || !before || total <= rows.length) return 0;
  const between = row.row - before.row - 1;
  return between > mostBlank ? between : 0;
}
