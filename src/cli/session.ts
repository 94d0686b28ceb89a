import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { startDuckDBInNode } from '../../workers/duckdb-node';
import { Engine } from '../../workers/engine';
import { readFile } from '../../workers/readers/read';
import { decodeTable } from '../engine/decode';
import type { Arrangement, LoadedFile, Relation } from '../engine/protocol';
import { matchColumns } from '../ingest/match-columns';
import { Fault, unwrap } from '../model/answer';
import type { TableMapping } from '../model/mapping';
import type { Row } from '../model/row';
import type { SourceTable } from '../model/source';
import type { View } from '../model/view';
import { describeFault, describeFinding, Misuse } from './words';

/** The engine in this process, with the files that a command was given. */
export class Session {
  readonly #engine: Engine;
  readonly files: LoadedFile[] = [];
  /** Whether some file was refused; the rest is loaded all the same. */
  refused = false;
  #calls = 0;

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Starts the engine and loads files and folders; what is refused is named on stderr. */
  static async open(paths: readonly string[]): Promise<Session> {
    if (paths.length === 0) throw new Misuse('no file given');
    const files = (await Promise.all(paths.map(listFiles))).flat();
    const engine = await Engine.start(await startDuckDBInNode(), (content, name, report) =>
      readFile(content, name, report),
    );
    const session = new Session(engine);
    for (const [index, path] of files.entries()) await session.#load(`f${index + 1}`, path);
    return session;
  }

  get tables(): SourceTable[] {
    return this.files.flatMap((file) => file.tables);
  }

  async arrange(
    mappings: readonly TableMapping[] = this.tables.map(matchColumns),
  ): Promise<Arrangement> {
    const arrangement = unwrap(await this.#engine.arrange(this.#next(), mappings));
    for (const found of arrangement.findings) process.stderr.write(`${describeFinding(found)}\n`);
    return arrangement;
  }

  async apply(views: readonly View[]): Promise<void> {
    unwrap(await this.#engine.apply(this.#next(), views));
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

  async #load(id: string, path: string): Promise<void> {
    const name = basename(path);
    try {
      const content = await open(path);
      const file = { id, name, content, pasted: false };
      const loaded = unwrap(await this.#engine.load(this.#next(), file, () => undefined));
      for (const found of loaded.findings) process.stderr.write(`${describeFinding(found)}\n`);
      this.files.push(loaded);
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown;
      this.refused = true;
      process.stderr.write(`${path}: ${describeFault(thrown)}\n`);
    }
  }

  #next(): number {
    this.#calls += 1;
    return this.#calls;
  }
}

/** The file itself, or the files of a folder and its subfolders; hidden files and notes about a folder are left out. */
async function listFiles(path: string): Promise<string[]> {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.') && !/\.(md|json)$/i.test(entry.name),
    )
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
