import type { CheckedRow } from './checked-table';

/** A row with its rank and what it is ranked by. */
export interface Place {
  readonly row: CheckedRow;
  readonly rank: number;
  readonly score: number;
}

/** A row that is out of order, and one that it contradicts. */
export interface Contradiction {
  readonly place: Place;
  readonly against: Place;
}

/**
 * The fewest rows whose removal leaves ranks and scores in one order; one row with a wrong score is one, not all that it
 * has passed over.
 * @param sign 1 where the highest score is first, -1 where the lowest is
 */
export function outOfOrder(places: readonly Place[], sign: 1 | -1): Contradiction[] {
  const order = places.toSorted((a, b) => a.rank - b.rank || sign * (b.score - a.score));
  const kept = longestFalling(order.map(({ score }) => sign * score));
  const inOrder = order.filter((_, index) => kept.has(index));
  return order.flatMap((place, index) => {
    const against = kept.has(index) ? undefined : contradicted(place, inOrder, sign);
    return against ? [{ place, against }] : [];
  });
}

/** The first of rows in order that stands before a place with a lower score, or behind it with a higher one. */
function contradicted(
  { rank, score }: Place,
  inOrder: readonly Place[],
  sign: 1 | -1,
): Place | undefined {
  const lower = inOrder[firstOf(inOrder, (other) => sign * (other.score - score) < 0)];
  if (lower && lower.rank < rank) return lower;
  const behind = inOrder[firstOf(inOrder, (other) => other.rank > rank)];
  return behind && sign * (behind.score - score) > 0 ? behind : undefined;
}

/** Index of the first for which it is so, where it is so for all after that. */
function firstOf(places: readonly Place[], isSo: (place: Place) => boolean): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place && isSo(place)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Indexes of the longest sequence of values that never rises. */
export function longestFalling(values: readonly number[]): Set<number> {
  /** `ends[k]` is the index of the highest value that can end a sequence of k + 1. */
  const ends: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) >= value) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index);
  return kept;
}
