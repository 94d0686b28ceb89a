import { Fault, toAppError, type AppError } from '../model/answer';
import { aboutOf, type WorkspaceDocument } from '../share/workspace';
import { type KeepLock } from './keep/lock';
import { Shelf, type KeptWorkspace, type Workspace } from './keep/shelf';
import type { KeepStorage } from './keep/storage';
import { forgetStored, moveIntoWorkspace, readStored, writeStored } from './stored';

/**
 * `none`: the browser gives no storage. `elsewhere`: another page keeps. `lost`: another page has taken over from this
 * one. `ready`: every change is kept.
 */
export type KeepState = 'starting' | 'none' | 'elsewhere' | 'lost' | 'ready';

/** What there is to keep, and where what was kept goes. */
export interface Work {
  /** Reads everything that is kept, so that who watches is told of a change of it; null where nothing is the user's own. */
  now(): Omit<Workspace, 'document'> & {
    readonly document: Omit<Workspace['document'], 'id' | 'name'>;
    /** No file was given, not even one that is still being read. */
    readonly empty: boolean;
  };
  /** Ids of the files that are there now, the sample's too. */
  fileIds(): readonly string[];
  /** Puts a workspace in place of these files; what came since stays and becomes part of it. */
  restore(
    document: WorkspaceDocument,
    contents: readonly Blob[],
    leaving: readonly string[],
  ): Promise<void>;
  /** Begins without anything, the sample on show. */
  clear(): Promise<void>;
}

/** Keeps the user's work on this machine as it is changed, and brings it back at the next visit. */
export class Keep {
  readonly #work: Work;
  readonly #storage: () => Promise<KeepStorage | null>;
  readonly #lock: KeepLock;
  readonly #newName: () => string;
  #shelf: Shelf | null = null;
  #state = $state<KeepState>('starting');
  #list = $state.raw<readonly KeptWorkspace[]>([]);
  #current = $state.raw<{ readonly id: string; readonly name: string } | null>(null);
  #savedAt = $state.raw<Date | null>(null);
  #error = $state.raw<AppError | null>(null);
  #evicted = $state(false);
  /** While another workspace is put in place nothing of what is on the way is kept. */
  #replacing = false;
  #saving: Promise<void> | null = null;
  #again = false;
  /** The end of what was asked for last: one workspace is put in place of another at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    work: Work,
    storage: () => Promise<KeepStorage | null>,
    lock: KeepLock,
    newName: () => string,
  ) {
    this.#work = work;
    this.#storage = storage;
    this.#lock = lock;
    this.#newName = newName;
  }

  get state(): KeepState {
    return this.#state;
  }

  /** Every workspace kept, the newest first. */
  get list(): readonly KeptWorkspace[] {
    return this.#list;
  }

  /** The workspace that changes go to; null until there is something to keep. */
  get current(): { readonly id: string; readonly name: string } | null {
    return this.#current;
  }

  get savedAt(): Date | null {
    return this.#savedAt;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** There was a workspace at the last visit, and the browser has cleared it away. */
  get evicted(): boolean {
    return this.#evicted;
  }

  /** Takes up what was kept last. @returns whether files were brought back */
  async begin(): Promise<boolean> {
    const storage = await this.#storage();
    if (!storage) {
      this.#state = 'none';
      return false;
    }
    this.#shelf = new Shelf(storage);
    if (!(await this.#lock.take(false, () => this.#lose()))) {
      this.#state = 'elsewhere';
      return false;
    }
    return this.#inTurn(() => this.#takeUp());
  }

  /** Becomes the page that keeps. Work that is already here becomes a workspace of its own. */
  async takeOver(): Promise<boolean> {
    if (!(await this.#lock.take(true, () => this.#lose()))) return false;
    this.#current = null;
    if (this.#work.now().empty) return this.#inTurn(() => this.#takeUp());
    this.#state = 'ready';
    await this.#refresh();
    await this.save();
    return true;
  }

  /** Keeps what is there now; a change during the work makes it be kept once more. */
  save(): Promise<void> {
    if (this.#state !== 'ready' || this.#replacing) return Promise.resolve();
    this.#again = true;
    this.#saving ??= this.#saveAll().finally(() => (this.#saving = null));
    return this.#saving;
  }

  /** Leaves the workspace as it is kept and begins one without files. */
  async startNew(): Promise<void> {
    await this.#inTurn(() => this.#replace(null, () => this.#work.clear()));
  }

  async open(id: string): Promise<void> {
    await this.#inTurn(async () => {
      await this.save();
      await this.#open(id, this.#work.fileIds());
    });
  }

  /** @param leaving ids of the files that make room */
  async #open(id: string, leaving: readonly string[]): Promise<void> {
    const shelf = this.#shelf;
    if (!shelf) return;
    try {
      const { document, contents } = await shelf.open(id);
      await this.#replace(document, () => this.#work.restore(document, contents, leaving));
    } catch (thrown) {
      this.#error = asKeepError(thrown);
    }
  }

  async rename(id: string, name: string): Promise<void> {
    const shelf = this.#shelf;
    if (!shelf || this.#state !== 'ready' || name.trim() === '') return;
    if (this.#current?.id === id) {
      this.#current = { id, name: name.trim() };
      await this.save();
      return;
    }
    await this.#change(async () => {
      const { document, contents } = await shelf.open(id);
      const files = document.files.map((about, index) => ({
        about: aboutOf(about),
        content: contents[index] ?? new Blob(),
      }));
      const { address, corrections, values } = document;
      const renamed = { id, name: name.trim(), address, corrections, values };
      await shelf.save({ document: renamed, files }, () => this.#state === 'ready');
    });
  }

  async remove(id: string): Promise<void> {
    if (this.#state !== 'ready') return;
    const removing = async () => {
      await this.#shelf?.remove(id);
      if (readStored('workspace') === id) writeStored('workspace', null);
    };
    await this.#inTurn(() =>
      this.#current?.id === id ? this.#end(removing) : this.#change(removing),
    );
  }

  /** Removes every workspace and all that was remembered of columns and sheets. */
  async removeAll(): Promise<void> {
    if (this.#state !== 'ready') return;
    await this.#inTurn(async () => {
      await this.#end(async () => {
        await this.#shelf?.clear();
        forgetStored();
      });
      forgetStored();
    });
  }

