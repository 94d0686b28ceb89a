import { startDuckDBInNode } from '../../../workers/duckdb-node';
import { Connection } from '../../../workers/database';
import { loadedFile } from '../../../workers/kept-file';
import { storeFile } from '../../../workers/load';
import { RawRows } from '../../../workers/raw-rows';
import { readFile } from '../../../workers/readers/read';
import { decodeRows, type EngineRow } from '../../../workers/rows';
import type { LoadedFile } from '../../../src/engine/protocol';
import { canonSetup } from '../../../src/ingest/canon';
import { sql } from '../../../src/sql/sql';

/** The real DuckDB with files stored as the engine stores them, open to the functions under test. */
export class QualityEngine {
  readonly connection: Connection;
  #files = 0;

  private constructor(connection: Connection) {
    this.connection = connection;
  }

  static async start(): Promise<QualityEngine> {
    const connection = await Connection.open(await startDuckDBInNode());
    await connection.run(sql`CREATE SCHEMA raw`.text);
    for (const statement of canonSetup()) await connection.run(statement.text);
    return new QualityEngine(connection);
  }

  /** Stores a file, its tables found as usual. */
  async load(name: string, text: BlobPart): Promise<LoadedFile> {
    const { signal } = new AbortController();
    const content = new Blob([text]);
    const read = await readFile(content, name, () => undefined);
    const privacy = { mode: 'keep', salt: '' } as const;
    const file = { id: `f${(this.#files += 1)}`, name, content, pasted: false, privacy };
    const rows = new RawRows(this.connection);
    return loadedFile(await storeFile(this.connection, file, read, rows, [], signal));
  }

  async rows(text: string): Promise<EngineRow[]> {
    return decodeRows(await this.connection.run(text));
  }

  async run(...statements: string[]): Promise<void> {
    for (const statement of statements) await this.connection.run(statement);
  }
}
