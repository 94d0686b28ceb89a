import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { expect, test, type Page } from '@playwright/test';
import iconv from 'iconv-lite';
import {
  drop,
  expectFigure,
  expectFile,
  expectPublishedTotals,
  goTo,
  openEmpty,
  openSample,
  sampleFiles,
  sampleFolder,
  textFile,
} from './page';

const header = ['考核期', '类别', '镇(街道)', '村(社区)', '比红星', '赛擂台', '访群众'];

function workbook(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Sheet1');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** The sample is loaded, its own files dropped, and what is dropped next must not cost any of it. */
async function loadOwn(page: Page): Promise<void> {
  await openSample(page);
  await drop(page, await sampleFiles());
  await expect(page.getByText('示例已收起')).toBeVisible({ timeout: 30_000 });
}

test.describe('a file that cannot be read is named with the reason, and the page goes on', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64');
  const cases = [
    {
      what: 'an empty file',
      name: '空.csv',
      bytes: () => Promise.resolve(new Uint8Array()),
      words: '文件是空的',
    },
    {
      what: 'a picture named .xlsx',
      name: '照片.xlsx',
      bytes: () => Promise.resolve(png),
      words: '这是图片，不是表格',
    },
    {
      what: 'a truncated workbook',
      name: '半截.xlsx',
      bytes: async () =>
        (await readFile(join(sampleFolder, '2023年季度考评结果.xlsx'))).subarray(0, 20_000),
      words: '文件不完整',
    },
  ];
  for (const { what, name, bytes, words } of cases) {
    test(what, async ({ page }) => {
      await loadOwn(page);
      await drop(page, [{ name, bytes: await bytes() }]);
      await expectFile(page, name, 'failed');
      await expect(page.locator(`tr[data-file="${name}"]`)).toContainText(words);
      await goTo(page, '星级榜');
      await expectPublishedTotals(page);
    });
  }
});

test('a broken byte in GB18030 is named by file, row, column and value; the rest is loaded', async ({
  page,
}) => {
  await openEmpty(page);
  const text = `${header.join(',')}\r\n2023年第一季度,一类,东镇,甲村,90,90,90\r\n2023年第一季度,一类,东镇,乙村,80,80,80\r\n`;
  const bytes = Buffer.from(iconv.encode(text, 'gb18030'));
  bytes[bytes.indexOf(iconv.encode('乙', 'gb18030'))] = 0xff;
  await drop(page, [{ name: '坏字节.csv', bytes }]);
  await expectFile(page, '坏字节.csv', 'loaded');
  await goTo(page, '质量');
  const finding = page.locator('li[data-code="bytes_replaced"]');
  await expect(finding).toContainText('坏字节.csv › 第 3 行 › D 列');
  await expect(finding).toContainText('GB18030');
});

test('a scheme with an unknown key is refused by path and allowed keys; the scheme in use stays', async ({
  page,
}) => {
  await openSample(page);
  const preset = await readFile(
    join(import.meta.dirname, '../../src/scheme/presets/jiujiang-2.0.json'),
    'utf8',
  );
  const document = JSON.parse(preset) as { year: Record<string, unknown> };
  document.year['bonus'] = 1;
  await drop(page, [textFile('方案.json', JSON.stringify(document))]);
  await expect(page.getByText('year.bonus：没有这个键。可用的键：combine | missing')).toBeVisible();
  await goTo(page, '星级榜');
  await expectPublishedTotals(page);
});

test('a valid scheme document is put to use', async ({ page }) => {
  await openSample(page);
  const preset = await readFile(
    join(import.meta.dirname, '../../src/scheme/presets/jiujiang-2.0.json'),
    'utf8',
  );
  const document = preset
    .replace('"version": "2.0"', '"version": "2.1"')
    .replace('"starsAtMost": 6', '"starsAtMost": 4');
  await drop(page, [textFile('方案.json', document)]);
  await expect(page.getByText('正在使用')).toBeVisible();
  await goTo(page, '星级榜');
  await expectFigure(page, 'watch', '4');
});

test('a quarter missing for half of the villages: they are named as unrated, never as zero', async ({
  page,
}) => {
  await openEmpty(page);
  const villages = Array.from({ length: 10 }, (_, index) => `村${index + 1}`);
  const rows = [1, 2, 3, 4].flatMap((quarter) =>
    villages
      .filter((_, index) => quarter < 4 || index < 5)
      .map((village, index) => [
        `2023年第${'一二三四'[quarter - 1]}季度`,
        '一类',
        '东镇',
        village,
        60 + index,
        60,
        60,
      ]),
  );
  await drop(page, [{ name: '考评.xlsx', bytes: workbook([header, ...rows]) }]);
  await expectFile(page, '考评.xlsx', 'loaded');
  await goTo(page, '星级榜');
  await expectFigure(page, 'unrated', '5');
  await expectFigure(page, 'watch', '0');
  await expect(page.getByText('5 个村居缺 2023年第四季度 数据，本年度不评级')).toBeVisible();
  await expect(page.locator('tbody tr[data-subject]')).toHaveCount(10);
});

test('cells that are no number are named; the rest of the file counts', async ({ page }) => {
  await openEmpty(page);
  const rows = [
    header,
    ['2023年第一季度', '一类', '东镇', '甲村', '待定', 90, 90],
    ['2023年第一季度', '一类', '东镇', '乙村', 80, '缺考', 80],
  ];
  await drop(page, [{ name: '文字.xlsx', bytes: workbook(rows) }]);
  await page.getByRole('link', { name: '逐项查看 文字.xlsx' }).click();
  const findings = page.locator('li[data-code="value_unreadable"]');
  await expect(findings).toHaveCount(1, { timeout: 30_000 });
  await expect(findings).toContainText('文字.xlsx › Sheet1 › 第 2 行 › E 列');
  await expect(findings).toContainText('待定');
});

