import { finding } from '../../model/finding';
import {
  dataRows,
  headerWords,
  labelOf,
  type CheckedTable,
  type TableCheck,
} from './checked-table';
import { isRough, stepOf } from './digits';
import { isAdditive, isPartOf } from './kinds-of-column';

const mostWrong = 0.2;

/** Columns named 其中:… that are greater than the column which they are part of. */
export const exceeding: TableCheck = {
  name: 'exceeding',
  find: (table) => {
    const data = dataRows(table);
    return partColumns(table).flatMap(({ part, whole }) => {
      const [partColumn, wholeColumn] = [table.columns[part], table.columns[whole]];
      if (!partColumn || !wholeColumn) return [];
      const found = data.flatMap((row) => {
        const [value, most] = [row.numbers[part] ?? null, row.numbers[whole] ?? null];
        if (value === null || most === null || most < 0) return [];
        if (isRough(row.cells[part] ?? null) || isRough(row.cells[whole] ?? null)) return [];
        const within = (stepOf(row.cells[part] ?? null) + stepOf(row.cells[whole] ?? null)) / 2;
        if (value <= most + within) return [];
        return finding('parts_exceed', {
          row: row.row,
          column: partColumn.letter,
          value: labelOf(row),
          detail: {
            header: headerWords(partColumn),
            part: value,
            wholeHeader: headerWords(wholeColumn),
            whole: most,
          },
        });
      });
      // where it is so in many rows, the two columns don't relate as it seemed
      return found.length <= Math.max(1, data.length * mostWrong) ? found : [];
    });
  },
};

/** Each column of a part with the nearest column before it that is none, where both are in one unit. */
function partColumns({ columns }: CheckedTable): { part: number; whole: number }[] {
  return columns.flatMap((column, part) => {
    if (!isAdditive(column) || !isPartOf(column)) return [];
    const whole = columns.findLastIndex((one, at) => at < part && !isPartOf(one));
    const found = columns[whole];
    return found && isAdditive(found) && found.unit === column.unit ? [{ part, whole }] : [];
  });
}
