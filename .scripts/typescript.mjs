import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.mjs';

/**
 * Runs a TypeScript file of the project with this process's streams, and ends as it ends.
 * @param {string} file path in the project
 * @param {readonly string[]} args
 * @param {{ cwd?: string | undefined, env?: Record<string, string> }} options
 */
export function runTypeScript(file, args, { cwd, env } = {}) {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      import.meta.resolve('tsx'),
      join(root, file),
      ...args,
    ],
    {
      cwd,
      stdio: 'inherit',
      // or tsx would take a tsconfig.json of the folder it is run in
      env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), ...env },
    },
  );
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    for (const forwarded of signals) process.removeAllListeners(forwarded);
    process.kill(process.pid, signal);
  });
}

/** The folder the user is in: npm changes to the project's and keeps the user's in INIT_CWD. */
export function userFolder(/** @type {string} */ script) {
  return process.env.npm_lifecycle_event === script ? process.env.INIT_CWD : undefined;
}
