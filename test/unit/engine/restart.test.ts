import { emptyCrosswalk } from '../../../src/ingest/crosswalk';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineClient } from '../../../src/engine/client';
import type { EngineStatus } from '../../../src/engine/protocol';
import { file, outcome, settle, startClient, view } from './client';
import { FakeWorker } from './fake-worker';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const mapping = (table: string) => ({ table, columns: [], period: null, town: null });
const never = () => new AbortController().signal;
const ignore = () => undefined;

test('a crash ends what was pending as lost', async () => {
  const { client, worker } = await startClient();
  const asked = outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker().crash();
  await settle();
  expect(asked.now).toMatchObject({ code: 'engine_lost' });
});

test('a crash is told, and the engine is ready again', async () => {
  const { client, worker } = await startClient();
  const states: string[] = [];
  client.onStatus((status) => states.push(status.state));
  worker().crash();
  await settle();
  expect(states).toEqual(['restarting', 'ready']);
  expect(worker(0).terminated).toBe(true);
  const asked = outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker(1).asked[0]?.answer(5);
  await settle();
  expect(asked.now).toEqual([{ n: 5 }]);
});

test('files, mappings and views are restored in order', async () => {
  const { client, worker } = await startClient();
  await client.load(file('f1'), ignore, never());
  await client.load(file('f2'), ignore, never());
  await client.load(file('f3'), ignore, never());
  await client.arrange([mapping('f1_1'), mapping('f2_1'), mapping('f3_1')], emptyCrosswalk);
  await client.apply([view('score.a'), view('report.b')]);
  await client.unload('f2');
  worker().crash();
  await settle();
  expect(worker(1).calls).toEqual([
    'load f1',
    'load f3',
    'arrange f1_1 f3_1',
    'apply score.a report.b',
  ]);
});

test('answers from before the crash are asked again', async () => {
  const { client, worker } = await startClient();
  outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker().asked[0]?.answer(1);
  await settle();
  worker().crash();
  await settle();
  outcome(client.rows('page', 'SELECT 1'));
  await settle();
  expect(worker(1).asked).toHaveLength(1);
});

test('a worker that answers pings lives on', async () => {
  const { workers } = await startClient();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(workers).toHaveLength(1);
});

test('a worker that falls silent is replaced once', async () => {
  const { client, workers, worker } = await startClient();
  const asked = outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker().hangs = true;
  await vi.advanceTimersByTimeAsync(12_000);
  expect(asked.now).toMatchObject({ code: 'engine_lost' });
  expect(client.status.state).toBe('ready');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(workers).toHaveLength(2);
});

test('a worker that crashes with pings under way is replaced once', async () => {
  const { workers, worker } = await startClient();
  worker().hangs = true;
  await vi.advanceTimersByTimeAsync(4_000);
  worker().crash();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(workers).toHaveLength(2);
});

test('a question that cannot be stopped costs the worker its life after a second', async () => {
  const { client, workers, worker } = await startClient();
  outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker().hangs = true;
  client.stop('page');
  await vi.advanceTimersByTimeAsync(999);
  expect(workers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(workers).toHaveLength(2);
});

test('a question that a newer one takes the place of does not, however long it goes on', async () => {
  const { client, workers, worker } = await startClient();
  const older = outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker().deaf = true;
  const newer = outcome(client.rows('page', 'SELECT 2'));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(workers).toHaveLength(1);
  expect(worker().calls).toContain('cancel');
  worker().asked[0]?.answer(1);
  worker().asked[1]?.answer(2);
  await settle();
  expect(older.now).toMatchObject({ code: 'superseded' });
  expect(newer.now).toEqual([{ n: 2 }]);
});

test('a question that stops in time does not', async () => {
  const { client, workers } = await startClient();
  outcome(client.rows('page', 'SELECT 1'));
  await settle();
  client.stop('page');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(workers).toHaveLength(1);
});

test('a load given up before it began is cancelled', async () => {
  const { client, worker } = await startClient();
  const given = new AbortController();
  given.abort();
  const loading = outcome(client.load(file('f1'), ignore, given.signal));
  await settle();
  expect(loading.now).toMatchObject({ code: 'cancelled' });
  expect(worker().calls).not.toContain('load f1');
});

test('an engine that dies again and again is given up, and every call with it', async () => {
  const { client, workers, worker } = await startClient();
  const states: string[] = [];
  client.onStatus(({ state }) => states.push(state));
  for (let death = 1; death <= 3; death += 1) {
    worker().crash();
    await settle();
  }
  expect(states).toEqual(['restarting', 'ready', 'restarting', 'ready', 'failed']);
  expect(client.status).toMatchObject({
    error: { code: 'engine_given_up', detail: { deaths: 3 } },
  });
  const asked = outcome(client.rows('page', 'SELECT 1'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.now).toMatchObject({ code: 'engine_given_up' });
  expect(workers).toHaveLength(3);
});

test('deaths far apart are each made good', async () => {
  const { client, workers, worker } = await startClient();
  for (let death = 1; death <= 5; death += 1) {
    await vi.advanceTimersByTimeAsync(61_000);
    worker().crash();
    await settle();
  }
  expect(client.status.state).toBe('ready');
  expect(workers).toHaveLength(6);
});

test('an engine that dies as it starts is started again, then given up', async () => {
  const statuses: EngineStatus[] = [];
  const workers: FakeWorker[] = [];
  const assets = { duckdbModule: '', duckdbWorker: '', fileWorker: '' };
  const client = new EngineClient(assets, () => {
    const worker = new FakeWorker(true);
    workers.push(worker);
    return worker as unknown as Worker;
  });
  client.onStatus((status) => statuses.push(status));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, true, true]);
  expect(statuses.at(-1)).toMatchObject({ state: 'failed', error: { code: 'engine_given_up' } });
});
