import { expect, test, type Page } from '@playwright/test';
import { expectNoViolation, expectToFit390 } from './look';
import { complaints, openSample } from './page';

const patient = { timeout: 45_000 };

/** Opens the page of a five-star village of the sample. */
async function openVillage(page: Page): Promise<void> {
  await page.goto('./#/subject?subject=990101004004');
  await expect(page.getByRole('heading', { level: 1, name: '星汉社区' })).toBeVisible(patient);
}

test('the board leads to the page of a village, and that to file, sheet, row and column', async ({
  page,
}) => {
  const said = complaints(page);
  await openSample(page);
  await page.getByRole('button', { name: '星汉社区' }).first().click();
  await page.locator('.panel').getByRole('link', { name: '打开村档案' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '星汉社区' })).toBeVisible(patient);
  await expect(page.locator('[data-year="2023"]')).toContainText('19');
  const explained = page.getByRole('region', { name: '依据' });
  await expect(explained.getByText('86.8 × 0.5')).toBeVisible();
  await expect(
    explained.getByText('2023年季度考评结果.xlsx › 第四季度 › 第 39 行 › E 列'),
  ).toBeVisible();
  await explained.getByLabel('说明的考核期').selectOption('2023Q1');
  await expect(explained.getByText(/2023年季度考评结果\.xlsx › 第一季度/).first()).toBeVisible(
    patient,
  );
  await expect(page).toHaveURL(/period=2023Q1/);
  expect(said).toEqual([]);
});

test('a village is found by its name, with its standing, nearest villages and economy', async ({
  page,
}) => {
  await page.goto('./#/subject');
  const search = page.getByRole('combobox', { name: '查找村居' });
  await expect(page.getByText('选择一个村居')).toBeVisible(patient);
  await search.fill('芙蓉');
  await page
    .getByRole('option', { name: /芙蓉村/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '芙蓉村' })).toBeVisible(patient);
  await expect(page.getByText('与本赛道 38 个有数据的村居比')).toBeVisible();
  await expect(page.locator('[data-part="red-star"]')).toBeVisible();
  const peers = page.locator('[data-peer]');
  await expect(peers).toHaveCount(5);
  await expect(page.getByRole('region', { name: '集体经济' })).toContainText('经营性收入');
  const next = (await peers.first().getByRole('link').textContent()) ?? '';
  await peers.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: next })).toBeVisible(patient);
});

test('on paper there is the village, and no navigation', async ({ page }) => {
  await openVillage(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('combobox', { name: '查找村居' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: '星汉社区' })).toBeVisible();
  await expect(page.locator('[data-year="2023"]')).toBeVisible();
});

test('the page breaks no rule of accessibility and fits 390 px', async ({ page }) => {
  test.slow();
  await openVillage(page);
  await expect(page.getByRole('figure', { name: /个考核期的得分/ })).toBeVisible();
  await expectNoViolation(page);
  await expectToFit390(page);
});
