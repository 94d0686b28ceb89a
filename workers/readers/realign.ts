import type { ColumnProfile } from './column-profile';
import { Search, type Cells, type Reading, type RepairKind } from './search';
import { readRecord, type Dialect } from './tokenize';

/** A record put right: its cells, and the field (1-based) where it was wrong. */
export interface Realigned {
  readonly cells: readonly string[];
  readonly kind: RepairKind;
  readonly field: number;
}

/** Longest record that is looked at: the ways to cut it grow with its length. */
const longestRecord = 6000;

/** How much likelier than the next best a reading must be, as a natural logarithm. */
const margin = 2.5;

/**
 * Reads a record that doesn't come out right in the one way that puts every cell under a column of its kind. One thing
 * may be wrong with it: a delimiter too many or too few, or a stray quote.
 * @param line the record without the mark at its end
 * @returns null where no reading puts every cell under a column that has such, or where two do
 */
export function realign(
  line: string,
  dialect: Dialect,
  columns: readonly ColumnProfile[],
): Realigned | null {
  if (line.length > longestRecord) return null;
  const best = clearBest(new Search(line, dialect, columns, false).best());
  if (!best || best.kind === null) return null;
  return { cells: listed(best.cells), kind: best.kind, field: best.field };
}

/** Reads a record that is written with another delimiter; some of its delimiters may be characters of a cell. */
export function readUnder(
  line: string,
  dialect: Dialect,
  columns: readonly ColumnProfile[],
): Realigned | null {
  const { cells } = readRecord(line, 0, dialect);
  if (line.length > longestRecord || cells.length * 2 > columns.length) return null;
  for (const delimiter of [',', ';', '\t', '|', ' ']) {
    if (delimiter === dialect.delimiter || !line.includes(delimiter)) continue;
    const best = clearBest(new Search(line, { ...dialect, delimiter }, columns, true).best());
    if (best) return { cells: listed(best.cells), kind: 'delimiter', field: 1 };
  }
  return null;
}

/** The best reading, where no other comes near. */
function clearBest([best, second]: readonly Reading[]): Reading | null {
  return best && (!second || best.score - second.score >= margin) ? best : null;
}

function listed(cells: Cells | null): string[] {
  const list: string[] = [];
  for (let at = cells; at; at = at.rest) list.push(at.cell);
  return list;
}
