import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { drop, expectFile, type Dropped } from './page';

/** The files of folders of sample data. */
export async function filesOf(...folders: readonly string[]): Promise<Dropped[]> {
  const lists = folders.map(async (folder) => {
    const path = join(import.meta.dirname, '../../sample-data', folder);
    const names = (await readdir(path)).sort();
    return Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(path, name)) })),
    );
  });
  return (await Promise.all(lists)).flat();
}

/** Opens the data page under a scheme, without the product's own sample, and drops files there. */
export async function openWith(
  page: Page,
  scheme: string,
  files: readonly Dropped[],
): Promise<void> {
  await page.route(/\.(csv|xlsx)$/, (route) => route.abort());
  await page.goto(`./#/data?scheme=${scheme}`);
  await expect(page.locator('footer')).toContainText('本机运行', { timeout: 30_000 });
  await drop(page, files);
  for (const { name } of files) await expectFile(page, name, 'loaded');
}
