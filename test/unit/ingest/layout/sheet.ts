import type { MergedCells, RowKind, SheetCells, TableLayout } from '../../../../src/model/layout';

/** A sheet as it is drawn: a line a row, cells parted by `|`, blank where nothing is between two; an empty line is a blank row. */
export function sheet(
  drawn: string,
  { merged = [], hidden = [] }: { merged?: readonly string[]; hidden?: readonly number[] } = {},
): SheetCells {
  const rows = drawn
    .replace(/^\n|\n\s*$/g, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => (cell.trim() === '' ? null : cell.trim())));
  return {
    rows: rows
      .map((cells, index) => ({ row: index + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== null)),
    width: Math.max(...rows.map((cells) => cells.length)),
    merged: merged.map(block),
    hidden,
    omitted: [],
  };
}

/** B1:D2 is columns 2 to 4 of rows 1 to 2. */
function block(range: string): MergedCells {
  const [, left = 'A', top, right = 'A', bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? [];
  const column = (letter: string) => letter.charCodeAt(0) - 64;
  return {
    rows: { first: Number(top), last: Number(bottom) },
    columns: { first: column(left), last: column(right) },
  };
}

/** What each filled row is to a table, in order: `1 title, 2 header, 3 data`. */
export function kinds({ rows }: SheetCells, table: TableLayout): string {
  const marked = new Map<number, RowKind>(table.marked.map(({ row, kind }) => [row, kind]));
  const said = rows.flatMap(({ row }) => {
    const inBody = row >= table.body.first && row <= table.body.last;
    const kind = table.header.includes(row)
      ? 'header'
      : (marked.get(row) ?? (inBody ? 'data' : null));
    return kind ? [`${row} ${kind}`] : [];
  });
  return said.join(', ');
}
