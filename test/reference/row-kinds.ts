import type { RowKind, SheetCells, TableLayout } from '../../src/model/layout';

/** What the annotations call each kind of row. A row of units below a header's first row is part of the header. */
const names: Record<RowKind, string> = {
  title: 'metadata',
  unit: 'metadata',
  header: 'header',
  numbering: 'header',
  group: 'group',
  data: 'data',
  total: 'derived',
  note: 'notes',
  hidden: 'hidden',
};

/** Of tables side by side the one that says the most of a row names it. */
const order = ['data', 'derived', 'header', 'group', 'notes', 'metadata', 'hidden'];

/** What each of the rows 1 to `count` is in the words of the annotations; what belongs to no table is metadata. */
export function rowKinds(
  sheet: SheetCells,
  tables: readonly TableLayout[],
  count: number,
): string[] {
  const kinds = Array.from({ length: count }, () => 'empty');
  const claims = tables.map(claimsOf);
  for (const { row, cells } of sheet.rows) {
    if (cells.every((cell) => cell === null)) continue;
    const said = claims.flatMap((claim) => claim(row) ?? []);
    kinds[row - 1] = order.find((name) => said.includes(name)) ?? 'metadata';
  }
  return kinds;
}

function claimsOf(table: TableLayout): (row: number) => string | null {
  const marked = new Map(table.marked.map(({ row, kind }) => [row, kind]));
  return (row) => {
    if (table.header.includes(row)) return 'header';
    const kind = marked.get(row);
    if (kind === 'unit' && row > (table.header[0] ?? Infinity)) return 'header';
    if (kind) return names[kind];
    return row >= table.body.first && row <= table.body.last ? 'data' : null;
  };
}
