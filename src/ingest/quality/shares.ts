import { finding, type Finding } from '../../model/finding';
import {
  dataRows,
  headerWords,
  labelOf,
  type CheckedColumn,
  type CheckedRow,
  type TableCheck,
} from './checked-table';
import { stepOf, tidy } from './digits';
import { isShare } from './kinds-of-column';

const fewestRows = 8;
const mostWrong = 0.1;

/** Percentages that should add up to 100: of the columns of a row, or of the rows of a column. */
export const shares: TableCheck = {
  name: 'shares',
  find: (table) => {
    const data = dataRows(table);
    const across = runs(table.columns).flatMap((run) => rowsOff(table.columns, data, run));
    const down = table.columns.flatMap((column, at) => columnOff(column, at, data));
    return [...across, ...down];
  },
};

/** Stretches of two or more neighbouring columns of percentages. */
function runs(columns: readonly CheckedColumn[]): number[][] {
  const found: number[][] = [];
  let open: number[] = [];
  columns.forEach((column, at) => {
    if (column.numeric && isShare(column)) open.push(at);
    else {
      found.push(open);
      open = [];
    }
  });
  return [...found, open].filter((run) => run.length > 1);
}

/** The rows whose percentages don't add up, where nearly all others do. */
function rowsOff(
  columns: readonly CheckedColumn[],
  data: readonly CheckedRow[],
  run: readonly number[],
): Finding[] {
  const full = data.filter(({ numbers }) => run.every((at) => (numbers[at] ?? null) !== null));
  const off = full.filter((row) => {
    const cells = run.map((at) => row.cells[at] ?? null);
    return Math.abs(sumOf(row, run) - 100) > rounding(cells);
  });
  if (full.length < fewestRows || off.length > full.length * mostWrong) return [];
  const names = run.flatMap((at) => (columns[at] ? [headerWords(columns[at])] : []));
  return off.map((row) =>
    finding('shares_mismatch', {
      row: row.row,
      column: columns[run[0] ?? 0]?.letter ?? null,
      value: labelOf(row),
      detail: { headers: names.join(' + '), sum: tidy(sumOf(row, run)) },
    }),
  );
}

function sumOf({ numbers }: CheckedRow, run: readonly number[]): number {
  return run.reduce((sum, at) => sum + (numbers[at] ?? 0), 0);
}

function rounding(cells: readonly (string | null)[]): number {
  const step = cells.reduce((most, cell) => Math.max(most, stepOf(cell)), 0);
  return (step / 2) * cells.length + 1e-9;
}

/** A column of shares of one whole whose rows come near to 100, and not to 100. */
function columnOff(column: CheckedColumn, at: number, data: readonly CheckedRow[]): Finding[] {
  const filled = data.filter(({ numbers }) => (numbers[at] ?? null) !== null);
  if (!column.numeric || !/占比|比重|构成|share$/i.test(column.header) || filled.length < 3)
    return [];
  const sum = filled.reduce((before, { numbers }) => before + (numbers[at] ?? 0), 0);
  const off = Math.abs(sum - 100);
  if (off > 5 || off <= rounding(filled.map(({ cells }) => cells[at] ?? null))) return [];
  return [
    finding('shares_mismatch', {
      row: filled[0]?.row ?? null,
      column: column.letter,
      count: filled.length,
      detail: { headers: headerWords(column), sum: tidy(sum) },
    }),
  ];
}
