import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { city, districtOf, meanScore } from '../golden/city';
import { expectNoViolation, expectToFit390 } from './look';
import { drop, expectFile, goTo, openEmpty } from './page';

const folder = join(import.meta.dirname, '../../sample-data/city');

/** Drops the files of the three districts and opens the page. */
async function openCity(page: Page): Promise<void> {
  await openEmpty(page);
  const names = await readdir(folder);
  await drop(
    page,
    await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
    ),
  );
  for (const name of names) await expectFile(page, name, 'loaded');
  await goTo(page, '对比');
  await expect(row(page, 'score')).toBeVisible({ timeout: 60_000 });
}

const row = (page: Page, measure: string) => page.locator(`tr[data-measure="${measure}"]`);
const cell = (page: Page, measure: string, side: number) =>
  row(page, measure).locator('td').nth(side);

test('three districts from three layouts stand beside each other with the figures that their files give', async ({
  page,
}) => {
  await openCity(page);
  const golden = city('2.0');
  const districts = ['漪岭区', '璟川区', '韶浦县'];
  const heads = await page.locator('table thead th').allTextContents();
  const shown = heads.map((text) => text.trim()).filter((text) => districts.includes(text));
  expect(shown.toSorted()).toEqual(districts.toSorted());
  for (const [side, district] of shown.entries()) {
    const mean = meanScore(golden, (one) => one.year === 2023 && districtOf(one) === district);
    await expect(cell(page, 'score', side)).toContainText(mean.toFixed(2));
  }
  await expect(page.locator('section.figure-frame svg[role="figure"]')).toHaveCount(4);
  // a choice of two of them is kept in the address, and the difference has its sign
  await page.getByRole('button', { name: '移出“漪岭区”' }).click();
  await expect(page).toHaveURL(/by=district/);
  await expect(row(page, 'score')).toContainText(/[+-]\d/);
});

test('years are compared over the villages that both have, or over all of each', async ({
  page,
}) => {
  await openCity(page);
  const golden = city('2.0');
  const of = (year: number) => meanScore(golden, (one) => one.year === year).toFixed(2);
  await page.getByText('年份', { exact: true }).click();
  await expect(page.locator('[data-matching]')).toContainText('共 66 个村');
  await page.getByRole('combobox', { name: '再选一个' }).selectOption('2021');
  // one was set up in 2022, one missed a mark of 2021
  await expect(page.locator('[data-matching]')).toContainText('共 64 个村');
  await expect(page.locator('[data-matching]')).toContainText('2023年度另有 2 个未计入');
  await expect(cell(page, 'score', 0)).toContainText(of(2021));
  await expect(cell(page, 'score', 2)).not.toContainText(of(2023));
  await page.getByText('各方全部', { exact: true }).click();
  await expect(cell(page, 'score', 2)).toContainText(of(2023));
  await expect(cell(page, 'score', 2)).toContainText('66 个村');
  await expect(page.getByText('有 5 个村在所比年份之间换了镇街、名称或编号')).toBeVisible();
});

test('schemes are compared by scoring again, and the table can be taken to a spreadsheet', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCity(page);
  await page.getByText('方案', { exact: true }).last().click();
  await expect(page.locator('[data-versions="jiujiang@1.0 jiujiang@2.0"]')).toContainText(
    '264 个村次',
    { timeout: 60_000 },
  );
  for (const [side, version] of ['1.0', '2.0'].entries()) {
    const mean = meanScore(city(version), (one) => one.year === 2023).toFixed(2);
    await expect(cell(page, 'score', side)).toContainText(mean);
  }
  await page.getByRole('button', { name: /^导出/ }).first().click();
  await page.getByRole('menuitem', { name: '复制表格' }).click();
  await expect(page.getByText('已复制，可粘贴到 Excel')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const lines = text.split('\r\n').map((line) => line.split('\t'));
  expect(lines[0]?.[1]).toBe('争星夺旗 1.0');
  expect(new Set(lines.map((cells) => cells.length)).size).toBe(1);
});

test('the page breaks no rule of accessibility and fits 390 px', async ({ page }) => {
  test.slow();
  await openCity(page);
  await expect(page.locator('section.figure-frame svg[role="figure"]')).toHaveCount(4);
  await expectNoViolation(page);
  await page.getByText('方案', { exact: true }).last().click();
  await expect(page.locator('[data-versions]')).toBeVisible({ timeout: 60_000 });
  await expectNoViolation(page);
  await expectToFit390(page);
});
