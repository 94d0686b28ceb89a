/** Folders with files in them, one floor deep. A write that fails may leave part of what was to be written. */
export interface KeepStorage {
  folders(): Promise<readonly string[]>;
  /** The files of a folder; none where there is no such folder. */
  files(folder: string): Promise<readonly { readonly name: string; readonly size: number }[]>;
  read(folder: string, name: string): Promise<Blob>;
  write(folder: string, name: string, content: Blob): Promise<void>;
  remove(folder: string, name: string): Promise<void>;
  removeFolder(folder: string): Promise<void>;
  clear(): Promise<void>;
}

const rootName = 'starflag-workspaces';

/** The storage that a browser gives each site for itself; null where it gives none, as to a page opened from a disk. */
export async function siteStorage(): Promise<KeepStorage | null> {
  try {
    // typed as always there, and missing where the page was not served safely
    const storage = navigator.storage as StorageManager | undefined;
    if (!storage?.getDirectory || !('locks' in navigator)) return null;
    const top = await storage.getDirectory();
    await top.getDirectoryHandle(rootName, { create: true });
    return new SiteStorage(top);
  } catch {
    return null;
  }
}

class SiteStorage implements KeepStorage {
  readonly #top: FileSystemDirectoryHandle;

  constructor(top: FileSystemDirectoryHandle) {
    this.#top = top;
  }

  async folders(): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const [name, handle] of (await this.#root()).entries())
      if (handle.kind === 'directory') names.push(name);
    return names.sort();
  }

  async files(folder: string) {
    const found: { name: string; size: number }[] = [];
    const handle = await (await this.#root()).getDirectoryHandle(folder).catch(() => null);
    if (!handle) return found;
    for await (const [name, file] of handle.entries())
      if (file.kind === 'file') found.push({ name, size: (await file.getFile()).size });
    return found.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  async read(folder: string, name: string): Promise<Blob> {
    const handle = await (await this.#root()).getDirectoryHandle(folder);
    return (await handle.getFileHandle(name)).getFile();
  }

  /** The browser puts the whole in place when the writing is closed. */
  async write(folder: string, name: string, content: Blob): Promise<void> {
    const handle = await (await this.#root()).getDirectoryHandle(folder, { create: true });
    const file = await handle.getFileHandle(name, { create: true });
    const out = await file.createWritable();
    try {
      await out.write(content);
    } catch (thrown) {
      await out.abort().catch(() => undefined);
      throw thrown;
    }
    await out.close();
  }

  async remove(folder: string, name: string): Promise<void> {
    await (await (await this.#root()).getDirectoryHandle(folder)).removeEntry(name);
  }

  async removeFolder(folder: string): Promise<void> {
    await (await this.#root()).removeEntry(folder, { recursive: true });
  }

  async clear(): Promise<void> {
    await this.#top.removeEntry(rootName, { recursive: true });
  }

  #root(): Promise<FileSystemDirectoryHandle> {
    return this.#top.getDirectoryHandle(rootName, { create: true });
  }
}
