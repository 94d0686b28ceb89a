import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { complaints, drop, expectFigure, goTo, openSample } from './page';

async function exported(page: Page, button: string | RegExp, item: string): Promise<Buffer> {
  await page.getByRole('button', { name: button }).first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ]);
  return readFile(await download.path());
}

const board = /^导出2023年度星级榜/;

test('the star board leaves as a workbook with its scheme and date, and as every other format', async ({
  page,
}) => {
  const said = complaints(page);
  await openSample(page);
  const parts = unzipSync(await exported(page, board, 'Excel 工作簿（XLSX）'));
  const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  expect(xml).toContain('2023年度星级榜');
  expect(xml).toMatch(/方案：.+ \d\.\d/);
  expect(xml).toMatch(/导出日期：\d{4}-\d\d-\d\d/);
  expect(xml.match(/<row /g)?.length).toBeGreaterThan(110);
  const csv = await exported(page, board, 'CSV（UTF-8，可用 Excel 打开）');
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const wide = await exported(page, board, 'CSV（GB18030，供旧系统使用）');
  expect(new TextDecoder('gb18030').decode(wide)).toBe(new TextDecoder().decode(csv.subarray(3)));
  expect((await exported(page, board, 'Parquet')).subarray(0, 4).toString()).toBe('PAR1');
  const rows = JSON.parse((await exported(page, board, 'JSON')).toString()) as unknown[];
  expect(rows).toHaveLength(109);
  expect(said).toEqual([]);
});

test('a board that a range narrows says so in all that leaves; a figure leaves without hints', async ({
  page,
}) => {
  await openSample(page);
  await page.getByRole('spinbutton', { name: /从/ }).fill('12');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^选中 \d+ 个，共 \d+ 个/)).toBeVisible();
  const parts = unzipSync(await exported(page, board, 'Excel 工作簿（XLSX）'));
  const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  expect(xml).toMatch(/筛选：全年得星 12 至 \d+/);
  await expect(page.getByText(/^已导出 2023年度星级榜.*（筛选后）\.xlsx$/)).toBeVisible();
  await exported(page, '导出五星级名单', 'CSV（UTF-8，可用 Excel 打开）');
  await expect(page.getByText('已导出 五星级名单（筛选后）.csv')).toBeVisible();
  const svg = (await exported(page, /^导出得星分布/, '矢量图（SVG）')).toString();
  await expect(page.getByText(/在图上拖选/)).toBeVisible();
  expect(svg).not.toContain('拖选');
  expect(svg).toContain('2023年度星级榜');
});

test('an exported list loads again, with the same figures', async ({ page }) => {
  await openSample(page);
  const csv = await exported(page, '导出五星级名单', 'CSV（UTF-8，可用 Excel 打开）');
  expect(new TextDecoder().decode(csv).trim().split('\r\n')).toHaveLength(7);
  await drop(page, [{ name: '五星级名单.csv', bytes: csv }]);
  await expect(page.locator('tr[data-file="五星级名单.csv"]')).toHaveAttribute(
    'data-state',
    'loaded',
    { timeout: 30_000 },
  );
});

test('a figure leaves on light paper, whatever the theme of the page', async ({ page }) => {
  await openSample(page);
  const of = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const svg = await exported(page, /^导出得星分布/, '矢量图（SVG）');
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    return svg.toString();
  };
  const light = await of('light');
  expect(light).toContain('fill="#fbfaf7"');
  expect(await of('dark')).toBe(light);
});

for (const sample of ['niuzhuang-members', 'niuzhuang-households'] as const) {
  test(`results of people are not exported (${sample})`, async ({ page }) => {
    await page.goto(`./#/star-board?scheme=${sample}`);
    const folder = join(import.meta.dirname, '../../sample-data', sample);
    const { readdir } = await import('node:fs/promises');
    const names = await readdir(folder);
    await drop(
      page,
      await Promise.all(
        names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
      ),
    );
    await goTo(page, '星级榜');
    await expectFigure(page, 'rated', /\d/);
    await expect(page.getByText('数据涉及个人，不导出').first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^导出/ })).toHaveCount(0);
  });
}
