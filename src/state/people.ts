import type { Engine } from '../engine/protocol';
import { announcedKinds, pseudonymWords, type PersonalKind } from '../ingest/personal/kinds';
import { nobody } from '../ingest/personal/mask';
import type { Correction, Decisions } from '../model/correction';
import type { Finding } from '../model/finding';
import { columnLetter, columnOrdinal } from '../model/source';
import { mentions } from '../share/mentions';
import {
  peopleNamed,
  pseudonymised,
  type PersonalCells,
  type TypedText,
} from '../views/share/people';
import { ask } from './ask';
import type { Files } from './files.svelte';
import { personalSalt } from './salt';

const codes: ReadonlySet<string> = new Set(['personal_replaced', 'personal_kept']);

/** Who of the loaded files is named in what the user has typed: the data itself holds pseudonyms. */
export class People {
  readonly #engine: Engine;
  readonly #files: Files;
  #asked = 0;

  constructor(engine: Engine, files: Files) {
    this.#engine = engine;
    this.#files = files;
  }

  /** Names and numbers of people of the data that stand in the texts, as they are written there. */
  async named(consumer: string, texts: readonly string[]): Promise<readonly string[]> {
    const cells = this.#cells();
    const words = new Set(texts.flatMap((text) => [...mentions(text)]));
    if (cells.length === 0 || words.size === 0) return [];
    return ask(this.#engine, consumer, peopleNamed([...words], cells, personalSalt()));
  }

  /**
   * Decisions with pseudonyms where people are named: in a cell as its column was read, in a note where it names somebody
   * of the data. A file whose names were kept keeps them here too: nothing leaves then.
   */
  async nameless({ corrections, accepted }: Decisions): Promise<Decisions> {
    if (this.#files.sheets.length === 0) return { corrections, accepted };
    const notes = [...corrections, ...accepted].map(({ note }) => note);
    // each round of its own: decisions made at once don't supersede each other
    const names = await this.named(`nameless-${++this.#asked}`, notes);
    const byLength = names.toSorted((one, other) => other.length - one.length);
    const cellText = (one: Correction, text: string): TypedText => ({
      text,
      word: holdsPerson(this.#kindOf(one), text),
    });
    const known = await this.#pseudonymised([
      ...byLength.map((text) => ({ text, word: pseudonymWords.person })),
      ...notes.map((text) => ({ text, word: null })),
      ...corrections.flatMap((one) =>
        [one.was, one.value].flatMap((text) => (text === null ? [] : [cellText(one, text)])),
      ),
    ]);
    const noteOf = (note: string) =>
      byLength.reduce(
        (text, name) => text.replaceAll(name, known({ text: name, word: pseudonymWords.person })),
        known({ text: note, word: null }),
      );
    const cellOf = (one: Correction, text: string | null) =>
      text === null ? null : known(cellText(one, text));
    return {
      corrections: corrections.map((one) =>
        this.#keeps(one)
          ? one
          : {
              ...one,
              was: cellOf(one, one.was),
              value: cellOf(one, one.value),
              note: noteOf(one.note),
            },
      ),
      accepted: accepted.map((one) => ({ ...one, note: noteOf(one.note) })),
    };
  }

  /** What becomes of each of the texts. */
  async #pseudonymised(texts: readonly TypedText[]): Promise<(typed: TypedText) => string> {
    const keyOf = ({ text, word }: TypedText) => JSON.stringify([word, text]);
    const filled = texts.filter(({ text }) => text !== '');
    if (filled.length === 0) return ({ text }) => text;
    const question = pseudonymised(filled, personalSalt());
    const found = await ask(this.#engine, `pseudonyms-${++this.#asked}`, question);
    const byKey = new Map(filled.map((typed, at) => [keyOf(typed), found[at] ?? typed.text]));
    return (typed) => byKey.get(keyOf(typed)) ?? typed.text;
  }

  /** What of people a cell's column holds: as its file was read, or as its header says where that isn't loaded. */
  #kindOf({ file, sheet, column, header }: Correction): PersonalKind | null {
    const isLoaded = this.#files.sheets.some((one) => one.file === file && one.sheet === sheet);
    if (!isLoaded) return announcedKinds([header])[0] ?? null;
    const isOf = (found: Finding) =>
      ['personal_replaced', 'personal_dropped'].includes(found.code) &&
      found.file === file &&
      found.sheet === sheet &&
      found.column === columnLetter(column);
    const kinds = this.#files.findings.filter(isOf).map(({ detail }) => detail['kind']);
    return kinds.find(isKind) ?? null;
  }

  #keeps({ file }: Correction): boolean {
    return this.#files.findings.some(
      (found) => found.code === 'personal_kept' && found.file === file,
    );
  }

  #cells(): PersonalCells[] {
    return this.#files.findings.flatMap(({ code, file, sheet, column }) => {
      if (!codes.has(code) || column === null) return [];
      const found = this.#files.sheets.find((one) => one.file === file && one.sheet === sheet);
      return found ? [{ sheetId: found.id, ordinal: columnOrdinal(column) }] : [];
    });
  }
}

function isKind(kind: string | number | undefined): kind is PersonalKind {
  return kind !== undefined && kind in pseudonymWords;
}

/** What the pseudonym of a cell of a personal column begins with; null where it holds nobody, such as 空缺. */
function holdsPerson(kind: PersonalKind | null, text: string): string | null {
  if (kind === null) return null;
  const key = text.replaceAll(/[\s\u3000-]/g, '').toUpperCase();
  const holds =
    kind === 'person'
      ? /\p{L}/u.test(text) && !nobody.includes(key)
      : (text.match(/\d/g)?.length ?? 0) >= 6;
  return holds ? pseudonymWords[kind] : null;
}
