import { finding, type Finding } from '../../model/finding';
import {
  headerWords,
  labelOf,
  type CheckedColumn,
  type CheckedRow,
  type TableCheck,
} from './checked-table';
import { isRough, stepOf, tidy } from './digits';
import { isNumbering, isRank } from './kinds-of-column';
import { standsFor } from './stands-for';
import { bestRun, evidence, type Compared } from './totals-run';

interface Comparison extends Compared {
  readonly mean: number;
  /** Rows that have a number. */
  readonly rows: number;
}

/** Rows of means whose numbers are not the mean of the rows that they stand for. */
export const means: TableCheck = {
  name: 'means',
  find: ({ columns, rows }) =>
    rows.flatMap((row, at) =>
      row.kind === 'total' && /平均|均值|均分|^(?:average|mean)s?$/i.test(labelOf(row))
        ? ofMean(columns, row, standsFor(rows, at))
        : [],
    ),
};

function ofMean(
  columns: readonly CheckedColumn[],
  row: CheckedRow,
  runs: Iterable<readonly CheckedRow[]>,
): Finding[] {
  const best = bestRun(runs, (run) => compare(columns, row, run));
  const wrong = best.filter(({ agrees }) => !agrees);
  // a mean that is weighted agrees in no column
  if (evidence(best) === 0 || evidence(best) * 2 < best.length) return [];
  return wrong.map(({ at, printed, mean, rows }) =>
    finding('mean_mismatch', {
      row: row.row,
      column: columns[at]?.letter ?? null,
      value: labelOf(row),
      detail: {
        header: columns[at] ? headerWords(columns[at]) : '',
        printed,
        mean: tidy(mean),
        rows,
      },
    }),
  );
}

function compare(
  columns: readonly CheckedColumn[],
  row: CheckedRow,
  run: readonly CheckedRow[],
): Comparison[] {
  return columns.flatMap((column, at) => {
    const printed = row.numbers[at] ?? null;
    if (printed === null || !column.numeric || isRank(column) || isNumbering(column)) return [];
    const filled = run.filter(({ numbers }) => (numbers[at] ?? null) !== null);
    if (filled.length < 2 || filled.some(({ cells }) => isRough(cells[at] ?? null))) return [];
    const sum = filled.reduce((before, { numbers }) => before + (numbers[at] ?? 0), 0);
    const step = Math.min(...filled.map(({ cells }) => stepOf(cells[at] ?? null)));
    // means are truncated as well as rounded, and blanks may count as nothing
    const rounded = step < 1 ? step / 2 : 0;
    const within = stepOf(row.cells[at] ?? null) + rounded + Math.abs(printed) * 1e-9;
    const candidates = [sum / filled.length, sum / run.length];
    const agrees = candidates.some((mean) => Math.abs(mean - printed) <= within);
    return [{ at, printed, mean: sum / filled.length, rows: filled.length, agrees }];
  });
}
