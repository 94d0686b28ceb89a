import { Table, tableToIPC, type Vector } from 'apache-arrow';
import type { MergedCells } from '../../src/model/layout';
import type { FileFormat } from '../../src/model/source';
import { integerColumn, textColumn } from '../columns';
import type { StagedSheet } from './read';

export type Cell = string | null;

/** The cells of a sheet as text, column by column, as every reader hands them on. */
export interface Grid {
  readonly sheet: string | null;
  readonly hidden: boolean;
  /** Number of each row, 1-based. */
  readonly numbers: readonly number[];
  /** `columns[c][i]` is the cell in column `c + 1` of row `numbers[i]`. */
  readonly columns: readonly (readonly Cell[])[];
  readonly merged: readonly MergedCells[];
  readonly hiddenRows: readonly number[];
  /** Names that the file itself gives its columns. */
  readonly headings: readonly string[] | null;
}

/** A grid as the engine takes it in. */
export function stage(grid: Grid, format: FileFormat): StagedSheet {
  const { columns, numbers, ...rest } = grid;
  const vectors: Record<string, Vector> = { source_row: integerColumn(numbers) };
  columns.forEach((cells, index) => {
    vectors[`c${index + 1}`] = textColumn(cells);
  });
  const ipc = tableToIPC(new Table(vectors), 'stream');
  return { kind: 'sheet', format, member: null, ipc, width: columns.length, ...rest };
}

/** A visible sheet made from its rows: `rows[i]` is row `i + 1`, blank ones are left out. */
export function gridOfRows(
  rows: readonly (readonly (Cell | undefined)[])[],
  about: Partial<Omit<Grid, 'columns' | 'numbers'>> = {},
): Grid {
  const filled = rows.map((row) => row.some((cell) => cell !== null && cell !== undefined));
  const numbers = rows.flatMap((_, index) => (filled[index] ? [index + 1] : []));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) =>
    numbers.map((number) => rows[number - 1]?.[column] ?? null),
  );
  const plain = { sheet: null, hidden: false, merged: [], hiddenRows: [], headings: null };
  return { ...plain, ...about, numbers, columns };
}
