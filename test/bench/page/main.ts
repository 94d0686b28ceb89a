import { emptyCrosswalk } from '../../../src/ingest/crosswalk';
import { read } from '@e965/xlsx';
import { tableFromIPC } from 'apache-arrow';
import { wrap, type Remote } from 'comlink';
import { EngineClient } from '../../../src/engine/client';
import type { EngineWorker } from '../../../src/engine/protocol';
import { unwrap } from '../../../src/model/answer';
import type { Bench, Told } from './api';
import { assets, startWorker } from './assets';
import { startBare } from './bare';

interface Running {
  readonly client: EngineClient;
  /** The same worker without the client's cache and decoding. */
  readonly direct: Remote<EngineWorker>;
}

let running: Running | null = null;
let calls = 0;

function engine(): Running {
  if (!running) throw new Error('boot first');
  return running;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function boot(): Promise<void> {
  return new Promise((resolve, reject) => {
    let worker: Worker | null = null;
    const client = new EngineClient(assets, () => (worker = startWorker()));
    client.onStatus((status) => {
      if (status.state === 'failed') reject(new Error(JSON.stringify(status.error)));
      if (status.state !== 'ready' || !worker) return;
      running = { client, direct: wrap<EngineWorker>(worker) };
      resolve();
    });
  });
}

function chosenFile(): File {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('no file in the input');
  return file;
}

const bench: Bench = {
  boot: () => timed(boot),
  bareBoot: () => timed(startBare),
  load: async (id) => {
    const content = chosenFile();
    const start = performance.now();
    let readBy = start;
    const loaded = await engine().client.load(
      {
        id,
        name: content.name,
        content,
        pasted: false,
        privacy: { mode: 'replace', salt: 'bench' },
      },
      ({ stage }) => {
        if (stage === 'storing' && readBy === start) readBy = performance.now();
      },
      new AbortController().signal,
    );
    const end = performance.now();
    return {
      reading: readBy - start,
      storing: end - readBy,
      total: end - start,
      tables: loaded.tables,
    };
  },
  bareWorkbook: async () => {
    const bytes = new Uint8Array(await chosenFile().arrayBuffer());
    return timed(() => Promise.resolve(read(bytes, { type: 'array', dense: true })));
  },
  arrange: async (mappings) => {
    let periods: readonly string[] = [];
    const time = await timed(async () => {
      ({ periods } = await engine().client.arrange(mappings, emptyCrosswalk));
    });
    return { time, periods };
  },
  apply: (views) => timed(() => engine().client.apply(views)),
  ask: async (questions) => {
    const told: Told[] = [];
    for (const { name, sql } of questions) {
      // the client counts its calls upwards from one
      calls -= 1;
      const start = performance.now();
      const { ipc } = unwrap(await engine().direct.query(calls, { sql }));
      const time = performance.now() - start;
      told.push({ name, time, rows: tableFromIPC(ipc).numRows });
    }
    return told;
  },
  show: (questions) =>
    timed(() => Promise.all(questions.map(({ name, sql }) => engine().client.rows(name, sql)))),
};

Object.assign(globalThis, { bench });
