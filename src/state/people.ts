import type { Engine } from '../engine/protocol';
import { columnOrdinal } from '../model/source';
import { mentions } from '../share/mentions';
import { peopleNamed, type PersonalCells } from '../views/share/people';
import { ask } from './ask';
import type { Files } from './files.svelte';
import { personalSalt } from './salt';

const codes: ReadonlySet<string> = new Set(['personal_replaced', 'personal_kept']);

/** Who of the loaded files is named in what the user has typed: the data itself holds pseudonyms. */
export class People {
  readonly #engine: Engine;
  readonly #files: Files;

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

  #cells(): PersonalCells[] {
    return this.#files.findings.flatMap(({ code, file, sheet, column }) => {
      if (!codes.has(code) || column === null) return [];
      const found = this.#files.sheets.find((one) => one.file === file && one.sheet === sheet);
      return found ? [{ sheetId: found.id, ordinal: columnOrdinal(column) }] : [];
    });
  }
}
