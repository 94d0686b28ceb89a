import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectNoViolation, expectToFit390 } from './look';
import { drop, expectFigure, goTo, openSample, textFile } from './page';

async function openSchemes(page: Page): Promise<void> {
  await openSample(page);
  await goTo(page, '方案');
  await expect(page.getByRole('heading', { name: '方案', level: 1 })).toBeVisible();
  await expect(page.getByRole('combobox', { name: '查看的方案' })).toHaveValue('jiujiang@2.0');
}

const field = (page: Page, path: string) => page.locator(`[data-path="${path}"]`);

async function typeInto(page: Page, path: string, text: string): Promise<void> {
  await field(page, path).fill(text);
}

test('a changed rule makes a draft; applied, the board counts by it, and a reload keeps it', async ({
  page,
}) => {
  await openSchemes(page);
  await expect(page.getByText('当前的结果按本方案计算。')).toBeVisible();
  await typeInto(page, 'score.parts[0].weight', '0.6');
  await expect(page.getByText('草稿，第 2.1 版，尚未参与计算。')).toBeVisible();
  await typeInto(page, 'score.parts[1].weight', '0.2');
  await typeInto(page, 'lists.watch.starsAtMost', '9');
  await page.getByRole('button', { name: '应用' }).click();
  await expect(page.getByText('已按“争星夺旗 2.1”重新计算。')).toBeVisible({ timeout: 30_000 });
  await goTo(page, '星级榜');
  await expect(page.locator('[data-figure="watch"] dd')).not.toHaveText('16', { timeout: 30_000 });
  await page.getByRole('button', { name: '星汉社区' }).first().click();
  await expect(
    page
      .locator('.panel')
      .getByText(/× 0\.6/)
      .first(),
  ).toBeVisible();
  const watched = (await page.locator('[data-figure="watch"] dd').textContent()) ?? '';
  await page.reload();
  await expectFigure(page, 'watch', watched);
});

test('a wrong number says what is allowed, keeps the scheme from being applied, and can be undone', async ({
  page,
}) => {
  await openSchemes(page);
  const apply = page.getByRole('button', { name: '应用' });
  await typeInto(page, 'score.parts[0].weight', '0.6');
  await expect(page.getByText('现为 1.1，应为合计为 1 的权重。').first()).toBeVisible();
  await expect(field(page, 'score.parts[0].weight')).toHaveAttribute('aria-invalid', 'true');
  await expect(apply).toBeDisabled();
  await typeInto(page, 'score.parts[0].weight', 'x');
  await expect(page.getByText('“x”不是数字。')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(field(page, 'score.parts[0].weight')).toHaveValue('0.5');
  await expect(page.getByText('“x”不是数字。')).toHaveCount(0);
  await typeInto(page, 'stars.rules[0].top.share', '120');
  await expect(page.getByText('现为 120%，应为大于 0%、不大于 100% 的数字。')).toBeVisible();
  await expect(apply).toBeDisabled();
  await goTo(page, '星级榜');
  await expectFigure(page, 'watch', '16');
});

test('two versions are compared, the clauses that differ first', async ({ page }) => {
  await openSchemes(page);
  await page.getByRole('tab', { name: '比较' }).click();
  await page.getByLabel('原方案').selectOption('jiujiang@2.0');
  await page.getByLabel('对照方案').selectOption('jiujiang@3.0');
  const weight = page.locator('[data-differs="score.parts[red-star].weight"]');
  await expect(weight).toContainText('权重 0.5');
  await expect(weight).toContainText('权重 0.4');
  await expect(page.locator('[data-differs="stars.rules[4]"]')).toContainText('前 40%');
  await expect(page.locator('[data-differs="score.parts[arena].weight"]')).toHaveCount(0);
});

test('an exported scheme is read in again as it was, from a picker and by dropping', async ({
  page,
}) => {
  await openSchemes(page);
  await page.getByRole('button', { name: '复制' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 JSON' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('jiujiang-2.1.json');
  const text = await readFile(await download.path(), 'utf8');
  const document = JSON.parse(text) as { version: string; follows: string };
  expect(document).toMatchObject({ version: '2.1', follows: '2.0' });
  await page.getByRole('button', { name: '放弃草稿' }).click();
  await drop(page, [textFile('jiujiang-2.1.json', text)]);
  const chosen = page.getByRole('combobox', { name: '查看的方案' });
  await expect(chosen).toHaveValue('jiujiang@2.1');
  await expect(page.getByText('当前的结果不按本方案计算。')).toBeVisible();
  const again = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 JSON' }).click();
  expect(JSON.parse(await readFile(await (await again).path(), 'utf8'))).toEqual(document);
  await page.locator('input[type="file"]').setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...document, extra: 1 })),
  });
  await expect(page.getByRole('alert').filter({ hasText: 'extra：没有这个键' })).toBeVisible();
  await page.getByRole('tab', { name: '方案库' }).click();
  const own = page.locator('tr[data-scheme="jiujiang@2.1"]');
  await expect(own).toContainText('自有');
  await own.getByRole('button', { name: '移除' }).click();
  await expect(own).toHaveCount(0);
});

test('the page breaks no rule of accessibility', async ({ page }) => {
  test.slow();
  await openSchemes(page);
  await typeInto(page, 'score.parts[0].weight', '-1');
  await expect(page.locator('.problem').first()).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole('tab', { name: '比较' }).click();
  await expectNoViolation(page);
  await page.getByRole('tab', { name: '方案库' }).click();
  await expectNoViolation(page);
});

test('at 390 px the sections fold and nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSchemes(page);
  await expect(field(page, 'score.parts[0].weight')).toBeHidden();
  await page.getByRole('heading', { name: '得分' }).click();
  await expect(field(page, 'score.parts[0].weight')).toBeVisible();
  await expectToFit390(page);
  for (const name of ['比较', '方案库']) {
    await page.getByRole('tab', { name }).click();
    await expectToFit390(page);
  }
});
