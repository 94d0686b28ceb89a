import duckdbModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?packed';
import duckdbWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import engineWorker from '../../../workers/engine.worker.ts?worker&url';
import fileWorker from '../../../workers/file.worker.ts?worker&url';
import type { EngineAssets } from '../../../src/engine/protocol';

const absolute = (address: string) => new URL(address, document.baseURI).href;

/** The product's own files, as its page gives them to its engine. */
export const assets: EngineAssets = {
  duckdbModule: absolute(duckdbModule),
  duckdbWorker: absolute(duckdbWorker),
  fileWorker: absolute(fileWorker),
};

/** As in src/main.ts: a worker made from a blob inherits the page's policy. */
export function startWorker(): Worker {
  const script = `import ${JSON.stringify(absolute(engineWorker))};`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(url, { type: 'module' });
}
