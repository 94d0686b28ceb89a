import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { deflateSync } from 'fflate';
import { crc32, toBase64Url } from '../../src/share/bytes';
import { decodeLink, encodeLink } from '../../src/share/link';
import type { Spec } from '../../src/share/spec';
import { expectNoViolation } from './look';
import {
  complaints,
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

const banner = (page: Page) => page.getByRole('region', { name: '来自链接' });
const verdict = (page: Page) => banner(page).locator('[data-verdict]');
const dialog = (page: Page) => page.getByRole('dialog');

/** The address that the dialog offers. */
async function linkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: '分享' }).click();
  const address = await dialog(page).getByRole('textbox', { name: '链接' }).inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  return address;
}

const specOf = (address: string) => decodeLink(new URL(address).hash);

/** A page of somebody else: another profile of the browser, which shares nothing with the first. */
async function somebodyElse(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'zh-CN' })).newPage();
}

/** Opens a link in the same window, as from a message. */
async function open(page: Page, spec: Spec | string): Promise<void> {
  await page.goto(`./${typeof spec === 'string' ? spec : encodeLink(spec)}`);
}

/** The scheme that figures are worked out by. */
async function expectScheme(page: Page, key: string): Promise<void> {
  const picker = page.getByRole('banner').getByRole('combobox', { name: '方案', exact: true });
  await expect(picker).toHaveValue(key, { timeout: 30_000 });
}

/** Loads one's own copy of the sample's files; the sample itself is not there. */
async function loadOwn(page: Page): Promise<void> {
  await openEmpty(page);
  const files = await sampleFiles();
  await drop(page, files);
  for (const { name } of files) await expectFile(page, name, 'loaded');
  await goTo(page, '星级榜');
  await expectPublishedTotals(page);
}

const quarter = (number: number, score = (village: number) => 60 + ((village * 7 + number) % 40)) =>
  Array.from(
    { length: 60 },
    (_, index) => `一类,云岭镇,村${index + 1},2023Q${number},${score(index)}`,
  );
const table = (name: string, lines: readonly string[], header = '类别,镇,村名,考核期,比红星') =>
  textFile(name, [header, ...lines].join('\n'));

/** The link of somebody who has two quarters of sixty villages. */
async function linkOfTwoQuarters(browser: Browser): Promise<Spec> {
  const page = await somebodyElse(browser);
  await openEmpty(page);
  await drop(page, [table('上半年.csv', [...quarter(1), ...quarter(2)])]);
  await expectFile(page, '上半年.csv', 'loaded');
  await expect(page.locator('footer')).toContainText('60 个村居', { timeout: 30_000 });
  const spec = specOf(await linkOf(page));
  await page.context().close();
  return spec;
}

test('two people see the same figures: one sends a link, the other loads their own files', async ({
  page,
  browser,
}) => {
  await loadOwn(page);
  await page.getByLabel('时段').selectOption({ label: '2022年度' });
  await expectFigure(page, 'level-3', '11');
  const address = await linkOf(page);
  const sent = await page.locator('main').innerText();

  const other = await somebodyElse(browser);
  const noted = complaints(other);
  await other.goto(address);
  await expect(verdict(other)).toContainText('请把你自己的文件拖到页面上', { timeout: 30_000 });
  await expect(verdict(other)).toContainText('比红星、赛擂台、访群众');
  await expect(verdict(other)).toContainText('考核期：2021年第一季度至2023年第四季度');
  await expect(other.locator('[data-figure]')).toHaveCount(0);
  await other.reload();
  await expect(verdict(other)).toContainText('请把你自己的文件拖到页面上', { timeout: 30_000 });
  await expect(other.locator('[data-figure]')).toHaveCount(0);
  await drop(other, (await sampleFiles()).toReversed());
  await expect(verdict(other)).toContainText('数据一致', { timeout: 60_000 });
  await expectFigure(other, 'level-3', '11');
  await banner(other).getByRole('button', { name: '关闭' }).click();
  await expect(banner(other)).toBeHidden();
  expect(await other.locator('main').innerText()).toBe(sent);
  expect(noted).toEqual([]);
  await other.context().close();
});

