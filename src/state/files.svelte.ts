import type { Engine, FileInput, LoadedFile } from '../engine/protocol';
import { Fault, toAppError, type AppError } from '../model/answer';
import type { Correction } from '../model/correction';
import type { Finding } from '../model/finding';
import type { TableLayout } from '../model/layout';
import type { SourceSheet, SourceTable } from '../model/source';
import { withSheet, type Layouts } from './layouts.svelte';
import { personalSalt } from './salt';

export type FileState = 'waiting' | 'reading' | 'storing' | 'loaded' | 'failed' | 'cancelled';

/** A file that the user gave, from the drop to its tables. */
export interface FileEntry {
  readonly id: string;
  readonly name: string;
  readonly content: Blob;
  readonly pasted: boolean;
  readonly sample: boolean;
  readonly reading: Reading;
  readonly state: FileState;
  /** Share that has been read; null where the end is not known. */
  readonly share: number | null;
  readonly loaded: LoadedFile | null;
  readonly error: AppError | null;
}

/** How a file is read, as far as the user chooses it. */
export type Reading = Pick<FileInput, 'encoding' | 'privacy'>;

/** A file on offer. */
export interface NewFile {
  readonly name: string;
  readonly content: Blob;
  readonly pasted?: boolean;
  readonly sample?: boolean;
  /** How it was read before. */
  readonly reading?: Reading;
}

/** The files of this visit. Files are read two at a time; one that fails costs the others nothing. */
export class Files {
  #entries = $state.raw<readonly FileEntry[]>([]);
  #duplicates = $state.raw<readonly string[]>([]);
  readonly #engine: Engine;
  readonly #layouts: Layouts;
  readonly #stops = new Map<string, AbortController>();
  #count = 0;

  constructor(engine: Engine, layouts: Layouts) {
    this.#engine = engine;
    this.#layouts = layouts;
  }

  get entries(): readonly FileEntry[] {
    return this.#entries;
  }

  get tables(): readonly SourceTable[] {
    return this.#entries.flatMap((entry) => entry.loaded?.tables ?? []);
  }

  get sheets(): readonly SourceSheet[] {
    return this.#entries.flatMap((entry) => entry.loaded?.sheets ?? []);
  }

  get findings(): readonly Finding[] {
    return this.#entries.flatMap((entry) => entry.loaded?.findings ?? []);
  }

