import { labelOf, type CheckedRow } from './checked-table';

type Rows = readonly CheckedRow[];

/** Totals that one above or below them may add up. */
const mostTotals = 40;

/** A row that repeats part of the one above it: 其中:…. */
const isPart = (row: CheckedRow) => /^(?:#|\s*其中)/.test(labelOf(row));

/**
 * The runs of rows that a row of totals may stand for, the likeliest by its words first: the section above it, all data
 * above it, the totals above it, and the same below it where totals stand first. Hidden rows are left out, or counted.
 * @param at index of the total among the rows
 */
export function* standsFor(rows: Rows, at: number): Generator<Rows> {
  const total = rows[at];
  if (!total) return;
  const above = rows.slice(0, at).toReversed();
  const below = rows.slice(at + 1);
  const whole = /[合总共]\s*计|grand|^totals?$/i.test(labelOf(total));
  const near = [sectionOf, dataOf];
  const first = whole ? near.toReversed() : near;
  for (const side of [above, below]) for (const part of first) yield* variants(part(side));
  yield* sumsOf(above);
  yield* sumsOf(below);
  yield* variants(dataOf(rows));
}

function* variants(run: Rows): Generator<Rows> {
  const shown = run.filter(({ kind }) => kind !== 'hidden');
  const wholes = shown.filter((row) => !isPart(row));
  if (shown.length > 0) yield shown;
  if (wholes.length > 0 && wholes.length < shown.length) yield wholes;
  if (run.length > shown.length) yield run;
}

/** Data up to the next total or group. */
function sectionOf(rows: Rows): Rows {
  const end = rows.findIndex(({ kind }) => kind === 'total' || kind === 'group');
  return dataOf(end < 0 ? rows : rows.slice(0, end));
}

function dataOf(rows: Rows): Rows {
  return rows.filter(({ kind }) => kind === 'data' || kind === 'hidden');
}

/** The nearest two totals, the nearest three, and so on. */
function* sumsOf(rows: Rows): Generator<Rows> {
  const sums = rows.filter(({ kind }) => kind === 'total').slice(0, mostTotals);
  for (let count = 2; count <= sums.length; count += 1) yield sums.slice(0, count);
}