test('a scheme with changes goes along, and does not touch one of that name here', async ({
  page,
  browser,
}) => {
  await openSample(page);
  await goTo(page, '方案');
  await page.locator('[data-path="lists.watch.starsAtMost"]').fill('9');
  await page.getByRole('button', { name: '应用' }).click();
  await expectScheme(page, 'jiujiang@2.1');
  await goTo(page, '星级榜');
  await expect(page.locator('[data-figure="watch"]')).toContainText('9 星', { timeout: 30_000 });
  const watched = (await page.locator('[data-figure="watch"] dd').textContent()) ?? '';
  const address = await linkOf(page);
  const { scheme } = specOf(address);
  expect(scheme).toMatchObject({ id: 'jiujiang', version: '2.0' });

  const other = await somebodyElse(browser);
  await openSample(other);
  await goTo(other, '方案');
  await other.locator('[data-path="lists.watch.starsAtMost"]').fill('1');
  await other.getByRole('button', { name: '应用' }).click();
  await expectScheme(other, 'jiujiang@2.1');
  await open(other, new URL(address).hash);
  await expect(banner(other)).toContainText('另存为“争星夺旗 2.2”');
  await expectFigure(other, 'watch', watched);
  await expect(verdict(other)).toContainText('数据一致', { timeout: 30_000 });
  await other
    .getByRole('banner')
    .getByRole('combobox', { name: '方案', exact: true })
    .selectOption('jiujiang@2.1');
  await expect(other.locator('[data-figure="watch"]')).toContainText('1 星', { timeout: 30_000 });
  await other.context().close();
});

test('each outcome is told before anything is believed', async ({ page, browser }) => {
  const spec = await linkOfTwoQuarters(browser);
  await openEmpty(page);
  await open(page, spec);
  const outcome = async (files: Parameters<typeof drop>[1], ...said: string[]) => {
    await drop(page, files);
    for (const words of said) await expect(verdict(page)).toContainText(words, { timeout: 30_000 });
    await goTo(page, '数据');
    for (const { name } of files) {
      const row = page.locator(`tr[data-file="${name}"]`);
      await row.getByRole('button', { name: '移除' }).click();
      await expect(row).toHaveCount(0);
    }
    await expect(verdict(page)).toContainText('请把你自己的文件拖到页面上', { timeout: 30_000 });
  };
  const both = [...quarter(1), ...quarter(2)];
  await outcome([table('同样.csv', both.toReversed())], '数据一致');
  await outcome(
    [table('两季.csv', both), table('三季.csv', quarter(3))],
    '比生成链接时多 1 个季度（2023年第三季度）',
    '共有的考核期内容相同',
  );
  const changed = quarter(2, (village) => (village < 6 ? 99 : 60 + ((village * 7 + 2) % 40)));
  await outcome(
    [table('改动.csv', [...quarter(1), ...changed])],
    '内容不同：2023年第二季度',
    '行不同',
  );
  await outcome([table('一季.csv', quarter(1))], '数据较旧：没有 2023年第二季度');
  await outcome(
    [
      table(
        '别处.csv',
        both.map((line) => line.replace('2023', '2019')),
      ),
    ],
    '这是另一份数据',
    '链接的考核期为2023年第一季度至2023年第二季度',
  );
  await outcome([table('缺列.csv', both, '类别,镇,村名,考核期,甲项打分')], '缺少列：比红星');
});

test('missing columns are mapped on the page that the message leads to', async ({
  page,
  browser,
}) => {
  const spec = await linkOfTwoQuarters(browser);
  await openEmpty(page);
  await open(page, spec);
  const lines = [...quarter(1), ...quarter(2)];
  await drop(page, [table('缺列.csv', lines, '类别,镇,村名,考核期,甲项打分')]);
  await expect(verdict(page)).toContainText('缺少列：比红星', { timeout: 30_000 });
  await banner(page).getByRole('link', { name: '去核对页指定' }).click();
  await expect(page.getByRole('heading', { name: '核对', level: 1 })).toBeVisible();
  await expect(banner(page)).toBeVisible();
});

