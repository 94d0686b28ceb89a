import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write } from '@e965/xlsx';
import { expect, test, type Page } from '@playwright/test';
import * as arrow from '@uwdata/flechette';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { drop, expectFile, goTo, openEmpty, textFile } from './page';

const header = ['考核期', '类别', '镇(街道)', '村(社区)', '比红星', '赛擂台', '访群众'];
const rows = [
  ['2023年第一季度', '一类', '东镇', '甲村', 90, 91, 92],
  ['2023年第一季度', '一类', '东镇', '乙村', 80, 81, 82],
];
const csv = [header, ...rows].map((row) => `${row.join(',')}\n`).join('');

/** A row of the sheet that the mapping page shows. */
const sheetRow = (page: Page, row: number) => page.locator(`tr[data-row="${row}"]`);

/** The villages that were loaded count on the board. */
async function expectVillages(page: Page, names: readonly string[]): Promise<void> {
  await goTo(page, '星级榜');
  const subjects = page.locator('tbody tr[data-subject]');
  await expect(subjects).toHaveCount(names.length, { timeout: 30_000 });
  for (const name of names) await expect(subjects.filter({ hasText: name })).toHaveCount(1);
}

test.describe('a text whose encoding is unclear is asked about, with the lines in each', () => {
  test('GB18030 or Big5', async ({ page }) => {
    await openEmpty(page);
    const bytes = iconv.encode('單位,得分\n湖濱社區,90\n墩上社區,80\n', 'gbk');
    await drop(page, [{ name: '得分.csv', bytes }]);
    await expectFile(page, '得分.csv', 'loaded');
    const question = page.locator('tr[data-encodings="得分.csv"]');
    await expect(question).toContainText('湖濱社區,90');
    await expect(question.locator('li', { hasText: '按 Big5 读取' })).toContainText('綬燶扦');
    await question.getByRole('button', { name: '按 Big5 读取' }).click();
    await expect(page.locator('tr[data-file="得分.csv"]')).toContainText('BIG5', {
      ignoreCase: true,
    });
    await expectFile(page, '得分.csv', 'loaded');
    await question.getByRole('button', { name: '按 GB18030 读取' }).click();
    await expect(page.locator('tr[data-file="得分.csv"]')).toContainText('GB18030');
    await goTo(page, '核对');
    await expect(sheetRow(page, 2)).toContainText('湖濱社區');
  });

  test('UTF-8 with lines of GB18030 among them', async ({ page }) => {
    await openEmpty(page);
    const [first = '', second = '', third = ''] = csv.split('\n');
    const bytes = Buffer.concat([
      Buffer.from(`${first}\n${second}\n`),
      iconv.encode(`${third}\n`, 'gbk'),
    ]);
    await drop(page, [{ name: '拼接.csv', bytes }]);
    await expectFile(page, '拼接.csv', 'loaded');
    const question = page.locator('tr[data-encodings="拼接.csv"]');
    await expect(question.getByRole('button')).toHaveCount(3);
    await question.getByRole('button', { name: '按 UTF-8 + GB18030 读取' }).click();
    await expectFile(page, '拼接.csv', 'loaded');
    await expectVillages(page, ['甲村', '乙村']);
  });
});

