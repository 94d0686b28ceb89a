import { digitsOfSum, figuresOf, isNamed, tolerance, type Figures } from './figures';
import type { Grid, GridRow } from './grid';

/** Items that a sum may run over, so that long sheets don't take a square of their rows. */
const mostItems = 1_000;

/** The same for sums whose words don't say so: towns have fewer villages. */
const mostNested = 100;

/** Significant digits, over all columns, in which a row whose words say that it is a total has to agree with a sum. */
export const digitsWorded = 1;

/** The same for a row without such words, that it be no chance. */
export const digitsWordless = 5;

/**
 * Those of the candidates whose numbers are the sum of two or more rows directly above or directly below them, in most
 * columns and in so many digits that it is no chance. A sum that has been found stands for its parts in the sums over
 * it, so subtotals and grand totals are both found, and so are totals under rows of which each is followed by its parts.
 * @param candidates indexes of rows that may be totals, with the digits in which each has to agree
 * @param apart rows at which a table begins anew
 */
export function findSums(
  grid: Grid,
  candidates: ReadonlyMap<number, number>,
  apart: ReadonlySet<number>,
): Set<number> {
  const figures = figuresOf(grid, mostItems);
  const down = grid.rows.map((_, index) => index);
  const up = down.toReversed();
  const along = (order: readonly number[], parts: ReadonlySet<number>) =>
    sumsAlong(figures, order, candidates, apart, parts);
  const none = new Set<number>();
  const ending = along(down, none);
  const leading = along(up, none);
  const passes = [ending, leading, along(down, leading.parts), along(up, ending.parts)];
  return new Set(passes.flatMap(({ sums }) => sums));
}

/** The same where sums and their parts make up a whole table. */
const digitsNested = 4;

/** Rows of a long sheet that are tried first. */
const probed = 300;

/** Share of the rows with numbers that sums and their parts have to be. */
const nestedShare = 0.8;

/**
 * Rows without words of a total that are the sums of the rows below them, or of those above, all through a grid: towns
 * over their villages. A few such rows among others tell nothing.
 * @param worded indexes of rows whose words say that they are totals
 */
export function nestedSums(
  grid: Grid,
  worded: ReadonlySet<number>,
  apart: ReadonlySet<number>,
): ReadonlySet<number> {
  const figures = figuresOf(grid, mostNested);
  const items = grid.rows.flatMap(({ numbers }, index) =>
    numbers.length > 0 && !worded.has(index) && !apart.has(index) ? [index] : [],
  );
  const candidates = new Map(items.map((index) => [index, digitsNested]));
  const nestedAlong = (order: readonly number[]) => {
    const { sums, parts } = sumsAlong(figures, order, candidates, apart, worded);
    const covered = new Set([...sums, ...parts]).size;
    const named = sums.every((index) => isNamed(figures.rows[index]));
    return sums.length >= 2 && named && covered >= order.length * nestedShare ? sums : [];
  };
  for (const order of [items.toReversed(), items]) {
    // where the first of many rows show nothing, the rest needs no look
    if (order.length > 2 * probed && nestedAlong(order.slice(0, probed)).length === 0) continue;
    const sums = nestedAlong(order);
    if (sums.length > 0) return new Set(sums);
  }
  return new Set();
}

interface Sums {
  readonly sums: readonly number[];
  /** Rows that a sum has been found of. */
  readonly parts: ReadonlySet<number>;
}

function sumsAlong(
  figures: Figures,
  order: readonly number[],
  candidates: ReadonlyMap<number, number>,
  apart: ReadonlySet<number>,
  without: ReadonlySet<number>,
): Sums {
  const sums: number[] = [];
  const parts = new Set<number>();
  let items: number[] = [];
  for (const index of order) {
    const row = figures.rows[index];
    if (!row || apart.has(index)) items = [];
    if (!row || row.numbers.length === 0 || without.has(index)) continue;
    const digits = candidates.get(index);
    const count = digits === undefined ? 0 : matchingItems(figures, index, items, digits);
    if (count > 0) {
      sums.push(index);
      for (const part of items.splice(-count)) parts.add(part);
    }
    // a total that doesn't add up is no part of the sums over it
    if (count > 0 || digits !== digitsWorded) items.push(index);
    if (row.cut) items = [index];
  }
  return { sums, parts };
}

/** How many of the last items a row is the sum of; 0 where it is of none. */
function matchingItems(
  figures: Figures,
  index: number,
  items: readonly number[],
  digits: number,
): number {
  const { rows, width, values, most } = figures;
  const row = rows[index];
  if (!row) return 0;
  const fewest = Math.max(0, items.length - most);
  for (const pivot of pivots(row)) {
    const target = row.cells[pivot]?.value ?? NaN;
    const place = tolerance(row, pivot, 1);
    let sum = 0;
    for (let first = items.length - 1; first >= fewest; first -= 1) {
      const value = values[(items[first] ?? 0) * width + pivot] ?? NaN;
      if (!Number.isNaN(value)) sum += value;
      const count = items.length - first;
      // the cheap look comes first: what is within four times the last place is rare
      if (count < 2 || Math.abs(sum - target) > 4 * place) continue;
      const found = digitsOfSum(figures, row, items.slice(first));
      if (found >= digits + Math.log10(count - 1)) return count;
    }
  }
  return 0;
}

/** The two columns in which a chance match is the least likely. */
function pivots({ cells, numbers }: GridRow): number[] {
  const size = (column: number) => Math.abs(cells[column]?.value ?? 0);
  return numbers
    .filter((column) => size(column) > 0)
    .sort((a, b) => size(b) - size(a))
    .slice(0, 2);
}
