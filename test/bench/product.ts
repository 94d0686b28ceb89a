import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { installProbe, type Probe } from './page/probe';

/** The product in the browser, used by hand: mouse, wheel and keys. */
export class Product {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens the built product with its sample. */
  static async open(page: Page, address: string): Promise<Product> {
    page.setDefaultTimeout(180_000);
    // what compiles the benchmark calls this in functions that it names
    await page.addInitScript({ content: 'globalThis.__name = (value) => value;' });
    await page.addInitScript(installProbe);
    await page.goto(`${address}#/star-board`);
    const product = new Product(page);
    await product.filtered.waitFor();
    return product;
  }

  /** How many subjects the filters keep. */
  get filtered(): Locator {
    return this.page.locator('.filters .count');
  }

  /** Drops a file from the disk, as a person does from a folder, and waits until it is stored. */
  async drop(path: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    await session.detach();
    await this.page
      .locator(`tr[data-file="${basename(path)}"][data-state="loaded"]`)
      .waitFor({ state: 'attached' });
  }

  /** Goes to a page by the navigation. */
  link(page: string): Locator {
    return this.page.locator(`nav a[href^="#/${page}"]`);
  }

  /**
   * Milliseconds from an input to the painted answer.
   * @param input the type of the event; the last of it before the answer counts
   * @param selector of what gets another text or place
   * @param wait matches what stands in the page until the answer does
   */
  async time(
    input: string,
    selector: string,
    act: () => Promise<void>,
    wait = ':not(*)',
  ): Promise<number> {
    await this.page.evaluate(
      ([type, changing, waiting]) =>
        (globalThis as unknown as { probe: Probe }).probe.arm(type, changing, waiting),
      [input, selector, wait] as const,
    );
    await act();
    const time = await this.page.evaluate(() =>
      (globalThis as unknown as { probe: Probe }).probe.answered(),
    );
    await this.quiet();
    return time;
  }

  /** Milliseconds between the frames while something is done. */
  async frames(act: () => Promise<void>): Promise<number[]> {
    await this.page.evaluate(() => (globalThis as unknown as { probe: Probe }).probe.startFrames());
    await act();
    return this.page.evaluate(() => (globalThis as unknown as { probe: Probe }).probe.stopFrames());
  }

  /** The tasks on the main thread longer than 50 milliseconds, since asked last. */
  longTasks(): Promise<number[]> {
    return this.page.evaluate(() => (globalThis as unknown as { probe: Probe }).probe.longTasks());
  }

  /** Until what follows an answer is over, as what is kept of it: the next input must not wait for that. */
  async quiet(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          setTimeout(() => requestIdleCallback(() => resolve(), { timeout: 250 }), 250);
        }),
    );
    await this.page.locator('footer .state.good').waitFor();
  }
}