test('a Parquet file', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'starflag-'));
  try {
    const path = join(folder, 'a.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const names = header.map((name) => `"${name}"`).join(', ');
    const values = rows.map((row) => `(${row.map((cell) => `'${cell}'`).join(', ')})`).join(', ');
    await connection.run(
      `COPY (SELECT * FROM (VALUES ${values}) AS t(${names})) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    await openEmpty(page);
    await drop(page, [{ name: '考评.parquet', bytes: await readFile(path) }]);
    await expectFile(page, '考评.parquet', 'loaded');
    await expect(page.locator('tr[data-file="考评.parquet"]')).toContainText('PARQUET');
    await expectVillages(page, ['甲村', '乙村']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** Frames whose only block is stored as it is: valid, and written without a compressor. */
const stored = {
  LZ4_FRAME: (bytes: Uint8Array) => {
    const size = new DataView(new ArrayBuffer(4));
    size.setUint32(0, bytes.length + 2 ** 31, true);
    const head = [0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82];
    return Uint8Array.from([...head, ...new Uint8Array(size.buffer), ...bytes, 0, 0, 0, 0]);
  },
  ZSTD: (bytes: Uint8Array) => {
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, bytes.length, true);
    const block = bytes.length * 8 + 1;
    const head = [0x28, 0xb5, 0x2f, 0xfd, 0xa0, ...new Uint8Array(length.buffer)];
    return Uint8Array.from([...head, block & 255, (block >> 8) & 255, block >> 16, ...bytes]);
  },
};

for (const codec of ['LZ4_FRAME', 'ZSTD'] as const) {
  test(`an Arrow file packed by ${codec}`, async ({ page }) => {
    const type = arrow.CompressionType[codec];
    arrow.setCompressionCodec(type, { encode: stored[codec], decode: (bytes) => bytes });
    const columns = header.map((name, at) => [name, rows.map((row) => String(row[at]))] as const);
    const table = arrow.tableFromArrays(Object.fromEntries(columns), {
      types: Object.fromEntries(header.map((name) => [name, arrow.utf8()])),
    });
    const bytes = arrow.tableToIPC(table, { format: 'file', codec: type });
    if (!bytes) throw new Error('nothing was written');
    await openEmpty(page);
    await drop(page, [{ name: '考评.arrow', bytes }]);
    await expectFile(page, '考评.arrow', 'loaded');
    await expectVillages(page, ['甲村', '乙村']);
  });
}

test('a ZIP of several files: each counts, and what holds no table is named', async ({ page }) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([header, rows[1] ?? []]), 'Sheet1');
  const bytes = zipSync({
    '东镇/甲.csv': strToU8([header, rows[0] ?? []].map((row) => row.join(',')).join('\n')),
    '东镇/乙.xlsx': new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
    '__MACOSX/东镇/._甲.csv': Uint8Array.of(0, 5, 22, 7, 0, 2, 0, 0),
  });
  await openEmpty(page);
  await drop(page, [{ name: '报送.zip', bytes }]);
  await expectFile(page, '报送.zip', 'loaded');
  await goTo(page, '质量');
  await expect(page.locator('li[data-code="member_ignored"]')).toContainText('macOS');
  await expectVillages(page, ['甲村', '乙村']);
});

test.describe('cells pasted from a spreadsheet', () => {
  const page_ = `<html><head><meta charset="gb2312"></head><body><!--StartFragment--><table>
    <tr><td rowspan="2">考核期</td><td rowspan="2">类别</td><td rowspan="2">镇(街道)</td>
      <td rowspan="2">村(社区)</td><td colspan="3">得分</td></tr>
    <tr><td>比红星</td><td>赛擂台</td><td>访群众</td></tr>
    ${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}
    </table><!--EndFragment--></body></html>`;
  const flat = [header, ...rows].map((row) => row.join('\t')).join('\r\n');

  /** As the browser tells a page of Ctrl+V. */
  async function paste(page: Page, types: Readonly<Record<string, string>>): Promise<void> {
    await page.evaluate((given) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true });
      document.body.dispatchEvent(event);
    }, types);
  }

  test('as a web page: merged cells of the header are kept', async ({ page }) => {
    await openEmpty(page);
    await paste(page, { 'text/html': page_, 'text/plain': flat });
    await expectFile(page, '粘贴 1', 'loaded');
    await goTo(page, '核对');
    await expect(sheetRow(page, 2)).toHaveAttribute('data-kind', 'header');
    await expect(page.getByRole('rowheader', { name: '得分 比红星' })).toBeVisible();
    await expectVillages(page, ['甲村', '乙村']);
  });

  test('as text between tabs', async ({ page }) => {
    await openEmpty(page);
    await paste(page, { 'text/tab-separated-values': flat, 'text/html': '<p>考评</p>' });
    await expectFile(page, '粘贴 1', 'loaded');
    await expectVillages(page, ['甲村', '乙村']);
  });
});

test('a file that was stopped or refused is read again, or removed', async ({ page }) => {
  await openEmpty(page);
  await drop(page, [textFile('空.csv', '')]);
  await expectFile(page, '空.csv', 'failed');
  await page.getByRole('button', { name: '重试 空.csv' }).click();
  await expectFile(page, '空.csv', 'failed');
  await page.getByRole('button', { name: '移除 空.csv' }).click();
  await expect(page.locator('tr[data-file="空.csv"]')).toHaveCount(0);
});
