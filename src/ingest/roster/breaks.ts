import type {
  Crosswalk,
  CrosswalkEntry,
  Proposal,
  SeriesBreak,
  SubjectRef,
} from '../../model/crosswalk';
import type { ChangeCount } from '../../model/coverage';
import { decidedAs } from '../crosswalk';
import type { Entry } from './entry';
import { codeKey } from './mention';
import type { Register } from './register';
import { periodBefore } from './span';
import { formsOf } from './words';

/** A confirmed change and the subjects of the data that it is about. */
export interface KnownChange {
  readonly entry: CrosswalkEntry;
  readonly from: readonly Entry[];
  readonly to: readonly Entry[];
}

/** The confirmed mergers and splits that concern the data. */
export function structuralChanges(crosswalk: Crosswalk, register: Register): KnownChange[] {
  const find = (refs: readonly SubjectRef[]) => refs.flatMap((ref) => lookUp(ref, register) ?? []);
  return decidedAs(crosswalk, 'confirmed', ['merged', 'split'])
    .map((entry) => ({ entry, from: find(entry.from), to: find(entry.to) }))
    .filter(({ from, to }) => from.length + to.length > 0);
}

function lookUp(ref: SubjectRef, register: Register): Entry | null {
  const forms = formsOf(ref);
  const found = register.find({ ...forms, code: codeKey(ref.code), codeOnly: false });
  return found.length === 1 ? (found[0] ?? null) : null;
}

export interface Validity {
  readonly from: string | null;
  readonly to: string | null;
}

/** From when until when subjects exist, by mergers and splits. One that goes on under its name exists throughout. */
export function validities(changes: readonly KnownChange[]): Map<Entry, Validity> {
  const found = new Map<Entry, Validity>();
  const none: Validity = { from: null, to: null };
  for (const { entry, from, to } of changes) {
    if (entry.since === null) continue;
    const last = periodBefore(entry.since);
    for (const old of from) {
      if (!to.includes(old)) found.set(old, { ...(found.get(old) ?? none), to: last });
    }
    for (const young of to) {
      if (!from.includes(young))
        found.set(young, { ...(found.get(young) ?? none), from: entry.since });
    }
  }
  return found;
}

/** Where a series is not one: at mergers and splits, and at changes that nobody has decided on. */
export function breaksOf(
  changes: readonly KnownChange[],
  proposals: readonly Proposal[],
): SeriesBreak[] {
  const structural = changes.flatMap(({ entry, from, to }) =>
    [...new Set([...from, ...to])].map(({ id }): SeriesBreak => {
      return { subject: id, period: entry.since, kind: entry.kind, confirmed: true };
    }),
  );
  const open = proposals.flatMap(({ kind, since, subjects }) =>
    kind === 'alias'
      ? []
      : subjects.map((subject): SeriesBreak => ({
          subject,
          period: since,
          kind,
          confirmed: false,
        })),
  );
  return [...structural, ...open];
}

/** How many subjects changed in which way since when, decided and not. */
export function countChanges(
  changes: readonly KnownChange[],
  proposals: readonly Proposal[],
): ChangeCount[] {
  const counts = new Map<string, ChangeCount>();
  const add = (
    kind: ChangeCount['kind'],
    since: string | null,
    confirmed: boolean,
    more: number,
  ) => {
    const key = `${kind} ${since ?? ''} ${String(confirmed)}`;
    const subjects = (counts.get(key)?.subjects ?? 0) + more;
    counts.set(key, { kind, since, confirmed, subjects });
  };
  for (const { entry, from } of changes) add(entry.kind, entry.since, true, from.length);
  for (const { kind, since, from } of proposals) add(kind, since, false, from.length);
  return [...counts.values()];
}
