import { cellKinds, type CellKind } from './cells';
import type { Grid, GridRow } from './grid';

/** Rows on each side that a row is compared with. */
export const reach = 12;

/** What the cells of a column are in some rows. */
export interface Tally {
  readonly rows: number;
  readonly missing: number;
  readonly number: number;
  /** Dates and codes. */
  readonly code: number;
  readonly text: number;
}

/** Counts of a grid's kinds of cell for any stretch of rows and any column, without going through the rows again. */
export interface Profile {
  /** The tally of each column from a row, included, to another, excluded. */
  readonly tallies: (from: number, to: number) => readonly Tally[];
  /** The mean number of filled cells of rows with more than one. */
  readonly meanFilled: (from: number, to: number) => number;
  /** Share of rows that stand under a blank row. */
  readonly gapShare: (from: number, to: number) => number;
}

export function profileOf({ rows, width }: Grid): Profile {
  const missing = countIn(rows, width, [cellKinds.missing]);
  const number = countIn(rows, width, [cellKinds.number]);
  const code = countIn(rows, width, [cellKinds.date, cellKinds.code]);
  const text = countIn(rows, width, [cellKinds.text]);
  const sumOf = (value: (row: GridRow) => number) => running(rows.map(value));
  const wide = sumOf(({ filled }) => (filled.length > 1 ? 1 : 0));
  const filled = sumOf((row) => (row.filled.length > 1 ? row.filled.length : 0));
  const gaps = sumOf(({ gap }) => (gap ? 1 : 0));
  const clip = (index: number) => Math.min(rows.length, Math.max(0, index));
  const between = (sums: Int32Array, from: number, to: number) =>
    (sums[clip(to)] ?? 0) - (sums[clip(from)] ?? 0);
  // what is above a row is below another
  const known = new Map<number, readonly Tally[]>();
  const tallies = (from: number, to: number): readonly Tally[] => {
    const [first, last] = [clip(from), clip(to)];
    const key = first * (rows.length + 1) + last;
    const before = known.get(key);
    if (before) return before;
    const made: Tally[] = [];
    for (let column = 0; column < width; column += 1) {
      const low = first * width + column;
      const high = last * width + column;
      made.push({
        rows: last - first,
        missing: (missing[high] ?? 0) - (missing[low] ?? 0),
        number: (number[high] ?? 0) - (number[low] ?? 0),
        code: (code[high] ?? 0) - (code[low] ?? 0),
        text: (text[high] ?? 0) - (text[low] ?? 0),
      });
    }
    known.set(key, made);
    return made;
  };
  return {
    tallies,
    meanFilled: (from, to) => between(filled, from, to) / Math.max(1, between(wide, from, to)),
    gapShare: (from, to) => between(gaps, from, to) / Math.max(1, clip(to) - clip(from)),
  };
}

/** `[row * width + column]`: how many cells of the column are of these kinds above the row. */
function countIn(rows: readonly GridRow[], width: number, kinds: readonly CellKind[]): Int32Array {
  const count = new Int32Array((rows.length + 1) * width);
  rows.forEach(({ cells }, index) => {
    for (let column = 0; column < width; column += 1) {
      const kind = cells[column]?.kind ?? cellKinds.blank;
      const above = count[index * width + column] ?? 0;
      count[(index + 1) * width + column] = above + (kinds.includes(kind) ? 1 : 0);
    }
  });
  return count;
}

function running(values: readonly number[]): Int32Array {
  const sums = new Int32Array(values.length + 1);
  values.forEach((value, index) => (sums[index + 1] = (sums[index] ?? 0) + value));
  return sums;
}

/** Share of the rows of a tally in which the column is filled. */
export function filledShare({ rows, missing, number, code, text }: Tally): number {
  return rows === 0 ? 0 : (missing + number + code + text) / rows;
}
