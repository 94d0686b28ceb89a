import { expect, test, type Page } from '@playwright/test';
import { drop, expectFile, goTo, openEmpty, textFile } from './page';

const header = '考核期,类别,镇,村(社区),比红星,赛擂台,访群众';

/** Ten villages of one quarter; the sixth score is a hundredfold, the total is not the sum, and people are named. */
const scores = [
  header,
  ...Array.from({ length: 9 }, (_, index) => `2023Q1,一类,东镇,村${index + 1},8${index},80,80`),
  '2023Q1,一类,东镇,村十,待核,80,80',
  ',,,合计,999,800,800',
  '',
].join('\n');

async function open(page: Page, name: string, text: string): Promise<void> {
  await openEmpty(page);
  await drop(page, [textFile(name, text)]);
  await expectFile(page, name, 'loaded');
  await goTo(page, '质量');
}

const kind = (page: Page, code: string) => page.locator(`section[data-kind="${code}"]`);

test('a cell that is no number is corrected, the board counts it, and the correction is undone', async ({
  page,
}) => {
  await open(page, '考评.csv', scores);
  const unreadable = kind(page, 'value_unreadable');
  await expect(unreadable).toContainText('待核', { timeout: 30_000 });
  await unreadable.getByRole('button', { name: '更正' }).click();
  await unreadable.getByLabel('新值').fill('95');
  await unreadable.getByLabel('说明').fill('电话核实');
  await page.keyboard.press('Enter');
  await expect(kind(page, 'value_unreadable')).toHaveCount(0);
  await expect(page.getByText('“待核”更正为“95”')).toBeVisible();
  await goTo(page, '星级榜');
  await page.getByRole('button', { name: '村十' }).click();
  await expect(page.getByRole('complementary')).toContainText('95', { timeout: 30_000 });
  await goTo(page, '质量');
  await page.getByRole('button', { name: '撤销' }).first().click();
  await expect(kind(page, 'value_unreadable')).toContainText('待核');
});

test('a total that is not the sum is named, shown in its sheet, and accepted with a note', async ({
  page,
}) => {
  await open(page, '考评.csv', scores);
  const totals = kind(page, 'total_mismatch');
  await expect(totals).toContainText('999', { timeout: 30_000 });
  await totals.getByRole('button', { name: '看单元格' }).first().click();
  await expect(page.locator('tr[data-row="12"]')).toHaveClass(/asked/);
  await goTo(page, '质量');
  await totals.getByRole('button', { name: '接受' }).first().click();
  await totals.getByLabel('接受的理由').fill('原表如此');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已接受 1 项')).toBeVisible();
});

test('names and numbers of people are replaced until the user keeps them', async ({ page }) => {
  const people = [
    '户编号,户主,联系电话,积分',
    ...Array.from(
      { length: 8 },
      (_, index) => `H${index},王${'甲乙丙丁戊己庚辛'[index]},1380000000${index},9${index}`,
    ),
    '',
  ].join('\n');
  await open(page, '积分.csv', people);
  await expect(kind(page, 'personal_replaced').first()).toBeVisible({ timeout: 30_000 });
  await goTo(page, '核对');
  await expect(page.locator('tr[data-row="2"]')).toContainText('人员-');
  await expect(page.locator('main')).not.toContainText('13800000000');
  await goTo(page, '质量');
  await page.getByRole('button', { name: '保留原样' }).first().click();
  await expect(kind(page, 'personal_kept').first()).toBeVisible({ timeout: 30_000 });
  await goTo(page, '核对');
  await expect(page.locator('tr[data-row="2"]')).toContainText('13800000000');
});

test('a village renamed under its code is proposed, and confirmed', async ({ page }) => {
  const year = (period: string, name: string) =>
    [
      `代码,${header}`,
      ...Array.from(
        { length: 5 },
        (_, index) =>
          `99010100120${index + 1},${period},一类,东镇,${index === 0 ? name : `村${index}`},8${index},80,80`,
      ),
      '',
    ].join('\n');
  await openEmpty(page);
  await drop(page, [
    textFile('2022年.csv', year('2022Q4', '石湾村')),
    textFile('2023年.csv', year('2023Q1', '望江村')),
  ]);
  await expectFile(page, '2023年.csv', 'loaded');
  await goTo(page, '质量');
  const change = page.locator('li[data-change="renamed"]');
  await expect(change).toContainText('石湾村', { timeout: 30_000 });
  await expect(change).toContainText('望江村');
  await change.getByRole('button', { name: '确认' }).click();
  await expect(page.locator('li[data-decision="confirmed"]')).toContainText('望江村');
  await expect(page.locator('li[data-change="renamed"]')).toHaveCount(0);
});

test('a corrected cell is marked where its sheet and where the score is explained', async ({
  page,
}) => {
  await open(page, '考评.csv', scores);
  const unreadable = kind(page, 'value_unreadable');
  await unreadable.getByRole('button', { name: '更正' }).click({ timeout: 30_000 });
  await unreadable.getByLabel('新值').fill('95');
  await unreadable.getByLabel('说明').fill('电话核实');
  await page.keyboard.press('Enter');
  await goTo(page, '核对');
  const marked = page.locator('tr[data-row="11"] [data-corrected]');
  await expect(marked.locator('s')).toHaveText('待核', { timeout: 30_000 });
  await expect(marked.locator('ins')).toHaveText('95');
  await goTo(page, '星级榜');
  await page.getByRole('button', { name: '村十' }).click({ timeout: 30_000 });
  const cells = page.getByRole('complementary');
  await expect(cells.locator('[data-corrected] s')).toHaveText('待核', { timeout: 30_000 });
  await expect(cells).toContainText('已更正 · 电话核实');
});
