import { cellKinds } from './cells';
import type { Grid, GridRow } from './grid';
import { filledShare, reach, type Profile, type Tally } from './profile';

// What the rows around a row say of it.

/** What a column holds above and below together. */
export function around(below: readonly Tally[], above: readonly Tally[], column: number): Tally {
  const [one = nothing, other = nothing] = [below[column], above[column]];
  return {
    rows: one.rows + other.rows,
    missing: one.missing + other.missing,
    number: one.number + other.number,
    code: one.code + other.code,
    text: one.text + other.text,
  };
}

const nothing: Tally = { rows: 0, missing: 0, number: 0, code: 0, text: 0 };

/** Whether no column at the left of a row's first cell is filled in most rows around it. */
export function isLeading(
  { filled }: GridRow,
  below: readonly Tally[],
  above: readonly Tally[],
): boolean {
  for (let column = 0; column < (filled[0] ?? 0); column += 1)
    if (filledShare(around(below, above, column)) > 0.5) return false;
  return true;
}

/** Whether nearly all rows below or above fill a column before a row's single cell and two or more behind it. */
export function isBare(
  { filled }: GridRow,
  below: readonly Tally[],
  above: readonly Tally[],
): boolean {
  const own = filled[0] ?? 0;
  return [below, above].some((tallies) => {
    const isFull = (tally: Tally) => filledShare(tally) >= 0.9;
    return tallies.slice(0, own).some(isFull) && tallies.slice(own + 1).filter(isFull).length >= 2;
  });
}

/** Whether a row is blank in a column before its last number where most rows around it have words or codes. */
export function isUnlabelled(
  row: GridRow,
  below: readonly Tally[],
  above: readonly Tally[],
): boolean {
  // what stands behind the figures are remarks, which most rows may lack
  const last = row.numbers.at(-1) ?? Infinity;
  return row.cells.some((cell, column) => {
    if (cell.kind !== cellKinds.blank || column > last) return false;
    const { rows, code, text } = around(below, above, column);
    return code + text > rows * 0.6;
  });
}

/** Lines that a cell's text may run over. */
const longestCell = 40;

/** Whether a row is a single text right under one that stands behind other cells: that row goes on. */
export function goesOn({ rows }: Grid, index: number, body: number): boolean {
  const column = rows[index]?.filled[0] ?? 0;
  for (let at = index; at > 0 && index - at < longestCell; at -= 1) {
    const [row, above] = [rows[at], rows[at - 1]];
    if (!row || !above || row.gap || row.filled.length > 1 || row.numbers.length > 0) return false;
    const over = above.cells[column]?.kind ?? cellKinds.blank;
    if (over === cellKinds.blank || over === cellKinds.number) return false;
    if ((above.filled[0] ?? 0) < column) return above.filled.length >= body * 0.4;
  }
  return false;
}

/** Rows under the body are looked at one by one, as far as notes go. */
const longestTail = 40;

/** Whether no row of the usual width stands below a row. */
export function isTail({ rows }: Grid, profile: Profile, index: number): boolean {
  const below = rows.slice(index + 1, index + 1 + longestTail);
  const usual = profile.meanFilled(index - reach * 2, index) / 2;
  return index > 0 && below.every(({ filled }) => filled.length < Math.max(2, usual));
}

/** Whether narrow rows alone, and a blank one, stand between a narrow row and the last one of the usual width. */
export function isBelow({ rows }: Grid, index: number, body: number): boolean {
  for (let at = index; at > index - longestTail; at -= 1) {
    const row = rows[at];
    if (!row || row.filled.length > body * 0.5) return false;
    if (row.gap) return true;
  }
  return false;
}
