import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { Fault } from '../src/model/answer';
import type { DatabaseHandle } from './database';

/**
 * Starts DuckDB-WASM in a worker of its own.
 *
 * The worker is made from a blob, because only such a worker inherits the page's CSP; the module comes packed, because
 * static hosts serve 8 MB more gladly than 34.
 * @param moduleAddress absolute address of the packed module (gzip)
 * @param workerAddress absolute address of the library's worker script
 * @param onLost called when the worker dies
 */
export async function startDuckDB(
  moduleAddress: string,
  workerAddress: string,
  onLost: (reason: string) => void,
): Promise<DatabaseHandle> {
  const worker = scriptWorker(workerAddress);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      const reason = event.message || 'the worker could not be started';
      onLost(reason);
      reject(new Fault('engine_start', { message: reason }));
    });
  });
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const module = await unpackModule(moduleAddress);
  try {
    await Promise.race([database.instantiate(module), failed]);
  } finally {
    URL.revokeObjectURL(module);
  }
  await database.open({});
  return {
    bindings: database,
    connect: () => database.connectInternal(),
    registerFile: (name, content) =>
      database.registerFileHandle(name, content, DuckDBDataProtocol.BROWSER_FILEREADER, true),
    version: () => database.getVersion(),
  };
}

/** The library logs every statement that is refused; what matters of it arrives as an error, so its log is not kept. */
function scriptWorker(address: string): Worker {
  const text = `console.log = () => {};\nimportScripts(${JSON.stringify(address)});`;
  const script = new Blob([text], { type: 'text/javascript' });
  const url = URL.createObjectURL(script);
  return new Worker(url);
}

/** A host that marks .gz files as an encoding delivers the module unpacked already, so its first bytes decide. */
async function unpackModule(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Fault('engine_start', { message: `${response.status} ${address}` });
  const bytes = await response.arrayBuffer();
  const packed = new Uint8Array(bytes, 0, 2);
  const isPacked = packed[0] === 0x1f && packed[1] === 0x8b;
  const plain = isPacked
    ? await new Response(
        new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
      ).arrayBuffer()
    : bytes;
  return URL.createObjectURL(new Blob([plain], { type: 'application/wasm' }));
}
