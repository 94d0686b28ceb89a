import { expect, test, type Page } from '@playwright/test';
import {
  complaints,
  drop,
  expectPublishedTotals,
  goTo,
  openEmpty,
  openSample,
  sampleFiles,
  textFile,
} from './page';

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

const rows = (page: Page) => page.locator('tbody tr[data-subject]');

/** What a column holds, from the first row to the last. */
async function column(page: Page, cell: string): Promise<string[]> {
  return (await rows(page).locator(cell).allTextContents()).map((text) => text.trim());
}

test('the table is sorted by a column, the other way and back, and the address keeps it', async ({
  page,
}) => {
  await openSample(page);
  const head = page.getByRole('columnheader', { name: '全年' });
  await page.getByLabel('分组').selectOption({ label: '不分组' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const stars = (await column(page, 'td.total')).map(Number);
  expect(stars).toHaveLength(109);
  expect(stars).toEqual(stars.toSorted((one, other) => other - one));
  await page.reload();
  await expect(head).toHaveAttribute('aria-sort', 'descending', { timeout: 30_000 });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect(Number((await column(page, 'td.total'))[0])).toBe(3);
  await head.getByRole('button').click();
  await expect(head).not.toHaveAttribute('aria-sort');
});

test('the table is grouped by town', async ({ page }) => {
  await openSample(page);
  await page.getByLabel('分组').selectOption({ label: '按镇' });
  await expect(page.locator('tbody tr.group')).toHaveCount(9);
  await expect(page.locator('tbody tr.group').first()).toContainText('白鹭街道');
  await expect(rows(page)).toHaveCount(109);
});

test('columns are taken out and stay out at the next visit', async ({ page }) => {
  await openSample(page);
  await expect(page.getByRole('columnheader', { name: '走势' })).toBeVisible();
  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: '走势' }).click();
  await page.getByRole('menuitemcheckbox', { name: '各期' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: '走势' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: '全年' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('columnheader', { name: /走势|一季/ })).toHaveCount(0);
});

test('the distribution is brushed by pointer: the table and every number follow, and so does the address', async ({
  page,
}) => {
  await openSample(page);
  const figure = page.locator('svg.figure');
  await expect(figure).toBeVisible();
  const box = await figure.boundingBox();
  if (!box) throw new Error('the figure has no place');
  // the axis spans 21 stars, from none to 20, between its margins
  const x = (stars: number) => box.x + 14 + ((stars + 0.5) / 21) * (box.width - 28);
  await page.mouse.move(x(17), box.y + 40);
  await page.mouse.down();
  await page.mouse.move(x(20), box.y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByLabel('从')).toHaveValue('17');
  await expect(page.getByLabel('到', { exact: true })).toHaveValue('20');
  const stars = (await column(page, 'td.total')).map(Number);
  expect(Math.min(...stars)).toBe(17);
  await expect(page.locator('[data-figure="level-5"] dd')).toHaveText('6');
  await expect(page.locator('[data-figure="watch"] dd')).toHaveText('0');
  await expect(page).toHaveURL(/range=17%7E20/);
  await page.reload();
  await expect(rows(page)).toHaveCount(stars.length, { timeout: 30_000 });
  await page.getByRole('button', { name: '取消选取' }).click();
  await expect(rows(page)).toHaveCount(109);
});

test('the range is set by keyboard alone', async ({ page }) => {
  await openSample(page);
  await page.getByLabel('到', { exact: true }).fill('6');
  await expect(rows(page)).toHaveCount(16);
  await page.getByLabel('到', { exact: true }).press('ArrowDown');
  await expect(page.getByLabel('到', { exact: true })).toHaveValue('5');
  await expect(page.locator('[data-figure="watch"] dd')).not.toHaveText('16');
});

test('of a long table the rows in sight stand in the document, and keys reach the last', async ({
  page,
}) => {
  const lines = Array.from({ length: 3_000 }, (_, index) => {
    const mark = 60 + (index % 400) / 10;
    return `第${index % 30}镇,村${index},一类,${mark},${mark},${mark}`;
  });
  await openEmpty(page);
  await drop(page, [
    textFile('2023年第一季度.csv', ['镇,村,类别,比红星,赛擂台,访群众', ...lines].join('\n')),
  ]);
  await goTo(page, '星级榜');
  const table = page.locator('article table').last();
  await expect(table).toHaveAttribute('aria-rowcount', '3001', { timeout: 30_000 });
  expect(await rows(page).count()).toBeLessThan(120);
  const names = page.locator('button.name');
  await names.first().focus();
  await page.keyboard.press('End');
  await expect(page.locator('tr[aria-rowindex="3001"] button.name')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('tr[aria-rowindex="3000"] button.name')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.locator('tr[aria-rowindex="2"] button.name')).toBeFocused();
  // so many are bins rather than dots
  await expect(page.locator('svg.figure circle')).toHaveCount(0);
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
