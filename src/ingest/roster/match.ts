import type { Crosswalk } from '../../model/crosswalk';
import type { Finding, FindingCode } from '../../model/finding';
import { changeId, decidedAs } from '../crosswalk';
import { seedDecisions } from './decisions';
import { refOf, type Entry } from './entry';
import { isPseudoUnit, isTotal } from './mention';
import { Register } from './register';
import { gatherWords, type Words } from './words';
import type { Mention } from './mention';

/** What became of words. With `code_conflict`, `subject` is the bearer of the code; the words are not its own. */
export type Outcome =
  | {
      readonly words: Words;
      readonly kind: 'matched';
      readonly entry: Entry;
      readonly doubt: boolean;
    }
  | { readonly words: Words; readonly kind: 'conflict'; readonly entry: Entry }
  | { readonly words: Words; readonly kind: 'ambiguous'; readonly entries: readonly Entry[] }
  | { readonly words: Words; readonly kind: 'unmatched' }
  | { readonly words: Words; readonly kind: 'aside'; readonly code: FindingCode };

export interface Matched {
  readonly register: Register;
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
}

/**
 * Matches all words to subjects. Where some table is a roster its subjects are the list; otherwise every subject that
 * a table names is on it.
 */
export function matchWords(
  mentions: readonly Mention[],
  rosterTables: ReadonlySet<string>,
  crosswalk: Crosswalk,
): Matched {
  const all = gatherWords(mentions);
  const aside = new Map(all.flatMap((words) => setAside(words)));
  const named = all.filter((words) => !aside.has(words));
  const register = new Register();
  const findings = seedDecisions(register, crosswalk, named);
  const listed = named.filter(({ mentions: places }) =>
    places.some(({ table }) => rosterTables.has(table)),
  );
  // a row with nothing but a code can be recognised, yet says too little to make a village of
  const telling = named.filter((words) => !words.codeOnly);
  for (const words of inOrder(listed.length > 0 ? listed : telling)) register.enter(words);

  const refused = new Set(decidedAs(crosswalk, 'refused', ['recoded']).map(changeId));
  const pseudo = new Set([...aside].flatMap(([words, code]) => pseudoKey(words, code)));
  const outcomes = all.map((words): Outcome => {
    const code = aside.get(words);
    if (code) return { words, kind: 'aside', code };
    const outcome = matchOne(words, register, refused);
    const isPseudo = outcome.kind === 'unmatched' && pseudo.has(placeOf(words));
    return isPseudo ? { words, kind: 'aside', code: 'pseudo_unit' } : outcome;
  });
  return { register, outcomes, findings };
}

function setAside(words: Words): [Words, FindingCode][] {
  const [mention] = words.mentions;
  if (mention && isTotal(mention)) return [[words, 'total_row']];
  if (words.nameKey === '') return [[words, 'name_missing']];
  return words.code !== null && isPseudoUnit(words.code) ? [[words, 'pseudo_unit']] : [];
}

function pseudoKey(words: Words, code: FindingCode): string[] {
  return code === 'pseudo_unit' && !words.codeOnly ? [placeOf(words)] : [];
}

function placeOf(words: Words): string {
  return `${words.townKey}\u001f${words.matchKey}`;
}

/**
 * Codes come first; names with a town before those without; whole names before those without their kind. Then by the
 * words themselves, so that the order of files and rows makes no difference.
 */
function inOrder(words: readonly Words[]): Words[] {
  const rank = (one: Words) =>
    (one.code === null ? 8 : 0) +
    (one.townKey === '' ? 4 : 0) +
    (one.districtKey === '' ? 2 : 0) +
    (one.stem === one.matchKey ? 1 : 0);
  const ranks = new Map(words.map((one) => [one, rank(one)]));
  return words.toSorted(
    (one, other) =>
      (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0) || (one.key < other.key ? -1 : 1),
  );
}

function matchOne(words: Words, register: Register, refused: ReadonlySet<string>): Outcome {
  const found = register.find(words);
  const [entry] = found;
  if (!entry) return { words, kind: 'unmatched' };
  if (found.length > 1) return { words, kind: 'ambiguous', entries: found };
  if (register.byCode(words) !== entry)
    return isRefused(words, entry, refused)
      ? { words, kind: 'unmatched' }
      : { words, kind: 'matched', entry, doubt: false };
  if (words.codeOnly || entry.stems.has(words.stem))
    return { words, kind: 'matched', entry, doubt: false };
  // a code whose row bears another name: renamed, or the codes of two rows were exchanged
  const others = register.findByName(words).filter((other) => other !== entry);
  if (others.length > 0) return { words, kind: 'conflict', entry };
  return { words, kind: 'matched', entry, doubt: true };
}

/** Whether the user has said that the same name under another code is another subject. */
function isRefused(words: Words, entry: Entry, refused: ReadonlySet<string>): boolean {
  if (refused.size === 0 || words.code === null || entry.code === null) return false;
  const [one, other] = [refOf(words), entry.ref];
  return [
    changeId({ kind: 'recoded', from: [one], to: [other] }),
    changeId({ kind: 'recoded', from: [other], to: [one] }),
  ].some((id) => refused.has(id));
}
