import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Trial, TrialProgress } from '../../../src/model/trial';
import { outcome, settle, startClient } from '../engine/client';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const trial: Trial = { kind: 'draw', what: '', views: [], keep: {} };

test('runs tell how far they have come, and what was answered before is asked again', async () => {
  const { client, worker } = await startClient();
  outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker().asked[0]?.answer(5);
  await settle();
  const seen: TrialProgress[] = [];
  const tried = outcome(
    client.tryOut([trial, trial], (progress) => seen.push(progress), new AbortController().signal),
  );
  await settle();
  expect(seen).toEqual([{ done: 1, of: 2 }]);
  expect(tried.now).toBe('pending');
  worker().asked[1]?.answer(0);
  await settle();
  expect(tried.now).toBeUndefined();
  outcome(client.rows('page', 'SELECT 1'));
  await settle();
  expect(worker().asked).toHaveLength(3);
});

test('cancelling reaches the engine, and the call ends as cancelled', async () => {
  const { client, worker } = await startClient();
  const controller = new AbortController();
  const tried = outcome(client.tryOut([trial], () => undefined, controller.signal));
  await settle();
  controller.abort();
  await settle();
  expect(worker().calls).toEqual(['cancel']);
  expect(tried.now).toMatchObject({ code: 'cancelled' });
});

test('what is cancelled before it begins never reaches the engine', async () => {
  const { client, worker } = await startClient();
  const controller = new AbortController();
  const tried = outcome(client.tryOut([trial], () => undefined, controller.signal));
  controller.abort();
  await settle();
  expect(worker().asked).toEqual([]);
  expect(tried.now).toMatchObject({ code: 'cancelled' });
});
