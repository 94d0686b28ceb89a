import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { expectFigure, goTo, openSample } from './page';

const root = join(import.meta.dirname, '../..');

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the board and the pages on files break no rule of accessibility (${colorScheme})`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await openSample(page);
    await page.getByRole('button', { name: '星汉社区' }).first().click();
    await expect(page.locator('.panel tfoot')).toBeVisible();
    await expectNoViolation(page);
    for (const [name, shown] of [
      ['数据', 'tr[data-state="loaded"] >> nth=4'],
      ['核对', 'tr[data-row] >> nth=0'],
      ['质量', '[data-coverage]'],
    ] as const) {
      await goTo(page, name);
      await expect(page.locator(shown)).toBeVisible();
      await expectNoViolation(page);
    }
  });
}

test('at 390 px nothing is wider than the screen and the explanation is a sheet', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page);
  const overflow = () =>
    page.evaluate(() => {
      const main = document.querySelector('main');
      return Math.max(
        document.documentElement.scrollWidth - innerWidth,
        (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
      );
    });
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: '星汉社区' }).first().click();
  await expect(page.getByRole('dialog').getByText('得分构成')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  for (const name of ['数据', '核对', '质量']) {
    await goTo(page, name);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
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
