import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { numerals } from '../../../src/ingest/marks';
import { lit, rows, sql, type Sql } from '../../../src/sql/sql';
import { TestEngine } from '../test-engine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

/** What the cells read as, in their order; `expression` is over `cell` and its `figure`. */
async function readAll(cells: readonly (string | null)[], expression: Sql): Promise<unknown[]> {
  const given = rows(
    ['place', 'cell'],
    cells.map((cell, place) => [place, cell]),
  );
  const found = await engine.rows(
    sql`
      SELECT ${expression} AS v
      FROM (SELECT place, cell::VARCHAR AS cell, canon.figure(cell::VARCHAR) AS figure FROM ${given})
      ORDER BY place`.text,
  );
  return found.map((row) => row['v']);
}

async function expectReadings(
  expression: Sql,
  meant: readonly (readonly [cell: string | null, value: unknown])[],
): Promise<void> {
  const found = await readAll(
    meant.map(([cell]) => cell),
    expression,
  );
  expect(found.map((value, index) => [meant[index]?.[0], value])).toEqual(meant);
}

/** Yuan, in digits. @param power of ten of yuan that the column's unit is */
const yuan = (power: number) => sql`CAST(canon.figure_amount(figure, ${lit(power)}) AS VARCHAR)`;

/** A figure of a column of a unit: the plain unit, its power of ten, whether the column's own header says it. */
const inUnit = (unit: string, power: number, own: boolean) =>
  sql`canon.figure_value(figure, ${lit(unit)}, ${lit(power)}, ${lit(own)})`;

test('numbers as files write them', async () => {
  await expectReadings(sql`canon.read_number(cell)`, [
    ['90', 90],
    ['0', 0],
    [' 12 ', 12],
    ['　12.5　', 12.5],
    ['１２．５', 12.5],
    ['1,234,567.89', 1234567.89],
    ['１，２３４', 1234],
    ['1 234', 1234],
    ['1\u00a0234.5', 1234.5],
    ['95.1%', 95.1],
    ['95.1 ％', 95.1],
    ['2‰', 2],
    ['-3', -3],
    ['－３', -3],
    ['−3', -3],
    ['–3', -3],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['3.40207E+11', 340207000000],
    ['(1,234.5)', -1234.5],
    ['（12）', -12],
    ['△12', -12],
    ['12.5万', 125000],
    ['3亿', 300000000],
    ['5千', 5000],
    ['1,200元', 1200],
    ['5万元', 50000],
    ['12万余元', 120000],
    ['¥1,234.50', 1234.5],
    ['-¥5', -5],
    ['800人', 800],
    ['90分', 90],
    ['第四名', 4],
    ['第4', 4],
    ['并列第3名', 3],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['零', 0],
    ['两个', 2],
    ['第4名/109', 4],
    ['第４名／１０９', 4],
    ['4名/109名', 4],
    ['12萬元', 120000],
    ['3億', 300000000],
    ['12萬餘元', 120000],
    ['約5萬', 50000],
    ['兩個', 2],
    ['3顆星', 3],
    ['800戶', 800],
  ]);
});

test('what is no number is not guessed', async () => {
  const cells = [
    null,
    '',
    ' ',
    '—',
    '-',
    '+',
    '.',
    '%',
    'inf',
    '-Infinity',
    'nan',
    'NaN',
    '12-13',
    '1.2.3',
    '0x10',
    '1e',
    '1_000',
    '12 34',
    '90,5',
    '1.234,5',
    '1,2,3',
    '1,2345',
    '12%%',
    '(12',
    '—5',
    '▲12',
    '4/109',
    '第110名/109',
    '第四名/109/2',
    '一百',
    '一等奖',
    '三类',
    '四季度',
    '2023-03-31',
    '2023年4月6日',
    '1e999',
    '1e15',
    '99、98',
    '无',
    '12个月',
  ];
  await expectReadings(
    sql`canon.read_number(cell)`,
    cells.map((cell) => [cell, null]),
  );
});

