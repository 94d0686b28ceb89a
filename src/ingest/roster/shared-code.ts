import { townStem } from '../names';
import type { Draft } from './draft';
import type { Entry } from './entry';
import { groupBy } from '../../model/group-by';
import type { Matched } from './match';
import { isBefore } from './span';
import { commonRef, neverTogether, traceOf, type Trace } from './trace';
import type { Words } from './words';

/** Subjects that bear two names, or stand in two towns, under one code. */
export function changesUnderOneCode({ register, outcomes }: Matched): Draft[] {
  const byEntry = new Map<Entry, Words[]>();
  for (const outcome of outcomes) {
    if (outcome.kind !== 'matched') continue;
    const { words, entry } = outcome;
    if (words.code === null || words.code !== entry.code || words.codeOnly) continue;
    const list = byEntry.get(entry);
    if (list) list.push(words);
    else byEntry.set(entry, [words]);
  }
  return [...byEntry].flatMap(([entry, words]) => {
    const bornElsewhere = (trace: Trace) =>
      register
        .findByName({ ...trace, nameKey: trace.matchKey })
        .some((other) => other !== entry && other.code !== null);
    return [...renamed(entry, words, bornElsewhere), ...moved(entry, words)];
  });
}

function renamed(
  entry: Entry,
  words: readonly Words[],
  bornElsewhere: (trace: Trace) => boolean,
): Draft[] {
  if (words.every(({ stem }) => stem === words[0]?.stem)) return [];
  const traces = tracesBy(entry, words, ({ stem }) => stem);
  return pairs(traces, entry).flatMap(([from, to]): Draft[] => {
    if (!from.span || !to.span)
      return neverTogether(from, to)
        ? [{ kind: 'renamed', from: [from], to: [to], confidence: 'medium' }]
        : [];
    if (!isBefore(from.span, to.span)) return [];
    // the codes of two villages may have been exchanged instead
    const exchanged = bornElsewhere(from) || bornElsewhere(to);
    return [{ kind: 'renamed', from: [from], to: [to], confidence: exchanged ? 'low' : 'high' }];
  });
}

/** A town that has become another kind of town (云岭乡, 云岭镇) is no move. */
function moved(entry: Entry, words: readonly Words[]): Draft[] {
  const placed = words.filter(({ townKey }) => townKey !== '');
  if (placed.every(({ townKey }) => townKey === placed[0]?.townKey)) return [];
  const traces = tracesBy(entry, placed, ({ townKey }) => townKey);
  return pairs(traces, entry).flatMap(([from, to]): Draft[] => {
    const isMove =
      isBefore(from.span, to.span) &&
      from.stem === to.stem &&
      townStem(from.townKey) !== townStem(to.townKey);
    return isMove ? [{ kind: 'moved', from: [from], to: [to], confidence: 'high' }] : [];
  });
}

function tracesBy(entry: Entry, words: readonly Words[], keyOf: (words: Words) => string): Trace[] {
  return groupBy(words, keyOf).map((group) => traceOf(commonRef(group), group, entry));
}

/** Each with the next in time; where the time is not known, what the subject is called comes last. */
function pairs(traces: readonly Trace[], entry: Entry): [Trace, Trace][] {
  const { name } = entry;
  const sorted = traces.toSorted(
    (one, other) =>
      (one.span?.start ?? 0) - (other.span?.start ?? 0) ||
      Number(one.ref.name === name) - Number(other.ref.name === name) ||
      (one.ref.name < other.ref.name ? -1 : 1),
  );
  return sorted.slice(1).flatMap((to, index): [Trace, Trace][] => {
    const from = sorted[index];
    return from ? [[from, to]] : [];
  });
}
