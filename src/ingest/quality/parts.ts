import { finding, type Finding } from '../../model/finding';
import {
  dataRows,
  headerWords,
  labelOf,
  type CheckedColumn,
  type CheckedRow,
  type CheckedTable,
  type TableCheck,
} from './checked-table';
import { isRough, rounding, stepOf, tidy } from './digits';
import { exactness, isAdditive, isPartOf, isScore } from './kinds-of-column';

/** A column and the run of columns beside it that it may be made of, each with what it counts for. */
interface Composition {
  readonly whole: number;
  readonly parts: readonly { readonly at: number; readonly weight: number }[];
}

const fewestRows = 8;
const mostParts = 16;
/** Rows that may be off for the others to be a rule: a few, fewer where no header says that it is a sum. */
const mostWrong = 10;
const mostWrongUnsaid = 3;
const mostWrongShare = 0.1;

/** Columns that are the sum of those beside them in nearly all rows, and the rows where they are not. */
export const parts: TableCheck = {
  name: 'parts',
  find: (table) => {
    const data = dataRows(table);
    if (data.length < fewestRows) return [];
    const explained = new Set<number>();
    return compositions(table).flatMap((composition) => {
      if (explained.has(composition.whole)) return [];
      const wrong = wrongRows(table.columns, data, composition);
      if (wrong === null) return [];
      explained.add(composition.whole);
      return wrong.map(({ row, whole, sum }) =>
        mismatch(table.columns, composition, row, whole, sum),
      );
    });
  },
};

function mismatch(
  columns: readonly CheckedColumn[],
  { whole: at, parts: made }: Composition,
  row: CheckedRow,
  whole: number,
  sum: number,
): Finding {
  const name = (index: number) => (columns[index] ? headerWords(columns[index]) : '');
  const names = made.map((part) => name(part.at));
  return finding('parts_mismatch', {
    row: row.row,
    column: columns[at]?.letter ?? null,
    value: labelOf(row),
    detail: {
      header: name(at),
      whole,
      sum: tidy(sum),
      parts: names.length > 4 ? `${names[0] ?? ''} … ${names.at(-1) ?? ''}` : names.join(' + '),
    },
  });
}

/** Every run of two or more columns right or left of a column, the longest first. */
function compositions({ columns }: CheckedTable): Composition[] {
  const found: Composition[] = [];
  columns.forEach((column, whole) => {
    if (!isAdditive(column) || isPartOf(column)) return;
    for (const step of [1, -1]) {
      const run: number[] = [];
      for (let at = whole + step; run.length < mostParts; at += step) {
        const part = columns[at];
        if (!part || !isAdditive(part)) break;
        run.push(at);
        if (run.length < 2) continue;
        const inOrder = run.toSorted((a, b) => a - b);
        found.push({
          whole,
          parts: inOrder.map((one) => ({ at: one, weight: sign(columns[one]) })),
        });
        const weights = inOrder.map((one) => shareIn(columns[one]));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        if (Math.abs(total - 1) < 1e-9)
          found.push({
            whole,
            parts: inOrder.map((one, index) => ({ at: one, weight: weights[index] ?? 0 })),
          });
      }
    }
  });
  return found.toSorted((one, other) => other.parts.length - one.parts.length);
}

/** Whether a header says that its column sums others up. */
function saysSum(column: CheckedColumn): boolean {
  return isScore(column) || /全年|累计|本期|总|^计$|sum|all/i.test(column.header);
}

/** 上期 + 加分 - 扣分 = 本期: a header says that its column is taken off. */
function sign(column: CheckedColumn | undefined): number {
  return /扣|减|支出|下降|核销|兑换|deduct|less|minus/i.test(column?.header ?? '') ? -1 : 1;
}

/** 实地考评分(占90%) counts for 0.9. */
function shareIn(column: CheckedColumn | undefined): number {
  const said = /占?(\d+(?:\.\d+)?)%/.exec((column?.header ?? '').normalize('NFKC'))?.[1];
  return said === undefined ? 0 : Number(said) / 100;
}

interface Wrong {
  readonly row: CheckedRow;
  readonly whole: number;
  readonly sum: number;
}

/** The rows that are not the sum of their parts; null where so many are not, or so little is summed, that it is no rule. */
function wrongRows(
  columns: readonly CheckedColumn[],
  data: readonly CheckedRow[],
  { whole, parts: made }: Composition,
): Wrong[] | null {
  const exact = columns[whole] ? exactness(columns[whole]) : 'unsaid';
  const most = columns[whole] && saysSum(columns[whole]) ? mostWrong : mostWrongUnsaid;
  const wrong: Wrong[] = [];
  let filled = 0;
  let telling = 0;
  for (const row of data) {
    const printed = row.numbers[whole] ?? null;
    const cells = [whole, ...made.map(({ at }) => at)].map((at) => row.cells[at] ?? null);
    const given = made.filter(({ at }) => (row.numbers[at] ?? null) !== null);
    if (printed === null || given.length === 0 || cells.some(isRough)) continue;
    const sum = given.reduce(
      (before, { at, weight }) => before + (row.numbers[at] ?? 0) * weight,
      0,
    );
    // rows of zeros agree with anything
    if (sum === 0 && printed === 0) continue;
    filled += 1;
    const step = Math.max(...cells.filter((cell) => cell !== null).map(stepOf));
    const within = step / 2 + rounding(step, given.length, sum, exact);
    if (Math.abs(sum - printed) > within) wrong.push({ row, whole: tidy(printed), sum });
    else if (given.filter(({ at }) => row.numbers[at] !== 0).length > 1) telling += 1;
    if (wrong.length > most) return null;
  }
  const isRule = telling >= fewestRows - 1 && telling * 2 >= filled;
  return isRule && wrong.length <= Math.max(1, filled * mostWrongShare) ? wrong : null;
}
