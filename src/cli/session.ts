import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { startDuckDBInNode } from '../../workers/duckdb-node';
import { Engine } from '../../workers/engine';
import { readFile } from '../../workers/readers/read';
import { decodeTable } from '../engine/decode';
import type { Arrangement, LoadedFile, Relation } from '../engine/protocol';
import { emptyCrosswalk } from '../ingest/crosswalk';
import { matchColumns } from '../ingest/match-columns';
import { Fault, unwrap, type ErrorCode } from '../model/answer';
import type { Crosswalk } from '../model/crosswalk';
import type { TableMapping } from '../model/mapping';
import type { Row } from '../model/row';
import type { SourceTable } from '../model/source';
import type { Trial } from '../model/trial';
import type { View } from '../model/view';
import { describeFault, Misuse, tell } from './words';

/** What the command line writes stays with the one who runs it: cells come out as they are. */
const privacy = { mode: 'keep', salt: '' } as const;

/** The engine in this process, with the files that a command was given. */
export class Session {
  readonly #engine: Engine;
  readonly files: LoadedFile[] = [];
  /** Whether some file was refused; the rest is loaded all the same. */
  refused = false;
  #calls = 0;
  #loads = 0;

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Starts the engine, without a file. */
  static async start(): Promise<Session> {
    return new Session(await Engine.start(await startDuckDBInNode(), readFile));
  }

  /** Starts the engine and loads files and folders; what is refused is named on stderr. */
  static async open(paths: readonly string[]): Promise<Session> {
    const session = await Session.start();
    for (const path of await listFiles(paths)) {
      const loaded = await session.load(path);
      if (typeof loaded !== 'string') session.files.push(loaded);
    }
    return session;
  }

  get tables(): SourceTable[] {
    return this.files.flatMap((file) => file.tables);
  }

  async arrange(
    mappings: readonly TableMapping[] = this.tables.map((table) => matchColumns(table)),
    crosswalk: Crosswalk = emptyCrosswalk,
  ): Promise<Arrangement> {
    return unwrap(await this.#engine.arrange(this.#next(), mappings, crosswalk));
  }

  async apply(views: readonly View[]): Promise<void> {
    unwrap(await this.#engine.apply(this.#next(), views));
  }

  /** Works out runs of changed schemes; their results stand in `trial.*`. */
  async tryOut(trials: readonly Trial[]): Promise<void> {
    unwrap(await this.#engine.tryOut(this.#next(), trials, () => undefined));
  }

  async describe(): Promise<readonly Relation[]> {
    return unwrap(await this.#engine.describe(this.#next()));
  }

  async table(sql: string): Promise<{ columns: readonly string[]; rows: readonly Row[] }> {
    return decodeTable(unwrap(await this.#engine.query(this.#next(), { sql })).ipc);
  }

  async query(sql: string): Promise<readonly Row[]> {
    return (await this.table(sql)).rows;
  }

  /** Loads one file; what is noticed, and why it is refused, goes to stderr. @returns the code of the refusal */
  async load(path: string): Promise<LoadedFile | ErrorCode> {
    this.#loads += 1;
    try {
      const content = await open(path);
      const id = `f${this.#loads}`;
      const file = { id, name: basename(path), content, pasted: false, privacy };
      const loaded = unwrap(await this.#engine.load(this.#next(), file, () => undefined));
      tell(loaded.findings);
      return loaded;
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown;
      this.refused = true;
      process.stderr.write(`${path}: ${describeFault(thrown)}\n`);
      return thrown.error.code;
    }
  }

  async unload(file: LoadedFile): Promise<void> {
    unwrap(await this.#engine.unload(this.#next(), file.id));
  }

  #next(): number {
    this.#calls += 1;
    return this.#calls;
  }
}

/** The files themselves and those of folders and their subfolders; hidden files and notes about a folder are left out. */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) throw new Misuse('no file given');
  return (await Promise.all(paths.map(filesOf))).flat();
}

async function filesOf(path: string): Promise<string[]> {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !/\.md$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => a.localeCompare(b, 'zh-CN'));
}

async function open(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path);
  } catch {
    throw new Fault('file_missing');
  }
}
