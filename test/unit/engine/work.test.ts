import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Work } from '../../../src/engine/protocol';
import { outcome, settle, startClient, view } from './client';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('work is told from its beginning to its end, and a question is stopped by its call', async () => {
  const { client, worker } = await startClient();
  const told: string[] = [];
  let last: readonly Work[] = [];
  client.onWork((work, ended) => {
    last = work;
    const now = work.map(({ kind, about }) => `${kind} ${about}`).join(', ');
    told.push(`${now}${ended ? ` | ${ended.kind} ended` : ''}`);
  });
  const asked = outcome(client.rows('page', 'SELECT 1'));
  await settle();
  await client.apply([view('report.a')]);
  expect(told).toEqual(['query page', 'query page, apply ', 'query page | apply ended']);
  client.cancel(last[0]?.call ?? 0);
  await settle();
  expect(asked.now).toMatchObject({ code: 'cancelled' });
  expect(worker().calls).toContain('cancel');
  expect(last).toEqual([]);
});
