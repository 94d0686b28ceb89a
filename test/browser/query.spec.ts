import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectNoViolation, expectToFit390 } from './look';
import { complaints, openSample } from './page';

test.setTimeout(120_000);

const editor = (page: Page) => page.getByRole('textbox', { name: 'SQL 编辑器' });
const result = (page: Page) => page.getByRole('region', { name: '结果', exact: true });

/** Opens the query page with the sample worked out. */
async function openQuery(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('navigation').getByRole('link', { name: '查询', exact: true }).click();
  await expect(page.getByRole('heading', { name: '查询', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'annual_level', exact: true })).toBeVisible({
    timeout: 30_000,
  });
}

/** Writes a text in place of what is there. Typed brackets and quotes would be closed by the editor. */
async function write(page: Page, sql: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(sql);
}

async function run(page: Page, sql: string): Promise<void> {
  await write(page, sql);
  await page.keyboard.press('ControlOrMeta+Enter');
}

test('a query is written, completed by keyboard, run, sorted, filtered and copied, under the policy', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const said = complaints(page);
  await openQuery(page);
  await write(page, 'SELECT name, lev FROM report.annual_level WHERE year = 2023 AND level >= 4');
  await page.keyboard.press('Home');
  for (let step = 0; step < 'SELECT name, lev'.length; step += 1)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.cm-tooltip-autocomplete li[aria-selected]')).toContainText('level');
  // a list that has only just opened does not take Enter yet: it may be meant for the text
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText('SELECT name, level FROM');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^15 行 · /)).toBeVisible();
  const table = result(page).getByRole('table');
  await expect(table.locator('tbody tr[aria-rowindex]')).toHaveCount(15);
  await expect(table.getByRole('columnheader', { name: /^name/ })).toContainText('VARCHAR');

  await table.getByRole('button', { name: /^level/ }).click();
  await expect(table.locator('tbody tr[aria-rowindex]').first().locator('td').last()).toHaveText(
    '4',
  );
  await table.getByRole('button', { name: /^level/ }).click();
  await expect(table.locator('tbody tr[aria-rowindex]').first().locator('td').last()).toHaveText(
    '5',
  );
  await page.getByRole('searchbox', { name: '在结果中查找' }).fill('社区');
  await expect(page.getByText(/筛选出 \d+ 行，共 15 行/)).toBeVisible();
  await page.getByRole('button', { name: '导出结果' }).click();
  await page.getByRole('menuitem', { name: '复制表格' }).click();
  await expect(page.getByText('已复制，可粘贴到 Excel')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\r\n')[0]).toBe('name\tlevel');
  expect(copied).toContain('社区\t5');
  expect(said).toEqual([]);
});

test('rows are selected by mouse and keyboard, and they alone are copied and exported', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openQuery(page);
  await run(page, 'SELECT n * 10 AS n FROM range(300) AS t(n)');
  const row = (place: number) =>
    page.getByRole('button', { name: `选中第 ${place} 行`, exact: true });
  await row(3).click();
  await row(5).click({ modifiers: ['Shift'] });
  await expect(page.getByText('选中 3 行，导出和复制只含这些行')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByText('已复制，可粘贴到 Excel')).toBeVisible();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toBe('n\r\n20\r\n30\r\n40');

  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('选中 4 行，导出和复制只含这些行')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^选中 \d+ 行/)).toHaveCount(0);
  await row(2).focus();
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(row(42)).toBeFocused();
  await expect(page.getByText('选中 41 行，导出和复制只含这些行')).toBeVisible();
  await page.getByRole('button', { name: '导出结果' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'JSON' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('结果（筛选后）.json');
  const exported = JSON.parse(await readFile(await download.path(), 'utf8')) as unknown[];
  expect([exported.length, exported[0], exported.at(-1)]).toEqual([41, { n: 10 }, { n: 410 }]);

  await result(page).getByRole('button', { name: /^n/ }).click();
  await expect(page.getByText(/^选中 \d+ 行/)).toHaveCount(0);
});

test('what is wrong is underlined where it is, and said', async ({ page }) => {
  await openQuery(page);
  await run(page, 'SELECT name,\n  nothing\nFROM report.annual_level');
  await expect(page.locator('.cm-lintRange-error')).toHaveText('nothing');
  await expect(page.getByRole('alert')).toContainText('nothing');
});

test('nothing but scratch can be written', async ({ page }) => {
  await openQuery(page);
  await run(page, 'DROP VIEW report.annual_level');
  await expect(page.getByRole('alert')).toContainText('这里只读');
  await run(page, 'BEGIN; COMMIT; DELETE FROM canon.subject');
  await expect(page.getByRole('alert')).toBeVisible();
  await run(
    page,
    'CREATE TABLE scratch.five AS SELECT name FROM report.annual_level WHERE year = 2023 AND level = 5',
  );
  await expect(page.getByText('已建表 scratch.five，6 行。')).toBeVisible();
  await expect(page.getByRole('button', { name: 'five', exact: true })).toBeVisible();
  await run(page, 'SELECT count(*) AS n FROM scratch.five');
  await expect(result(page).getByRole('table').locator('tbody td').last()).toHaveText('6');
});

