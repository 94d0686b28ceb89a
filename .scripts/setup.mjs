// Runs before anything is installed: no imports but Node's own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A failure that the reader can do something about: print the message, not the stack. */
export class Plain extends Error {}

/** Checks Node and installs the packages of the lock file unless they are there. Quiet when there is nothing to do. */
export function setup() {
  checkNode(process.versions.node);
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  const stamp = `${root}node_modules/.starflag-lock`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing packages (once) …');
  // stdout belongs to the command that asked for the setup, so npm's goes to stderr; under `npm --silent` it would
  // not say why it fails
  const { status } = npm(['ci', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    throw new Plain('The packages could not be installed; npm says why above. Is there a network?');
  }
  writeFileSync(stamp, lock);
}

/** @param {string} version */
function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Plain(
    `Starflag needs Node 20.19 or newer; this is Node ${version}. Get one at https://nodejs.org`,
  );
}

/**
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function npm(args, options) {
  const { command, prefix } = npmCommand();
  return spawnSync(command, [...prefix, ...args], options);
}

/** How to start npm without a shell: on Windows `npm` is a batch file, which Node starts only through one. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) {
    return { command: process.execPath, prefix: [script] };
  }
  if (process.platform === 'win32')
    return { command: 'cmd.exe', prefix: ['/d', '/s', '/c', 'npm'] };
  return { command: 'npm', prefix: [] };
}

/**
 * Runs a script's work; a `Plain` failure ends it with its message and exit code 1.
 * @param {() => void | Promise<void>} work
 */
export async function run(work) {
  try {
    await work();
  } catch (thrown) {
    if (!(thrown instanceof Plain)) throw thrown;
    console.error(thrown.message);
    process.exitCode = 1;
  }
}
