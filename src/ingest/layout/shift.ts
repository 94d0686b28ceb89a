import { filledShare, type Tally } from './profile';

/** Rows on each side without which nothing is said. */
const fewestRows = 3;

/** From 0 to 1: how far the columns hold other kinds of cells below a row than above it, as where a table begins anew. */
export function shiftBetween(above: readonly Tally[], below: readonly Tally[]): number {
  if ((above[0]?.rows ?? 0) < fewestRows || (below[0]?.rows ?? 0) < fewestRows) return 0;
  let moved = 0;
  let used = 0;
  for (const [column, over] of above.entries()) {
    const under = below[column];
    if (!under) continue;
    moved += difference(over, under);
    used += Math.max(filledShare(over), filledShare(under));
  }
  return used === 0 ? 0 : Math.min(1, moved / used);
}

/** Share of the cells of a column that are of another kind. */
function difference(over: Tally, under: Tally): number {
  return Math.max(
    Math.abs(over.number / over.rows - under.number / under.rows),
    Math.abs(over.code / over.rows - under.code / under.rows),
    Math.abs(over.text / over.rows - under.text / under.rows),
  );
}
