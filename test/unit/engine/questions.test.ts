import { emptyCrosswalk } from '../../../src/ingest/crosswalk';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { outcome, settle, startClient, view } from './client';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the rows of an answer arrive', async () => {
  const { client, worker } = await startClient();
  const asked = outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker().asked[0]?.answer(7);
  await settle();
  expect(asked.now).toEqual([{ n: 7 }]);
});

test('an error arrives with its code, its figures and the SQL', async () => {
  const { client, worker } = await startClient();
  const asked = outcome(client.rows('page', 'SELECT x'));
  await settle();
  const error = { code: 'query_failed', detail: { message: 'no x' }, sql: 'SELECT x' } as const;
  worker().asked[0]?.fail(error);
  await settle();
  expect(asked.now).toEqual(error);
});

test('the newest question of a consumer wins: the older one is stopped and ends as superseded', async () => {
  const { client, worker } = await startClient();
  const older = outcome(client.rows('page', 'SELECT 1'));
  await settle();
  const newer = outcome(client.rows('page', 'SELECT 2'));
  await settle();
  expect(worker().calls).toEqual(['cancel']);
  worker().asked[1]?.answer(2);
  await settle();
  expect(newer.now).toEqual([{ n: 2 }]);
  expect(older.now).toMatchObject({ code: 'superseded' });
});

test('an answer that comes in spite of being stopped still counts as superseded', async () => {
  const { client, worker } = await startClient();
  const older = outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker().asked[0]?.answer(1);
  const newer = outcome(client.rows('page', 'SELECT 2'));
  await settle();
  worker().asked[1]?.answer(2);
  await settle();
  expect(older.now).toMatchObject({ code: 'superseded' });
  expect(newer.now).toEqual([{ n: 2 }]);
});

test('consumers do not supersede each other', async () => {
  const { client, worker } = await startClient();
  const one = outcome(client.rows('one', 'SELECT 1'));
  const other = outcome(client.rows('other', 'SELECT 2'));
  await settle();
  worker().asked[0]?.answer(1);
  worker().asked[1]?.answer(2);
  await settle();
  expect([one.now, other.now]).toEqual([[{ n: 1 }], [{ n: 2 }]]);
});

test('a question that is under way is asked once for all who ask it', async () => {
  const { client, worker } = await startClient();
  const asked = ['one', 'other'].map((consumer) => outcome(client.rows(consumer, 'SELECT 1')));
  await settle();
  expect(worker().asked).toHaveLength(1);
  client.stop('one');
  worker().asked[0]?.answer(1);
  await settle();
  expect(worker().calls).toEqual([]);
  expect(asked[1]?.now).toEqual([{ n: 1 }]);
});

test('a consumer that asks the same again while it waits gets the answer', async () => {
  const { client, worker } = await startClient();
  outcome(client.rows('page', 'SELECT 1'));
  const again = outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker().asked[0]?.answer(1);
  await settle();
  expect(again.now).toEqual([{ n: 1 }]);
});

test('an answer is kept until the views change', async () => {
  const { client, worker } = await startClient();
  const ask = async () => {
    const asked = outcome(client.rows('page', 'SELECT 1'));
    await settle();
    worker().asked.at(-1)?.answer(worker().asked.length);
    await settle();
    return asked.now;
  };
  expect(await ask()).toEqual([{ n: 1 }]);
  expect(await ask()).toEqual([{ n: 1 }]);
  await client.apply([view('report.a')]);
  expect(await ask()).toEqual([{ n: 2 }]);
  await client.arrange([], emptyCrosswalk);
  expect(await ask()).toEqual([{ n: 3 }]);
});

test('a question asked after a change is not answered from before it', async () => {
  const { client, worker } = await startClient();
  outcome(client.rows('one', 'SELECT 1'));
  await settle();
  await client.apply([view('report.a')]);
  const fresh = outcome(client.rows('other', 'SELECT 1'));
  await settle();
  worker().asked[0]?.answer(1);
  worker().asked[1]?.answer(2);
  await settle();
  expect(fresh.now).toEqual([{ n: 2 }]);
});

test('an error is not kept', async () => {
  const { client, worker } = await startClient();
  outcome(client.rows('page', 'SELECT 1'));
  await settle();
  worker().asked[0]?.fail({ code: 'engine_memory', detail: {} });
  await settle();
  outcome(client.rows('page', 'SELECT 1'));
  await settle();
  expect(worker().asked).toHaveLength(2);
});
