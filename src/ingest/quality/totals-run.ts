import type { CheckedRow } from './checked-table';

/** What a row of totals or means says of a column, beside what the rows it may stand for come to. */
export interface Compared {
  /** Index of the column. */
  readonly at: number;
  readonly printed: number;
  readonly agrees: boolean;
}

/**
 * Of the runs of rows that a row may stand for the one with which it agrees in the most columns, each column compared;
 * nothing where it agrees with one of them in all.
 */
export function bestRun<T extends Compared>(
  runs: Iterable<readonly CheckedRow[]>,
  compare: (run: readonly CheckedRow[]) => readonly T[],
): readonly T[] {
  let best: readonly T[] = [];
  for (const run of runs) {
    const compared = compare(run);
    if (best.length === 0 || evidence(compared) > evidence(best)) best = compared;
    if (evidence(best) > 0 && best.every(({ agrees }) => agrees)) return [];
  }
  return best;
}

/** Columns that agree. One where both are zero shows nothing. */
export function evidence(compared: readonly Compared[]): number {
  return compared.filter(({ agrees, printed }) => agrees && printed !== 0).length;
}
