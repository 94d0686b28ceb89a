import { join } from 'node:path';
import { readdir } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectFile, expectPublishedTotals, openEmpty, openSample, sampleFolder } from './page';

/** Tab until something has the focus; the way there may not be longer than `most`. */
async function tabTo(page: Page, aim: Locator, most: number): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const isThere = await aim.evaluateAll((all) => all.includes(document.activeElement as never));
    if (isThere) return;
  }
  await expect(aim, `reached by ${most} steps of Tab`).toBeFocused();
}

test('from choosing files to the cells behind a score without a mouse', async ({ page }) => {
  test.slow();
  // the dialog of the system must be kept away before it is asked for
  const chooser = page.waitForEvent('filechooser');
  await openEmpty(page);

  // the first stop leads past what every page has
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  const choose = page.getByRole('button', { name: '选择文件' });
  await tabTo(page, choose, 2);
  await page.keyboard.press('Enter');
  const names = (await readdir(sampleFolder)).sort();
  await (await chooser).setFiles(names.map((name) => join(sampleFolder, name)));
  for (const name of names) await expectFile(page, name, 'loaded');
  await expect(choose).toBeFocused();

  // back to where the page begins, and through the line at the top to the navigation
  const board = page.getByRole('navigation').getByRole('link', { name: '星级榜' });
  for (let step = 0; step < 20; step += 1) {
    if (await board.evaluate((link) => link === document.activeElement)) break;
    await page.keyboard.press('Shift+Tab');
  }
  await expect(board).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '星级榜', level: 1 })).toBeVisible();
  await expect(board).toHaveAttribute('aria-current', 'page');
  await expectPublishedTotals(page);

  // tracks by arrow keys, a dot of the figure says what it is
  await expect(page.locator('svg.figure')).toBeVisible();
  await tabTo(page, page.getByRole('tab', { name: '全部 109' }), 20);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: '一类 城市社区 31' })).toBeFocused();
  await expect(page.locator('tbody tr[data-subject]')).toHaveCount(31);
  await tabTo(page, page.locator('svg.figure [data-tip]'), 6);
  await expect(page.locator('.tip')).toBeVisible();

  // the rows by arrow keys; what was chosen is explained where the focus then is
  await tabTo(page, page.locator('tbody button.name').first(), 30);
  await page.keyboard.press('ArrowDown');
  const second = page.locator('tbody button.name').nth(1);
  await expect(second).toBeFocused();
  await page.keyboard.press('Home');
  const first = page.locator('tbody button.name').first();
  await expect(first).toHaveText('星汉社区');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: '说明' });
  await expect(panel).toBeFocused();
  await expect(panel.getByText('86.8 × 0.5')).toBeVisible();
  await expect(panel).toContainText('2023年季度考评结果.xlsx › 第四季度 › 第 39 行 › E 列');

  // another quarter, its cells, and the page of the village
  await tabTo(page, panel.getByRole('button', { name: '第一季度' }), 3);
  await page.keyboard.press('Space');
  await expect(panel).toContainText('2023年季度考评结果.xlsx › 第一季度');
  await page.keyboard.press('Escape');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel).toBeFocused();
  await tabTo(page, panel.getByRole('link', { name: '打开村档案' }), 20);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '星汉社区', level: 1 })).toBeVisible({
    timeout: 45_000,
  });
});

test('on a narrow screen the explanation takes the focus and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page);
  const first = page.locator('tbody button.name').first();
  await tabTo(page, first, 60);
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('得分构成')).toBeVisible();
  expect(await sheet.evaluate((node) => node.contains(document.activeElement))).toBe(true);
  expect(await sheet.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(first).toBeFocused();
});
