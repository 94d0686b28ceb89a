import { cellKind, type CellKind } from './cell-kind';

/** What the cells of one column are like, to tell how well another would go with them. */
export interface ColumnProfile {
  readonly total: number;
  readonly values: ReadonlyMap<string, number>;
  /** Share of the cells whose value stands in the column more than once. */
  readonly repeated: number;
  /** What nearly all values begin with. */
  readonly prefix: string;
  readonly shapes: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<CellKind, number>;
  readonly lengths: ReadonlyMap<number, number>;
}

/** Profiles of the columns of some records that are all of one width. */
export function profileColumns(records: readonly (readonly string[])[]): ColumnProfile[] {
  const width = records[0]?.length ?? 0;
  return Array.from({ length: width }, (_, index) =>
    profile(records.map((cells) => cells[index] ?? '')),
  );
}

function profile(cells: readonly string[]): ColumnProfile {
  const values = tally(cells.map((cell) => cell.trim()));
  const repeats = [...values.values()].filter((count) => count > 1);
  return {
    total: cells.length,
    values,
    repeated: repeats.reduce((sum, count) => sum + count, 0) / Math.max(1, cells.length),
    prefix: commonPrefix([...values.keys()].filter((value) => value !== '')),
    shapes: tally(cells.map(shape)),
    kinds: tally(cells.map(cellKind)),
    lengths: tally(cells.map(magnitude)),
  };
}

function tally<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** How a cell begins: digits as 9 one by one, letters as a in runs, everything else as it is. */
function shape(cell: string): string {
  return cell
    .trim()
    .replaceAll(/\p{N}/gu, '9')
    .replaceAll(/\p{L}+/gu, 'a')
    .slice(0, 30);
}

/** Length of a cell in steps of a doubling. */
function magnitude(cell: string): number {
  return Math.ceil(Math.log2(cell.length + 1));
}

/** What all values but the first and last few in order begin with. */
function commonPrefix(values: readonly string[]): string {
  const sorted = values.toSorted();
  const few = Math.floor(sorted.length / 20);
  const first = sorted[few] ?? '';
  const last = sorted.at(-1 - few) ?? '';
  let length = 0;
  while (length < first.length && first[length] === last[length]) length += 1;
  return sorted.length < 3 ? '' : first.slice(0, length);
}

/** Natural logarithm of the number of characters that could stand in a place of text, and of a figure. */
const letterCost = 3.3;
const figureCost = 2.5;

/**
 * How likely a cell is in a column, as a natural logarithm. The cell may be a value known there, be of a shape known
 * there or be of a kind known there; the less of it is known, the more each of its characters costs, so that the ways of
 * cutting one record into cells can be compared by their sums.
 */
export function fit(cell: string, column: ColumnProfile): number {
  const trimmed = cell.trim();
  const kind = cellKind(cell);
  const { total } = column;
  const share = (count: number | undefined, room: number) => ((count ?? 0) + 0.02) / (total + room);
  if (trimmed === '') return Math.log(share(column.values.get(trimmed), 0.2));
  const length = Math.log(share(column.lengths.get(magnitude(cell)), 0.2));
  const ofKind =
    Math.log(0.2 * share(column.kinds.get(kind), 0.2)) + characters(trimmed, kind) + length;
  const seenShape = column.shapes.get(shape(cell));
  const ofShape =
    seenShape === undefined
      ? -Infinity
      : Math.log((0.3 * seenShape) / total) + free(column, trimmed);
  const reused = 0.5 * Math.max(0.01, column.repeated);
  const count = column.values.get(trimmed);
  const seenValue = count === undefined ? -Infinity : Math.log((reused * count) / total);
  return Math.max(seenValue, ofShape, ofKind);
}

/** What the characters cost that a shape leaves open. */
function free({ prefix }: ColumnProfile, value: string): number {
  const cell = value.startsWith(prefix) ? value.slice(prefix.length) : value;
  const figures = cell.match(/\p{N}/gu)?.length ?? 0;
  const letters = cell.match(/\p{L}/gu)?.length ?? 0;
  return -(2.3 * figures + letterCost * letters);
}

function characters(cell: string, kind: CellKind): number {
  const figured = kind === 'number' || kind === 'date' || kind === 'time' || kind === 'moment';
  return -cell.length * (figured ? figureCost : letterCost);
}

const prose: ReadonlySet<CellKind> = new Set(['word', 'phrase', 'text']);

/** Whether cells of the same kind stand in the column already; words and running text count as one. */
export function isAtHome(cell: string, column: ColumnProfile): boolean {
  const kind = cellKind(cell);
  if (column.kinds.has(kind)) return true;
  return prose.has(kind) && [...prose].some((other) => column.kinds.has(other));
}
