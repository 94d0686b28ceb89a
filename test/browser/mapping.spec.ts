import { utils, write } from '@e965/xlsx';
import { expect, test, type Page } from '@playwright/test';
import { drop, expectFile, goTo, openEmpty } from './page';

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
  await openEmpty(page);
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

/** A sheet with a table that is found, and cells beneath it that nothing marks as a table of their own. */
function twoBlocks(): Uint8Array {
  const line = (name: string, score: number) => ['2023Q1', '一类', '东镇', name, score, 80, 80];
  const given = [
    ['考核期', '类别', '镇(街道)', '村(社区)', '比红星', '赛擂台', '访群众'],
    line('甲村', 90),
    line('乙村', 80),
    ['考核期', '类别', '镇(街道)', '村(社区)', '赛擂台', '访群众', '比红星'],
    ['2023Q1', '一类', '东镇', '丙村', 71, 72, 73],
    ['2023Q1', '一类', '东镇', '丁村', 61, 62, 63],
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(given), '考评');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

async function openBlocks(page: Page): Promise<void> {
  await openEmpty(page);
  await drop(page, [{ name: '两块.xlsx', bytes: twoBlocks() }]);
  await expectFile(page, '两块.xlsx', 'loaded');
  await goTo(page, '核对');
  await expect(rowOf(page, 2)).toHaveAttribute('data-kind', 'data', { timeout: 30_000 });
}

const cell = (page: Page, row: number, column: number) =>
  rowOf(page, row).locator(`td[data-column="${column}"]`);

/** One table of all rows, as it would be if the second header had not been seen. */
async function joinBlocks(page: Page): Promise<void> {
  await cell(page, 1, 1).click();
  await page.keyboard.press('Control+Shift+ArrowDown');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(page.getByText('已选 A1:G6')).toBeVisible();
  await page.getByRole('button', { name: '作为一张表' }).click();
  await expect(rowOf(page, 6)).toHaveAttribute('data-kind', 'data');
}

test('a block dragged over with the mouse becomes a table of its own, and that is undone', async ({
  page,
}) => {
  await openBlocks(page);
  await joinBlocks(page);
  await cell(page, 4, 1).hover();
  await page.mouse.down();
  const to = await cell(page, 6, 7).boundingBox();
  await page.mouse.move((to?.x ?? 0) + 8, (to?.y ?? 0) + 8, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText('已选 A4:G6')).toBeVisible();
  await page.getByRole('button', { name: '作为一张表' }).click();
  await expect(page.getByLabel('本页的表').locator('option')).toHaveText([
    '表 1 A1:G3',
    '表 2 A4:G6',
  ]);
  await expect(rowOf(page, 4)).toHaveAttribute('data-kind', 'header');
  await expectVillages(page, ['甲村', '乙村', '丙村', '丁村']);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByLabel('本页的表')).toHaveCount(0);
  await expect(rowOf(page, 3)).toHaveAttribute('data-kind', 'data');
});

test('a table left out is made again by keyboard, and the next file of its shape has it too', async ({
  page,
}) => {
  await openBlocks(page);
  await joinBlocks(page);
  await page.getByRole('button', { name: '不计入' }).click();
  await expect(page.getByText('这张工作表没有计入任何表')).toBeVisible();
  await cell(page, 4, 1).click();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Shift+ArrowDown');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('已选 A4:G6')).toBeVisible();
  await page.getByRole('button', { name: '作为一张表' }).press('Enter');
  await expect(rowOf(page, 4)).toHaveAttribute('data-kind', 'header');
  await expectVillages(page, ['丙村', '丁村']);
});