  get busy(): boolean {
    return this.#entries.some(
      ({ state }) => state === 'waiting' || state === 'reading' || state === 'storing',
    );
  }

  /** Names of the files of the last batch that were loaded before with the same content. */
  get duplicates(): readonly string[] {
    return this.#duplicates;
  }

  /** Loads files; @returns those that were loaded */
  async add(files: readonly NewFile[]): Promise<readonly FileEntry[]> {
    const fresh: FileEntry[] = [];
    const duplicates: string[] = [];
    for (const file of files) {
      const content = await inMemory(file.content);
      if (content === null) this.#refuse(this.#enter(file).id);
      else if (await this.#holds(content)) duplicates.push(file.name);
      else fresh.push(this.#enter({ ...file, content }));
    }
    this.#duplicates = duplicates;
    await this.#loadAll(fresh);
    const ids = new Set(fresh.map((entry) => entry.id));
    return this.#entries.filter((entry) => ids.has(entry.id) && entry.state === 'loaded');
  }

  /** Brings back files that were taken away, under their own ids, so that what was said of their tables holds again. */
  async bringBack(gone: readonly FileEntry[], order: readonly string[]): Promise<void> {
    const back = gone.map((entry): FileEntry => {
      const isOver = entry.state === 'failed' || entry.state === 'cancelled';
      return isOver ? entry : { ...entry, state: 'waiting', share: null, loaded: null };
    });
    const place = ({ id }: FileEntry) => (order.includes(id) ? order.indexOf(id) : order.length);
    this.#entries = [...this.#entries, ...back].toSorted((a, b) => place(a) - place(b));
    await this.#loadAll(back);
  }

  /** Takes other tables from a sheet than those in use. */
  async layOut(sheet: SourceSheet, layout: readonly TableLayout[]): Promise<void> {
    const laidOut = await this.#layouts.change(sheet, layout);
    const loaded = this.#find(sheet.fileId)?.loaded;
    if (loaded) this.#change(sheet.fileId, { loaded: withSheet(loaded, laidOut) });
  }

  /** Gives cells other values, in place of those given before. */
  async correct(corrections: readonly Correction[]): Promise<void> {
    for (const laidOut of await this.#engine.correct(corrections)) {
      const { fileId } = laidOut.sheet;
      const loaded = this.#find(fileId)?.loaded;
      if (loaded) this.#change(fileId, { loaded: withSheet(loaded, laidOut) });
    }
  }

  /** Reads a file again: one that failed or was stopped, in another encoding, or with personal data treated otherwise. */
  async readAgain(id: string, reading: Reading): Promise<void> {
    const entry = this.#find(id);
    if (!entry) return;
    if (entry.loaded) await this.#unload(id);
    const content = await inMemory(entry.content);
    if (content === null) {
      this.#refuse(id);
      return;
    }
    const next = { content, reading };
    this.#change(id, { ...next, state: 'waiting', loaded: null, error: null });
    await this.#load({ ...entry, ...next });
    const loaded = this.#find(id)?.loaded;
    // a choice that was wrong can be made again
    if (loaded && entry.loaded && next.reading.encoding !== undefined)
      this.#change(id, { loaded: { ...loaded, encodings: entry.loaded.encodings } });
  }

  /** Stops the loading of a file. */
  cancel(id: string): void {
    this.#change(id, { state: 'cancelled', share: null });
    this.#stops.get(id)?.abort();
  }

  /** Takes files away; they can be added again from what is returned. */
  async remove(ids: readonly string[]): Promise<readonly FileEntry[]> {
    const gone = this.#entries.filter((entry) => ids.includes(entry.id));
    this.#entries = this.#entries.filter((entry) => !ids.includes(entry.id));
    for (const entry of gone) {
      this.#stops.get(entry.id)?.abort();
      if (entry.loaded) await this.#unload(entry.id);
    }
    return gone;
  }

  /** Files are read two at a time. */
  async #loadAll(entries: readonly FileEntry[]): Promise<void> {
    const queue = [...entries];
    const work = async () => {
      for (let entry = queue.shift(); entry; entry = queue.shift()) await this.#load(entry);
    };
    await Promise.all([work(), work()]);
  }

  /** Whether one of the user's own files has this content. */
  async #holds(content: Blob): Promise<boolean> {
    for (const entry of this.#entries) {
      const given = !entry.sample && entry.state !== 'failed' && entry.state !== 'cancelled';
      if (given && (await sameContent(entry.content, content))) return true;
    }
    return false;
  }

  /** A folder, or a file that cannot be opened: named, and nothing more. */
  #refuse(id: string): void {
    const error = toAppError(new Fault('file_unopened'));
    this.#change(id, { state: 'failed', loaded: null, error });
  }

  #enter({ name, content, pasted = false, sample = false, ...given }: NewFile): FileEntry {
    this.#count += 1;
    const begun = { state: 'waiting', share: null, loaded: null, error: null } as const;
    const usual = { privacy: { mode: 'replace', salt: personalSalt() } } as const;
    const reading = given.reading ?? usual;
    const id = `f${this.#count}`;
    const entry: FileEntry = { id, name, content, pasted, sample, reading, ...begun };
    this.#entries = [...this.#entries, entry];
    return entry;
  }

  async #load({ id, name, content, pasted, reading }: FileEntry): Promise<void> {
    if (this.#find(id)?.state !== 'waiting') return;
    const stop = new AbortController();
    this.#stops.set(id, stop);
    this.#change(id, { state: 'reading' });
    try {
      const loaded = await this.#engine.load(
        { id, name, content, pasted, ...reading },
        ({ stage, share }) => {
          if (!stop.signal.aborted) this.#change(id, { state: stage, share });
        },
        stop.signal,
      );
      if (stop.signal.aborted) await this.#unload(id);
      else
        this.#change(id, { state: 'loaded', share: 1, loaded: await this.#layouts.recall(loaded) });
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'cancelled') this.#change(id, { state: 'cancelled', share: null });
      else if (!stop.signal.aborted) this.#change(id, { state: 'failed', share: null, error });
    } finally {
      this.#stops.delete(id);
    }
  }

  /** An engine that has just died holds nothing any more: its successor is given only what is still listed. */
  async #unload(id: string): Promise<void> {
    await this.#engine.unload(id).catch(() => undefined);
  }

  #find(id: string): FileEntry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  #change(id: string, change: Partial<FileEntry>): void {
    this.#entries = this.#entries.map((entry) =>
      entry.id === id ? { ...entry, ...change } : entry,
    );
  }
}

/** Files up to this size are kept in memory: a file on disk cannot be read again once it has been changed there. */
const mostInMemory = 64 * 1024 * 1024;

/** A copy of a small file, a large one as it is; null where it cannot be read. */
async function inMemory(content: Blob): Promise<Blob | null> {
  try {
    if (content.size > mostInMemory) return content;
    return new Blob([await content.arrayBuffer()]);
  } catch {
    return null;
  }
}

async function sameContent(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  const piece = 4 * 1024 * 1024;
  for (let start = 0; start < one.size; start += piece) {
    const [left, right] = await Promise.all(
      [one, other].map(
        async (blob) => new Uint8Array(await blob.slice(start, start + piece).arrayBuffer()),
      ),
    );
    if (!left || !right?.every((byte, index) => byte === left[index])) return false;
  }
  return true;
}
