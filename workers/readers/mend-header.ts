import { isAtHome, type ColumnProfile } from './column-profile';
import type { Realigned } from './realign';
import { readRecord, type Dialect } from './tokenize';

/**
 * The header put right. Its labels are of no kind that the columns know, so that only what leaves no choice is done: a
 * single blank label too many, two quoted labels without a delimiter between them, a stray quote, another delimiter.
 * @param line the first filled record
 * @param width how many fields the records below have
 * @param below the cells of the next record
 */
export function mendHeader(
  line: string,
  dialect: Dialect,
  width: number,
  columns: readonly ColumnProfile[] | null,
  below: readonly string[],
): Realigned | null {
  const { cells, broken } = readRecord(line, 0, dialect);
  if (broken) return withoutQuotes(cells, dialect, width);
  if (cells.length === width + 1) return withoutBlank(cells);
  if (cells.length === width - 1) return parted(cells);
  const isAboveData = columns !== null && isData(below, columns);
  return isAboveData && cells.length * 2 <= width ? underOther(line, dialect, width) : null;
}

function withoutQuotes(
  cells: readonly string[],
  { quote }: Dialect,
  width: number,
): Realigned | null {
  const field = cells.findIndex((cell) => quote !== null && cell.includes(quote)) + 1;
  if (quote === null || field === 0 || cells.length !== width) return null;
  return { cells: cells.map((cell) => cell.replaceAll(quote, '')), kind: 'quote', field };
}

function withoutBlank(cells: readonly string[]): Realigned | null {
  const blank = cells.flatMap((cell, index) => (cell.trim() === '' ? [index] : []));
  const [gone] = blank;
  if (gone === undefined || blank.length > 1) return null;
  return { cells: cells.toSpliced(gone, 1), kind: 'separator_extra', field: gone + 1 };
}

function parted(cells: readonly string[]): Realigned | null {
  const glued = cells.flatMap((cell, index) => (/^[^"]+"[^"]+$/.test(cell) ? [index] : []));
  const [at] = glued;
  if (at === undefined || glued.length > 1) return null;
  const halves = (cells[at] ?? '').split('"');
  return { cells: cells.toSpliced(at, 1, ...halves), kind: 'separator_missing', field: at + 1 };
}

function underOther(line: string, dialect: Dialect, width: number): Realigned | null {
  for (const delimiter of [',', ';', '\t', '|', ' ']) {
    const { cells, broken } = readRecord(line, 0, { ...dialect, delimiter });
    const isWhole =
      cells.length === width && width > 2 && cells.every((cell) => cell.trim() !== '');
    if (isWhole && !broken) return { cells, kind: 'delimiter', field: 1 };
  }
  return null;
}

/** A word as labels are. */
const label = 'label';

/** Cells as the columns have them, some of which have no words, so that what stands above them can only be labels. */
function isData(cells: readonly string[], columns: readonly ColumnProfile[]): boolean {
  return (
    columns.some((column) => !isAtHome(label, column)) &&
    columns.every((column, index) => isAtHome(cells[index] ?? '', column))
  );
}