test('the numeral one, alone in a cell, may be a dash; with a word beside it, it is a number', async () => {
  await expectReadings(sql`canon.read_number(cell)`, [
    ['一', null],
    ['第一', 1],
    ['一星', 1],
  ]);
});

test('marks that count', async () => {
  await expectReadings(sql`canon.read_number(cell)`, [
    ['√', 1],
    ['✓', 1],
    ['✔ ', 1],
    ['是', 1],
    ['有', 1],
    ['Y', 1],
    ['true', 1],
    ['×', 0],
    ['✗', 0],
    ['否', 0],
    ['☆', 0],
    ['★', 1],
    ['★★★', 3],
    ['★★★☆', 3],
    ['★ ★', 2],
    ['★ x3', 3],
    ['★×3', 3],
    ['3★', 3],
    ['三星', 3],
    ['五星级', 5],
    ['4颗星', 4],
  ]);
});

test('numbers that are not exact', async () => {
  await expectReadings(sql`canon.qualifier(figure)`, [
    ['12万余', 'at_least'],
    ['10多', 'at_least'],
    ['100余万元', 'at_least'],
    ['超30', 'at_least'],
    ['逾5000万元', 'at_least'],
    ['100以上', 'at_least'],
    ['≥60', 'at_least'],
    ['约100', 'about'],
    ['近100', 'about'],
    ['100左右', 'about'],
    ['不足50', 'below'],
    ['50以下', 'below'],
    ['<5', 'below'],
    ['50', null],
    ['5万元', null],
    ['缺考', null],
    ['約100', 'about'],
    ['12萬餘', 'at_least'],
  ]);
});

test('sums in a column of 万元, in yuan', async () => {
  await expectReadings(yuan(4), [
    ['1234.56', '12345600.00'],
    ['0.29', '2900.00'],
    ['12', '120000.00'],
    ['12万元', '120000.00'],
    ['12万', '120000.00'],
    ['800元', '800.00'],
    ['¥800', '800.00'],
    ['3亿', '300000000.00'],
    ['(1.5)', '-15000.00'],
    ['▲1.5', '-15000.00'],
    ['99999999999.99', '999999999999900.00'],
  ]);
});

test('sums in a column of 元, in yuan', async () => {
  await expectReadings(yuan(0), [
    ['1.005', '1.01'],
    ['12万', '120000.00'],
  ]);
});

test('what is no sum of 万元', async () => {
  const cells = ['5%', '12人', '第3', '√', '有', '★★', '1e30', '99999999999999'];
  await expectReadings(
    yuan(4),
    cells.map((cell) => [cell, null]),
  );
});

test('a unit in the cell is brought to that of the column', async () => {
  await expectReadings(inUnit('元', 4, true), [
    ['12万元', 12],
    ['12万', 12],
    ['800元', 0.08],
    ['12', 12],
  ]);
  await expectReadings(inUnit('人', 0, true), [['1.2万人', 12000]]);
});

test('another unit than that of the header is not guessed; a unit above the table may be of other columns', async () => {
  await expectReadings(inUnit('人', 0, true), [['12户', null]]);
  await expectReadings(inUnit('%', 0, true), [['5‰', null]]);
  await expectReadings(inUnit('元', 4, false), [
    ['12户', 12],
    ['12万元', 12],
  ]);
});

test('so many of so many is the first number, where the column is one of figures', async () => {
  await expectReadings(inUnit('分', 0, false), [
    ['4/109', 4],
    ['85.5/100', 85.5],
    ['４／１０９', 4],
    ['109/109名', 109],
    // a half, and what is no part of the other
    ['1/2', null],
    ['110/109', null],
    ['-4/109', null],
    ['2023/4/15', null],
    ['约4/109', 4],
  ]);
  await expectReadings(yuan(4), [['4/109', null]]);
});

