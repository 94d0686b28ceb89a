import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './.scripts/browser.mjs';

// Playwright loads this file in each of its processes; they find the browser that the first one found.
const executablePath = (process.env.CHROME_PATH ||= await findBrowser());
const port = 4199;
const preview = `npx vite preview --host localhost --port ${port} --strictPort`;
const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test/.output',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  retries: 0,
  // against what never ends; how long things take is the benchmark's to tell
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}/`,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath,
      args: [
        ...(isLinuxRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: existsSync('dist/index.html') ? preview : `npx vite build && ${preview}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
