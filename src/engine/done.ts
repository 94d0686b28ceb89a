import { toAppError, type Answer } from '../model/answer';
import type { Correction } from '../model/correction';
import type { Crosswalk } from '../model/crosswalk';
import type { TableLayout } from '../model/layout';
import type { TableMapping } from '../model/mapping';
import type { View } from '../model/view';
import type { EngineCalls, FileInput, Progress } from './protocol';

type Calls = Pick<EngineCalls, 'load' | 'layOut' | 'correct' | 'arrange' | 'apply'>;

/** Makes one call of an engine and waits for its answer. */
type Call = (work: (engine: Calls, call: number) => Promise<Answer<unknown>>) => Promise<unknown>;

/** What the page has had done: by it a worker that takes the place of another is brought to the same state. */
export class Done {
  readonly #files = new Map<string, FileInput>();
  /** Layouts that were changed, by sheet. */
  readonly #layouts = new Map<string, readonly TableLayout[]>();
  #corrections: readonly Correction[] = [];
  #arranged: { mappings: readonly TableMapping[]; crosswalk: Crosswalk } | null = null;
  #views: readonly View[] | null = null;

  loaded(file: FileInput): void {
    this.#files.set(file.id, file);
  }

  /** A file is gone, with the layouts and mappings of its tables. */
  unloaded(fileId: string): void {
    this.#files.delete(fileId);
    for (const sheet of this.#layouts.keys())
      if (sheet.startsWith(`${fileId}_`)) this.#layouts.delete(sheet);
    if (!this.#arranged) return;
    const mappings = this.#arranged.mappings.filter(({ table }) => !table.startsWith(`${fileId}_`));
    this.#arranged = { ...this.#arranged, mappings };
  }

  laidOut(sheetId: string, layout: readonly TableLayout[]): void {
    this.#layouts.set(sheetId, layout);
  }

  corrected(corrections: readonly Correction[]): void {
    this.#corrections = corrections;
  }

  arranged(mappings: readonly TableMapping[], crosswalk: Crosswalk): void {
    this.#arranged = { mappings, crosswalk };
  }

  applied(views: readonly View[]): void {
    this.#views = views;
  }

  /** Does all of it again, in the order in which one needs the other. Ids come from the page, so they come out the same. */
  async again(call: Call, report: (progress: Progress) => void): Promise<void> {
    await call((engine, id) => engine.correct(id, this.#corrections));
    for (const file of [...this.#files.values()]) {
      try {
        await call((engine, id) => engine.load(id, file, report));
      } catch (thrown) {
        // a large file may have been changed on disk; the others must not be lost with it
        const { code } = toAppError(thrown);
        if (!code.startsWith('file_') && code !== 'internal') throw thrown;
        this.unloaded(file.id);
      }
    }
    for (const [sheet, layout] of this.#layouts)
      await call((engine, id) => engine.layOut(id, sheet, layout));
    const [arranged, views] = [this.#arranged, this.#views];
    if (arranged)
      await call((engine, id) => engine.arrange(id, arranged.mappings, arranged.crosswalk));
    if (views) await call((engine, id) => engine.apply(id, views));
  }
}
