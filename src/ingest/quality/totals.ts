import { finding, type Finding } from '../../model/finding';
import { isFigureWord } from '../layout/words';
import {
  headerWords,
  labelOf,
  type CheckedColumn,
  type CheckedRow,
  type TableCheck,
} from './checked-table';
import { isRough, rounding, stepOf, tidy } from './digits';
import { exactness, isAdditive } from './kinds-of-column';
import { standsFor } from './stands-for';
import { bestRun, evidence, type Compared } from './totals-run';

interface Comparison extends Compared {
  readonly sum: number;
  /** Rows that are added up. */
  readonly rows: number;
  /** The number is so unlike a sum that it means something else. */
  readonly unlike: boolean;
}

const meanWord = /平均|均值|均分|average|mean/i;
const otherWord =
  /中位|最高|最低|最大|最小|median|max|min|标准差|方差|极差|deviation|上[年季期]|去年|同期|目标|计划/i;

/** Rows of totals whose numbers are not the sum of the rows that they stand for. */
export const totals: TableCheck = {
  name: 'totals',
  find: ({ columns, rows }) =>
    rows.flatMap((row, at) => {
      const label = labelOf(row);
      if (row.kind !== 'total' || meanWord.test(label) || otherWord.test(label)) return [];
      if (isFigureWord(label)) return [];
      return ofTotal(columns, row, standsFor(rows, at));
    }),
};

function ofTotal(
  columns: readonly CheckedColumn[],
  total: CheckedRow,
  runs: Iterable<readonly CheckedRow[]>,
): Finding[] {
  const best = bestRun(runs, (run) => compare(columns, total, run));
  const wrong = best.filter(({ agrees, unlike }) => !agrees && !unlike);
  if (wrong.length === 0 || !isConvincing(best, total)) return [];
  return wrong.map(({ at, printed, sum, rows }) =>
    finding('total_mismatch', {
      row: total.row,
      column: columns[at]?.letter ?? null,
      value: labelOf(total),
      detail: {
        header: columns[at] ? headerWords(columns[at]) : '',
        printed: tidy(printed),
        sum: tidy(sum),
        difference: tidy(Math.abs(printed - sum)),
        rows,
      },
    }),
  );
}

/** At least half of the columns agree; or there is only one or two, the label is a total's, and the numbers are alike. */
function isConvincing(compared: readonly Comparison[], total: CheckedRow): boolean {
  const agreeing = evidence(compared);
  const telling = compared.filter(({ printed, unlike }) => printed !== 0 && !unlike);
  if (agreeing > 0) return agreeing * 2 >= telling.length;
  const labelled = /^(?:[小合总共]计|累计|(?:grand ?)?totals?)[:：]?$/i.test(
    labelOf(total).replaceAll(/\s+/g, ''),
  );
  return (
    labelled && telling.length <= 2 && telling.every(({ printed, sum }) => isAlike(printed, sum))
  );
}

function isAlike(printed: number, sum: number): boolean {
  const ratio = printed / sum;
  return (ratio > 0.5 && ratio < 2) || isSlip(ratio);
}

/** A decimal point in the wrong place. */
function isSlip(ratio: number): boolean {
  const power = Math.log10(ratio);
  return ratio > 0 && Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < 0.001;
}

function compare(
  columns: readonly CheckedColumn[],
  total: CheckedRow,
  run: readonly CheckedRow[],
): Comparison[] {
  return columns.flatMap((column, at) => {
    const printed = total.numbers[at] ?? null;
    if (printed === null || !isAdditive(column) || isRough(total.cells[at] ?? null)) return [];
    const parts = run.filter(({ numbers }) => (numbers[at] ?? null) !== null);
    if (parts.length === 0 || parts.some(({ cells }) => isRough(cells[at] ?? null))) return [];
    const values = parts.map(({ numbers }) => numbers[at] ?? 0);
    const sum = values.reduce((before, value) => before + value, 0);
    const agrees = Math.abs(sum - printed) <= tolerance(column, at, total, parts, sum);
    const unlike = !agrees && isUnlike(printed, values, sum);
    return [{ at, printed, sum, agrees, unlike, rows: run.length }];
  });
}

/** A mean, a maximum or a share under a column of sums, or a number of quite another size. */
function isUnlike(printed: number, values: readonly number[], sum: number): boolean {
  const most = Math.max(...values);
  const least = Math.min(...values);
  const between = values.length > 2 && printed <= most && printed >= least;
  return sum === 0 || !isAlike(printed, sum) || (between && !isSlip(printed / sum));
}

/** What rounding may amount to: that of the parts, and half of the last digit of the total. */
function tolerance(
  column: CheckedColumn,
  at: number,
  total: CheckedRow,
  parts: readonly CheckedRow[],
  sum: number,
): number {
  const step = Math.min(...parts.map(({ cells }) => stepOf(cells[at] ?? null)));
  const own = stepOf(total.cells[at] ?? null);
  return own / 2 + rounding(step, parts.length, sum, exactness(column));
}
