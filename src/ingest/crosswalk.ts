import * as v from 'valibot';
import {
  changeKinds,
  decisions,
  type ChangeKind,
  type Crosswalk,
  type CrosswalkEntry,
  type Decision,
  type Proposal,
  type SubjectRef,
} from '../model/crosswalk';
import { matchKey, plainText, townKey } from './names';

const subjectRef = v.strictObject({
  code: v.nullable(v.string()),
  town: v.nullable(v.string()),
  name: v.pipe(v.string(), v.nonEmpty()),
});

const entry = v.pipe(
  v.strictObject({
    kind: v.picklist(changeKinds),
    from: v.pipe(v.array(subjectRef), v.minLength(1)),
    to: v.pipe(v.array(subjectRef), v.minLength(1)),
    since: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(?:H[12]|Q[1-4]|B[1-6]|M\d\d)?$/))),
    decision: v.picklist(decisions),
    note: v.string(),
  }),
  v.check((one) => one.kind === 'merged' || one.from.length < 2, 'from: 1'),
  v.check((one) => one.kind === 'split' || one.to.length < 2, 'to: 1'),
);

const document = v.strictObject({ starflag: v.literal(1), entries: v.array(entry) });

export const emptyCrosswalk: Crosswalk = { starflag: 1, entries: [] };

/** What is wrong with a document, and where: `entries[2].since`. */
export interface CrosswalkProblem {
  readonly path: string;
  readonly allowed: string;
}

export type ParsedCrosswalk =
  | { readonly ok: true; readonly crosswalk: Crosswalk }
  | { readonly ok: false; readonly problems: readonly CrosswalkProblem[] };

/** Reads a crosswalk from parsed JSON. Of several decisions on one change the last holds. */
export function parseCrosswalk(json: unknown): ParsedCrosswalk {
  const result = v.safeParse(document, json);
  if (!result.success) return { ok: false, problems: result.issues.map(toProblem) };
  return { ok: true, crosswalk: { starflag: 1, entries: withoutRepeats(result.output.entries) } };
}

/** The document as JSON, for a file. */
export function serialiseCrosswalk(crosswalk: Crosswalk): string {
  return `${JSON.stringify(crosswalk, null, 2)}\n`;
}

/**
 * What identifies a change: its kind and its subjects in the forms by which names are compared, whatever their order,
 * spelling and period.
 */
export function changeId(change: Pick<CrosswalkEntry, 'kind' | 'from' | 'to'>): string {
  const side = (refs: readonly SubjectRef[]) => refs.map(refKey).sort().join('+');
  return `${change.kind}:${side(change.from)}>${side(change.to)}`;
}

function refKey({ code, town, name }: SubjectRef): string {
  return [plainText(code), townKey(town), matchKey(name)].join('/');
}

/** The crosswalk with a decision on a change, in place of an earlier one. */
export function decide(
  crosswalk: Crosswalk,
  proposal: Pick<Proposal, 'kind' | 'from' | 'to' | 'since'>,
  decision: Decision,
  note: string,
): Crosswalk {
  const { kind, from, to, since } = proposal;
  const decided = { kind, from, to, since, decision, note };
  return { ...crosswalk, entries: withoutRepeats([...crosswalk.entries, decided]) };
}

/** The crosswalk without its decision on a change. */
export function undo(
  crosswalk: Crosswalk,
  change: Pick<CrosswalkEntry, 'kind' | 'from' | 'to'>,
): Crosswalk {
  const id = changeId(change);
  return { ...crosswalk, entries: crosswalk.entries.filter((one) => changeId(one) !== id) };
}

/** The changes of these kinds on which there is this decision. */
export function decidedAs(
  crosswalk: Crosswalk,
  decision: Decision,
  kinds: readonly ChangeKind[] = changeKinds,
): CrosswalkEntry[] {
  return crosswalk.entries.filter((one) => one.decision === decision && kinds.includes(one.kind));
}

function withoutRepeats(entries: readonly CrosswalkEntry[]): CrosswalkEntry[] {
  return [...new Map(entries.map((one) => [changeId(one), one])).values()];
}

function toProblem(issue: v.BaseIssue<unknown>): CrosswalkProblem {
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  return { path, allowed: issue.expected ?? issue.message };
}
