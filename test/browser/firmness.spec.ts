import { expect, test, type Page } from '@playwright/test';
import { expectNoViolation, expectToFit390 } from './look';
import { complaints, expectFigure, goTo, openSample } from './page';

async function openFirmness(page: Page): Promise<void> {
  await openSample(page);
  await goTo(page, '方案');
  await page.getByRole('tab', { name: '稳健性' }).click();
  await expect(page.getByLabel('考核期')).toHaveValue('2023Q4', { timeout: 30_000 });
}

const start = (page: Page) => page.getByRole('button', { name: '试算' });
const told = (page: Page, what: string) => page.locator(`[data-told="${what}"]`);

async function choose(page: Page, kind: string): Promise<void> {
  await page.getByLabel('试什么').selectOption({ label: kind });
}

async function draw(page: Page, runs: string): Promise<void> {
  await choose(page, '权重和规则一起变');
  await page.getByLabel('次数').fill(runs);
  await start(page).click();
}

test('parts are left out, and the sentence says which matters most', async ({ page }) => {
  const said = complaints(page);
  await openFirmness(page);
  await expect(page.getByText('还没有试算。')).toBeVisible();
  await start(page).click();
  await expect(told(page, 'leave-out')).toHaveText(
    /^去掉“比红星”影响最大：109 个对象的名次平均变动 \d\.\d\d 位，最多 \d+ 位，\d+ 个星数改变。$/,
    { timeout: 60_000 },
  );
  const parts = page.getByRole('region', { name: '去掉一个部分' }).getByRole('row');
  await expect(parts).toHaveCount(4);
  await page.getByLabel('考核期').selectOption('2021Q1');
  // as the command line prints it
  await expect(told(page, 'leave-out')).toContainText(
    '平均变动 3.01 位，最多 14 位，41 个星数改变',
  );
  expect(said).toEqual([]);
});

test('draws give intervals, which the board tells too', async ({ page }) => {
  await openFirmness(page);
  await draw(page, '20');
  await expect(told(page, 'draws')).toContainText('20 次试算中', { timeout: 60_000 });
  await expect(page.getByRole('figure')).toBeVisible();
  await goTo(page, '星级榜');
  await page.getByRole('button', { name: '星汉社区' }).first().click();
  const firm = page.locator('[data-firm]');
  await expect(firm).toContainText('20 次试算中，名次的 5%—95% 区间为第', { timeout: 30_000 });
  await firm.getByRole('link', { name: '看试算' }).click();
  await expect(told(page, 'draws')).toContainText('20 次试算中');
});

test('a changed weight takes results away, and it is said', async ({ page }) => {
  await openFirmness(page);
  await start(page).click();
  await expect(told(page, 'leave-out')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('tab', { name: '条款' }).click();
  await page.locator('[data-path="score.parts[0].weight"]').fill('0.6');
  await page.locator('[data-path="score.parts[1].weight"]').fill('0.2');
  await page.getByRole('button', { name: '应用' }).click();
  await expect(page.getByText('已按“争星夺旗 2.1”重新计算。')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('tab', { name: '稳健性' }).click();
  await expect(page.getByText('原来的试算结果不再成立，已撤下。')).toBeVisible({ timeout: 30_000 });
  await expect(told(page, 'leave-out')).toHaveCount(0);
});

test('many draws can be stopped, and the page goes on working', async ({ page }) => {
  await openFirmness(page);
  await draw(page, '2000');
  await expect(page.getByText(/已完成 [1-9]\d*\/2,001 次/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('main').getByRole('button', { name: '停止' }).click();
  await expect(page.getByText('已停止，这一次没有结果。')).toBeVisible({ timeout: 10_000 });
  await choose(page, '去掉一个部分');
  await start(page).click();
  await expect(told(page, 'leave-out')).toBeVisible({ timeout: 60_000 });
  await goTo(page, '星级榜');
  await expectFigure(page, 'watch', '16');
});

test('a subject is removed, and two versions stand side by side', async ({ page }) => {
  await openFirmness(page);
  await choose(page, '去掉一个对象');
  await page.getByLabel('去掉谁').selectOption({ index: 1 });
  await start(page).click();
  await expect(told(page, 'without')).toBeVisible({ timeout: 60_000 });
  await choose(page, '换一个版本');
  await page.getByLabel('版本甲').selectOption('jiujiang@2.0');
  await page.getByLabel('版本乙').selectOption('jiujiang@3.0');
  await start(page).click();
  await expect(told(page, 'versions')).toContainText('109 个对象在两个版本下都有名次', {
    timeout: 60_000,
  });
});

test('the tab breaks no rule of accessibility and fits 390 px', async ({ page }) => {
  test.slow();
  await openFirmness(page);
  await draw(page, '10');
  await expect(page.getByRole('figure')).toBeVisible({ timeout: 60_000 });
  await expectNoViolation(page);
  await expectToFit390(page);
});
