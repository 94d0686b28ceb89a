import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectNoViolation, expectToFit390 } from './look';
import { drop, goTo, openEmpty, textFile, type Dropped } from './page';

async function filesOf(sample: string): Promise<Dropped[]> {
  const folder = join(import.meta.dirname, '../../sample-data', sample);
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
  );
}

/** Drops a sample of the product and opens the page by its scheme. */
async function openWith(page: Page, sample: string): Promise<void> {
  await openEmpty(page);
  await drop(page, await filesOf(sample));
  await page.evaluate((to) => (location.hash = to), `#/collective-economy?scheme=${sample}`);
  await expect(page.getByRole('heading', { name: '集体经济', level: 1 })).toBeVisible();
}

async function expectValue(page: Page, id: string, value: string, over?: string): Promise<void> {
  const shown = page.locator(`[data-figure="${id}"] dd`);
  await expect(shown.first()).toHaveText(value, { timeout: 40_000 });
  if (over !== undefined) await expect(shown.nth(1)).toContainText(over);
}

const basis = (page: Page, words: string) => page.getByRole('radio', { name: words }).check();

test('jiujiang 2023: the published figures, each with its denominator', async ({ page }) => {
  await page.goto('./#/collective-economy');
  await expectValue(page, 'mean', '107.2', '填报的 109 个');
  await expect(page.locator('[data-returns]')).toContainText(
    '收益占收入 42.67%，按两项都填报的 109 个村居计算',
  );
  await expect(page.locator('[data-returns]')).toContainText(
    '84 个村居注资 17,100 万元，平均每个注资村居 203.57 万元',
  );
  await expect(page.locator('[data-returns]')).toContainText('76 个村居分红 2,865 万元');

  // choosing a measure in the table changes every figure
  await page
    .getByRole('region', { name: '各项指标' })
    .getByRole('button', { name: '经营性收益' })
    .click();
  await expectValue(page, 'mean', '45.74', '109 个');

  // the switch of the denominator holds everywhere, and stands in the address
  await page.getByRole('button', { name: '注资', exact: true }).click();
  await expectValue(page, 'mean', '203.57', '填报的 84 个');
  await basis(page, '当年在册的 109 个');
  await expectValue(page, 'mean', '156.88', '当年在册的 109 个村居计算，其中填报 84 个');
  const own = page.locator('tr[data-line="investment"]');
  await expect(own).toContainText('156.88');
  await expect(own).toContainText('109');
  await expect(page.getByRole('region', { name: '分档' })).toContainText('当年在册的 109 个');
  await expect(page).toHaveURL(/basis=present/);
  await expect(page).toHaveURL(/measure=investment/);
});

test('a town and a class narrow down; a village leads to its cells', async ({ page }) => {
  await page.goto('./#/collective-economy');
  await expectValue(page, 'mean', '107.2');
  const towns = page.getByRole('region', { name: '各镇（街道）' });
  const first = towns.locator('tbody tr').first();
  const [counts = ''] = (await first.locator('td').nth(1).innerText()).split('/');
  await first.getByRole('button').click();
  await expectValue(page, 'mean', await first.locator('td').nth(4).innerText(), `${counts} 个`);
  const villages = page.getByRole('region', { name: '村居', exact: true });
  await expect(villages).toContainText(`共 ${counts} 个`);

  await villages.getByRole('button', { pressed: false }).nth(1).click();
  await expect(villages).toContainText('2023年村集体经济.xlsx');
  await page.getByRole('button', { name: '回到全部' }).click();
  await expectValue(page, 'mean', '107.2', '109 个');

  await page.getByRole('region', { name: '分档' }).locator('[data-tip]').last().click();
  await expect(villages).toContainText('只列');
  await page.getByRole('button', { name: '列出全部' }).click();
  await expect(villages).toContainText('共 109 个');
});

test('kongtong 2024: the mean is cut off, the plan is worked out, a lower bound is said', async ({
  page,
}) => {
  await openWith(page, 'kongtong');
  await expectValue(page, 'total', '6,651.85');
  await expectValue(page, 'mean', '26.39', '填报的 252 个');
  await expect(page.getByText('保留 2 位小数，多余位数舍去')).toBeVisible();
  const plan = page.locator('[data-plan="发展党员"]');
  await expect(plan).toContainText('完成 260，计划 282，92.2%');
  // the roster has communities too, which report no income
  await basis(page, '名册全部');
  await expect(page.locator('[data-figure="mean"] dd').nth(1)).toContainText('其中填报 252 个');
  await expect(page.locator('[data-figure="mean"] dd').first()).not.toHaveText('26.39');
});

test('tongan 2016: every village that reports is over the line, and pairs are listed', async ({
  page,
}) => {
  await openWith(page, 'tongan');
  await expectValue(page, 'reached', '100%', '84/84');
  const pairs = page.getByRole('region', { name: '强弱结对' });
  await expect(pairs.locator('tbody tr')).toHaveCount(4);
  await expect(pairs).toContainText('61.2');
});

test('data without figures of the economy: the page says which columns to give', async ({
  page,
}) => {
  await openEmpty(page);
  await drop(page, [textFile('2023年第一季度.csv', '镇,村名,类别,比红星\n东镇,甲村,一类,90\n')]);
  await goTo(page, '集体经济');
  await expect(page.getByRole('heading', { name: '还没有集体经济数据' })).toBeVisible({
    timeout: 40_000,
  });
  await expect(page.getByRole('main')).toContainText('经营性收入、经营性收益、注资、分红');
});

test('years before and after the break stand apart, and growth across it is marked', async ({
  page,
}) => {
  await openEmpty(page);
  const lines = [2022, 2023, 2024, 2025].flatMap((year) =>
    ['甲', '乙', '丙'].map((name, index) => `东镇,${name}村,${year},${year - 2010 + index * 3}`),
  );
  await drop(page, [
    textFile('村集体经济.csv', ['镇,村名,年度,经营性收入(万元)', ...lines].join('\n')),
  ]);
  await page.evaluate(() => (location.hash = '#/collective-economy?year=2024'));
  const years = page.getByRole('region', { name: '历年平均' });
  await expect(years).toContainText('2024年起口径变化', { timeout: 40_000 });
  // one line a series: nothing joins 2023 and 2024
  await expect(
    years.locator('svg path[stroke="var(--up)"], svg g[stroke="var(--up)"] path'),
  ).toHaveCount(2);
  await expect(page.locator('tr[data-line="operating_income"]')).toContainText('跨口径');
});

test('no rule of accessibility is broken, and nothing is wider than 390 px', async ({ page }) => {
  test.slow();
  await page.goto('./#/collective-economy');
  await expectValue(page, 'mean', '107.2');
  await expect(page.locator('svg.figure')).toHaveCount(3);
  await expectNoViolation(page);
  await expectToFit390(page);
});
