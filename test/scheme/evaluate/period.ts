import { rootId } from '../../../src/scheme/tree';
import type { Quota, Scheme, Ties, Veto } from '../../../src/scheme/shape';
import { groupBy, keyOf, mean, same, sum, type Cell, type Values } from './cells';
import { meets, type Known } from './context';
import type { Entry } from './entry';
import { roundDecimal } from './round';

/** A subject's score in a period; null where it is unrated. */
export interface Scored extends Entry {
  readonly score: number | null;
}

/** A rated subject with its place. */
export interface Ranked extends Entry {
  readonly score: number;
  readonly rank: number;
  /** Those ranked better, plus one. */
  readonly position: number;
  /** Those with the same figure. */
  readonly tied: number;
  /** Those ranked together. */
  readonly rated: number;
}

export type Nodes = ReadonlyMap<string, Values>;

export function vetoesOf(scheme: Scheme, cell: Cell, known: Known, nodes: Nodes): Veto[] {
  return scheme.vetoes.filter(({ when }) => meets(when, cell, known, nodes));
}

export function scoresOf(
  scheme: Scheme,
  entries: readonly Entry[],
  known: Known,
  nodes: Nodes,
): Scored[] {
  const own = entries.map((entry): Scored => {
    const effects = vetoesOf(scheme, entry, known, nodes).map(({ effect }) => effect);
    if (effects.includes('exclude')) return { ...entry, score: null };
    if (effects.includes('zero')) return { ...entry, score: 0 };
    return { ...entry, score: nodes.get(rootId)?.get(keyOf(entry)) ?? null };
  });
  return scheme.rollUp ? rolledUp(scheme, own) : own;
}

const perYear = { month: 12, bimonth: 6, quarter: 4, half: 2, year: 1, round: 1 };

function rolledUp({ rollUp, cadence }: Scheme, own: readonly Scored[]): Scored[] {
  if (!rollUp) return [...own];
  const inOne = perYear[cadence] / perYear[rollUp.to];
  const letter = rollUp.to === 'quarter' ? 'Q' : 'H';
  const longer = (one: Scored) => Math.floor((one.number - 1) / inOne) + 1;
  const groups = groupBy(own, (one) => `${one.subject} ${one.year ?? ''} ${longer(one)}`);
  return [...groups.values()].flatMap((group): Scored[] => {
    const ordered = group.toSorted((a, b) => a.number - b.number);
    const latest = ordered.at(-1);
    if (!latest) return [];
    const scores = ordered.flatMap(({ score }) => score ?? []);
    const complete = rollUp.missing === 'present' || scores.length === inOne;
    const value = complete ? together(rollUp.combine, scores) : null;
    const score = value === null || !rollUp.round ? value : roundDecimal(value, rollUp.round);
    const number = longer(latest);
    return [{ ...latest, period: `${latest.year ?? ''}${letter}${number}`, number, score }];
  });
}

/** Figures in the order of time as one. */
export function together(
  combine: 'sum' | 'mean' | 'last' | 'best',
  figures: readonly number[],
): number | null {
  if (figures.length === 0) return null;
  if (combine === 'sum') return sum(figures);
  if (combine === 'mean') return mean(figures);
  return combine === 'last' ? (figures.at(-1) ?? null) : Math.max(...figures);
}

export function ranksOf(scheme: Scheme, scores: readonly Scored[], nodes: Nodes): Ranked[] {
  const { within, ties } = scheme.rank;
  const { smallest } = scheme.subject;
  const sizes = groupBy(scores, ({ period, track }) => `${period} ${track}`);
  const rated = scores.filter(isRated).filter((one) => {
    if (smallest?.join !== 'unranked') return true;
    return (sizes.get(`${one.period} ${one.track}`)?.length ?? 0) >= smallest.size;
  });
  const keys = rankKeys(scheme, nodes);
  const groups = groupBy(rated, (one) =>
    within === 'track' ? `${one.period} ${one.track}` : one.period,
  );
  return [...groups.values()].flatMap((group) => placesIn(group, keys, ties));
}

/** What decides places: the score, then the tie-break keys. */
export function rankKeys({ rank: { first, round, then } }: Scheme, nodes: Nodes): Key<Rated>[] {
  return [
    { of: ({ score }) => (round ? roundDecimal(score, round) : score), first },
    ...then.map((key): Key<Rated> => ({
      of: (one) => nodes.get(key.node)?.get(keyOf(one)) ?? null,
      first: key.first,
    })),
  ];
}

type Rated = Scored & { readonly score: number };

function isRated(one: Scored): one is Rated {
  return one.score !== null;
}

export interface Key<T> {
  readonly of: (one: T) => number | null;
  readonly first: 'highest' | 'lowest';
}

export interface Placed {
  readonly rank: number;
  readonly position: number;
  readonly tied: number;
  readonly rated: number;
}

/** Places within a group by keys in order; where a key is absent the subject comes after those that have it. */
export function placesIn<T extends { readonly subject: string }>(
  group: readonly T[],
  keys: readonly Key<T>[],
  ties: Ties,
): (T & Placed)[] {
  const before = (one: T, other: T) => {
    for (const { of, first } of keys) {
      const [a, b] = [of(one), of(other)];
      if (a === null || b === null) {
        if (a === b) continue;
        return b === null;
      }
      if (!same(a, b)) return first === 'highest' ? a > b : a < b;
    }
    return false;
  };
  const equal = (one: T, other: T) => !before(one, other) && !before(other, one);
  return group.map((one) => {
    const better = group.filter((other) => before(other, one));
    const alike = group.filter((other) => equal(one, other));
    const position = better.length + 1;
    const distinct = better.filter(
      (other, index) => better.findIndex((another) => equal(another, other)) === index,
    );
    const rank = {
      competition: position,
      dense: distinct.length + 1,
      ordinal: position + alike.filter(({ subject }) => subject < one.subject).length,
    }[ties];
    return { ...one, rank, position, tied: alike.length, rated: group.length };
  });
}

/** Places of a quota among so many. */
export function placesOf(quota: Quota, rated: number): number {
  if ('count' in quota) return quota.count;
  const exact = Number((quota.share * rated).toPrecision(12));
  if (quota.round === 'down') return Math.floor(exact);
  return quota.round === 'up' ? Math.ceil(exact) : Math.floor(exact + 0.5);
}

/** Whether the last of those tied with a subject is within a quota, or its first. */
export function inQuota(
  quota: Quota,
  { position, tied, rated }: Placed,
  atQuota: 'exclude' | 'include',
): boolean {
  const last = atQuota === 'exclude' ? position + tied - 1 : position;
  return last <= placesOf(quota, rated);
}
