import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { drop, expectPublishedTotals, goTo, sampleFiles, textFile } from './page';

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
  await expect(page.locator('footer')).toContainText(/已保存 \d\d:\d\d/, {
    timeout: 30_000,
  });
}

/** What this site has stored, by path. */
async function stored(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
        else found.push(path + name);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return [...found, ...Object.keys(localStorage)];
  });
}

/** The documents of the workspaces that this site has stored. */
async function keptText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle);
        else if (name.startsWith('document-')) texts.push(await (await handle.getFile()).text());
      }
    };
    await walk(await navigator.storage.getDirectory());
    return texts.join('\n');
  });
}

/** Ten villages of one quarter, one of them with a word for a score. */
const scores = [
  '考核期,类别,镇,村(社区),比红星,赛擂台,访群众',
  ...Array.from({ length: 9 }, (_, index) => `2023Q1,一类,东镇,村${index + 1},8${index},80,80`),
  '2023Q1,一类,东镇,村十,待核,80,80',
  '',
].join('\n');

test('files and their figures are there again at the next visit', async () => {
  test.slow();
  const first = await context.newPage();
  await first.goto('./');
  await drop(first, await sampleFiles());
  await kept(first, 5);
  await first.close();
  const second = await context.newPage();
  await second.goto('./#/star-board?year=2023');
  await expectPublishedTotals(second);
  await goTo(second, '数据');
  await expect(second.locator('tr[data-state="loaded"]')).toHaveCount(5);
  await expect(second.getByText('现在看到的是示例数据')).toBeHidden();
});

test('a correction is there again, and the board counts it', async () => {
  test.slow();
  const first = await context.newPage();
  await first.goto('./#/data');
  await drop(first, [textFile('考评.csv', scores)]);
  await kept(first, 1);
  const total = (page: Page) => page.locator('tr[data-subject]', { hasText: '村十' });
  await goTo(first, '质量');
  const unreadable = first.locator('section[data-kind="value_unreadable"]');
  await unreadable.getByRole('button', { name: '更正' }).click({ timeout: 30_000 });
  await unreadable.getByLabel('新值').fill('95');
  await first.keyboard.press('Enter');
  await expect(unreadable).toHaveCount(0);
  await goTo(first, '星级榜');
  await expect(total(first)).toContainText('已得', { timeout: 30_000 });
  const row = await total(first).innerText();
  await expect.poll(() => keptText(first), { timeout: 30_000 }).toContain('"value":"95"');
  await first.close();

  const second = await context.newPage();
  await second.goto('./#/star-board');
  await expect(total(second)).toHaveText(row, { useInnerText: true, timeout: 60_000 });
  await goTo(second, '质量');
  await expect(second.getByText('“待核”更正为“95”')).toBeVisible();
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
