import { cellKinds } from './cells';
import type { Grid, GridRow } from './grid';

/** The numbers of a grid, by row and column; NaN where there is none. */
export interface Figures {
  readonly rows: readonly GridRow[];
  readonly width: number;
  readonly values: Float64Array;
  /** Items that a sum may run over. */
  readonly most: number;
}

export function figuresOf({ rows, width }: Grid, most: number): Figures {
  const values = new Float64Array(rows.length * width).fill(NaN);
  rows.forEach(({ cells, numbers }, row) => {
    for (const column of numbers) values[row * width + column] = cells[column]?.value ?? NaN;
  });
  return { rows, width, values, most };
}

/** Digits in which a row agrees with the sum of the items; 0 where more than a third of its columns don't. */
export function digitsOfSum(
  { width, values }: Figures,
  row: GridRow,
  items: readonly number[],
): number {
  let digits = 0;
  let agreeing = 0;
  for (const column of row.numbers) {
    let sum = 0;
    let parts = 0;
    for (const item of items) {
      const value = values[item * width + column] ?? NaN;
      if (Number.isNaN(value) || value === 0) continue;
      sum += value;
      parts += 1;
    }
    const target = row.cells[column]?.value ?? NaN;
    const within = tolerance(row, column, items.length);
    if (Math.abs(sum - target) > within) continue;
    agreeing += 1;
    if (parts >= 2) digits += Math.log10(Math.max(1, Math.abs(target) / (2 * within)));
  }
  return agreeing >= (row.numbers.length * 2) / 3 ? digits : 0;
}

/** What rounding of the parts may amount to: half of the last place for each of a few of them. */
export function tolerance({ cells }: GridRow, column: number, count: number): number {
  const decimals = cells[column]?.decimals ?? 0;
  const place = 0.5 * 10 ** -Math.min(decimals, 6);
  return decimals > 0 ? place * Math.min(count, 4) : place;
}

/** Whether a row begins with words. Rows with codes of their own are records, also where one is the sum of others. */
export function isNamed(row: GridRow | undefined): boolean {
  return row?.cells[row.filled[0] ?? 0]?.kind === cellKinds.text;
}
