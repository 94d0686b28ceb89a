import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { inflateSync, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import iconv from 'iconv-lite';
import { fromBase64Url } from '../../src/share/bytes';
import { goTo, type Dropped } from './page';
import { filesOf, openWith } from './sample-systems';

/*
 * Nothing that leaves the page holds a name, an identity or phone number, or the code of a person, under whatever scheme
 * and on whatever page: found by searching the bytes, unpacked.
 */

test.setTimeout(240_000);

/** Columns of the sample's files that tell people apart. */
const codes = /^(?:党员编号|户编号)$/;
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const given = [...'桂兰秀英建军玉珍国强淑华'];

interface Sample {
  readonly files: readonly Dropped[];
  /** Codes of people, as the files have them. */
  readonly codes: readonly string[];
  /** Names and numbers of the people that were written beside the codes. */
  readonly people: readonly string[];
}

/** An identity number whose check digit is right. */
function idNumber(serial: number): string {
  const digits = `34020219700101${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

/** The sample of 牛庄 with its people, to whom name, identity and phone number are added: the sample itself has codes. */
async function peopled(): Promise<Sample> {
  const files = await filesOf('niuzhuang', 'niuzhuang-members', 'niuzhuang-households');
  const known = new Map<string, readonly string[]>();
  const withNames = files.map((file) => {
    if (!file.name.endsWith('.csv')) return file;
    const bytes = Buffer.from(file.bytes);
    const isUtf8 = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
    const text = iconv.decode(bytes, isUtf8 ? 'utf8' : 'gb18030').trim();
    const [header = [], ...rows] = text.split('\r\n').map((line) => line.split(','));
    const at = header.findIndex((one) => codes.test(one));
    if (at < 0) return file;
    const holder = header[at] === '户编号' ? '户主' : '姓名';
    const lines = rows.map((row) => {
      const code = row[at] ?? '';
      const person = known.get(code) ?? personOf(known.size);
      known.set(code, person);
      return [...row, ...person];
    });
    const table = [[...header, holder, '身份证号', '联系电话'], ...lines];
    return { name: file.name, bytes: iconv.encode(table.join('\r\n'), 'gb18030') };
  });
  return { files: withNames, codes: [...known.keys()], people: [...known.values()].flat() };
}

function personOf(number: number): readonly string[] {
  const [first, second, third] = [
    surnames[number % 16],
    given[Math.floor(number / 16) % 12],
    given[Math.floor(number / 192) % 12],
  ];
  return [
    `${first}${second}${third}`,
    idNumber(number),
    `139${String(10_000_000 + number * 7919)}`,
  ];
}

/** Everything that a file says, as text, in whatever it was packed and encoded. */
async function textsIn(name: string, bytes: Buffer): Promise<string[]> {
  const parts = name.endsWith('.xlsx')
    ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part))
    : [bytes];
  const texts = parts.flatMap((part) => [
    ...['utf8', 'gb18030', 'utf16le', 'latin1'].map((encoding) => iconv.decode(part, encoding)),
  ]);
  if (!name.endsWith('.parquet')) return texts;
  const { buffer, byteOffset, byteLength } = bytes;
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const rows = await parquetReadObjects({ file, compressors });
  return [...texts, JSON.stringify(rows, (_, value: unknown) => String(value) && typed(value))];
}

const typed = (value: unknown) => (typeof value === 'bigint' ? String(value) : value);

function expectNobody(texts: readonly string[], words: readonly string[], from: string): void {
  const found = words.filter((word) => texts.some((text) => text.includes(word)));
  expect(found.slice(0, 5), from).toEqual([]);
}

/** Links as they go out from the page shown, as an address and as a file, with everything ticked. */
async function linkTexts(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: '分享' }).click();
  const dialog = page.getByRole('dialog');
  const address = dialog.getByRole('textbox', { name: '链接' });
  await expect(address).toBeVisible({ timeout: 30_000 });
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  const link = await address.inputValue();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '保存为文件' }).click(),
  ]);
  const file = await textsIn(saved.suggestedFilename(), await readFile(await saved.path()));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const packed = Buffer.from(fromBase64Url(new URL(link).hash.replace('#s1.', '')) ?? []);
  expect(packed.length).toBeGreaterThan(20);
  const plain = Buffer.from(inflateSync(packed.subarray(4))).toString('utf8');
  return [
    link,
    decodeURIComponent(link),
    packed.toString('latin1'),
    plain,
    saved.suggestedFilename(),
    ...file,
  ];
}

const formats = [
  'Excel 工作簿（XLSX）',
  'CSV（UTF-8，可用 Excel 打开）',
  'CSV（GB18030，供旧系统使用）',
  'Parquet',
  'JSON',
  '矢量图（SVG）',
];

/** What every menu of exports on the page gives, in every format and by the clipboard. */
async function exportTexts(page: Page): Promise<{ from: string; texts: string[] }[]> {
  const menus = page.getByRole('main').getByRole('button', { name: /^导出./ });
  const given: { from: string; texts: string[] }[] = [];
  for (let at = 0; at < (await menus.count()); at += 1) {
    const menu = menus.nth(at);
    const title = (await menu.getAttribute('aria-label')) ?? (await menu.textContent()) ?? '';
    if (!(await menu.getAttribute('aria-haspopup'))) continue;
    await menu.click();
    await page.getByRole('menuitem', { name: '复制表格' }).click();
    await expect(menu.locator('xpath=..').getByRole('status')).toContainText('已复制');
    given.push({
      from: `${title} 复制`,
      texts: [await page.evaluate(() => navigator.clipboard.readText())],
    });
    for (const format of formats) {
      await menu.click();
      const item = page.getByRole('menuitem', { name: format });
      if ((await item.count()) === 0) {
        await page.keyboard.press('Escape');
        continue;
      }
      const [saved] = await Promise.all([page.waitForEvent('download'), item.click()]);
      const name = saved.suggestedFilename();
      given.push({
        from: `${title} ${format}`,
        texts: [name, ...(await textsIn(name, await readFile(await saved.path())))],
      });
    }
  }
  return given;
}

const pages = [
  '数据',
  '核对',
  '质量',
  '星级榜',
  '趋势',
  '集体经济',
  '对比',
  '村档案',
  '查询',
  '方案',
];

async function open(page: Page, name: string): Promise<void> {
  await goTo(page, name);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(main).not.toContainText('正在', { timeout: 45_000 });
}

async function writeQuery(page: Page, sql: string): Promise<void> {
  await page.getByRole('textbox', { name: 'SQL 编辑器' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(sql);
}

let sample: Sample;
test.beforeAll(async () => {
  sample = await peopled();
  expect(sample.codes).toHaveLength(368);
  expect(new Set(sample.people).size).toBe(368 * 3);
});

for (const scheme of ['niuzhuang', 'niuzhuang-members', 'niuzhuang-households'] as const) {
  test(`a link tells of nobody, from no page, whatever was typed (${scheme})`, async ({ page }) => {
    await openWith(page, scheme, sample.files);
    const [name = '', id = '', phone = ''] = sample.people.slice(30, 33);
    await open(page, '查询');
    await writeQuery(
      page,
      `SELECT 姓名 FROM raw.f1_1 WHERE 姓名 = '${name}' OR 联系电话 = '${phone}' -- ${id}, ${sample.codes[3] ?? ''}`,
    );
    for (const one of pages) {
      await open(page, one);
      for (const typed of [name, id, phone]) {
        const hash = new URL(page.url()).hash.replace(/[?&]search=[^&]*/, '');
        const next = `${hash}${hash.includes('?') ? '&' : '?'}search=${encodeURIComponent(typed)}`;
        await page.evaluate((address) => (location.hash = address), next);
        const words = scheme === 'niuzhuang' ? sample.people : [...sample.people, ...sample.codes];
        expectNobody(await linkTexts(page), words, `${one}, ${typed}`);
        if (one !== '星级榜' && one !== '查询') break;
      }
      const cleared = new URL(page.url()).hash.replace(/[?&]search=[^&]*/, '');
      await page.evaluate((address) => (location.hash = address), cleared);
    }
  });
}

test('exports of villages loaded with files about people tell of none of them', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWith(page, 'niuzhuang', sample.files);
  let count = 0;
  for (const one of pages) {
    await open(page, one);
    for (const { from, texts } of await exportTexts(page)) {
      expectNobody(texts, [...sample.people, ...sample.codes], `${one}: ${from}`);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(40);
});

test('a search for a person is not told by an export', async ({ page }) => {
  await openWith(page, 'niuzhuang', sample.files);
  const [name = ''] = sample.people;
  await page.goto(`./#/collective-economy?scheme=niuzhuang&search=${encodeURIComponent(name)}`);
  await page.goto(`./#/star-board?scheme=niuzhuang&search=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: /^导出2023年度星级榜/ }).click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Excel 工作簿（XLSX）' }).click(),
  ]);
  const texts = await textsIn(saved.suggestedFilename(), await readFile(await saved.path()));
  expectNobody(texts, sample.people, name);
});

test('a query that asks for names is answered, and exported, with pseudonyms', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWith(page, 'niuzhuang', sample.files);
  await open(page, '查询');
  const tables = page.getByRole('complementary').getByText(/^f\d+(?:_\d+)?$/);
  await expect(tables.first()).toBeVisible();
  for (const one of await tables.allInnerTexts()) {
    await writeQuery(page, `SELECT * FROM raw.${one}`);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByRole('region', { name: '结果', exact: true })).toBeVisible();
    for (const { from, texts } of await exportTexts(page))
      expectNobody(texts, sample.people, `${one}: ${from}`);
  }
});

for (const scheme of ['niuzhuang-members', 'niuzhuang-households'] as const) {
  test(`results of people leave no page (${scheme})`, async ({ page }) => {
    await openWith(page, scheme, sample.files);
    for (const one of pages) {
      await open(page, one);
      const ways = page.getByRole('main').getByRole('button', { name: /^导出/ });
      for (const way of await ways.all()) {
        const name = (await way.getAttribute('aria-label')) ?? (await way.innerText());
        // a scheme is a document without data
        if (one === '方案' && name === '导出 JSON') continue;
        await expect(way, `${one}: ${name}`).toBeDisabled();
      }
    }
    await open(page, '方案');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 JSON' }).click(),
    ]);
    const texts = await textsIn(saved.suggestedFilename(), await readFile(await saved.path()));
    expectNobody(texts, [...sample.people, ...sample.codes], 'scheme');
  });
}
