import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { expectNoViolation, expectToFit390 } from './look';
import { expectFigure, goTo, openSample } from './page';

const root = join(import.meta.dirname, '../..');

test('the board and the pages on files break no rule of accessibility and fit 390 px', async ({
  page,
}) => {
  test.slow();
  await openSample(page);
  await page.locator('tbody').getByRole('button', { name: '星汉社区' }).first().click();
  await expect(page.locator('.panel tfoot')).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole('button', { name: '关闭' }).click();
  await expectToFit390(page);
  for (const [name, shown] of [
    ['数据', 'tr[data-state="loaded"] >> nth=4'],
    ['核对', 'tr[data-row] >> nth=0'],
    ['质量', '[data-coverage]'],
  ] as const) {
    await goTo(page, name);
    await expect(page.locator(shown)).toBeVisible();
    await expectNoViolation(page);
    await expectToFit390(page);
  }
});

test.describe('in English', () => {
  test.use({ locale: 'en-US' });

  test('the language comes from the browser, can be changed and is kept', async ({ page }) => {
    await openSample(page);
    await expect(page.getByRole('heading', { name: 'Star board' })).toBeVisible();
    await page.getByLabel('Language').selectOption('zh-CN');
    await expect(page.getByRole('heading', { name: '星级榜' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: '星级榜' })).toBeVisible();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});

test('the table answers before the charting library is asked for', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/distribution-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  await expectFigure(page, 'watch', '16');
  await expect(page.locator('tbody tr[data-subject]')).toHaveCount(109);
  await expect(page.locator('svg.figure')).toHaveCount(0);
  release();
  await expect(page.locator('svg.figure')).toBeVisible();
});

test('the first paint needs at most 250 KB of packed JavaScript', async () => {
  const html = await readFile(join(root, 'dist/index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
    (match) => match[1] ?? '',
  );
  expect(scripts.length).toBeGreaterThan(0);
  const sizes = await Promise.all(
    scripts.map(async (name) => gzipSync(await readFile(join(root, 'dist', name))).length),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250 * 1024);
});