test('a link with SQL runs nothing before the click', async ({ page }) => {
  await openSample(page);
  const spec = specOf(await linkOf(page));
  const queries = [
    { name: '坏查询', sql: 'SELECT * FROM nowhere_at_all' },
    {
      name: '各类个数',
      sql: 'SELECT track, count(*) AS n\nFROM canon.subject\nWHERE kind <> $kind\nGROUP BY ALL\nORDER BY track',
      parameters: { kind: 'x' },
    },
  ];
  await open(page, { ...spec, queries });
  await expect(verdict(page)).toContainText('数据一致', { timeout: 30_000 });
  await expect(banner(page).locator('pre').first()).toHaveText('SELECT * FROM nowhere_at_all');
  await expect(banner(page).getByRole('alert')).toHaveCount(0);
  await expect(banner(page).getByRole('table')).toHaveCount(0);
  await banner(page).getByRole('button', { name: '运行' }).first().click();
  await expect(banner(page).getByRole('alert')).toContainText('查询出错');
  await banner(page).getByRole('button', { name: '运行' }).nth(1).click();
  await expect(banner(page).getByRole('row')).toHaveCount(4);
  await expect(banner(page).getByRole('row').nth(1)).toContainText('31');
  await expectPublishedTotals(page);
});

test('the dialog says what goes out, and leaves out what is unticked', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`./#/star-board?town=${encodeURIComponent('白鹭街道')}`);
  await expectFigure(page, 'watch', '0');
  await page.getByRole('button', { name: '分享' }).click();
  await expect(dialog(page)).toContainText('镇（街道）筛选：白鹭街道');
  await expect(dialog(page)).toContainText(
    '列名：类别、镇(街道)、村(社区)、比红星、赛擂台、访群众',
  );
  await expect(dialog(page)).toContainText('方案：jiujiang 2.0');
  await expect(dialog(page)).toContainText('不含任何单元格的数据');
  const field = dialog(page).getByRole('textbox', { name: '链接' });
  const whole = await field.inputValue();
  await expect(dialog(page).locator('[data-length]')).toHaveAttribute(
    'data-length',
    String(whole.length),
  );
  expect(whole.length).toBeLessThan(2000);
  expect(specOf(whole).filters).toEqual({ town: ['白鹭街道'] });
  await dialog(page).getByLabel('筛选和页面上的选择').uncheck();
  await expect(dialog(page)).not.toContainText('白鹭街道');
  await dialog(page).getByLabel('数据核对信息').uncheck();
  await expect(dialog(page)).not.toContainText('列名：');
  const bare = specOf(await field.inputValue());
  expect(Object.keys(bare).sort()).toEqual(['made', 'page', 'scheme', 'version', 'year']);
  await dialog(page).getByRole('button', { name: '复制链接' }).click();
  await expect(dialog(page)).toContainText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field.inputValue());
});

test('a long link is offered as a file, which opens where it is dropped', async ({ page }) => {
  const towns = Array.from({ length: 400 }, (_, index) => `镇${(index * 7919) % 10007}`);
  const query = new URLSearchParams(towns.map((town) => ['town', town]));
  await page.goto(`./#/star-board?${query}`);
  await expectFigure(page, 'watch', '0');
  await page.getByRole('button', { name: '分享' }).click();
  await expect(dialog(page)).toContainText('建议改用文件发送');
  const saved = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: '保存为文件' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^star-board-\d{4}-\d\d-\d\d\.starflag\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  await page.goto('./#/data');
  await page.reload();
  await expect(page.getByRole('heading', { name: '数据', level: 1 })).toBeVisible();
  await drop(page, [textFile('收到的(1).json', text)]);
  await expect(page.getByRole('heading', { name: '星级榜', level: 1 })).toBeVisible();
  await expect(verdict(page)).toContainText('数据一致', { timeout: 30_000 });
  expect(new URL(page.url()).hash).toContain(encodeURIComponent(towns[399] ?? ''));
});

