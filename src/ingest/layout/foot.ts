import { cellKinds, type CellKind } from './cells';
import type { Evidence } from './evidence';
import type { GridRow } from './grid';
import { endingOf } from './kinship';
import { isFigureWord, isNote, isPartial } from './words';

/** Rows under the last one of data are looked at one by one, as far as a foot goes. */
const longestFoot = 40;

/** Rows above a total that show what rows of its table are like, and without how many they show nothing. */
const mostAbove = 60;
const fewestAbove = 2;

/**
 * What a row under the total that closes a table is: a further figure of all of it (a rate, last year's total, a tax
 * between two sums), or something said aside, behind a blank row.
 */
export type Foot = 'figure' | 'aside';

/**
 * The rows under totals that close tables, by their indexes. Where a row may be one of data, with blanks, no total above
 * it closes its table.
 * @param apart indexes of rows at which a table begins anew
 */
export function footRows(
  rows: readonly Evidence[],
  apart: ReadonlySet<number>,
): ReadonlyMap<number, Foot> {
  const feet: (readonly [number, Foot])[] = [];
  let first = 0;
  for (const end of [...[...apart].sort((a, b) => a - b), rows.length]) {
    feet.push(...footOf(rows.slice(first, end)));
    first = end;
  }
  return new Map(feet);
}

/** The same of the rows of one table. */
function footOf(rows: readonly Evidence[]): (readonly [number, Foot])[] {
  const feet: (readonly [number, Foot])[] = [];
  for (let at = Math.max(0, rows.length - longestFoot); at < rows.length - 1; at += 1) {
    const total = rows[at];
    if (!total || total.total === 'none' || total.row.numbers.length === 0) continue;
    const usual = usualOf(rows.slice(Math.max(0, at - mostAbove), at));
    const below = rows.slice(at + 1);
    if (!usual || below.some((one) => isData(one, usual))) continue;
    const gap = below.findIndex(({ row }) => row.gap);
    // behind a subtotal and a blank row the next group may begin
    const own = gap >= 0 && isPartial(total.label) ? below.slice(0, gap) : below;
    own.forEach((one, index) => {
      const is = footed(one, usual, gap >= 0 && index >= gap);
      if (is !== null) feet.push([one.position, is]);
    });
    if (own === below) break;
  }
  return feet;
}

function footed({ row, label, total }: Evidence, usual: Usual, parted: boolean): Foot | null {
  if (row.numbers.length === 0 || total === 'sure') return null;
  if (row.texts.some(isNote)) return 'aside';
  if (total === 'likely') return parted ? 'aside' : null;
  if (!isFigureWord(label) && !isNameless(row, usual)) return null;
  return parted ? 'aside' : 'figure';
}

/** What rows of data of a table are like. */
interface Usual {
  /** Filled cells, on average. */
  readonly width: number;
  /** First column that is filled, and whether it holds numbers, as where rows are numbered. */
  readonly column: number;
  readonly numbered: boolean;
  /** Columns in which most rows have words or codes. */
  readonly named: readonly number[];
  /** Last characters that the names of two rows or more have. */
  readonly endings: ReadonlySet<number>;
}

function usualOf(above: readonly Evidence[]): Usual | null {
  const data = above.filter(({ row, total }) => total === 'none' && row.numbers.length > 0);
  if (data.length < fewestAbove) return null;
  const column = Math.min(...data.map(({ row }) => row.filled[0] ?? Infinity));
  const most = (at: number, kinds: readonly CellKind[]) =>
    data.filter(({ row }) => kinds.includes(row.cells[at]?.kind ?? cellKinds.blank)).length >
    data.length * 0.6;
  const endings = data.map(({ label }) => endingOf(label)).filter((ending) => ending !== null);
  return {
    width: data.reduce((sum, { row }) => sum + row.filled.length, 0) / data.length,
    column,
    numbered: most(column, [cellKinds.number]),
    named: [...(data[0]?.row.cells.keys() ?? [])].filter((at) =>
      most(at, [cellKinds.text, cellKinds.code, cellKinds.date]),
    ),
    endings: new Set(endings.filter((ending, at) => endings.indexOf(ending) < at)),
  };
}

/** Whether a row below a total may be data all the same: it is as wide as data is, has a number of its own, or such a name. */
function isData({ row, label, total, note }: Evidence, usual: Usual): boolean {
  if (row.numbers.length === 0 || total !== 'none' || note || isFigureWord(label)) return false;
  const ending = endingOf(label);
  return (
    row.filled.length > usual.width / 2 ||
    (usual.numbered && row.cells[usual.column]?.kind === cellKinds.number) ||
    (ending !== null && usual.endings.has(ending))
  );
}

/** Whether a row lacks a name before its last number, where data has one. */
function isNameless({ cells, numbers }: GridRow, { named }: Usual): boolean {
  const last = numbers.at(-1) ?? 0;
  const nameless: readonly (CellKind | undefined)[] = [cellKinds.blank, cellKinds.number];
  return named.some((at) => at <= last && nameless.includes(cells[at]?.kind));
}