test('marks of a missing value', async () => {
  const cells = [
    null,
    '',
    ' ',
    '　',
    '\t',
    '—',
    '——',
    '-',
    '－',
    '/',
    '／',
    '无',
    '缺考',
    '缺 考',
    '未评',
    '缺',
    '暫無',
    '未評定',
    '棄考',
    '不適用',
    ' — ',
    'N/A',
    'n/a',
    '#N/A',
    '…',
  ];
  await expectReadings(
    sql`canon.is_missing(cell)`,
    cells.map((cell) => [cell, true]),
  );
});

test('what is not the same as no value', async () => {
  const cells = ['0', '0.00', '零', '12元', '优', '无效', '#DIV/0!', '-1', '×', '否'];
  await expectReadings(
    sql`canon.is_missing(cell)`,
    cells.map((cell) => [cell, false]),
  );
});

test('text without the blanks at its ends', async () => {
  await expectReadings(sql`canon.plain_text(cell)`, [
    ['  青禾村　', '青禾村'],
    ['\u00a0青 禾村\n', '青 禾村'],
    ['　', null],
  ]);
});

const wide = (text: string) =>
  text.replaceAll(/[-\d.,%]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const parted = (text: string, mark: string) => {
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, mark);
  return fraction === undefined ? groups : `${groups}.${fraction}`;
};

/** Decimals with up to nine digits before and six after the point. */
const decimal = fc
  .tuple(fc.boolean(), fc.nat(999_999_999), fc.option(fc.nat(999_999)))
  .map(([negative, whole, fraction]) => {
    const text = fraction === null ? String(whole) : `${whole}.${fraction}`;
    return negative ? `-${text}` : text;
  });

const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  wide,
  (text) => ` ${text}\u3000`,
  (text) => `${text}%`,
  (text) => parted(text, ','),
  (text) => parted(text, ' '),
  (text) => wide(parted(text, ',')),
  (text) => (text.startsWith('-') ? `(${text.slice(1)})` : `+${text}`),
  (text) => text.replace('-', '−'),
  (text) => `约${text}`,
];

test('however a number is written, it reads as the nearest double of its digits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 20 }), async (numbers) => {
      const cells = numbers.flatMap((text) => spellings.map((spell) => spell(text)));
      const meant = numbers.flatMap((text) => spellings.map(() => Number(text)));
      expect(await readAll(cells, sql`canon.read_number(cell)`)).toEqual(meant);
    }),
    { numRuns: 25 },
  );
});

test('whatever the unit, a sum of money is exact to the hundredth', async () => {
  const sums = fc.tuple(fc.bigInt(0n, 99_999_999_999n), fc.constantFrom(2, 3, 4, 6));
  await fc.assert(
    fc.asyncProperty(fc.array(sums, { minLength: 1, maxLength: 20 }), async (list) => {
      const texts = list.map(([digits, places]) => {
        const padded = String(digits).padStart(places + 1, '0');
        return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
      });
      // in hundredths of a yuan, rounded half up
      const meant = list.map(([digits, places]) => {
        const scale = 10n ** BigInt(places);
        const hundredths = (2n * digits * 1_000_000n + scale) / (2n * scale);
        const text = String(hundredths).padStart(3, '0');
        return `${text.slice(0, -2)}.${text.slice(-2)}`;
      });
      expect(await readAll(texts, yuan(4))).toEqual(meant);
      const named = texts.map((text) => `${text}万元`);
      expect(await readAll(named, yuan(4))).toEqual(meant);
    }),
    { numRuns: 25 },
  );
});

test('numerals up to 99', async () => {
  const cells = numerals.map((numeral) => `第${numeral}名`);
  expect(await readAll(cells, sql`canon.read_number(cell)`)).toEqual(
    numerals.map((_, index) => index + 1),
  );
});

test('no cell stops the reading', async () => {
  const cell = fc.string({
    unit: fc.constantFrom(...'0123456789.,-+eE%()（）万元十一★√约余 ¥'),
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 50 }), async (cells) => {
      const found = await readAll(cells, sql`canon.read_number(cell)`);
      expect(found.every((one) => one === null || Number.isFinite(one))).toBe(true);
    }),
    { numRuns: 40 },
  );
});
