import { finding, type Finding } from '../../model/finding';
import {
  headerWords,
  labelOf,
  type CheckedColumn,
  type CheckedRow,
  type TableCheck,
} from './checked-table';
import { isRough, rounding, stepOf, tidy } from './digits';
import { isAdditive, isMeasured } from './kinds-of-column';
import { standsFor } from './stands-for';

/** What a row of totals says of a column, beside what the rows it stands for come to. */
interface Comparison {
  readonly at: number;
  readonly printed: number;
  readonly sum: number;
  readonly agrees: boolean;
  /** The number is so unlike a sum that it means something else. */
  readonly unlike: boolean;
}

const meanWord = /平均|均值|average|mean/i;
const otherWord = /中位|最高|最低|最大|最小|median|max|min|标准差|上[年季期]|去年|同期|目标|计划/i;

/** Rows of totals whose numbers are not the sum of the rows that they stand for. */
export const totals: TableCheck = {
  name: 'totals',
  find: ({ columns, rows }) =>
    rows.flatMap((row, at) => {
      const label = labelOf(row);
      if (row.kind !== 'total' || meanWord.test(label) || otherWord.test(label)) return [];
      return ofTotal(columns, row, standsFor(rows, at));
    }),
};

function ofTotal(
  columns: readonly CheckedColumn[],
  total: CheckedRow,
  runs: Iterable<readonly CheckedRow[]>,
): Finding[] {
  let best: readonly Comparison[] = [];
  let summands: readonly CheckedRow[] = [];
  for (const run of runs) {
    const compared = compare(columns, total, run);
    if (evidence(compared) > evidence(best) || best.length === 0)
      [best, summands] = [compared, run];
    if (evidence(best) > 0 && best.every(({ agrees }) => agrees)) return [];
  }
  const wrong = best.filter(({ agrees, unlike }) => !agrees && !unlike);
  if (wrong.length === 0 || !isConvincing(best, total)) return [];
  return wrong.map(({ at, printed, sum }) =>
    finding('total_mismatch', {
      row: total.row,
      column: columns[at]?.letter ?? null,
      value: labelOf(total),
      detail: {
        header: columns[at] ? headerWords(columns[at]) : '',
        printed: tidy(printed),
        sum: tidy(sum),
        difference: tidy(Math.abs(printed - sum)),
        rows: summands.length,
      },
    }),
  );
}

/** A column where both are zero shows nothing. */
function evidence(compared: readonly Comparison[]): number {
  return compared.filter(({ agrees, printed }) => agrees && printed !== 0).length;
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
    return [{ at, printed, sum, agrees, unlike: !agrees && isUnlike(printed, values, sum) }];
  });
}

/** A mean, a maximum or a share under a column of sums, or a number of quite another size. */
function isUnlike(printed: number, values: readonly number[], sum: number): boolean {
  const most = Math.max(...values);
  const least = Math.min(...values);
  const between = values.length > 2 && printed <= most && printed >= least;
  return sum === 0 || !isAlike(printed, sum) || (between && !isSlip(printed / sum));
}

/** What rounding may amount to. Counts are exact; each measured number may be off by half of its last digit. */
function tolerance(
  column: CheckedColumn,
  at: number,
  total: CheckedRow,
  parts: readonly CheckedRow[],
  sum: number,
): number {
  const step = Math.min(...parts.map(({ cells }) => stepOf(cells[at] ?? null)));
  const own = stepOf(total.cells[at] ?? null);
  return own / 2 + rounding(step, parts.length, sum, isMeasured(column));
}
