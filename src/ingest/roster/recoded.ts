import type { Draft } from './draft';
import { groupBy } from '../../model/group-by';
import type { Matched, Outcome } from './match';
import { isBefore } from './span';
import { commonRef, mayBeOne, neverTogether, traceOf, type Trace } from './trace';
import type { Words } from './words';

interface Coded {
  readonly words: Words;
  readonly code: string;
}

/** One town and name under two codes at different times. */
export function changesOfCode({ register, outcomes }: Matched): Draft[] {
  const coded = outcomes.filter(isNamed).flatMap(({ words }): Coded[] => {
    return words.code === null || words.codeOnly ? [] : [{ words, code: words.code }];
  });
  const places = groupBy(coded, ({ words }) => `${words.townKey}\u001f${words.matchKey}`);
  return places.flatMap((group) => {
    if (group.every(({ code }) => code === group[0]?.code)) return [];
    const traces = groupBy(group, ({ code }) => code).flatMap((same): Trace[] => {
      const words = same.map((one) => one.words);
      const [first] = words;
      const entry = first ? register.byCode(first) : null;
      return [traceOf(commonRef(words), words, entry && entry.words.length > 0 ? entry : null)];
    });
    return pairs(traces).flatMap(([from, to]) => compare(from, to));
  });
}

function isNamed({ kind }: Outcome): boolean {
  return kind !== 'aside';
}

function compare(from: Trace, to: Trace): Draft[] {
  const isOne = from.entry !== null && from.entry === to.entry;
  if (isOne || !mayBeOne(from, to)) return [];
  const draft = { kind: 'recoded', from: [from], to: [to] } as const;
  if (isBefore(from.span, to.span))
    return [{ ...draft, confidence: from.townKey === '' ? 'low' : 'high' }];
  const undated = from.span === null && to.span === null;
  return undated && neverTogether(from, to) ? [{ ...draft, confidence: 'medium' }] : [];
}

/** Each with the next in time; where the time is not known, a code of the roster comes last. */
function pairs(traces: readonly Trace[]): [Trace, Trace][] {
  const sorted = traces.toSorted(
    (one, other) =>
      (one.span?.start ?? 0) - (other.span?.start ?? 0) ||
      Number(one.entry !== null) - Number(other.entry !== null) ||
      ((one.ref.code ?? '') < (other.ref.code ?? '') ? -1 : 1),
  );
  return sorted.slice(1).flatMap((to, index): [Trace, Trace][] => {
    const from = sorted[index];
    return from ? [[from, to]] : [];
  });
}
