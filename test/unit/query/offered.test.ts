import { beforeEach, expect, test, vi } from 'vitest';
import type { Engine, Outcome, Statement } from '../../../src/engine/protocol';
import type { Calculation } from '../../../src/state/calculation.svelte';
import { Query } from '../../../src/state/query.svelte';

const ran: Statement[] = [];
const made: Outcome = { kind: 'made', name: 'scratch.t', rows: 1, time: 1 };
const engine = {
  run: (statement: Statement) => {
    ran.push(statement);
    return Promise.resolve(made);
  },
  describe: () => Promise.resolve([]),
  rows: () => Promise.resolve([]),
} as unknown as Engine;
const calculation = { views: [] } as unknown as Calculation;

beforeEach(() => {
  ran.length = 0;
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('what a link brings is shown and runs only at the reader’s word', async () => {
  const query = new Query(engine, calculation);
  query.offer([
    { name: '甲', sql: 'SELECT 1' },
    { name: null, sql: 'CREATE TABLE scratch.t AS SELECT 1 AS n' },
  ]);
  expect(query.tabs.map(({ sql, foreign }) => [sql, foreign])).toEqual([
    ['SELECT 1', true],
    ['CREATE TABLE scratch.t AS SELECT 1 AS n', true],
  ]);
  expect(query.tab.sql).toBe('SELECT 1');
  expect(ran).toEqual([]);
  await query.run('SELECT 1');
  expect(ran).toEqual([{ sql: 'SELECT 1', parameters: {} }]);
  expect(query.tab.foreign).toBe(false);
});

test('what a link brings is not kept before it was run', () => {
  new Query(engine, calculation).offer([{ name: null, sql: 'SELECT 1' }]);
  expect(new Query(engine, calculation).tabs.map(({ sql }) => sql)).toEqual(['']);
});

test('own texts, saved queries and history come back at the next visit', async () => {
  const query = new Query(engine, calculation);
  query.write('SELECT 1');
  query.save('一');
  await query.run('SELECT 1');
  const next = new Query(engine, calculation);
  expect(next.tab).toMatchObject({ name: '一', sql: 'SELECT 1' });
  expect(next.kept.saved).toEqual([{ name: '一', sql: 'SELECT 1' }]);
  expect(next.kept.past.map(({ sql }) => sql)).toEqual(['SELECT 1']);
  next.kept.forgetPast();
  expect(new Query(engine, calculation).kept.past).toEqual([]);
});

test('a tab is never the last to be closed without another', () => {
  const query = new Query(engine, calculation);
  query.close(query.tab.id);
  expect(query.tabs).toHaveLength(1);
});
