import type { Range } from '@e965/xlsx';
import { cellKinds, readCell } from '../../src/ingest/layout/cells';
import { isFieldWord } from '../../src/ingest/match-columns';

/** A cell by its type and value, as the library for workbooks gives it; texts are of type `s`. */
export interface TypedCell {
  readonly t: string;
  readonly v?: unknown;
}

type Rows<T extends TypedCell> = (T | undefined)[][];

/** A header is merged over this many rows at most. */
const mostHeaderRows = 4;

/**
 * Copies the text of a cell that is merged over several rows into each of them: a class or town written once for a
 * block of villages is meant for all, and so is a remark behind them. Left alone are numbers, since a sum over a block
 * belongs to none of its rows; headers; blocks beside which most rows are blank; and the further columns of a block.
 * @returns how many merged blocks were filled down
 */
export function fillDown<T extends TypedCell>(cells: Rows<T>, merges: readonly Range[]): number {
  const upright = merges.filter(({ s: from, e: to }) => to.r > from.r);
  if (upright.length === 0) return 0;
  const headers = headerRows(cells, merges);
  const blocks = upright.filter((block) => isBlockOfRows(cells, block, headers));
  for (const { s: from, e: to } of blocks) {
    const top = cells[from.r]?.[from.c];
    for (let row = from.r + 1; row <= to.r; row += 1) (cells[row] ??= [])[from.c] = top;
  }
  return blocks.length;
}

function isBlockOfRows<T extends TypedCell>(
  cells: Rows<T>,
  { s: from, e: to }: Range,
  headers: ReadonlySet<number>,
): boolean {
  const top = cells[from.r]?.[from.c];
  const text = top?.t === 's' ? String(top.v).trim() : '';
  if (text === '' || isNumber(text) || isFieldWord(text)) return false;
  const rows = Array.from({ length: to.r - from.r + 1 }, (_, index) => from.r + index);
  const isLong = rows.length > mostHeaderRows;
  const right = rows.map((row) => filledCells(cells[row]?.slice(to.c + 1)));
  if (right.some((found) => found.length > 0))
    return mostFilled(right) && (isLong || !headers.has(from.r) || right.some(hasNumber));
  // with nothing behind it a block may also be a note beside the whole table, which begins with its header
  const left = rows.map((row) => filledCells(cells[row]?.slice(0, from.c)));
  return !headers.has(from.r) && mostFilled(left) && (isLong || left.some(hasNumber));
}

function mostFilled(rows: readonly (readonly TypedCell[])[]): boolean {
  return rows.filter((row) => row.length > 0).length * 2 > rows.length;
}

/** 约50万元 and 30余 too. */
function isNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, '');
  const bare = plain.replaceAll(
    /^(?:约|近|超过?|逾|不足)|[余多](?=[万亿元]|$)|(?:以上|左右)$/g,
    '',
  );
  return readCell(bare).kind === cellKinds.number;
}

/**
 * Rows that may be of a header: the first row of several cells below a title or a blank row, and those below it that
 * its merged cells reach: by going down to them, or by going over several columns that have names of their own there.
 */
function headerRows<T extends TypedCell>(
  cells: Rows<T>,
  merges: readonly Range[],
): ReadonlySet<number> {
  const at = new Map<number, Range[]>();
  for (const block of merges) at.set(block.s.r, [...(at.get(block.s.r) ?? []), block]);
  const rows = new Set<number>();
  let last = -1;
  let above = 0;
  let before = -1;
  cells.forEach((row, index) => {
    const filled = filledCells(row).length;
    // blank rows may be absent
    if (index > before + 1) above = 0;
    before = index;
    if (above <= 1 && filled > 1 && index > last) last = index;
    above = filled;
    if (index > last) return;
    rows.add(index);
    for (const { s: from, e: to } of at.get(index) ?? []) {
      const reach = to.c > from.c ? to.r + 1 : to.r;
      if (to.r - from.r < mostHeaderRows) last = Math.max(last, reach);
    }
  });
  return rows;
}

function filledCells<T extends TypedCell>(row: readonly (T | undefined)[] | undefined): T[] {
  return (row ?? []).filter(
    (cell): cell is T => cell?.v !== undefined && cell.v !== '' && cell.v !== null,
  );
}

/** Years stand in headers. */
function hasNumber(row: readonly TypedCell[]): boolean {
  return row.some(({ t: type, v: value }) => {
    const counts = type === 'n' || (type === 's' && /^-?\d+(?:\.\d+)?%?$/.test(String(value)));
    return counts && !/^(?:19|20)\d\d$/.test(String(value));
  });
}
