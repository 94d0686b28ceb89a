import type { SubjectRef } from '../../model/crosswalk';
import { matchKey, nameKey, plainText, stemOf, townKey } from '../names';
import { groupBy } from '../../model/group-by';
import { codeKey, isRuined, mentionKey, type Mention } from './mention';
import { cover, spanOf, type Span } from './span';
import { Towns } from './towns';

/** The same words wherever they stand, with the forms by which they are compared. */
export interface Words {
  readonly key: string;
  readonly mentions: readonly Mention[];
  readonly district: string | null;
  /** As written; with the word for its kind where that is missing and only one town can be meant. */
  readonly town: string | null;
  readonly name: string | null;
  /** Null where there is none, or one that can't be relied on. */
  readonly code: string | null;
  /** What is wrong with the code, where it was not relied on. */
  readonly badCode: 'code_ruined' | 'code_short' | null;
  readonly districtKey: string;
  readonly townKey: string;
  readonly nameKey: string;
  readonly matchKey: string;
  readonly stem: string;
  /** The row has a code where its name should be: it says too little to make a village of. */
  readonly codeOnly: boolean;
  readonly span: Span | null;
  readonly rows: number;
}

/** Mentions gathered by their words, in the order of their first appearance. */
export function gatherWords(mentions: readonly Mention[]): Words[] {
  const groups = groupBy(mentions, mentionKey);
  const codes = new Set<string>();
  for (const [first] of groups) {
    const code = codeKey(first?.code ?? null);
    if (code !== null) codes.add(code);
  }
  const short = shortLength(codes);
  const forms = new Forms();
  const towns = new Towns(mentions.map(({ town }) => town));
  return groups.map((group) => toWords(group as [Mention], short, forms, towns));
}

/** 11 where the other codes have 12 digits, so that those have lost one; else null. */
function shortLength(codes: ReadonlySet<string>): number | null {
  let whole = 0;
  let short = 0;
  for (const code of codes) {
    if (/^\d{12}$/.test(code)) whole += 1;
    if (/^\d{11}$/.test(code)) short += 1;
  }
  return whole > short ? 11 : null;
}

function toWords(
  mentions: readonly [Mention, ...Mention[]],
  short: number | null,
  forms: Forms,
  towns: Towns,
): Words {
  const [{ code, district, town, name }] = mentions;
  const said = codeKey(code);
  const badCode = said === null ? null : problemOf(said, short);
  let span: Span | null = null;
  let rows = 0;
  for (const mention of mentions) {
    rows += mention.count;
    if (mention.period) span = cover(span, spanOf(mention.period));
  }
  const { nameKey: spelled, matchKey: loose, stem } = forms.name(name);
  return {
    key: mentionKey(mentions[0]),
    mentions,
    district,
    ...towns.meant(town),
    name,
    code: badCode === null ? said : null,
    badCode,
    districtKey: forms.district(district),
    nameKey: spelled,
    matchKey: loose,
    stem,
    codeOnly: said !== null && plainText(name) === plainText(code),
    span,
    rows,
  };
}

function problemOf(code: string, short: number | null): Words['badCode'] {
  if (isRuined(code)) return 'code_ruined';
  return code.length === short && /^\d+$/.test(code) ? 'code_short' : null;
}

/** The forms in which the words of a reference are compared. */
export function formsOf({ town, name }: SubjectRef) {
  const loose = matchKey(name);
  const forms = { nameKey: nameKey(name), matchKey: loose, stem: stemOf(loose) };
  return { ...forms, townKey: townKey(town), districtKey: '' };
}

/** The forms of names that were seen before: the same few districts and names come again and again. */
class Forms {
  readonly #names = new Map<string | null, { nameKey: string; matchKey: string; stem: string }>();
  readonly #districts = new Map<string | null, string>();

  name(name: string | null) {
    const known = this.#names.get(name);
    if (known) return known;
    const loose = matchKey(name);
    const forms = { nameKey: nameKey(name), matchKey: loose, stem: stemOf(loose) };
    this.#names.set(name, forms);
    return forms;
  }

  district(district: string | null): string {
    const known = this.#districts.get(district);
    if (known !== undefined) return known;
    const key = townKey(district);
    this.#districts.set(district, key);
    return key;
  }
}
