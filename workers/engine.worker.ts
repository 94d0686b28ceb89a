import { expose, proxy, transfer, wrap } from 'comlink';
import type { EngineAssets, EngineFacts, EngineWorker, Rows } from '../src/engine/protocol';
import { answer, Fault, unwrap, type Answer } from '../src/model/answer';
import { startDuckDB } from './duckdb';
import { Engine } from './engine';
import type { FileWorker } from './file.worker';
import type { Reader } from './readers/read';

let engine: Engine | null = null;

function started(): Engine {
  if (!engine) throw new Fault('engine_start', { message: 'the engine was not started' });
  return engine;
}

/** Reads a file in a worker of its own, thrown away when the file is read or the reading is stopped. */
function readerAt(address: string): Reader {
  return async (content, name, report, encoding, take, signal) => {
    const script = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
    const url = URL.createObjectURL(script);
    const worker = new Worker(url, { type: 'module' });
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Fault('cancelled')));
      worker.addEventListener('error', (event) => {
        reject(
          new Fault('file_unreadable', { message: event.message || 'the reading worker failed' }),
        );
      });
    });
    try {
      const read = wrap<FileWorker>(worker).read(
        content,
        name,
        proxy(report),
        encoding,
        proxy(take),
      );
      return unwrap(await Promise.race([read, stopped]));
    } finally {
      worker.terminate();
      URL.revokeObjectURL(url);
    }
  };
}

async function boot(assets: EngineAssets): Promise<Answer<EngineFacts>> {
  return answer(async () => {
    const start = performance.now();
    const lost = (reason: string) => {
      // the module is gone, so nothing can be answered any more: an error that nobody catches tells the page
      setTimeout(() => {
        throw new Error(reason);
      });
    };
    try {
      const handle = await startDuckDB(assets.duckdbModule, assets.duckdbWorker, lost);
      engine = await Engine.start(handle, readerAt(assets.fileWorker));
      return { version: await engine.version(), bootTime: performance.now() - start };
    } catch (thrown) {
      if (thrown instanceof Fault) throw thrown;
      throw new Fault('engine_start', {
        message: thrown instanceof Error ? thrown.message : String(thrown),
      });
    }
  });
}

function handedOver(rows: Answer<Rows>): Answer<Rows> {
  return rows.ok ? transfer(rows, [rows.value.ipc.buffer as ArrayBuffer]) : rows;
}

const worker: EngineWorker = {
  boot,
  ping: () => Promise.resolve(true),
  load: (call, file, report) => started().load(call, file, report),
  unload: (call, fileId) => started().unload(call, fileId),
  layOut: (call, sheetId, layout) => started().layOut(call, sheetId, layout),
  correct: (call, corrections) => started().correct(call, corrections),
  arrange: (call, mappings, crosswalk, hold) => started().arrange(call, mappings, crosswalk, hold),
  apply: (call, views) => started().apply(call, views),
  tryOut: (call, trials, report) => started().tryOut(call, trials, report),
  query: async (call, question) => handedOver(await started().query(call, question)),
  run: (call, statement) => started().run(call, statement),
  check: (call, statement) => started().check(call, statement),
  results: async (call, question) => handedOver(await started().results(call, question)),
  forget: (call, result) => started().forget(call, result),
  describe: (call) => started().describe(call),
  cancel: (call) => started().cancel(call),
};

expose(worker);
