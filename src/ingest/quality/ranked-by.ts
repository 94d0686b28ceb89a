import type { CheckedColumn, CheckedRow, CheckedTable } from './checked-table';
import { isNumbering, isRank, isScore } from './kinds-of-column';
import { longestFalling, type Place } from './out-of-order';

/** What a column of ranks follows: a column, within groups of rows, from the highest down (1) or the lowest up (-1). */
export interface Ranking {
  readonly score: CheckedColumn;
  readonly groups: readonly (readonly Place[])[];
  readonly sign: 1 | -1;
}

const fewestRows = 5;
/** A short table may seem to follow any column; there the header has to say that it is a score. */
const enoughRows = 10;
const mostWrong = 0.2;

/** The column that most ranks agree with, over the whole table or within groups of it; null where none explains them. */
export function rankedBy(
  { columns, rows }: CheckedTable,
  data: readonly CheckedRow[],
  rankAt: number,
): Ranking | null {
  const ranked = data.filter(({ numbers }) => isPlace(numbers[rankAt] ?? null));
  if (ranked.length < fewestRows) return null;
  const scopes = [() => '', sectionOf(rows), ...groupings(columns, ranked)];
  let best: Ranking | null = null;
  let bestShare = 1 - mostWrong;
  for (const [at, score] of nearestFirst(columns, rankAt)) {
    if (!score.numeric || isRank(score) || isNumbering(score)) continue;
    for (const scope of scopes) {
      const groups = groupBy(toPlaces(ranked, rankAt, at), scope);
      for (const sign of [1, -1] as const) {
        const share = agreement(groups, sign);
        const sure = isScore(score) || (ranked.length >= enoughRows && sign > 0);
        if (!sure && share < 1) continue;
        if (share > bestShare || (share === bestShare && best === null)) {
          [best, bestShare] = [{ score, groups, sign }, share];
        }
      }
    }
  }
  return best;
}

function isPlace(value: number | null): boolean {
  return value !== null && Number.isInteger(value) && value > 0;
}

/** A rank mostly stands right of what it ranks by. */
function nearestFirst(
  columns: readonly CheckedColumn[],
  rankAt: number,
): (readonly [number, CheckedColumn])[] {
  const distance = (at: number) => (at < rankAt ? rankAt - at : at - rankAt + 0.5);
  return columns
    .map((column, at) => [at, column] as const)
    .toSorted(([one], [other]) => distance(one) - distance(other));
}

function toPlaces(rows: readonly CheckedRow[], rankAt: number, at: number): Place[] {
  return rows.flatMap((row) => {
    const [rank, score] = [row.numbers[rankAt] ?? null, row.numbers[at] ?? null];
    return rank === null || score === null ? [] : [{ row, rank, score }];
  });
}

type Scope = (row: CheckedRow) => string;

/** Rows between the same totals and groups. */
function sectionOf(rows: readonly CheckedRow[]): Scope {
  const sections = new Map<CheckedRow, string>();
  let number = 0;
  for (const row of rows) {
    if (row.kind === 'total' || row.kind === 'group') number += 1;
    sections.set(row, String(number));
  }
  return (row) => sections.get(row) ?? '';
}

/** Columns of words that part the rows into a few groups: towns, classes. */
function groupings(columns: readonly CheckedColumn[], rows: readonly CheckedRow[]): Scope[] {
  return columns.flatMap((column, at) => {
    if (column.numeric) return [];
    const words = new Set(rows.map(({ cells }) => cells[at]?.trim() ?? ''));
    const few = words.size > 1 && words.size <= rows.length / 3;
    return few ? [(row: CheckedRow) => row.cells[at]?.trim() ?? ''] : [];
  });
}

function groupBy(places: readonly Place[], scope: Scope): Place[][] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = scope(place.row);
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}

/** Share of the rows that are in one order with their scores; 0 where ranks or scores hardly differ. */
function agreement(groups: readonly (readonly Place[])[], sign: 1 | -1): number {
  const all = groups.flat();
  const most = groups.reduce((longest, { length }) => Math.max(longest, length), 0);
  if (most < fewestRows || all.length < fewestRows) return 0;
  if (new Set(all.map(({ score }) => score)).size < all.length / 3) return 0;
  const kept = groups.map((group) => {
    const order = group.toSorted((a, b) => a.rank - b.rank || sign * (b.score - a.score));
    // within the whole table, ranks that come again and again are those of groups
    const ranks = new Set(group.map(({ rank }) => rank)).size;
    if (ranks < group.length / 2) return 0;
    return longestFalling(order.map(({ score }) => sign * score)).size;
  });
  return kept.reduce((sum, size) => sum + size, 0) / all.length;
}
