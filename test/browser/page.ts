import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

export const sampleFolder = join(import.meta.dirname, '../../sample-data/jiujiang');

/** A file to drop: its name and bytes. */
export interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function sampleFiles(): Promise<Dropped[]> {
  const names = (await readdir(sampleFolder)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(sampleFolder, name)) })),
  );
}

/** Drops files anywhere on the page, as a person does from a folder. */
export async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, given);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Text as a file in UTF-8. */
export function textFile(name: string, text: string): Dropped {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Opens the star board of the sample and waits for its figures. */
export async function openSample(page: Page): Promise<void> {
  await page.goto('./');
  await expectFigure(page, 'watch', '16');
}

/** Opens the data page without the sample, which has to be computed first. */
export async function openEmpty(page: Page): Promise<void> {
  await page.route(/\.(csv|xlsx)$/, (route) => route.abort());
  await page.goto('./#/data');
  await expect(page.locator('footer')).toContainText('本机运行', { timeout: 30_000 });
}

/** One of the figures above the table, by its id. */
export async function expectFigure(
  page: Page,
  figure: string,
  value: string | RegExp,
): Promise<void> {
  await expect(page.locator(`[data-figure="${figure}"] dd`)).toHaveText(value, { timeout: 30_000 });
}

/** The published totals of 2023, read off the page. */
export async function expectPublishedTotals(page: Page): Promise<void> {
  await expectFigure(page, 'level-5', '6');
  await expectFigure(page, 'level-4', '9');
  await expectFigure(page, 'level-3', '12');
  await expectFigure(page, 'level-3-up', '27');
  await expectFigure(page, 'period-five-star', '40');
  await expectFigure(page, 'watch', '16');
}

/** What the browser complained of: console errors, page errors, breaches of the policy. */
export function complaints(page: Page): string[] {
  const list: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') list.push(message.text());
  });
  page.on('pageerror', (error) => list.push(error.message));
  return list;
}

export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
}

/** The row of a file on the data page, when it has come to a state. */
export async function expectFile(page: Page, name: string, state: string): Promise<void> {
  await expect(page.locator(`tr[data-file="${name}"]`).last()).toHaveAttribute(
    'data-state',
    state,
    {
      timeout: 30_000,
    },
  );
}
