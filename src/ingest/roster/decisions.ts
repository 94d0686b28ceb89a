import type { Crosswalk, CrosswalkEntry, SubjectRef } from '../../model/crosswalk';
import { finding, type Finding } from '../../model/finding';
import { changeId, decidedAs } from '../crosswalk';
import { Entry } from './entry';
import { groupBy } from '../../model/group-by';
import { codeKey } from './mention';
import type { Register } from './register';
import { formsOf, type Words } from './words';

/**
 * Puts into an empty register what the user has decided: subjects under all names and codes that are confirmed to be
 * theirs, and those that share a code without being one. Returns the decisions that can't be applied, because a name
 * without a code stands for villages of several districts.
 */
export function seedDecisions(
  register: Register,
  crosswalk: Crosswalk,
  words: readonly Words[],
): Finding[] {
  const one = decidedAs(crosswalk, 'confirmed', ['renamed', 'recoded', 'moved', 'alias']);
  const sharing = decidedAs(crosswalk, 'refused', ['renamed', 'moved']).filter(sharesCode);
  const isVague = vagueRefs([...one, ...sharing], words);
  for (const { from, to } of sharing) {
    for (const ref of from) seedApart(register, ref, to);
  }
  const clusters = clustersOf(one);
  for (const { refs, last } of clusters) {
    if (!refs.some(isVague)) seedCluster(register, refs, last);
  }
  return clusters
    .filter(({ refs }) => refs.some(isVague))
    .map(({ refs }) =>
      finding('decision_unused', { value: refs.map(({ name }) => name).join(' → ') }),
    );
}

function sharesCode({ from, to }: CrosswalkEntry): boolean {
  return from.some((one) => one.code !== null && to.some((other) => other.code === one.code));
}

/** The older bearer of a code: it is meant where its name, or where that is the same its town, is beside the code. */
function seedApart(register: Register, ref: SubjectRef, to: readonly SubjectRef[]): void {
  const code = codeKey(ref.code);
  const forms = formsOf(ref);
  const entry = new Entry(code, ref, true);
  register.seed(entry);
  const sameName = to.some((other) => formsOf(other).stem === forms.stem);
  if (code !== null) register.learnCode(entry, code, forms.stem, sameName ? forms.townKey : '');
  register.learnName(entry, forms);
}

function seedCluster(register: Register, refs: readonly SubjectRef[], last: SubjectRef): void {
  const own = codeKey(last.code);
  const entry = new Entry(own, last);
  register.seed(entry);
  for (const ref of refs) {
    const forms = formsOf(ref);
    const code = codeKey(ref.code);
    if (code !== null && code !== own) {
      register.learnCode(entry, code, forms.stem);
      register.learnCode(entry, code, '');
    }
    register.learnName(entry, forms);
  }
}

interface Cluster {
  readonly refs: readonly SubjectRef[];
  /** What the subject is called in the end. */
  readonly last: SubjectRef;
}

/** Changes that follow one another (renamed, then recoded) are one subject. */
function clustersOf(entries: readonly CrosswalkEntry[]): Cluster[] {
  const heads = new Map<string, string>();
  const head = (key: string): string => {
    const next = heads.get(key) ?? key;
    return next === key ? key : head(next);
  };
  const refs = new Map<string, SubjectRef>();
  const former = new Set<string>();
  for (const { from, to } of entries) {
    for (const ref of [...from, ...to]) refs.set(keyOf(ref), ref);
    for (const [before, after] of from.flatMap((one) => to.map((other) => [one, other] as const))) {
      former.add(keyOf(before));
      heads.set(head(keyOf(before)), head(keyOf(after)));
    }
  }
  return groupBy([...refs], ([key]) => head(key)).flatMap((members) => {
    const last = members.findLast(([key]) => !former.has(key)) ?? members.at(-1);
    return last ? [{ refs: members.map(([, ref]) => ref), last: last[1] }] : [];
  });
}

/** The reference as part of the id of a change. */
function keyOf(ref: SubjectRef): string {
  return changeId({ kind: 'alias', from: [ref], to: [] });
}

/** Tells references without a code whose town and name stand for villages of several districts. */
function vagueRefs(
  entries: readonly CrosswalkEntry[],
  words: readonly Words[],
): (ref: SubjectRef) => boolean {
  const place = (townKey: string, name: string) => `${townKey}\u001f${name}`;
  const districts = new Map<string, Set<string>>();
  for (const ref of entries.flatMap(({ from, to }) => [...from, ...to])) {
    const { townKey, matchKey } = formsOf(ref);
    if (ref.code === null) districts.set(place(townKey, matchKey), new Set());
  }
  if (districts.size > 0) {
    for (const { townKey, matchKey, districtKey } of words) {
      if (districtKey !== '') districts.get(place(townKey, matchKey))?.add(districtKey);
    }
  }
  return (ref) => {
    const { townKey, matchKey } = formsOf(ref);
    return ref.code === null && (districts.get(place(townKey, matchKey))?.size ?? 0) > 1;
  };
}
