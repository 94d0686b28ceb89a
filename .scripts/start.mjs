// npm start: builds the workbench, serves it on this machine and opens it.
import { spawn } from 'node:child_process';
import { Plain, root, run, setup } from './setup.mjs';

await run(async () => {
  setup();
  const port = portFrom(process.env.PORT);
  const { build, preview } = await import('vite');
  await build({ root, logLevel: 'warn' });
  const server = await preview({
    root,
    preview: { host: 'localhost', port, strictPort: true, open: false },
  }).catch((/** @type {unknown} */ thrown) => {
    if (!(thrown instanceof Error) || !/already in use|EADDRINUSE|EACCES/.test(thrown.message))
      throw thrown;
    throw new Plain(`Port ${port} can't be used: it is taken. Choose another: PORT=5000 npm start`);
  });
  const address = server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`;
  console.log(`\nStarflag is at ${address}\nNothing leaves this machine. Ctrl-C stops it.`);
  open(address);
});

/** @param {string | undefined} text */
function portFrom(text) {
  if (text === undefined || text === '') return 4173;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Plain(`PORT is ${text}: it must be a number from 1 to 65535.`);
}

/**
 * Opens the address where there is a desktop; where that fails, the address is printed anyway.
 * @param {string} address
 */
function open(address) {
  if (process.env.CI) return;
  const opener = openerFor(process.platform);
  if (!opener) return;
  const child = spawn(opener[0], [...opener.slice(1), address], {
    stdio: 'ignore',
    detached: true,
  });
  child.on('error', () => undefined);
  child.unref();
}

/**
 * @param {NodeJS.Platform} platform
 * @returns {[string, ...string[]] | undefined}
 */
function openerFor(platform) {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd.exe', '/c', 'start', ''];
  const hasDesktop = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return platform === 'linux' && hasDesktop ? ['xdg-open'] : undefined;
}
