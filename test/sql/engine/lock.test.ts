import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fault } from '../../../src/model/answer';
import { Connection } from '../../../workers/database';
import { startDuckDBInNode } from '../../../workers/duckdb-node';
import { Engine } from '../../../workers/engine';
import { applyLock, probeLock } from '../../../workers/lock';
import { readFile } from '../../../workers/readers/read';

// Without the lock COPY and ATTACH write files, so the process works in a folder of its own.
const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'starflag-lock-'));

beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test('without the lock the probes find the ways out', async () => {
  const connection = await Connection.open(await startDuckDBInNode());
  const open = (await probeLock(connection)).map((probe) => probe.split(' ')[0]);
  expect(open).toEqual(['SELECT', 'SELECT', 'SELECT', 'SELECT', 'ATTACH', 'COPY', 'SET', 'SET']);
  expect(readdirSync(folder)).toContain('probe.csv');
});

test('with the lock every probe is refused, and nothing is written', async () => {
  const before = readdirSync(folder);
  const connection = await Connection.open(await startDuckDBInNode());
  await applyLock(connection);
  expect(await probeLock(connection)).toEqual([]);
  expect(readdirSync(folder)).toEqual(before);
});

test('the lock holds for connections opened before and after it', async () => {
  const handle = await startDuckDBInNode();
  const early = await Connection.open(handle);
  await applyLock(await Connection.open(handle));
  expect(await probeLock(early)).toEqual([]);
  expect(await probeLock(await Connection.open(handle))).toEqual([]);
});

test('a registered file can be read under the lock, its neighbours cannot', async () => {
  const handle = await startDuckDBInNode();
  const connection = await Connection.open(handle);
  await applyLock(connection);
  await handle.registerFile('in/0000000f1_1', new Blob(['a,b\n1,2\n']));
  await connection.run(`SELECT * FROM read_csv('in/0000000f1_1')`);
  for (const name of ['0000000f1_1', 'in/../0000000f1_1', '/etc/passwd']) {
    await expect(connection.run(`SELECT * FROM read_csv('${name}')`)).rejects.toBeInstanceOf(Fault);
  }
});

test('the engine applies the lock before it takes any file', async () => {
  const handle = await startDuckDBInNode();
  await Engine.start(handle, (content, name, report) => readFile(content, name, report));
  expect(await probeLock(await Connection.open(handle))).toEqual([]);
});
