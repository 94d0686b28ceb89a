import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { assets } from './assets';

/**
 * The least that starting the module takes: fetched packed and unpacked like the product's, one worker, no lock, no
 * schema. Written out here rather than borrowed from the product, so that a slow start of the product shows.
 */
export async function startBare(): Promise<void> {
  const script = `importScripts(${JSON.stringify(assets.duckdbWorker)});`;
  const worker = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(worker));
  const packed = await (await fetch(assets.duckdbModule)).blob();
  const plain = packed.stream().pipeThrough(new DecompressionStream('gzip'));
  const bytes = await new Response(plain).arrayBuffer();
  const module = URL.createObjectURL(new Blob([bytes], { type: 'application/wasm' }));
  await database.instantiate(module);
  await database.open({});
  const connection = await database.connect();
  await connection.query('SELECT 1');
}
