import { expect, test, type Page } from '@playwright/test';
import { expectNoViolation, expectToFit390 } from './look';
import { complaints } from './page';

const patient = { timeout: 45_000 };

/** Opens the trends of the sample, with choices of the page. */
async function openTrends(page: Page, choices = ''): Promise<void> {
  await page.goto(`./#/trends${choices}`);
  await expect(page.getByRole('figure', { name: /名次随时间变化/ })).toBeVisible(patient);
}

/** The figures of a sentence, in order: `得分 63.82 → 88.63（+24.81）` are 63.82, 88.63 and 24.81. */
function figuresOf(text: string): number[] {
  return [...text.matchAll(/[+-]?\d+(?:\.\d+)?/g)].map(([figure]) => Number(figure));
}

test('two villages are five-star three years running', async ({ page }) => {
  const said = complaints(page);
  await openTrends(page);
  const streaks = page.locator('[data-streaks="rule"] li');
  await expect(streaks).toHaveCount(2);
  await expect(streaks.nth(0)).toContainText('星汉社区');
  await expect(streaks.nth(1)).toContainText('芙蓉村');
  await expect(streaks).toContainText(['连续 3 年', '连续 3 年']);
  // the second is of another track: choosing it goes there, and the address keeps both
  await streaks.nth(1).getByRole('button').click();
  await expect(page.getByRole('tab', { name: /三类 农村/ })).toHaveAttribute(
    'data-state',
    'active',
    patient,
  );
  await expect(page.getByRole('button', { name: '移除 芙蓉村' })).toBeVisible();
  expect(said).toEqual([]);
});

test('each period by the version then in force: marked, and a change splits into parts that add up', async ({
  page,
}) => {
  await openTrends(page);
  await expect(page.getByText(/不在 2\.0 版施行期内/)).toBeVisible();
  await page.getByLabel('计分规则').selectOption('own');
  await expect(page.getByText(/各期按当时施行的版本计分/)).toBeVisible(patient);
  await expect(page.getByText('方案 1.0 → 2.0')).toBeVisible();
  await page.getByLabel('从', { exact: true }).selectOption('2022Q4');
  const first = page.locator('[data-mover]').first();
  await expect(first).toContainText('名次 21 → 3', patient);
  await first.getByRole('button').click();
  await page.getByRole('button', { name: '分解变化' }).click();
  const words = first.locator('[data-split]');
  await expect(words).toContainText('自身表现', patient);
  const [before, after, change, own, ...rest] = figuresOf((await words.textContent()) ?? '');
  const [peers, scheme] = rest.slice(-2);
  expect(Number(after) - Number(before)).toBeCloseTo(Number(change), 6);
  expect(Number(own) + Number(peers) + Number(scheme)).toBeCloseTo(Number(change), 6);
  expect(scheme).not.toBe(0);
  // the indicators add up to the own performance, and the bars are those figures
  expect(rest.slice(0, -2).reduce((sum, one) => sum + one, 0)).toBeCloseTo(Number(own), 6);
  const bars = page.getByRole('figure', { name: '槐荫社区得分变化的分解。' });
  await expect(bars.locator('text').filter({ hasText: String(after) })).toBeVisible();
});

test('chosen villages stand in the address, and are drawn over the rest', async ({ page }) => {
  await openTrends(page);
  await page.getByRole('combobox', { name: '突出的村居' }).fill('星汉');
  await page.getByRole('option', { name: /星汉社区/ }).click();
  await expect(page).toHaveURL(/show=990101004004/);
  await expect(page.getByRole('figure', { name: /突出：星汉社区/ })).toBeVisible();
  await page.getByRole('combobox', { name: /^时间/ }).selectOption('year');
  await expect(page.getByText('分解按考核期进行')).toBeVisible(patient);
  await page.reload();
  await expect(page.getByRole('figure', { name: /共 3 个时点。突出：星汉社区/ })).toBeVisible(
    patient,
  );
});

test('the page breaks no rule of accessibility and fits 390 px', async ({ page }) => {
  test.slow();
  await openTrends(page, '?show=990101004004');
  await expect(page.getByRole('figure', { name: /得星/ })).toBeVisible();
  await expectNoViolation(page);
  await expectToFit390(page);
});
