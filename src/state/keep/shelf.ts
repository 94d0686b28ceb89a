import { Fault } from '../../model/answer';
import {
  hashOf,
  parseWorkspace,
  serialiseWorkspace,
  type AboutFile,
  type ParsedWorkspace,
  type WorkspaceDocument,
  type WorkspaceFile,
} from '../../share/workspace';
import type { KeepStorage } from './storage';

/** A workspace as it lies in the storage. */
export interface KeptWorkspace {
  readonly id: string;
  readonly name: string;
  /** ISO date and time; null where the document can't be read. */
  readonly savedAt: string | null;
  readonly files: number;
  /** Bytes of all that lies there. */
  readonly size: number;
  readonly state: 'ok' | 'damaged' | 'newer';
}

/** A workspace about to be kept: each file with its content. */
export interface Workspace {
  readonly document: Omit<WorkspaceDocument, 'files' | 'savedAt' | 'starflag' | 'version'>;
  readonly files: readonly {
    readonly about: AboutFile;
    readonly content: Blob;
  }[];
}

const documentName = /^document-(\d{10})$/;

/**
 * Workspaces in the storage, a folder each. Contents of files are named by their checksum and written first, then a new
 * document under the next number; only then what it does not name is removed. So at every moment the newest whole
 * document names only whole files, wherever a write was cut short.
 */
export class Shelf {
  readonly #storage: KeepStorage;
  readonly #own = new Set<string>();
  readonly #hashes = new WeakMap<Blob, string>();

  constructor(storage: KeepStorage) {
    this.#storage = storage;
  }

  /** The newest first. */
  async list(): Promise<readonly KeptWorkspace[]> {
    const found: KeptWorkspace[] = [];
    for (const id of await this.#storage.folders()) {
      const files = await this.#storage.files(id);
      const size = files.reduce((sum, file) => sum + file.size, 0);
      const { parsed } = await this.#newest(id);
      if (parsed?.state === 'ok') {
        const { name, savedAt, files: named } = parsed.document;
        found.push({ id, name, savedAt, files: named.length, size, state: 'ok' });
      } else if (parsed !== null) {
        const name = parsed.state === 'newer' ? parsed.name : id.slice(0, 8);
        found.push({ id, name, savedAt: null, files: 0, size, state: parsed.state });
      }
    }
    return found.toSorted((one, other) => ((one.savedAt ?? '') < (other.savedAt ?? '') ? 1 : -1));
  }

  /**
   * @returns the document and the contents of its files, in its order
   * @throws Fault `keep_damaged`, `keep_newer`
   */
  async open(
    id: string,
  ): Promise<{ readonly document: WorkspaceDocument; readonly contents: readonly Blob[] }> {
    const { parsed } = await this.#newest(id);
    if (parsed?.state === 'newer')
      throw new Fault('keep_newer', { name: parsed.name, version: parsed.version });
    if (parsed?.state !== 'ok') throw new Fault('keep_damaged', { name: id.slice(0, 8) });
    const { document } = parsed;
    const contents: Blob[] = [];
    for (const { hash } of document.files) {
      const content = await this.#storage.read(id, hash).catch(() => null);
      if (!content || (await hashOf(content)) !== hash)
        throw new Fault('keep_damaged', { name: document.name });
      this.#hashes.set(content, hash);
      contents.push(content);
    }
    return { document, contents };
  }

  /**
   * Keeps a workspace in place of what was kept of it.
   * @param mayGoOn asked before the document is written and before anything is removed: another page may have taken over
   * @returns when it was kept, as an ISO date and time; null where it may not go on
   */
  async save(workspace: Workspace, mayGoOn: () => boolean): Promise<string | null> {
    const { id, name } = workspace.document;
    const { number, parsed } = await this.#newest(id);
    if (parsed?.state === 'newer')
      throw new Fault('keep_newer', { name: parsed.name, version: parsed.version });
    // what this page itself began to write and could not end is written anew; what it found damaged is left alone
    if (parsed?.state === 'damaged' && !this.#own.has(id))
      throw new Fault('keep_damaged', { name });
    this.#own.add(id);
    const there = new Map((await this.#storage.files(id)).map((file) => [file.name, file.size]));
    const files: WorkspaceFile[] = [];
    for (const { about, content } of workspace.files) {
      const hash = await this.#hash(content);
      if (!mayGoOn()) return null;
      if (there.get(hash) !== content.size) await this.#storage.write(id, hash, content);
      files.push({ ...about, hash, size: content.size });
    }
    const savedAt = new Date().toISOString();
    const document = { ...workspace.document, starflag: 'workspace', version: 1, savedAt, files };
    const text = await serialiseWorkspace(document as WorkspaceDocument);
    if (!mayGoOn()) return null;
    const own = `document-${String(number + 1).padStart(10, '0')}`;
    await this.#storage.write(id, own, new Blob([text]));
    const named = new Set([own, ...files.map(({ hash }) => hash)]);
    for (const file of await this.#storage.files(id)) {
      if (!mayGoOn()) break;
      if (!named.has(file.name)) await this.#storage.remove(id, file.name);
    }
    return savedAt;
  }

  async remove(id: string): Promise<void> {
    await this.#storage.removeFolder(id);
  }

  async clear(): Promise<void> {
    await this.#storage.clear();
  }

  /** The newest document that is whole, or what is wrong where none is; null where nothing was ever kept whole. */
  async #newest(id: string): Promise<{ number: number; parsed: ParsedWorkspace | null }> {
    const names = (await this.#storage.files(id)).map(({ name }) => name);
    const numbers = names.flatMap((name) => documentName.exec(name)?.[1] ?? []).toReversed();
    let parsed: ParsedWorkspace | null = null;
    for (const number of numbers) {
      const text = await (await this.#storage.read(id, `document-${number}`)).text();
      // a document is made empty before it is written
      if (text === '') continue;
      parsed = await parseWorkspace(text);
      if (parsed.state !== 'damaged') break;
    }
    return { number: Number(numbers[0] ?? 0), parsed };
  }

  async #hash(content: Blob): Promise<string> {
    const known = this.#hashes.get(content);
    if (known !== undefined) return known;
    const hash = await hashOf(content);
    this.#hashes.set(content, hash);
    return hash;
  }
}
