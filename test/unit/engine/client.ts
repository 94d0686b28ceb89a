import { vi } from 'vitest';
import { EngineClient } from '../../../src/engine/client';
import type { FileInput } from '../../../src/engine/protocol';
import { Fault, type AppError } from '../../../src/model/answer';
import type { View } from '../../../src/model/view';
import { FakeWorker } from './fake-worker';

const assets = { duckdbModule: 'module', duckdbWorker: 'worker', fileWorker: 'file' };

/** A client under a false clock, with the workers that it has started. */
export async function startClient() {
  const workers: FakeWorker[] = [];
  const client = new EngineClient(assets, () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  await settle();
  const worker = (index = workers.length - 1) => workers[index] as FakeWorker;
  return { client, workers, worker };
}

/** Lets every message arrive, without time going by. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

/** How a promise ended, or `pending`; it may be looked at again later. */
export function outcome<T>(promise: Promise<T>): { now: T | AppError | 'pending' } {
  const state: { now: T | AppError | 'pending' } = { now: 'pending' };
  promise.then(
    (value) => (state.now = value),
    (thrown: unknown) => {
      if (!(thrown instanceof Fault)) throw thrown;
      state.now = thrown.error;
    },
  );
  return state;
}

export const view = (name: View['name']): View => ({
  name,
  reads: [],
  columns: [],
  sql: '',
  stored: false,
});

export const file = (id: string): FileInput => ({
  id,
  name: `${id}.csv`,
  content: new Blob(),
  pasted: false,
  privacy: { mode: 'replace', salt: '' },
});
