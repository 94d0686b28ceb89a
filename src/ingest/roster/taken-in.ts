import { simplified } from '../simplified';
import type { Draft } from './draft';
import { groupBy } from '../../model/group-by';
import type { Mention } from './mention';
import { cover, isBefore, spanOf, type Span } from './span';
import { mayBeOne, type Trace } from './trace';

/**
 * Mergers that names do not show: subjects that are seen no more and that another has taken in, which keeps its own
 * name or has a new one. What speaks for it are the words of a row (并入, 合并) or figures such as people and
 * households, which in the one that goes on grew by those of the one that is gone.
 */
export function takenIn(traces: readonly Trace[]): Draft[] {
  const dated = traces.filter(({ span }) => span !== null);
  return groupBy(dated, ({ townKey }) => townKey).flatMap(inTown);
}

interface Reason {
  readonly gone: Trace;
  readonly by: Trace;
  readonly confidence: Draft['confidence'];
}

function inTown(traces: readonly Trace[]): Draft[] {
  const whole = traces.map(({ span }) => span).reduce(cover, null);
  const gone = traces.filter(({ span }) => span && whole && span.end < whole.end);
  const reasons = gone.flatMap((one) => reasonFor(one, traces) ?? []);
  return groupBy(
    reasons,
    ({ by, gone: { span } }) => `${keyOf(by)}\u001f${span?.end ?? ''}`,
  ).flatMap(toDraft);
}

function keyOf({ ref, districtKey }: Trace): string {
  return [districtKey, ref.code, ref.town, ref.name].join('\u001f');
}

/** Words before figures; neither where they point to several. */
function reasonFor(gone: Trace, traces: readonly Trace[]): Reason | null {
  const later = traces.filter((by) => {
    return by !== gone && (by.span?.end ?? 0) > (gone.span?.end ?? 0) && mayBeOne(gone, by);
  });
  const [told, ...others] = later.filter((by) => saysSo(gone, by));
  if (told) return others.length === 0 ? { gone, by: told, confidence: 'high' } : null;
  const grown = later.flatMap((by) => {
    const confidence = growthOf(gone, by);
    return confidence ? [{ gone, by, confidence }] : [];
  });
  return grown.length === 1 ? (grown[0] ?? null) : null;
}

const merging = /[合归]并|并入|撤并/;

/** A row of one of them speaks of a merger and names the other. */
function saysSo(gone: Trace, by: Trace): boolean {
  const says = (own: Trace, other: Trace) =>
    other.stem.length > 1 &&
    mentionsOf(own).some(({ remark }) => {
      const words = simplified(remark ?? '');
      return merging.test(words) && words.includes(other.stem);
    });
  return says(by, gone) || says(gone, by);
}

/** Share by which a growth may differ from what the other had, and how large that has to be beside it to be told apart. */
const tolerance = 0.15;
const smallestShare = 0.08;

/** How sure the figures make it: two kinds of them agree, or one; null where none speaks for it, or one against. */
function growthOf(gone: Trace, by: Trace): Draft['confidence'] | null {
  const end = gone.span;
  if (!end) return null;
  const measures = new Set(mentionsOf(gone).flatMap(({ sizes }) => Object.keys(sizes ?? {})));
  const votes = [...measures].flatMap((measure) => {
    const had = lastSize(gone, measure, end);
    const before = lastSize(by, measure, end);
    const after = firstSize(by, measure, end);
    if (had === null || before === null || after === null) return [];
    if (had <= 0 || had < before * smallestShare) return [];
    return [Math.abs(after - before - had) <= had * tolerance];
  });
  if (votes.length === 0 || votes.includes(false)) return null;
  return votes.length > 1 ? 'high' : 'medium';
}

interface Sized {
  readonly span: Span;
  readonly size: number;
}

function sizesOf(trace: Trace, measure: string): Sized[] {
  return mentionsOf(trace).flatMap(({ period, sizes }) => {
    const span = period ? spanOf(period) : null;
    const size = sizes?.[measure];
    return span && size !== undefined ? [{ span, size }] : [];
  });
}

function lastSize(trace: Trace, measure: string, end: Span): number | null {
  const until = sizesOf(trace, measure).filter(({ span }) => span.end <= end.end);
  return (
    until.reduce<Sized | null>((one, other) => {
      return one && one.span.end >= other.span.end ? one : other;
    }, null)?.size ?? null
  );
}

function firstSize(trace: Trace, measure: string, end: Span): number | null {
  const after = sizesOf(trace, measure).filter(({ span }) => isBefore(end, span));
  return (
    after.reduce<Sized | null>((one, other) => {
      return one && one.span.start <= other.span.start ? one : other;
    }, null)?.size ?? null
  );
}

function mentionsOf({ words }: Trace): readonly Mention[] {
  return words.flatMap(({ mentions }) => mentions);
}

/** One that goes on under its name is on both sides, before and after. One that is new has to have taken in several. */
function toDraft(reasons: readonly Reason[]): Draft[] {
  const [first] = reasons;
  const end = first?.gone.span;
  if (!first || !end) return [];
  const { by } = first;
  const gone = reasons.map((reason) => reason.gone);
  const isSure = reasons.every(({ confidence }) => confidence === 'high');
  const confidence = isSure ? 'high' : 'medium';
  const before = seen(by, (span) => span.end <= end.end);
  if (!before.span && gone.length < 2) return [];
  const from = before.span ? [before, ...gone] : gone;
  const to = [seen(by, (span) => isBefore(end, span))];
  return [{ kind: 'merged', from, to, confidence }];
}

/** A trace with the time of some of its mentions alone. */
function seen(trace: Trace, isIn: (span: Span) => boolean): Trace {
  const spans = mentionsOf(trace).map(({ period }) => (period ? spanOf(period) : null));
  return { ...trace, span: spans.filter((span) => span && isIn(span)).reduce(cover, null) };
}