test('beyond 32 KB no link is made, and what takes the place is named', async ({ page }) => {
  const towns = Array.from({ length: 1000 }, (_, index) =>
    Array.from({ length: 40 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((index * 977 + at * at * 613 + at * 31) % 20000)),
    ).join(''),
  );
  await openSample(page);
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/star-board?${new URLSearchParams(towns.map((town) => ['town', town]))}`,
  );
  await page.getByRole('button', { name: '分享' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('超过 32 KB');
  await expect(dialog(page).getByRole('alert')).toContainText('筛选和选择占');
  await expect(dialog(page).getByRole('textbox')).toHaveCount(0);
  await dialog(page).getByLabel('筛选和页面上的选择').uncheck();
  await expect(dialog(page).getByRole('textbox', { name: '链接' })).toBeVisible();
});

/** A link whose checksum is right, whatever it holds. */
function forged(content: Uint8Array | string): string {
  const packed = deflateSync(typeof content === 'string' ? Buffer.from(content) : content);
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, crc32(packed));
  bytes.set(packed, 4);
  return `#s1.${toBase64Url(bytes)}`;
}

const plain: Spec = { version: 1, made: '2026-11-21', page: 'star-board' };

test('a link that cannot be opened says so plainly, and the page works', async ({ page }) => {
  const noted = complaints(page);
  const whole = encodeLink(plain);
  const links: [string, RegExp][] = [
    [whole.slice(0, -3), /链接不完整或有改动/],
    [`#s9.${whole.slice(4)}`, /由较新的版本生成（第 9 版/],
    [forged(new Uint8Array(20 * 1024 * 1024)), /超过 512 KB，.*已停止读取/],
    [`#s1.${'A'.repeat(40_000)}`, /超过 32 KB/],
    [forged(JSON.stringify({ ...plain, run: 'DROP' })), /不认识的内容（run），已拒绝/],
    [forged('{"__proto__":{"page":"x"}}'), /不认识的内容（__proto__），已拒绝/],
    [
      forged(
        JSON.stringify({
          ...plain,
          title: 'x',
          scheme: { document: { id: '<img src=x onerror=alert(1)>' } },
        }),
      ),
      /不认识的内容（scheme\./,
    ],
  ];
  await openSample(page);
  for (const [link, words] of links) {
    await open(page, link);
    const failed = page.getByRole('region', { name: '链接没有打开' });
    await expect(failed.getByRole('alert')).toHaveText(words);
    expect(new URL(page.url()).hash).toMatch(/^#\/star-board/);
    await expectFigure(page, 'watch', '16');
    await failed.getByRole('button', { name: '关闭' }).click();
    await expect(failed).toBeHidden();
  }
  await page.goto('about:blank');
  await page.goto(`./${whole.slice(0, -3)}`);
  await expect(page.getByRole('alert')).toContainText('链接不完整或有改动');
  await expectPublishedTotals(page);
  expect(noted).toEqual([]);
});

test('words of a link are words: nothing in them becomes part of the page', async ({ page }) => {
  const trap = '<img src=x onerror="window.trapped=1"><script>window.trapped=1</script>';
  await openEmpty(page);
  await open(page, {
    ...plain,
    title: trap,
    filters: { town: [trap], search: trap },
    choices: { subject: [trap] },
    queries: [{ name: trap, sql: trap }],
  });
  await expect(banner(page)).toContainText('<img src=x');
  await expect(banner(page).locator('img, script')).toHaveCount(0);
  expect(await page.evaluate(() => 'trapped' in window)).toBe(false);
});

test('dialog and banner break no rule of accessibility', async ({ page }) => {
  test.slow();
  await openSample(page);
  const spec = specOf(await linkOf(page));
  await open(page, { ...spec, queries: [{ name: '查询', sql: 'SELECT 1 AS n' }] });
  await expect(verdict(page)).toContainText('数据一致', { timeout: 30_000 });
  await expectNoViolation(page);
  await page.getByRole('button', { name: '分享' }).click();
  await expect(dialog(page).getByRole('textbox', { name: '链接' })).toBeVisible();
  await expectNoViolation(page);
});

test('at 390 px nothing is wider than the screen, and the dialog works by keyboard alone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page);
  await page.getByRole('button', { name: '分享' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: '链接' })).toBeVisible();
  const overflow = (selector: string) =>
    page.evaluate((name) => {
      const part = document.querySelector(name);
      return (part?.scrollWidth ?? 0) - (part?.clientWidth ?? 0);
    }, selector);
  expect(await overflow('.share-dialog')).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '分享' })).toBeFocused();
  const spec: Spec = { ...plain, queries: [{ name: '长', sql: 'SELECT '.repeat(60) }] };
  await open(page, spec);
  await expect(banner(page)).toBeVisible();
  expect(await overflow('main')).toBeLessThanOrEqual(0);
  expect(await overflow('html')).toBeLessThanOrEqual(0);
});
