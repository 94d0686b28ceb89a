import { expect, test, type Page } from '@playwright/test';
import {
  drop,
  expectFigure,
  expectFile,
  expectPublishedTotals,
  goTo,
  openEmpty,
  openSample,
  sampleFiles,
  textFile,
} from './page';

const rows = (page: Page) => page.locator('tbody tr[data-subject]');
const count = (page: Page) => page.getByRole('region', { name: '筛选' }).getByRole('status');

async function tick(page: Page, dimension: string, value: string): Promise<void> {
  const filters = page.getByRole('region', { name: '筛选' });
  await filters.getByRole('button', { name: dimension }).click();
  await page.getByRole('menuitemcheckbox', { name: value }).click();
  await page.keyboard.press('Escape');
}

test('filters narrow the table, hold from page to page and in the address, and are cleared at once', async ({
  page,
}) => {
  await openSample(page);
  await expect(count(page)).toHaveText('全部 109 个');
  await tick(page, '镇（街道）', '青石街道');
  await tick(page, '星级', '五星');
  const kept = await rows(page).count();
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(7);
  await expect(count(page)).toHaveText(`109 中的 ${kept}`);
  await expectFigure(page, 'level-5', String(kept));
  await goTo(page, '数据');
  await expect(page.getByRole('region', { name: '筛选' })).toHaveCount(0);
  await goTo(page, '星级榜');
  await expect(rows(page)).toHaveCount(kept);
  await expect(page).toHaveURL(/level=5/);
  await page.reload();
  await expect(rows(page)).toHaveCount(kept, { timeout: 30_000 });
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expectPublishedTotals(page);
});

test('villages are found by part of a name, by their town and by initials of pinyin', async ({
  page,
}) => {
  await openSample(page);
  const search = page.getByRole('searchbox', { name: '查找村居' });
  await search.fill('青禾');
  await expect(rows(page)).toHaveCount(2);
  await search.fill('qhc');
  await expect(rows(page)).toHaveCount(2);
  await expect(page.locator('button.name').first()).toHaveText('青禾村');
  await search.fill('不存在的村');
  await expect(count(page)).toHaveText('没有符合条件的村居');
  await expect(page.getByText('没有符合筛选和选取的村居。')).toBeVisible();
});

test('a removed file and a filter are taken back and made again by keyboard, from any page', async ({
  page,
}) => {
  await openEmpty(page);
  await drop(page, await sampleFiles());
  await expect(page.locator('tr[data-state="loaded"]')).toHaveCount(5, { timeout: 30_000 });
  await page.getByRole('button', { name: '移除 2023年季度考评结果.xlsx' }).click();
  await expect(page.locator('tr[data-file]')).toHaveCount(4);
  await goTo(page, '星级榜');
  await expect(page.getByText('2022年度四个季度')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: /^撤销/ })).toHaveAccessibleName(
    '撤销：移除 2023年季度考评结果.xlsx',
  );
  await page.keyboard.press('Control+z');
  await expectPublishedTotals(page);
  await expect(page.getByText('已撤销：移除 2023年季度考评结果.xlsx')).toBeAttached();
  await page.keyboard.press('Control+y');
  await expect(page.getByText('2022年度四个季度')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+z');
  await expectPublishedTotals(page);
  await tick(page, '类型', '社区');
  await expect(rows(page)).not.toHaveCount(109);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(109);
  await page.keyboard.press('Control+Shift+z');
  await expect(rows(page)).not.toHaveCount(109);
});

test('a corrected cell is taken back and corrected again by keyboard; keys in a field are the field’s', async ({
  page,
}) => {
  const lines = ['青石镇,村一,一类,90,80,85', '青石镇,村二,一类,待核,70,75'];
  await openEmpty(page);
  await drop(page, [
    textFile('2023年第一季度.csv', ['镇,村,类别,比红星,赛擂台,访群众', ...lines].join('\n')),
  ]);
  await expectFile(page, '2023年第一季度.csv', 'loaded');
  await goTo(page, '质量');
  const unreadable = page.locator('section[data-kind="value_unreadable"]');
  await unreadable.getByRole('button', { name: '更正' }).click({ timeout: 30_000 });
  await unreadable.getByLabel('新值').fill('95');
  await page.keyboard.press('Enter');
  await expect(unreadable).toHaveCount(0);
  await page.locator('body').click({ position: { x: 5, y: 300 } });
  await page.keyboard.press('Control+z');
  await expect(unreadable).toContainText('待核');
  await page.keyboard.press('Control+Shift+z');
  await expect(unreadable).toHaveCount(0);
  await page.getByRole('button', { name: /^撤销/ }).click();
  await expect(unreadable).toContainText('待核');
  await unreadable.getByRole('button', { name: '更正' }).click();
  await unreadable.getByLabel('新值').fill('9');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /^重做/ })).toBeEnabled();
});

test('the status line tells what took how long and what is held in memory', async ({ page }) => {
  await openSample(page);
  const status = page.locator('footer');
  await expect(status).toContainText('本机运行，数据未离开此页');
  await expect(status).toContainText(/用时 [\d,]+ ms/);
  await expect(status).toContainText(/引擎内存 \d+ MB/);
});

test('a calculation is stopped: the results from before stay, and it goes on when asked', async ({
  page,
}) => {
  const header = '镇,村,类别,比红星,赛擂台,访群众';
  const lines = Array.from({ length: 20_000 }, (_, index) => {
    const mark = 60 + ((index * 7) % 400) / 10;
    return `第${index % 30}镇,村${index},一类,${mark},${mark},${mark}`;
  });
  await openSample(page);
  await goTo(page, '数据');
  await drop(page, [textFile('2023年第一季度.csv', [header, ...lines].join('\n'))]);
  await expectFile(page, '2023年第一季度.csv', 'loaded');
  const status = page.locator('footer');
  await expect(status).toContainText(/正在(整理数据|按方案计算)/, { timeout: 30_000 });
  await status.getByRole('button', { name: '停止' }).click();
  await expect(status).toContainText('已停止，页面仍是停止前的结果', { timeout: 30_000 });
  await goTo(page, '星级榜');
  await expectPublishedTotals(page);
  await page.getByRole('button', { name: '星汉社区' }).first().click();
  await expect(page.locator('.panel tfoot .number').first()).toBeVisible();
  await status.getByRole('button', { name: '继续计算' }).click();
  await expect(count(page)).toHaveText('全部 20,000 个', { timeout: 50_000 });
});

test('at 390 px the filters fold to one line, the pages stand in a bar, and nothing is too wide', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page);
  const filters = page.getByRole('region', { name: '筛选' });
  expect((await filters.boundingBox())?.height).toBeLessThan(48);
  await filters.getByRole('button', { name: '筛选' }).click();
  await expect(filters.getByRole('searchbox')).toBeVisible();
  const overflow = await page.evaluate(() =>
    Math.max(
      document.documentElement.scrollWidth - innerWidth,
      (document.querySelector('main')?.scrollWidth ?? 0) -
        (document.querySelector('main')?.clientWidth ?? 0),
    ),
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const bar = page.getByRole('navigation');
  const current = await bar.locator('[aria-current]').boundingBox();
  expect(current?.x).toBeGreaterThanOrEqual(0);
  expect((current?.x ?? 0) + (current?.width ?? 0)).toBeLessThanOrEqual(390);
});
