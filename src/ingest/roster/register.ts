import { Entry, type Naming } from './entry';
import type { Words } from './words';

type Forms = Pick<Words, 'nameKey' | 'matchKey' | 'stem' | 'townKey' | 'districtKey'>;

type Sought = Forms & Pick<Words, 'code' | 'codeOnly'>;

/** Subjects under every code and name that they were given. */
export class Register {
  readonly #entries: Entry[] = [];
  readonly #byCode = new Map<string, Entry>();
  readonly #byName = new NameIndex();
  readonly #byStem = new NameIndex();
  readonly #undecidedCodes = new Set<Entry>();

  /** The subjects that some words name, in the order in which they were entered. */
  get entries(): Entry[] {
    return this.#entries.filter((entry) => entry.words.length > 0);
  }

  /** Puts in a subject that a decision of the user is about, without any words for it yet. */
  seed(entry: Entry): void {
    this.#entries.push(entry);
    if (entry.code === null) this.#undecidedCodes.add(entry);
    else if (!entry.apart) this.#byCode.set(entry.code, entry);
  }

  /** A code that means this subject where this name is beside it; in the town alone where one is given. */
  learnCode(entry: Entry, code: string, stem: string, townKey = ''): void {
    this.#byCode.set(codeWith(code, stem, townKey), entry);
  }

  learnName(entry: Entry, forms: Forms): void {
    const { nameKey, matchKey, stem, townKey, districtKey } = forms;
    const naming: Naming = { entry, nameKey, matchKey, stem, townKey, districtKey };
    entry.stems.add(stem);
    this.#byName.add(matchKey, naming);
    this.#byStem.add(stem, naming);
  }

  /** Adds the subject of these words, or what they add to one that is known. */
  enter(words: Words): void {
    const known = this.#known(words);
    if (known === 'several') return;
    const entry = known ?? new Entry(words.code);
    if (!known) this.#entries.push(entry);
    entry.add(words);
    if (entry.code !== null && this.#undecidedCodes.delete(entry))
      this.#byCode.set(entry.code, entry);
    if (!known && words.code !== null) this.#byCode.set(words.code, entry);
    this.learnName(entry, words);
  }

  /** The subject of the code, where there is one. */
  byCode({ code, codeOnly, stem, townKey }: Sought): Entry | null {
    if (code === null) return null;
    if (codeOnly) return this.#byCode.get(code) ?? this.#byCode.get(codeWith(code)) ?? null;
    return (
      this.#byCode.get(codeWith(code, stem, townKey)) ??
      this.#byCode.get(codeWith(code, stem)) ??
      this.#byCode.get(code) ??
      null
    );
  }

  /** The subjects that words may mean: one, several, or none. */
  find(words: Sought): Entry[] {
    const byCode = this.byCode(words);
    return byCode && byCode.words.length > 0 ? [byCode] : this.findByName(words);
  }

  findByName(words: Forms): Entry[] {
    return this.#named(words).filter((entry) => entry.words.length > 0);
  }

  /** By the name as written, then by its loosest form, then by one that one side writes without its kind. */
  #named(forms: Forms): Entry[] {
    const { nameKey, matchKey, stem, townKey } = forms;
    const agreeing = (index: NameIndex, key: string) =>
      index.get(key, townKey).filter((naming) => agrees(naming, forms));
    const alike = agreeing(this.#byName, matchKey);
    const exact = alike.filter((naming) => naming.nameKey === nameKey);
    if (exact.length > 0) return distinct(exact);
    if (alike.length > 0) return distinct(alike);
    const isBare = stem === matchKey;
    return distinct(
      agreeing(this.#byStem, stem).filter((naming) => isBare || naming.matchKey === naming.stem),
    );
  }

  #known(words: Words): Entry | 'several' | null {
    if (words.code !== null) {
      const known = this.byCode(words);
      if (known || this.#undecidedCodes.size === 0) return known;
      const named = this.#named(words).filter((entry) => this.#undecidedCodes.has(entry));
      return named.length === 1 ? (named[0] ?? null) : null;
    }
    const found = this.#named(words);
    return found.length > 1 ? 'several' : (found[0] ?? null);
  }
}

/** Namings by a key, and by the key within a town. */
class NameIndex {
  readonly #anywhere = new Map<string, Naming[]>();
  readonly #inTown = new Map<string, Naming[]>();

  add(key: string, naming: Naming): void {
    const here = inTown(key, naming.townKey);
    const known = this.#inTown.get(here);
    if (known?.some((one) => isSame(one, naming))) return;
    push(this.#inTown, here, naming);
    push(this.#anywhere, key, naming);
  }

  /** Those of the town and those that name none; all where no town is named. */
  get(key: string, townKey: string): readonly Naming[] {
    if (townKey === '') return this.#anywhere.get(key) ?? [];
    const here = this.#inTown.get(inTown(key, townKey)) ?? [];
    const loose = this.#inTown.get(inTown(key, '')) ?? [];
    return loose.length === 0 ? here : [...here, ...loose];
  }
}

function inTown(key: string, townKey: string): string {
  return `${key}\u001f${townKey}`;
}

function codeWith(code: string, stem = '', townKey = ''): string {
  return `${code}\u001f${stem}\u001f${townKey}`;
}

function isSame(one: Naming, other: Naming): boolean {
  return (
    one.entry === other.entry &&
    one.nameKey === other.nameKey &&
    one.districtKey === other.districtKey
  );
}

/** Words that name no district may mean a subject of any. */
function agrees(naming: Naming, { districtKey }: Forms): boolean {
  return naming.districtKey === '' || districtKey === '' || naming.districtKey === districtKey;
}

function distinct(namings: readonly Naming[]): Entry[] {
  return [...new Set(namings.map(({ entry }) => entry))];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
