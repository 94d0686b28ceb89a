import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Bench } from './page/api';
import { output, root } from './places';
import { tell } from './progress';
import { serve } from './server';

const configFile = `${root}vite.config.ts`;

/** Builds a folder's page as the product is built: same plugins, same policy, same packed module. */
export async function buildPage(folder: string, outDir: string): Promise<void> {
  await build({
    configFile,
    root: folder,
    // its notes on how long plugins take are nobody's business here
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
}

/** A real browser at the page of the benchmark. */
export class BenchBrowser {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #address: string;

  private constructor(browser: Browser, server: Server, address: string) {
    this.#browser = browser;
    this.#server = server;
    this.#address = address;
  }

  static async start(): Promise<BenchBrowser> {
    tell('building the page');
    await buildPage(`${root}test/bench/page`, output.page);
    const { server, address } = await serve(output.page);
    const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;
    const browser = await chromium.launch({
      executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
      args: [
        ...(isLinuxRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    return new BenchBrowser(browser, server, address);
  }

  get version(): string {
    return `${this.#browser.browserType().name()} ${this.#browser.version()}`;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Runs work in a new page with nothing cached, and closes it, so that no run inherits another's memory. */
  async fresh<T>(work: (page: BenchPage) => Promise<T>): Promise<T> {
    return this.blank(async (page) => {
      page.setDefaultTimeout(0);
      await page.goto(this.#address);
      await page.waitForFunction('globalThis.bench');
      return work(new BenchPage(page, this.#browser));
    });
  }

  /** Runs work in a new page that is nowhere yet, with nothing cached, and closes it. */
  async blank<T>(work: (page: Page) => Promise<T>): Promise<T> {
    const context = await this.#browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
    });
    try {
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }
}

/** The high-water mark of a process's memory, in bytes. */
function peakOf(process: number): number {
  const status = readFileSync(`/proc/${process}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

/** The functions of the page, called from here. */
export class BenchPage {
  readonly #page: Page;
  readonly #browser: Browser;

  constructor(page: Page, browser: Browser) {
    this.#page = page;
    this.#browser = browser;
  }

  /** Most bytes that the page's process held, workers included, since it began; null where the system doesn't say. */
  async peakMemory(): Promise<number | null> {
    if (process.platform !== 'linux') return null;
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id));
    return Math.max(...peaks);
  }

  call<Name extends keyof Bench>(
    name: Name,
    ...given: Parameters<Bench[Name]>
  ): Promise<Awaited<ReturnType<Bench[Name]>>> {
    return this.#page.evaluate(
      ([called, args]) => {
        const { bench } = globalThis as unknown as {
          bench: Record<string, (...args: unknown[]) => unknown>;
        };
        return bench[called]?.(...args);
      },
      [name, given] as const,
    ) as Promise<Awaited<ReturnType<Bench[Name]>>>;
  }

  /** Puts a file into the page's file input. */
  async choose(path: string): Promise<void> {
    await this.#page.setInputFiles('input', path);
  }

  /** Loads a file from the disk, as a dropped file is: the browser reads it as it goes. */
  async load(id: string, path: string) {
    await this.choose(path);
    return this.call('load', id);
  }
}
