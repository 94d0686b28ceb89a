import { townStem } from '../names';
import { composed, indexParts } from './composition';
import type { Draft } from './draft';
import { groupBy } from '../../model/group-by';
import { cover, isBefore, type Span } from './span';
import { mayBeOne, type Trace } from './trace';

/**
 * What may have become of subjects that are seen no more, by those that are seen for the first time after them: in
 * their town under a name made of theirs, or under the same name as another kind or in another town.
 */
export function changesOfGoneAndNew(traces: readonly Trace[]): Draft[] {
  const dated = traces.filter(({ span }) => span !== null);
  const inTowns = groupBy(dated, ({ townKey }) => townKey).flatMap((town) => changesInTown(town));
  const explained = new Set(inTowns.flatMap(({ from, to }) => [...from, ...to]));
  const rest = dated.filter((trace) => !explained.has(trace));
  return [...inTowns, ...moves(rest, rest.map(({ span }) => span).reduce(cover, null))];
}

/** Where nearly all names of a large town are other ones, parts of names in common say nothing. */
const mostPairs = 2500;

function changesInTown(traces: readonly Trace[]): Draft[] {
  const whole = traces.map(({ span }) => span).reduce(cover, null);
  const { gone, fresh } = comersAndGoers(traces, whole);
  if (gone.length === 0 || fresh.length === 0) return [];
  const kinds = changesOfKind(gone, fresh);
  const settled = new Set(kinds.flatMap(({ from, to }) => [...from, ...to]));
  const left = gone.filter((trace) => !settled.has(trace));
  const come = fresh.filter((trace) => !settled.has(trace));
  if (left.length * come.length > mostPairs) return kinds;
  const byGone = indexParts(left);
  const byCome = indexParts(come);
  const merged = come.flatMap((to): Draft[] => {
    const found = composed(to, byGone, (part) => follows(part, to));
    return found
      ? [{ kind: 'merged', from: found.parts, to: [to], confidence: found.confidence }]
      : [];
  });
  const split = left.flatMap((from): Draft[] => {
    const found = composed(from, byCome, (part) => follows(from, part));
    return found
      ? [{ kind: 'split', from: [from], to: found.parts, confidence: found.confidence }]
      : [];
  });
  return [...kinds, ...merged, ...split];
}

function comersAndGoers(traces: readonly Trace[], whole: Span | null) {
  const gone = traces.filter(({ span }) => span && whole && span.end < whole.end);
  const fresh = traces.filter(({ span }) => span && whole && span.start > whole.start);
  return { gone, fresh };
}

function follows(before: Trace, after: Trace): boolean {
  return isBefore(before.span, after.span) && mayBeOne(before, after);
}

/** 前进村 is gone and 前进社区 has come: a village has become a community. */
function changesOfKind(gone: readonly Trace[], fresh: readonly Trace[]): Draft[] {
  return followers(gone, fresh, ({ stem }) => stem).flatMap(({ from, to }): Draft[] => {
    if (from.matchKey === to.matchKey) return [];
    const kind = from.ref.code !== null && to.ref.code !== null ? 'recoded' : 'renamed';
    return [{ kind, from: [from], to: [to], confidence: 'medium' }];
  });
}

/** The same name in another town. */
function moves(traces: readonly Trace[], whole: Span | null): Draft[] {
  const { gone, fresh } = comersAndGoers(traces, whole);
  return followers(gone, fresh, ({ matchKey }) => matchKey).flatMap(({ from, to }): Draft[] => {
    if (from.townKey === to.townKey || from.townKey === '' || to.townKey === '') return [];
    return [{ kind: 'moved', from: [from], to: [to], confidence: sureOfMove(from, to) }];
  });
}

function sureOfMove(from: Trace, to: Trace): Draft['confidence'] {
  if (townStem(from.townKey) === townStem(to.townKey)) return 'high';
  const suffix = ({ ref }: Trace) => (/^\d{12}$/.test(ref.code ?? '') ? ref.code?.slice(9) : null);
  const known = suffix(from);
  return known !== null && known === suffix(to) ? 'medium' : 'low';
}

/** One that is gone and one that has come after it, where there is no other of either kind with the same key. */
function followers(
  gone: readonly Trace[],
  fresh: readonly Trace[],
  keyOf: (trace: Trace) => string,
): { from: Trace; to: Trace }[] {
  const comers = new Map(groupBy(fresh, keyOf).map((group) => [keyOf(group[0] as Trace), group]));
  return groupBy(gone, keyOf).flatMap((before) => {
    const [from] = before;
    const after = from ? comers.get(keyOf(from)) : undefined;
    const [to] = after ?? [];
    const isOnly = before.length === 1 && after?.length === 1;
    return from && to && isOnly && from !== to && follows(from, to) ? [{ from, to }] : [];
  });
}
