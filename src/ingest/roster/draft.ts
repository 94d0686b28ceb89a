import type { ChangeKind, Evidence, Proposal } from '../../model/crosswalk';
import { changeId } from '../crosswalk';
import { likeness } from './likeness';
import { lostBytes } from './lost-bytes';
import { isBefore } from './span';
import type { Trace } from './trace';

/** A change that was found, before it is put into words for the user. */
export interface Draft {
  readonly kind: ChangeKind;
  readonly from: readonly Trace[];
  readonly to: readonly Trace[];
  readonly confidence: Proposal['confidence'];
}

export function toProposal({ kind, from, to, confidence }: Draft): Proposal {
  const inOrder = (traces: readonly Trace[]) =>
    traces
      .map(({ ref }) => ref)
      .sort((one, other) => (changeId(only(one)) < changeId(only(other)) ? -1 : 1));
  const change = { kind, from: inOrder(from), to: inOrder(to) };
  const evidence = evidenceOf(from, to);
  return {
    id: changeId(change),
    ...change,
    since: evidence.seenUntil === null || kind === 'alias' ? null : evidence.seenFrom,
    evidence,
    confidence,
    subjects: [...new Set([...from, ...to].flatMap(({ entry }) => entry?.id ?? []))].sort(),
  };
}

function only(ref: Trace['ref']) {
  return { kind: 'alias', from: [ref], to: [] } as const;
}

function evidenceOf(from: readonly Trace[], to: readonly Trace[]): Evidence {
  const all = [...from, ...to];
  const [first] = all;
  const code = first?.ref.code ?? null;
  const sameCode = code !== null && all.every(({ ref }) => ref.code === code);
  // one that goes on under its name stands on both sides
  const pairs = from.flatMap((one) =>
    to.map((other) => (isOne(one, other) ? 0 : likeness(one.stem, other.stem))),
  );
  const ordered = from.every((one) => to.every((other) => isBefore(one.span, other.span)));
  const until = from.flatMap(({ span }) => span ?? []).reduce(later, null);
  const since = to.flatMap(({ span }) => span ?? []).reduce(earlier, null);
  return {
    code: sameCode ? code : null,
    sameCode,
    sameTown: all.every(({ townKey }) => townKey === first?.townKey),
    likeness: Math.round(Math.max(...pairs) * 100) / 100,
    lostBytes: from.some(({ ref }) => lostBytes(ref.name)),
    seenUntil: ordered ? (until?.last ?? null) : null,
    seenFrom: ordered ? (since?.first ?? null) : null,
  };
}

function isOne(one: Trace, other: Trace): boolean {
  return one.ref === other.ref;
}

type Seen = Trace['span'];

function later(one: Seen, other: Seen): Seen {
  return one && other && one.end >= other.end ? one : other;
}

function earlier(one: Seen, other: Seen): Seen {
  return one && other && one.start <= other.start ? one : other;
}