  /** Removes what is open, among others; nothing of it is kept on the way. */
  async #end(removing: () => Promise<void>): Promise<void> {
    await this.#saving;
    this.#current = null;
    await this.#replace(null, async () => {
      await this.#change(removing);
      await this.#work.clear();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #takeUp(): Promise<boolean> {
    this.#state = 'ready';
    this.#replacing = true;
    await this.#refresh();
    const last = readStored('workspace');
    const found = this.#list.find(({ id }) => id === last);
    this.#evicted = typeof last === 'string' && !found;
    const wanted = found ?? this.#list.find(({ state }) => state === 'ok');
    // only the sample makes room: files that the user gave before this was known come to those that were kept
    if (wanted) await this.#open(wanted.id, this.#work.now().empty ? this.#work.fileIds() : []);
    this.#replacing = false;
    if (!this.#current) await this.save();
    return !this.#work.now().empty;
  }

  async #replace(
    next: { readonly id: string; readonly name: string; readonly savedAt?: string } | null,
    work: () => Promise<void>,
  ): Promise<void> {
    if (this.#current) await this.save();
    this.#replacing = true;
    this.#current = null;
    try {
      await work();
      this.#current = next && { id: next.id, name: next.name };
      this.#savedAt = next?.savedAt === undefined ? null : new Date(next.savedAt);
      if (next) {
        this.#error = null;
        writeStored('workspace', next.id);
      }
    } finally {
      this.#replacing = false;
      await this.#refresh();
    }
    // files may have come in the meantime
    await this.save();
  }

  async #saveAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#saveOnce();
    }
  }

  async #saveOnce(): Promise<void> {
    const { document, files } = this.#work.now();
    const isNew = this.#current === null;
    if (!this.#shelf || (isNew && files.length === 0)) return;
    const current = this.#current ?? { id: newId(), name: this.#newName() };
    if (isNew) {
      moveIntoWorkspace();
      this.#current = current;
      this.#evicted = false;
    }
    await this.#change(async () => {
      const kept = { document: { ...document, ...current }, files };
      const savedAt = await this.#shelf?.save(kept, () => this.#state === 'ready');
      if (!savedAt) return;
      this.#savedAt = new Date(savedAt);
      writeStored('workspace', current.id);
    });
  }

  /** Runs something that changes what is kept; what goes wrong is said, and the page goes on. */
  async #change(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.#error = null;
    } catch (thrown) {
      this.#error = asKeepError(thrown);
    }
    await this.#refresh();
  }

  async #refresh(): Promise<void> {
    this.#list = (await this.#shelf?.list().catch(() => null)) ?? [];
  }

  #lose(): void {
    this.#state = 'lost';
  }
}

function newId(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

function asKeepError(thrown: unknown): AppError {
  if (thrown instanceof Fault) return thrown.error;
  if (thrown instanceof DOMException && thrown.name === 'QuotaExceededError')
    return new Fault('keep_full').error;
  return new Fault('keep_failed', toAppError(thrown).detail).error;
}