test('a statement that does not end is stopped, and the next one runs', async ({ page }) => {
  await openQuery(page);
  await run(page, 'SELECT count(*) AS n FROM range(100000000) AS a, range(100000000) AS b');
  await expect(page.getByText(/^正在运行 [1-9]/)).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: '停止' }).click();
  await expect(page.getByRole('alert')).toContainText('已停止');
  await run(page, 'SELECT 7 AS n');
  await expect(result(page).getByRole('table').locator('tbody td').last()).toHaveText('7');
});

test('a large result is capped, said so, and scrolled to its last row', async ({ page }) => {
  await openQuery(page);
  await run(page, 'SELECT n, NULL AS x FROM range(150000) AS t(n)');
  await expect(page.getByText('只保留前 100,000 行')).toBeVisible();
  await result(page)
    .locator('.scroll')
    .evaluate((node) => node.scrollTo(0, node.scrollHeight));
  await expect(page.getByRole('row', { name: /^选中第 100000 行 99999/ })).toBeVisible();
  await expect(page.locator('.null').first()).toHaveText('空值');
  expect(await page.locator('tbody tr[aria-rowindex]').count()).toBeLessThan(100);
});

test('columns are described and a figure is drawn, as the types suggest', async ({ page }) => {
  await openQuery(page);
  await run(
    page,
    'SELECT track, count(*)::INTEGER AS n FROM report.annual_level WHERE year = 2023 GROUP BY track ORDER BY track',
  );
  await page.getByRole('tab', { name: '列统计' }).click();
  const facts = page.locator('tr[data-column="n"] td');
  await expect(facts).toHaveText(['INTEGER', '3', '0', '3', '31', '40', /31\.0 至 .*：1/]);
  await page.getByRole('tab', { name: '图', exact: true }).click();
  await expect(page.getByLabel('图形')).toHaveValue('bar');
  const bars = page.locator('svg.figure [data-tip]');
  await expect(bars).toHaveCount(3);
  await bars.first().focus();
  await expect(page.locator('.tip')).toContainText('n 31');
});

test('a query with $year is saved, opened by its address, and filled in by a choice', async ({
  page,
}) => {
  await openQuery(page);
  await write(
    page,
    'SELECT count(*) AS n FROM report.annual_level WHERE year = $year AND level = 5',
  );
  await page.getByRole('button', { name: '保存为' }).click();
  await page.getByLabel('查询名称').fill('五星数');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/query=/);
  expect(decodeURIComponent(page.url())).not.toContain('SELECT');
  await page.reload();
  await expect(page.getByLabel('$year')).toBeVisible({ timeout: 30_000 });
  // the years are asked of the data first
  await expect(page.getByLabel('$year')).toHaveJSProperty('tagName', 'SELECT', { timeout: 30_000 });
  await page.getByRole('button', { name: '运行' }).click();
  await expect(page.getByRole('alert')).toContainText('参数 $year 还没有填');
  await page.getByLabel('$year').selectOption('2023');
  await page.getByRole('button', { name: '运行' }).click();
  await expect(result(page).getByRole('table').locator('tbody td').last()).toHaveText('6');
  await page.getByRole('tab', { name: '历史' }).click();
  await expect(page.getByRole('button', { name: /^SELECT count/ })).toBeVisible();
  await page.getByRole('button', { name: '清空历史' }).click();
  await expect(page.getByText('还没有运行过查询')).toBeVisible();
});

test('the SQL behind a page opens here, and runs only when told to', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: '星汉社区' }).first().click();
  await page.getByRole('button', { name: '查看 SQL' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('listbox').selectOption('score.period_stars');
  await dialog.getByRole('link', { name: '在查询页打开' }).click();
  await expect(page).toHaveURL(/#\/query\?.*view=score\.period_stars/);
  await expect(editor(page)).toContainText('stars.rules');
  await expect(page.getByText('运行一条查询，结果显示在这里。')).toBeVisible();
  await page.getByRole('button', { name: '运行' }).click();
  await expect(page.getByText(/^[\d,]+ 行 · /)).toBeVisible();
});

test('Escape, then Tab leaves the editor', async ({ page }) => {
  await openQuery(page);
  await write(page, 'SELECT 1');
  // the first closes what was offered
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-tooltip-autocomplete')).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();
  await expect(editor(page)).toHaveText('SELECT 1');
});

test('the page breaks no rule of accessibility and fits 390 px', async ({ page }) => {
  test.slow();
  await openQuery(page);
  await run(
    page,
    `SELECT track, '甲' AS t, 1.5 AS d, count(*) AS n FROM report.annual_level GROUP BY track -- 每条赛道`,
  );
  await expect(result(page).getByRole('table')).toBeVisible();
  for (const tab of ['表格', '列统计', '图']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await expectNoViolation(page);
    await expectToFit390(page);
  }
});
