// npm test: every check, one after the other, whatever the ones before said. The last line is the count.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { npmCommand, Plain, root, setup } from './setup.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ title: string, check: () => Count | Promise<Count> }} Stage
 * @typedef {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport
 */

const reports = mkdtempSync(join(tmpdir(), 'starflag-test-'));
const timeLimit = 40 * 60_000;

/** @type {Stage[]} */
const stages = [
  { title: 'Setup', check: install },
  { title: 'Format', check: () => command('format:check') },
  { title: 'Lint', check: () => command('lint') },
  { title: 'Types', check: () => command('types') },
  { title: 'Policy, unit, SQL and golden tests', check: vitest },
  { title: 'Build', check: build },
  { title: 'Browser tests', check: playwright },
];

const total = none();
for (const { title, check } of stages) {
  console.log(`\n── ${title} ──`);
  const start = performance.now();
  const count = await counted(check);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${title}: ${count.failed ? 'failed' : 'ok'}, ${seconds} s`);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  if (title === 'Setup' && count.failed) break;
}
rmSync(reports, { recursive: true, force: true });
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

/** @param {Stage['check']} check */
async function counted(check) {
  try {
    return await check();
  } catch (thrown) {
    console.error(thrown instanceof Plain ? thrown.message : thrown);
    return failure();
  }
}

/** @returns {Count} */
function none() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/** A check that failed and has no tests to count. */
function failure() {
  return { ...none(), failed: 1 };
}

function install() {
  setup();
  return none();
}

/** @param {string} script */
async function command(script) {
  return (await npmRun(script)) ? none() : failure();
}

async function build() {
  // the browser must never be shown the build before this one
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  return command('build');
}

async function vitest() {
  const report = join(reports, 'vitest.json');
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const succeeded = await npmRun('test:unit', args);
  return tested(succeeded, report, (/** @type {VitestReport} */ { testResults }) => {
    const count = none();
    for (const file of testResults) {
      const before = count.failed;
      for (const { status } of file.assertionResults) {
        if (status === 'passed') count.passed += 1;
        else if (status === 'failed') count.failed += 1;
        else count.skipped += 1;
      }
      // a file that can't be loaded, or whose hooks fail, has no failed test to show for it
      if (file.status === 'failed' && count.failed === before) count.failed += 1;
    }
    return count;
  });
}

async function playwright() {
  if (!existsSync(join(root, 'dist/index.html'))) throw new Plain('There is no build to test.');
  const report = join(reports, 'playwright.json');
  const CHROME_PATH = await findBrowser();
  const succeeded = await npmRun('test:browser', ['--reporter=list,json'], {
    CHROME_PATH,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return tested(succeeded, report, (/** @type {PlaywrightReport} */ { stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/**
 * What a runner reported. A runner that failed without a failed test, wrote no report or ran no test is a failure.
 * @template Report
 * @param {boolean} succeeded
 * @param {string} path
 * @param {(report: Report) => Count} read
 * @returns {Count}
 */
function tested(succeeded, path, read) {
  if (!existsSync(path)) throw new Plain('The test runner wrote no report.');
  const report = /** @type {Report} */ (JSON.parse(readFileSync(path, 'utf8')));
  const count = read(report);
  if (count.failed > 0) return count;
  if (count.passed === 0) console.error('No test was run.');
  else if (!succeeded)
    console.error('The test runner failed though no test did; it says why above.');
  else return count;
  return { ...count, failed: 1 };
}

/**
 * Runs a script of package.json in a process group of its own, so that a hanging one can be ended with its children.
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<boolean>} whether it succeeded
 */
function npmRun(script, args = [], env = {}) {
  const { command, prefix } = npmCommand();
  const child = spawn(command, [...prefix, 'run', '--silent', script, '--', ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    detached: process.platform !== 'win32',
  });
  const timer = setTimeout(() => {
    console.error(`Stopped: not done after ${timeLimit / 60_000} minutes.`);
    end(child.pid);
  }, timeLimit);
  const stop = () => {
    end(child.pid);
    process.exit(130);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(code === 0);
    });
  });
}

/** @param {number | undefined} pid */
function end(pid) {
  if (pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, 'SIGKILL');
}
