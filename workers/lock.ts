import { Fault } from '../src/model/answer';
import type { Connection } from './database';

/** Folder, within the engine's own file table, under which loaded files are readable. */
export const inFolder = 'in/';

/** Takes away every way out of the module: extensions, the network, files but the loaded ones, and changing this. */
export async function applyLock(connection: Connection): Promise<void> {
  for (const statement of [
    `SET autoload_known_extensions = false`,
    `SET autoinstall_known_extensions = false`,
    `SET allowed_directories = ['${inFolder}']`,
    `SET enable_external_access = false`,
    `SET lock_configuration = true`,
  ]) {
    await connection.run(statement);
  }
}

/** What the lock must refuse. The address is one that nothing answers at, should a probe get through. */
const probes = [
  `SELECT * FROM read_csv('probe.csv')`,
  `SELECT * FROM read_csv('${inFolder}../probe.csv')`,
  `SELECT * FROM read_text('/etc/hostname')`,
  `SELECT * FROM read_csv('https://localhost:1/${inFolder}probe.csv')`,
  `ATTACH 'probe.db'`,
  `COPY (SELECT 1) TO 'probe.csv'`,
  `SET enable_external_access = true`,
  `SET autoload_known_extensions = true`,
] as const;

/** Tried last, and only where everything else was refused: unlocked, it waits for an answer from the network. */
const extensionProbe = `LOAD json`;

const refusal = /Permission Error|has been locked|disabled (?:through|by) configuration/;

/** Tries every way out. @returns the statements that were not refused by the lock; none where it holds */
export async function probeLock(connection: Connection): Promise<string[]> {
  const open: string[] = [];
  for (const probe of probes) if (!(await isRefused(connection, probe))) open.push(probe);
  if (open.length === 0 && !(await isRefused(connection, extensionProbe)))
    open.push(extensionProbe);
  return open;
}

async function isRefused(connection: Connection, probe: string): Promise<boolean> {
  try {
    await connection.run(probe);
    return false;
  } catch (thrown) {
    return thrown instanceof Fault && refusal.test(String(thrown.error.detail['message']));
  }
}

/** @throws Fault `engine_lock` with the probes that got through */
export async function lockDown(connection: Connection): Promise<void> {
  await applyLock(connection);
  const open = await probeLock(connection);
  if (open.length > 0) throw new Fault('engine_lock', { probes: open.join('; ') });
}
