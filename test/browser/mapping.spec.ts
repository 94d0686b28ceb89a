import { utils, write } from '@e965/xlsx';
import { expect, test, type Page } from '@playwright/test';
import { drop, expectFile, goTo, openSample } from './page';

/** A header of three rows with units, whose last row (the full marks) looks like data. */
const rows = [
  ['2023年第一季度村（居）考评情况统计表'],
  ['填报单位：东镇', '', '', '', '', '单位：分'],
  ['序号', '村（居）', '类别', '考评得分', '', ''],
  ['', '', '', '比红星', '赛擂台', '访群众'],
  ['', '满分', '一类', 100, 100, 100],
  [1, '甲村', '一类', 90, 91, 92],
  [2, '乙村', '一类', 80, 81, 82],
  [3, '丙村', '一类', 70, 71, 72],
  ['', '小计', '', 240, 243, 246],
  ['注：得分保留整数。'],
];

function workbook(): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 5 } },
    { s: { r: 2, c: 0 }, e: { r: 3, c: 0 } },
    { s: { r: 2, c: 1 }, e: { r: 3, c: 1 } },
    { s: { r: 2, c: 2 }, e: { r: 3, c: 2 } },
    { s: { r: 2, c: 3 }, e: { r: 2, c: 5 } },
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '2023年第一季度');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

async function openMapping(page: Page): Promise<void> {
  await openSample(page);
  await drop(page, [{ name: '考评.xlsx', bytes: workbook() }]);
  await expectFile(page, '考评.xlsx', 'loaded');
  await goTo(page, '核对');
  await expect(rowOf(page, 6)).toHaveAttribute('data-kind', 'data', { timeout: 30_000 });
}

const rowOf = (page: Page, row: number) => page.locator(`tr[data-row="${row}"]`);

/** The villages on the board, in its order. */
async function expectVillages(page: Page, names: readonly string[]): Promise<void> {
  await goTo(page, '星级榜');
  await expect(page.locator('tbody tr[data-subject]')).toHaveCount(names.length, {
    timeout: 30_000,
  });
  for (const name of names) {
    await expect(page.locator('tbody tr[data-subject]', { hasText: name })).toHaveCount(1);
  }
  await goTo(page, '核对');
}

test('the rows of a sheet are labelled with what they are', async ({ page }) => {
  await openMapping(page);
  const kinds = await page
    .locator('tr[data-row]')
    .evaluateAll((found) => found.map((row) => row.getAttribute('data-kind')));
  expect(kinds).toEqual([
    'title',
    'unit',
    'header',
    'header',
    'data',
    'data',
    'data',
    'data',
    'total',
    'note',
  ]);
});

test('a header of three rows is corrected by mouse, and the board follows', async ({ page }) => {
  await openMapping(page);
  await expectVillages(page, ['满分', '甲村', '乙村', '丙村']);
  const handle = page.getByRole('slider', { name: '数据起始行' });
  const to = await rowOf(page, 6).locator('td').nth(2).boundingBox();
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(to?.x ?? 0, (to?.y ?? 0) + (to?.height ?? 0) / 2, { steps: 5 });
  await page.mouse.up();
  await expect(rowOf(page, 5)).toHaveAttribute('data-kind', 'header');
  await expectVillages(page, ['甲村', '乙村', '丙村']);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(rowOf(page, 5)).toHaveAttribute('data-kind', 'data');
  await expectVillages(page, ['满分', '甲村', '乙村', '丙村']);
});

test('a header of three rows is corrected by keyboard, and the next file of its shape is read so', async ({
  page,
}) => {
  await openMapping(page);
  await page.getByRole('slider', { name: '数据起始行' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(rowOf(page, 5)).toHaveAttribute('data-kind', 'header');
  await expect(page.getByRole('slider', { name: '数据起始行' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rowOf(page, 5)).toHaveAttribute('data-kind', 'data');
  await page.keyboard.press('ArrowDown');
  await expect(rowOf(page, 5)).toHaveAttribute('data-kind', 'header');
  await expectVillages(page, ['甲村', '乙村', '丙村']);
  await page.reload();
  await openMapping(page);
  await expect(rowOf(page, 5)).toHaveAttribute('data-kind', 'header');
  await expectVillages(page, ['甲村', '乙村', '丙村']);
});

test('one row is said to be something else by its menu, and what was left out is taken back', async ({
  page,
}) => {
  await openMapping(page);
  await page.getByRole('button', { name: '第 8 行：数据' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: '第 7 行：数据' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: '注释' }).click();
  await expect(rowOf(page, 7)).toHaveAttribute('data-kind', 'note');
  await expectVillages(page, ['满分', '甲村', '丙村']);
  await page.getByRole('button', { name: '作为数据 第 7 行' }).click();
  await expect(rowOf(page, 7)).toHaveAttribute('data-kind', 'data');
  await expectVillages(page, ['满分', '甲村', '乙村', '丙村']);
});
