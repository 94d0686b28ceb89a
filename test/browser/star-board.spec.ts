import { expect, test } from '@playwright/test';
import { complaints, drop, expectPublishedTotals, goTo, openSample, sampleFiles } from './page';

test('the first visit shows the sample, computed, under the policy and without a request beyond the app', async ({
  page,
  baseURL,
}) => {
  const said = complaints(page);
  const elsewhere: string[] = [];
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? '') && !/^(blob|data):/.test(url)) elsewhere.push(url);
  });
  await page.goto('./');
  await expectPublishedTotals(page);
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self' blob:;");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toMatch(/'unsafe-eval'/);
  await expect(page.locator('svg.figure')).toBeVisible();
  expect(said).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test('dropped files take the place of the sample and give the published totals', async ({
  page,
}) => {
  await openSample(page);
  await drop(page, await sampleFiles());
  await expect(page.getByText('示例已收起')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('tr[data-file]')).toHaveCount(5);
  await goTo(page, '星级榜');
  await expectPublishedTotals(page);
  await expect(page.getByRole('tab')).toHaveText([
    '全部 109',
    '一类 城市社区 31',
    '二类 城郊村居 40',
    '三类 农村 38',
  ]);
});

test('the figures of a track are its own', async ({ page }) => {
  await openSample(page);
  await page.getByRole('tab', { name: '三类 农村' }).click();
  await expect(page.locator('[data-figure="level-5"] dd')).toHaveText('2');
  await expect(page.locator('tbody tr[data-subject]')).toHaveCount(38);
});

test('a village leads to its explanation, every part to a cell of a file', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: '星汉社区' }).first().click();
  const panel = page.locator('.panel');
  await expect(panel.getByText('得分构成')).toBeVisible();
  await panel.getByRole('button', { name: '第四季度' }).click();
  await expect(panel.getByText('86.8 × 0.5')).toBeVisible();
  await expect(panel.locator('tfoot .number').first()).toHaveText('89.20');
  await expect(
    panel.getByText('2023年季度考评结果.xlsx › 第四季度 › 第 39 行 › E 列'),
  ).toBeVisible();
  await expect(panel.getByText('比红星 “86.8”')).toBeVisible();
  await expect(
    panel.getByText('得分不低于 85，且名次在本赛道前 10%（3 名）内，评 5 星。'),
  ).toBeVisible();
  await expect(panel.getByText('四个季度 5 + 4 + 5 + 5，全年 19 星。')).toBeVisible();
});

test('the table works by keyboard: arrows move between villages, Enter explains', async ({
  page,
}) => {
  await openSample(page);
  const names = page.locator('button.name');
  await names.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(names.nth(1)).toBeFocused();
  const name = await names.nth(1).textContent();
  await page.keyboard.press('Enter');
  await expect(page.locator('.panel h2').first()).toHaveText(name ?? '');
});

test('another year and another version of the scheme are scored anew and marked', async ({
  page,
}) => {
  await openSample(page);
  await expect(page.getByText('2023年第一季度不在 2.0 版实施期内')).toBeVisible();
  await page.getByLabel('方案').selectOption({ label: '争星夺旗 1.0' });
  await expect(
    page.getByText('2023年第二季度、2023年第三季度、2023年第四季度不在 1.0 版实施期内'),
  ).toBeVisible();
  await expect(page.locator('[data-figure="level-5"] dd')).not.toHaveText('6');
  await page.getByLabel('方案').selectOption({ label: '争星夺旗 2.0' });
  await page.getByLabel('时段').selectOption({ label: '2022年度' });
  await expect(page.locator('[data-figure="level-3"] dd')).toHaveText('11');
  await page.reload();
  await expect(page.locator('[data-figure="level-3"] dd')).toHaveText('11', { timeout: 30_000 });
});

test('searching narrows the table and says so', async ({ page }) => {
  await openSample(page);
  await page.getByRole('searchbox').fill('青禾');
  await expect(page.getByText('找到 2 个')).toBeVisible();
  await expect(page.locator('tbody tr[data-subject]')).toHaveCount(2);
  await page.getByRole('searchbox').fill('不存在的村');
  await expect(page.getByText('没有名称含“不存在的村”的村居。')).toBeVisible();
});

test('the table is copied as cells that a spreadsheet takes', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(page);
  await page.getByRole('button', { name: /^导出2023年度星级榜/ }).click();
  await page.getByRole('menuitem', { name: '复制表格' }).click();
  await expect(page.getByText('已复制，可粘贴到 Excel')).toBeVisible();
  const rows = (await page.evaluate(() => navigator.clipboard.readText()))
    .split('\r\n')
    .map((row) => row.split('\t'));
  expect(rows).toHaveLength(110);
  expect(rows[1]).toEqual([
    '一类 城市社区',
    '1',
    '星汉社区',
    '白鹭街道',
    '5',
    '4',
    '5',
    '5',
    '19',
    '五星',
  ]);
});

test('the SQL of every step can be read', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: '星汉社区' }).first().click();
  await page.getByRole('button', { name: '查看 SQL' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('listbox').selectOption('score.period_stars');
  const shown = dialog.locator('pre');
  await expect(shown).toContainText('-- stars.rules: the first that a subject meets');
  await expect(shown).toContainText('>= 85');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
