import type { SheetCells, TableLayout } from '../src/model/layout';
import type { ColumnSeen } from './readers/text-rows';

/**
 * How many cells of each column of a table are filled: as many as were seen of the whole text, less those of rows that
 * are no data of it.
 * @returns null where rows of which only the number is known may be no data
 */
export function filledCells(
  { rows, omitted }: SheetCells,
  { columns, body, marked }: TableLayout,
  seen: readonly ColumnSeen[],
): number[] | null {
  const isTold = omitted.every(
    ({ first, last }) =>
      first >= body.first &&
      last <= body.last &&
      !marked.some(({ row }) => row >= first && row <= last),
  );
  if (!isTold) return null;
  const marks = new Set(marked.map(({ row }) => row));
  const others = rows.filter(({ row }) => row < body.first || row > body.last || marks.has(row));
  return Array.from({ length: columns.last - columns.first + 1 }, (_, index) => {
    const at = columns.first - 1 + index;
    const aside = others.filter(({ cells }) => (cells[at] ?? null) !== null).length;
    return (seen[at]?.filled ?? 0) - aside;
  });
}
