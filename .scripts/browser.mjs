// Finds a Chromium for the browser tests and the benchmark.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Plain, root } from './setup.mjs';

/**
 * The first of: CHROME_PATH, an installed Chromium or Chrome, Debian's package, Playwright's download.
 * Debian's package comes before the download, so that a container never holds two copies of a browser.
 * @returns {Promise<string>} path of the executable
 */
export async function findBrowser() {
  const found = chosen() ?? installed() ?? fromDebian() ?? (await fromPlaywright());
  if (!found) {
    throw new Plain(
      'No browser found. Install Chromium or Chrome, or set CHROME_PATH to the executable of one.',
    );
  }
  ensureChineseFont();
  return found;
}

function chosen() {
  const path = process.env.CHROME_PATH;
  if (!path) return undefined;
  if (!existsSync(path)) throw new Plain(`CHROME_PATH is ${path}, and there is no such file.`);
  return path;
}

function installed() {
  return places().find((path) => existsSync(path) && starts(path));
}

function places() {
  if (process.platform === 'darwin') {
    const apps = [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
    ];
    const folders = ['/Applications', join(process.env.HOME ?? '/', 'Applications')];
    return folders.flatMap((folder) => apps.map((app) => join(folder, app)));
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA } = process.env;
    const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA];
    const apps = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    return folders.flatMap((folder) => (folder ? apps.map((app) => join(folder, app)) : []));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) =>
    [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)),
  );
}

/**
 * Ubuntu's chromium-browser may be a stub that only asks for a snap.
 * @param {string} path
 */
function starts(path) {
  return (
    process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
  );
}

function fromDebian() {
  if (!isDebianRoot()) return undefined;
  console.error('Installing Chromium from Debian …');
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  return installed();
}

async function fromPlaywright() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  console.error("Trying Playwright's download of Chromium (a minute at most) …");
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    stdio: 'ignore',
    timeout: 60_000,
  });
  return existsSync(path) ? path : undefined;
}

/** Screenshots show Chinese, and without a font they show boxes. */
function ensureChineseFont() {
  if (!isDebianRoot() || hasChineseFont()) return;
  console.error('Installing a Chinese font from Debian …');
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'fontconfig', 'fonts-noto-cjk');
  if (!hasChineseFont())
    console.error('No Chinese font could be installed: screenshots will show boxes.');
}

function hasChineseFont() {
  const { stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return Boolean(stdout);
}

/** Debian itself: in Ubuntu's archive, chromium is a stub. */
function isDebianRoot() {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    existsSync(release) &&
    /^ID="?debian"?$/m.test(readFileSync(release, 'utf8'))
  );
}

/** @param {string[]} args */
function apt(...args) {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
