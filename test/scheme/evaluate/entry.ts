import { leaves, measuresOf, treeNodes, rootId, type LeafTreeNode } from '../../../src/scheme/tree';
import type { Scheme } from '../../../src/scheme/shape';
import { groupBy, keyOf, type Cell } from './cells';
import { meets, periodsWithFigures, type Known } from './context';

/** A subject that is assessed in a period, and the track that it is compared in. */
export interface Entry extends Cell {
  readonly track: string;
  readonly year: number | null;
  readonly number: number;
}

const oneTrack = '*';

export function entriesOf(scheme: Scheme, known: Known): Entry[] {
  const filled = periodsWithFigures(scheme, known.data);
  const periods = known.data.periods.filter(({ id }) => filled.includes(id));
  const { track, where, smallest } = scheme.subject;
  const all = known.data.subjects
    .filter((subject) => track !== 'roster' || subject.track !== null)
    .flatMap((subject) =>
      periods.map(({ id, year, number }) => {
        const cell = { subject: subject.id, period: id };
        return { ...cell, year, number, track: trackOf(scheme, cell, known) };
      }),
    )
    .filter((cell) => !where || meets(where, cell, known));
  if (smallest?.join !== 'all') return all;
  const sizes = groupBy(all, ({ period, track: own }) => `${period} ${own}`);
  return all.map((one) => {
    const size = sizes.get(`${one.period} ${one.track}`)?.length ?? 0;
    return size < smallest.size ? { ...one, track: oneTrack } : one;
  });
}

function trackOf(scheme: Scheme, cell: Cell, known: Known): string {
  const { track } = scheme.subject;
  if (track === 'none') return oneTrack;
  if (track === 'roster') return known.words('track', cell) ?? '';
  if ('attribute' in track) return known.words(track.attribute, cell) ?? oneTrack;
  if ('parts' in track) return String(reportedParts(scheme, cell, known, track.least));
  const value = known.measure(track.measure, cell);
  if (value === undefined) return oneTrack;
  const reached = track.bounds.filter((bound) => value >= bound);
  return reached.length === 0 ? `< ${Math.min(...track.bounds)}` : `≥ ${Math.max(...reached)}`;
}

function reportedParts(scheme: Scheme, cell: Cell, known: Known, least: number): number {
  const nodes = treeNodes(scheme.score);
  return nodes.filter(({ id, parent }) => {
    if (parent !== rootId) return false;
    const own = leavesUnder(scheme, id).filter((leaf) => hasFigures(leaf, cell, known));
    return own.length >= least;
  }).length;
}

/** The indicators under a part, or the part itself. */
export function leavesUnder(scheme: Scheme, part: string): LeafTreeNode[] {
  const nodes = treeNodes(scheme.score);
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  return leaves(scheme.score).filter(({ id }) => {
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null)
      if (at === part) return true;
    return false;
  });
}

function hasFigures(leaf: LeafTreeNode, cell: Cell, known: Known): boolean {
  const { from } = leaf.node;
  if (from && 'marks' in from && !Array.isArray(from.marks)) {
    const { measure } = from.marks;
    return known.data.marks.some((one) => one.measure === measure && keyOf(one) === keyOf(cell));
  }
  return measuresOf(leaf.node).some((measure) => known.measure(measure, cell) !== undefined);
}
