import { cellKinds, type CellKind } from './cells';
import type { GridRow } from './grid';
import { filledShare, type Tally } from './profile';

/** Rows of which fewer are given than this, and fewer than on the other side, may be those of a header or of notes. */
const fewRows = 6;

/** From 0 to 1: how alike a row is to those below or above it, whichever is more. */
export function likenessOf(row: GridRow, below: readonly Tally[], above: readonly Tally[]): number {
  const [under = 0, over = 0] = [below[0]?.rows, above[0]?.rows];
  if (over < fewRows && over < under) return likeness(row, below);
  if (under < fewRows && under < over) return likeness(row, above);
  return Math.max(likeness(row, below), likeness(row, above));
}

/**
 * How far the cells of a row are what most others of their columns are. Cells that it lacks count less than those that
 * it has: data has blanks.
 */
function likeness(row: GridRow, around: readonly Tally[]): number {
  let alike = 0;
  let lacking = 0;
  let missed = 0;
  around.forEach((tally, column) => {
    if (tally.rows === 0) return;
    const kind = row.cells[column]?.kind ?? cellKinds.blank;
    const filled = filledShare(tally);
    if (kind !== cellKinds.blank) alike += shareOf(kind, tally, filled);
    else if (filled > 0.5) {
      lacking += 1;
      missed += filled;
    }
  });
  const compared = row.filled.length + lacking;
  const overall = (alike + lacking - missed) / compared;
  return row.filled.length === 1 ? overall : 0.4 * overall + (0.6 * alike) / row.filled.length;
}

function shareOf(kind: CellKind, tally: Tally, filled: number): number {
  if (kind === cellKinds.missing) return filled;
  const same =
    kind === cellKinds.number ? tally.number : kind === cellKinds.text ? tally.text : tally.code;
  return Math.min(1, (same + tally.missing) / tally.rows);
}