test('two files that contradict each other cancel the value and name both cells', async ({
  page,
}) => {
  await openEmpty(page);
  const line = (score: number) => [
    header,
    ['2023年第一季度', '一类', '东镇', '甲村', score, 90, 90],
  ];
  await drop(page, [
    { name: '甲.xlsx', bytes: workbook(line(80)) },
    { name: '乙.xlsx', bytes: workbook(line(81)) },
  ]);
  await expectFile(page, '乙.xlsx', 'loaded');
  await goTo(page, '质量');
  const finding = page.locator('li[data-code="observation_conflict"]');
  await expect(finding).toContainText('Sheet1 › E2', { timeout: 30_000 });
  await expect(finding).toContainText('80 / 81');
});

test('a table pasted from a spreadsheet is loaded like a file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openEmpty(page);
  const text = [header, ['2023年第一季度', '一类', '东镇', '甲村', '90', '90', '90']]
    .map((row) => row.join('\t'))
    .join('\r\n');
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
  await page.keyboard.press('Control+V');
  await expectFile(page, '粘贴 1', 'loaded');
  await expect(page.locator('tr[data-file="粘贴 1"]')).toContainText('PASTE');
});

test('a table that names no period is given one by hand', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openEmpty(page);
  const text = [header.slice(1), ['一类', '东镇', '甲村', '90', '90', '90']]
    .map((row) => row.join('\t'))
    .join('\r\n');
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
  await page.keyboard.press('Control+V');
  await expect(page.locator('[data-kind="period_unknown"]')).toBeVisible({ timeout: 30_000 });
  await goTo(page, '核对');
  const period = page.getByLabel('粘贴 1 考核期');
  await period.fill('上一季');
  await period.blur();
  await expect(page.getByText('“上一季”无法识别为考核期')).toBeVisible();
  await period.fill('2023年第四季度');
  await period.blur();
  await expect(page.locator('li[data-code="period_unknown"]')).toHaveCount(0);
  await goTo(page, '星级榜');
  await expect(page.locator('tbody tr[data-subject]')).toHaveCount(1);
});

test('a column is corrected by hand, the board follows, and the correction is remembered', async ({
  page,
}) => {
  await openEmpty(page);
  const rows = [
    ['考核期', '类别', '镇(街道)', '村(社区)', '任务', '赛擂台', '访群众'],
    ...[1, 2, 3, 4].map((quarter) => [`2023Q${quarter}`, '一类', '东镇', '甲村', 90, 90, 90]),
  ];
  const file = { name: '任务.xlsx', bytes: workbook(rows) };
  await drop(page, [file]);
  await expect(page.locator('[data-findings=""]')).toContainText('方案所需的指标缺失 1', {
    timeout: 30_000,
  });
  await goTo(page, '核对');
  await page.getByLabel('任务 指标名称').selectOption('比红星');
  await goTo(page, '星级榜');
  await expect(page.locator('tbody tr[data-subject]')).toHaveCount(1);
  await goTo(page, '数据');
  await page.getByRole('button', { name: '移除' }).click();
  await expect(page.locator('footer')).toContainText(/已保存 \d\d:\d\d/, { timeout: 30_000 });
  await page.reload();
  await drop(page, [file]);
  await expect(page.getByText('沿用上次的对应')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-kind="measure_missing"]')).toHaveCount(0);
});

test('loading is stopped and costs nothing that was there; the file can be read again', async ({
  page,
}) => {
  await openSample(page);
  await goTo(page, '数据');
  await page.evaluate(() => {
    const line = '2023年第一季度,一类,东镇,甲村,90,90,90\n';
    const part = line.repeat(200_000);
    const data = new DataTransfer();
    data.items.add(
      new File(
        [
          '考核期,类别,镇(街道),村(社区),比红星,赛擂台,访群众\n',
          part,
          part,
          part,
          part,
          part,
          part,
          part,
          part,
        ],
        '大.csv',
      ),
    );
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByRole('button', { name: '停止 大.csv' }).click();
  await expectFile(page, '大.csv', 'cancelled');
  await goTo(page, '星级榜');
  await expectPublishedTotals(page);
  await goTo(page, '数据');
  await page.getByRole('button', { name: '重试 大.csv' }).click();
  await expectFile(page, '大.csv', 'loaded');
  await expect(page.getByText('示例已收起')).toBeVisible({ timeout: 30_000 });
});

test('removed files come back by undo', async ({ page }) => {
  await loadOwn(page);
  await page.getByRole('button', { name: '移除 2023年季度考评结果.xlsx' }).click();
  await expect(page.getByText('已移除 2023年季度考评结果.xlsx')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('tr[data-file]')).toHaveCount(5);
  await goTo(page, '星级榜');
  await expectPublishedTotals(page);
});

test('the same file is not loaded twice', async ({ page }) => {
  await loadOwn(page);
  await drop(page, (await sampleFiles()).slice(0, 1));
  await expect(page.getByText('已经载入过，内容相同')).toBeVisible();
  await expect(page.locator('tr[data-file]')).toHaveCount(5);
});

test('files are chosen with the file picker', async ({ page }) => {
  await openSample(page);
  await goTo(page, '数据');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles((await sampleFiles()).map(({ name }) => join(sampleFolder, name)));
  await expect(page.getByText('示例已收起')).toBeVisible({ timeout: 30_000 });
  await goTo(page, '星级榜');
  await expectPublishedTotals(page);
});
