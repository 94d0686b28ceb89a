import { digitsOfSum, figuresOf, isNamed } from './figures';
import type { Grid, GridRow } from './grid';
import { digitsWordless } from './sums';

/** Rows that one may be the sum of: what is longer is no list under a total. */
const mostItems = 1_000;

/** A row over a single other one says the same, and is no sum. */
const fewestItems = 3;

/**
 * Rows that begin or end a table and are the sum of all its other rows, though their words don't say so: a town over its
 * villages, a country under its regions.
 * @param worded indexes of rows whose words say that they are totals
 * @param apart indexes of rows at which a table begins anew
 */
export function wholeSums(
  grid: Grid,
  worded: ReadonlySet<number>,
  apart: ReadonlySet<number>,
): number[] {
  return stretches(grid.rows, worded, apart)
    .filter(({ length }) => length >= fewestItems && length <= mostItems)
    .flatMap((indexes) => {
      const rows = indexes.flatMap((index) => grid.rows[index] ?? []);
      const figures = figuresOf({ ...grid, rows }, mostItems);
      const items = [...rows.keys()];
      return indexes.filter((_, at) => {
        const row = rows[at];
        if (!row || !isNamed(row) || (at > 0 && at < rows.length - 1)) return false;
        const others = items.filter((item) => item !== at);
        return digitsOfSum(figures, row, others) >= digitsWordless;
      });
    });
}

/** Indexes of the rows with numbers, without those of totals, between the rows at which tables begin. */
function stretches(
  rows: readonly GridRow[],
  worded: ReadonlySet<number>,
  apart: ReadonlySet<number>,
): number[][] {
  const parts: number[][] = [[]];
  rows.forEach(({ numbers, cut }, index) => {
    if (apart.has(index) || cut) parts.push([]);
    else if (numbers.length > 0 && !worded.has(index)) parts.at(-1)?.push(index);
  });
  return parts;
}
