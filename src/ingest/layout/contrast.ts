import { cellKinds } from './cells';
import type { GridRow } from './grid';
import type { Tally } from './profile';

/**
 * From -1 to 1: whether a row's cells differ from those below as a header's do, or are like them. Words over numbers
 * speak for a header, numbers over numbers against one; the fewer columns tell, the less it says.
 */
export function contrastOf(row: GridRow, below: readonly Tally[], above: readonly Tally[]): number {
  let sum = 0;
  let telling = 0;
  for (const column of row.filled) {
    const one = cellContrast(row, column, below[column], above[column]);
    if (one === null) continue;
    sum += one;
    telling += 1;
  }
  return sum / (telling + 0.5);
}

function cellContrast(
  row: GridRow,
  column: number,
  below: Tally | undefined,
  above: Tally | undefined,
): number | null {
  if (!below || !above) return null;
  const filled = below.number + below.code + below.text;
  if (filled === 0) return null;
  const kind = row.cells[column]?.kind;
  const numeric = below.number >= filled * 0.5;
  const coded = below.number + below.code >= filled * 0.6;
  if (kind === cellKinds.text) {
    // words under many words are no break, whatever comes below
    if (above.text >= 4 && above.text >= above.number + above.code) return null;
    return numeric ? 1 : coded ? 0.5 : null;
  }
  if (kind === cellKinds.number) return numberContrast(row, column, below, numeric);
  if (kind === cellKinds.missing) return -0.3;
  return numeric ? 0.8 : coded ? -1 : null;
}

/** A number over numbers is like them, unless it is a year; over words alone it is a name. */
function numberContrast(
  row: GridRow,
  column: number,
  below: Tally,
  numeric: boolean,
): number | null {
  if (below.number + below.code === 0 && below.text >= 3) return 0.4;
  if (isYear(row, column)) return null;
  return numeric ? -1 : -0.5;
}

/** Whether a row has years that follow each other, once or several times, and no other numbers: they name columns. */
export function isYearRun(row: GridRow): boolean {
  const { numbers, cells } = row;
  if (numbers.length < 2 || !numbers.every((column) => isYear(row, column))) return false;
  const years = numbers.map((column) => cells[column]?.value ?? 0);
  const steps = years.slice(1).map((year, at) => year - (years[at] ?? 0));
  const step = steps.find((one) => one !== 0) ?? 0;
  const begins = (at: number) => years[at + 1] === years[0];
  return Math.abs(step) === 1 && steps.every((one, at) => one === step || one === 0 || begins(at));
}

/** Whether a number may be a year: as a header it differs from no column. */
export function isYear(row: GridRow, column: number): boolean {
  const value = row.cells[column]?.value ?? NaN;
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}
