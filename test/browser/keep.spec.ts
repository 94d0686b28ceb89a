import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { drop, expectFigure, expectPublishedTotals, goTo, sampleFiles, textFile } from './page';

// A browser with a profile of its own keeps what a page keeps; one made for a test alone may keep nothing.

let folder: string;
let context: BrowserContext;

test.beforeEach(async ({ launchOptions, baseURL }) => {
  folder = await mkdtemp(join(tmpdir(), 'starflag-'));
  context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    ...(baseURL === undefined ? {} : { baseURL }),
  });
});

test.afterEach(async () => {
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

const workspaces = (page: Page) => page.locator('[data-keep="ready"] li[data-workspace]');

async function kept(page: Page, files: number): Promise<void> {
  await goTo(page, '数据');
  await expect(workspaces(page)).toHaveCount(1, { timeout: 30_000 });
  await expect(workspaces(page)).toContainText(`${files} 个文件`, { timeout: 30_000 });
  await expect(page.locator('footer')).toContainText(/已保存 \d\d:\d\d/);
}

/** What this site has stored, by path. */
async function stored(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory')
          await walk(handle as FileSystemDirectoryHandle, `${path}${name}/`);
        else found.push(path + name);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return [...found, ...Object.keys(localStorage)];
  });
}

test('files, a correction and the address are there again at the next visit, with equal figures', async () => {
  test.slow();
  const first = await context.newPage();
  await first.goto('./');
  await drop(first, await sampleFiles());
  await goTo(first, '星级榜');
  await expectPublishedTotals(first);
  await kept(first, 5);
  await goTo(first, '质量');
  const cell = first.locator('tr[data-row]').first();
  await cell.getByRole('button', { name: '更正' }).click();
  await first.getByLabel('新值').first().fill('61');
  await first.getByRole('button', { name: '保存' }).first().click();
  const correction = first.locator('ol.lines li').first();
  await expect(correction).toContainText('61');
  const words = await correction.innerText();
  await goTo(first, '星级榜');
  await expect(first.locator('[data-figure="level-5"] dd')).toBeVisible();
  const figures = await first.locator('dl').first().innerText();
  await goTo(first, '数据');
  await expect
    .poll(async () => (await stored(first)).filter((path) => path.includes('document-')).length)
    .toBe(1);
  await first.waitForFunction(() => !document.querySelector('footer .busy'));
  await first.close();

  const second = await context.newPage();
  await second.goto('./');
  await expectFigure(second, 'level-5', '6');
  await expect(second.locator('dl').first()).toHaveText(figures, { useInnerText: true });
  await goTo(second, '质量');
  await expect(second.locator('ol.lines li').first()).toHaveText(words, { useInnerText: true });
  await kept(second, 5);
  await expect(second.getByText('现在看到的是示例数据')).toBeHidden();
});

test('a second tab is told, takes over, and the first is told', async () => {
  const first = await context.newPage();
  await first.goto('./#/data');
  await drop(first, [textFile('2023年一季度.csv', '村名,类别,得分\n青禾村,一类,90\n')]);
  await kept(first, 1);
  const second = await context.newPage();
  await second.goto('./#/data');
  await expect(second.locator('[data-keep="elsewhere"]')).toBeVisible({ timeout: 30_000 });
  await second.getByRole('button', { name: '改由本页保存' }).click();
  await kept(second, 1);
  await expect(second.locator('tr[data-file="2023年一季度.csv"]')).toBeVisible();
  await expect(first.locator('[data-keep="lost"]')).toBeVisible();
  await expect(first.locator('footer')).toContainText('未保存');
});

test('workspaces are begun, named, opened and deleted; delete all leaves nothing', async () => {
  const page = await context.newPage();
  await page.goto('./#/data');
  await drop(page, [textFile('2023年一季度.csv', '村名,类别,得分\n青禾村,一类,90\n')]);
  await kept(page, 1);
  await page.getByRole('button', { name: '改名' }).click();
  await page.getByLabel('工作区名称').fill('一季度');
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.locator('[data-workspace="一季度"]')).toBeVisible();
  await page.getByRole('button', { name: '新建工作区' }).click();
  await expect(page.getByText('现在看到的是示例数据')).toBeVisible({ timeout: 30_000 });
  await drop(page, [textFile('2023年二季度.csv', '村名,类别,得分\n柳塘村,一类,80\n')]);
  await expect(workspaces(page)).toHaveCount(2, { timeout: 30_000 });
  await page.getByRole('button', { name: '打开 一季度' }).click();
  await expect(page.locator('tr[data-file="2023年一季度.csv"]')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('tr[data-file="2023年二季度.csv"]')).toHaveCount(0);
  await page.getByRole('button', { name: '全部删除' }).click();
  await page.getByRole('button', { name: '确定删除' }).click();
  await expect(page.getByText('还没有需要保存的内容')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('现在看到的是示例数据')).toBeVisible({ timeout: 30_000 });
  const left = await stored(page);
  expect(left.filter((name) => !/^starflag\.(?:salt|language|theme)$/.test(name))).toEqual([]);
});

test('where the browser gives no storage the page says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'storage', { value: undefined });
  });
  await page.goto('./#/data');
  await expect(page.locator('[data-keep="none"]')).toContainText('关闭后不保留');
});
