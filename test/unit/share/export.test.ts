import fc from 'fast-check';
import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Sheet, SheetCell, SheetFormat } from '../../../src/model/sheet';
import { fileName, sheetFile, tsvOf } from '../../../src/share/export';
import { wellFormed, wouldRun } from '../../../src/share/export/cells';
import { gb18030 } from '../../../src/share/export/gb18030';
import { TestEngine } from '../../sql/test-engine';
import { onlySheet, read, rowsOf } from '../readers/staged';

const sheet: Sheet = {
  title: '得分与收入 2023年第一季度',
  notes: ['方案：争星夺旗 2.0', '导出于 2024-05-06'],
  columns: [
    { name: '村名', unit: null, kind: 'text' },
    { name: '名次', unit: null, kind: 'integer' },
    { name: '经营性收入', unit: '万元', kind: 'number' },
    { name: '占比', unit: null, kind: 'share' },
  ],
  rows: [
    ['青禾村', 1, 107.2, 0.1468],
    ['柳塘村', 2, -45.74, 1],
    ['𠮷田,"东"村', 3, 0.1 + 0.2, null],
    ['㐂村', null, 1234567.891, 1e-7],
  ],
};

/** Texts that a spreadsheet would run, and some that look like it. */
const dangerous = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=HYPERLINK("x")'];
const safe = ['-5', '+3.5', '-1,234.5', '-12.5%', '-', '甲=乙', '—'];

const withText = (texts: readonly string[]): Sheet => ({
  title: '名单',
  notes: [],
  columns: [
    { name: '名称', unit: null, kind: 'text' },
    { name: '序号', unit: null, kind: 'integer' },
  ],
  rows: texts.map((text, index) => [text, index + 1]),
});

const bytesOf = async (given: Sheet, format: SheetFormat) =>
  new Uint8Array(await (await sheetFile(given, format)).arrayBuffer());
let engine: TestEngine;
beforeAll(async () => {
  engine = await TestEngine.start();
});
beforeEach(() => engine.clear());

/** A cell of a loaded table as a value. A workbook is read to 15 digits, as a spreadsheet does, and in its formats. */
function valueOf(cell: unknown): SheetCell {
  if (typeof cell !== 'string') return null;
  const [, digits, percent] = /^(-?[\d.]+(?:e[+-]?\d+)?)(%?)$/i.exec(cell) ?? [];
  if (digits === undefined) return cell;
  return Number((percent ? Number(digits) / 100 : Number(digits)).toPrecision(15));
}

test('what a spreadsheet would run is told from what it would not', () => {
  expect(dangerous.filter((text) => !wouldRun(text))).toEqual([]);
  expect(safe.filter(wouldRun)).toEqual([]);
});

test.each(['xlsx', 'csv', 'csv-gb18030', 'parquet', 'json'] as const)(
  'a table exported as %s and loaded again has the same values',
  async (format) => {
    const loaded = await engine.load(fileName(sheet.title, format), await bytesOf(sheet, format));
    const [table, ...more] = loaded.tables;
    expect(more).toEqual([]);
    expect(table?.columns.map(({ header }) => header.replace(/（.*/, ''))).toEqual(
      sheet.columns.map(({ name }) => name),
    );
    expect(loaded.findings.map(({ code }) => code)).toEqual([]);
    const arrangement = await engine.arrange();
    expect(arrangement.periods).toContain('2023Q1');
    const rows = await engine.rows(
      `SELECT * EXCLUDE (source_row) FROM raw.${JSON.stringify(table?.id)} ORDER BY source_row`,
    );
    const cells = rows.map((row) => Object.values(row).slice(-4).map(valueOf));
    expect(cells).toEqual(
      sheet.rows.map((row) => row.map((cell) => valueOf(cell === null ? null : String(cell)))),
    );
    const incomes = await engine.rows(
      `SELECT s.name, value_yuan FROM canon.economy JOIN canon.subject s USING (subject_id) ORDER BY s.name`,
    );
    expect(incomes.map((row) => row['value_yuan']).sort()).toEqual(
      [1072000, -457400, 3000, 12345678910].sort(),
    );
  },
);

test('a workbook holds numbers as numbers, with units, formats and a header that stays in sight', async () => {
  const parts = unzipSync(await bytesOf(sheet, 'xlsx'));
  const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  expect(xml).toContain('<pane ySplit="3" topLeftCell="A4"');
  expect(xml).toMatch(/<c r="C5" s="\d+"><v>-45\.74<\/v>/);
  expect(xml).toContain('>万元</t>');
  expect(xml).toMatch(/<col min="1" max="1" width="\d+" customWidth="1"\/>/);
  expect(new TextDecoder().decode(parts['xl/styles.xml'])).toContain('formatCode="#,##0.0000"');
});

test('no cell of a text, a workbook or the clipboard is run; numbers and their signs stay', async () => {
  const given = withText([...dangerous, ...safe]);
  const csv = new TextDecoder().decode(await bytesOf(given, 'csv'));
  const started = csv.split(/\r\n/).filter((line) => /^"?[=@＝\t\r]|^"?[+-](?!\d|,)/.test(line));
  expect(started).toEqual([]);
  expect(csv).toContain('\r\n-5,9\r\n');
  expect(
    tsvOf(given)
      .split('\r\n')
      .slice(1)
      .filter((line) => /^[=@＝\t]/.test(line)),
  ).toEqual([]);
  const parts = unzipSync(await bytesOf(given, 'xlsx'));
  const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  expect(xml).not.toContain('<f>');
  expect(xml.match(/s="1" t="inlineStr"/g)).toHaveLength(dangerous.length);
});

test('texts of any kind come back from a workbook, Parquet and JSON as they were', async () => {
  const texts = [...dangerous, ...safe, '_x0041_', '<&>"\'', '甲\n乙', '\u0007', '007', '𠮷'];
  for (const format of ['xlsx', 'parquet', 'json'] as const) {
    const rows = rowsOf(onlySheet(await read(await bytesOf(withText(texts), format), 'a')));
    expect(rows.slice(-texts.length).map(([text]) => text)).toEqual(texts);
  }
});

test('a long table comes whole, without a gap between its blocks', async () => {
  const rows = Array.from({ length: 2500 }, (_, index) => [`村${index}`, index]);
  for (const format of ['xlsx', 'json', 'parquet'] as const) {
    const long = rowsOf(
      onlySheet(await read(await bytesOf({ ...withText([]), rows }, format), 'a')),
    );
    expect(long.slice(-2500).map(([text]) => text)).toEqual(rows.map(([text]) => text));
  }
});

test('every character of GB18030 is written as an independent encoder writes it', () => {
  const text = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).join('');
  const ours = (one: string) => Buffer.from(gb18030(one)).toString('hex');
  const theirs = (one: string) => iconv.encode(one, 'gb18030').toString('hex');
  const differing = [...text].filter((one) => ours(one) !== theirs(one));
  // the edition of 2022 gave these their own code point, or two bytes
  expect(differing.length).toBeLessThan(30);
  expect(differing.filter((one) => /\p{Script=Han}/u.test(one) && one < '\u9fa6')).toEqual([]);
  expect(ours('𠮷㐂€鸠江')).toBe(theirs('𠮷㐂€鸠江'));
});

test('what is written in GB18030 is read back by the platform', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(new TextDecoder('gb18030').decode(gb18030(text))).toBe(wellFormed(text));
    }),
  );
});

test.each([
  ['a/b:c*?', 'a b c.csv'],
  ['..', 'export.csv'],
])('the title %j gives the file name %j', (title, name) => {
  expect(fileName(title, 'csv')).toBe(name);
});
