import type { SheetCells, SheetRow, Span, TableLayout } from '../src/model/layout';

/**
 * The filled cells of a table's titles and units. Beside its own columns those count that are merged over some of them,
 * and where no title stands in its columns, a text that is alone in its row: it is meant for all tables side by side.
 */
export function preamble(cells: SheetCells, { marked, columns }: TableLayout): string[] {
  const kinds = new Map(marked.map(({ row, kind }) => [row, kind]));
  const above = cells.rows.filter(({ row }) => ['title', 'unit'].includes(kinds.get(row) ?? ''));
  const isTitle = ({ row }: SheetRow) => kinds.get(row) === 'title';
  const untitled = above.every(
    (row) => !isTitle(row) || textsOver(cells, row, columns).length === 0,
  );
  return above.flatMap((row) =>
    untitled && isTitle(row) ? aloneIn(cells, row) : textsOver(cells, row, columns),
  );
}

/** The texts of a row that stand in some columns, or in cells that are merged over some of them. */
function textsOver({ merged }: SheetCells, { row, cells }: SheetRow, columns: Span): string[] {
  return cells.filter((cell, index): cell is string => {
    if (cell === null) return false;
    const block = merged.find((one) => holds(one.rows, row) && holds(one.columns, index + 1));
    const { first, last } = block?.columns ?? { first: index + 1, last: index + 1 };
    return first <= columns.last && last >= columns.first;
  });
}

/** The only text of a row, unless cells that it is merged over say for which columns it is meant. */
function aloneIn({ merged }: SheetCells, { row, cells }: SheetRow): string[] {
  const texts = cells.filter((cell) => cell !== null);
  const isMerged = merged.some(
    (one) => holds(one.rows, row) && one.columns.last > one.columns.first,
  );
  return texts.length === 1 && !isMerged ? texts : [];
}

function holds({ first, last }: Span, number: number): boolean {
  return number >= first && number <= last;
}
