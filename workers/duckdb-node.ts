import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as DuckDB from '@duckdb/duckdb-wasm/blocking';
import type { DatabaseHandle } from './database';

const require = createRequire(import.meta.url);

/** Starts the same build of DuckDB-WASM in a Node process, without a worker. */
export async function startDuckDBInNode(): Promise<DatabaseHandle> {
  const entry = require.resolve('@duckdb/duckdb-wasm/blocking');
  const duckdb = require(entry) as typeof DuckDB;
  const folder = dirname(entry);
  const bundle = (name: string) => ({
    mainModule: join(folder, `duckdb-${name}.wasm`),
    mainWorker: '',
  });
  const database = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate(() => undefined);
  database.open({});
  return {
    bindings: database,
    connect: () => database.connect().useUnsafe((_, connection) => connection),
    registerFile: async (name, content) => {
      database.registerFileBuffer(name, new Uint8Array(await content.arrayBuffer()));
    },
    version: () => database.getVersion(),
  };
}
