import type { KeepStorage } from '../../../src/state/keep/storage';

/** A storage whose writes and removals can be made to fail, a write half-way. */
export class MemoryStorage implements KeepStorage {
  readonly #folders = new Map<string, Map<string, Blob>>();
  #left = Infinity;
  #failure: Error = new Error('cut short');

  /** From now on so many changes work, and none after them. */
  failAfter(changes: number, failure = new Error('cut short')): void {
    this.#left = changes;
    this.#failure = failure;
  }

  /** Changes what lies in the first file of a name like this. */
  async change(folder: string, name: RegExp, edit: (text: string) => string): Promise<void> {
    const files = this.#folders.get(folder) ?? new Map<string, Blob>();
    const [found, content] = [...files].find(([one]) => name.test(one)) ?? [];
    if (found === undefined || !content) throw new Error(`no file ${name.source}`);
    files.set(found, new Blob([edit(await content.text())]));
  }

  folders = () => Promise.resolve([...this.#folders.keys()].sort());

  files = (folder: string) =>
    Promise.resolve(
      [...(this.#folders.get(folder) ?? [])]
        .map(([name, { size }]) => ({ name, size }))
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
    );

  read(folder: string, name: string): Promise<Blob> {
    const found = this.#folders.get(folder)?.get(name);
    return found ? Promise.resolve(found) : Promise.reject(new Error(`no file ${name}`));
  }

  async write(folder: string, name: string, content: Blob): Promise<void> {
    const files = this.#folders.get(folder) ?? new Map<string, Blob>();
    this.#folders.set(folder, files);
    if (this.#fails()) {
      files.set(
        name,
        new Blob([await content.slice(0, Math.floor(content.size / 2)).arrayBuffer()]),
      );
      throw this.#failure;
    }
    files.set(name, new Blob([await content.arrayBuffer()]));
  }

  async remove(folder: string, name: string): Promise<void> {
    if (this.#fails()) throw this.#failure;
    this.#folders.get(folder)?.delete(name);
    return Promise.resolve();
  }

  removeFolder(folder: string): Promise<void> {
    this.#folders.delete(folder);
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.#folders.clear();
    return Promise.resolve();
  }

  #fails(): boolean {
    this.#left -= 1;
    return this.#left < 0;
  }
}
