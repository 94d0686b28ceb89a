import {
  DuckDBDataChunk,
  DuckDBInstance,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBMaterializedResult,
} from '@duckdb/node-api';
import { id, join, lit, sql, type Sql } from '../../src/sql/sql';
import { timed } from './stats';

/** How the reports call it. */
export const nativeName = 'native DuckDB, 1 thread';

/** Native DuckDB in memory on one thread: the module has one. */
export class Native {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async start(): Promise<Native> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    return new Native(instance, await instance.connect());
  }

  /** Runs a statement until all its rows are there. */
  run(statement: Sql | string): Promise<DuckDBMaterializedResult> {
    return this.#connection.run(String(statement));
  }

  async version(): Promise<string> {
    const [[version] = []] = (await this.#connection.runAndReadAll('SELECT version()')).getRows();
    return String(version);
  }

  /** Milliseconds of reading a CSV into a table of text with numbered rows, as the product stores it. */
  loadCsv(path: string): Promise<number> {
    return timed(() =>
      this.run(sql`
        CREATE OR REPLACE TABLE loaded AS
        SELECT row_number() OVER () AS source_row, *
        FROM read_csv(${lit(path)}, all_varchar = true, header = true)`),
    );
  }

  /** Makes a table from rows of text; each column is cast to its type. */
  async fill(
    name: readonly string[],
    columns: readonly { readonly name: string; readonly type: string }[],
    pages: AsyncIterable<readonly (readonly (string | null)[])[]>,
  ): Promise<void> {
    const texts = join(columns.map((column) => sql`${id(column.name)} VARCHAR`));
    await this.run(sql`CREATE OR REPLACE TEMP TABLE staged (${texts})`);
    const appender = await this.#connection.createAppender('staged');
    for await (const rows of pages) {
      for (let start = 0; start < rows.length; start += 2048) {
        const chunk = DuckDBDataChunk.create(columns.map(() => VARCHAR));
        chunk.setRows(rows.slice(start, start + 2048));
        appender.appendDataChunk(chunk);
      }
    }
    appender.closeSync();
    const casts = columns.map((column) => `CAST(${id(column.name).text} AS ${column.type})`);
    const named = columns.map(
      (column, index) => `${casts[index] ?? ''} AS ${id(column.name).text}`,
    );
    await this.run(
      `CREATE OR REPLACE TABLE ${id(...name).text} AS SELECT ${named.join(', ')} FROM staged`,
    );
    await this.run('DROP TABLE staged');
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}
