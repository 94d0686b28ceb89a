import type { SubjectRef } from '../../model/crosswalk';
import { matchKey, stemOf, townKey } from '../names';
import { Entry, refOf } from './entry';
import { groupBy } from '../../model/group-by';
import type { Outcome } from './match';
import { cover, type Span } from './span';
import type { Words } from './words';

/** One side of a possible change: a subject, or a name that belongs to none, with where and when it is seen. */
export interface Trace {
  readonly ref: SubjectRef;
  readonly entry: Entry | null;
  readonly matchKey: string;
  readonly stem: string;
  readonly townKey: string;
  readonly districtKey: string;
  readonly span: Span | null;
  readonly tables: ReadonlySet<string>;
  readonly words: readonly Words[];
}

/** One trace a subject, and one a name that belongs to none. */
export function tracesOf(outcomes: readonly Outcome[]): Trace[] {
  const matched = new Map<Entry, Words[]>();
  const unmatched: Words[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === 'unmatched' && !outcome.words.codeOnly) unmatched.push(outcome.words);
    if (outcome.kind !== 'matched') continue;
    const list = matched.get(outcome.entry);
    if (list) list.push(outcome.words);
    else matched.set(outcome.entry, [outcome.words]);
  }
  const names = groupBy(
    unmatched,
    (one) => `${one.districtKey}\u001f${one.townKey}\u001f${one.matchKey}\u001f${one.code ?? ''}`,
  );
  return [
    ...[...matched].map(([entry, words]) => traceOf(entry.ref, words, entry)),
    ...names.map((words) => traceOf(commonRef(words), words, null)),
  ];
}

/** A trace of some of the words for a subject, or of words that belong to none. */
export function traceOf(ref: SubjectRef, words: readonly Words[], entry: Entry | null): Trace {
  const tables = new Set<string>();
  let span: Span | null = null;
  for (const one of words) {
    span = cover(span, one.span);
    for (const { table } of one.mentions) tables.add(table);
  }
  // the forms of a name that stands in the words are known
  const same = words.find(({ name }) => name === ref.name);
  const key = same?.matchKey ?? matchKey(ref.name);
  return {
    ref,
    entry,
    matchKey: key,
    stem: stemOf(key),
    townKey: townKey(ref.town),
    districtKey: words.map((one) => one.districtKey).reduce(first),
    span,
    tables,
    words,
  };
}

/** The smaller of two that are not blank. */
function first(one: string, other: string): string {
  return other === '' || (one !== '' && one < other) ? one : other;
}

/** What these words call their subject. */
export function commonRef(words: readonly Words[]): SubjectRef {
  const [first] = words;
  const entry = new Entry(first ? refOf(first).code : null);
  for (const one of words) entry.add(one);
  return entry.ref;
}

/** Traces of different districts are different whatever their names. */
export function mayBeOne(one: Trace, other: Trace): boolean {
  const [here, there] = [one.districtKey, other.districtKey];
  return here === '' || there === '' || here === there;
}

/** No table has both. */
export function neverTogether(one: Trace, other: Trace): boolean {
  const [few, many] = one.tables.size < other.tables.size ? [one, other] : [other, one];
  for (const table of few.tables) if (many.tables.has(table)) return false;
  return true;
}
