import { beforeAll, expect, test } from 'vitest';
import { lit, sql, type Sql } from '../../../src/sql/sql';
import { TestEngine } from '../test-engine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

const valueOf = async (expression: Sql) =>
  (await engine.rows(sql`SELECT ${expression} AS v`.text))[0]?.['v'];
const readNumber = (cell: string | null) => valueOf(sql`canon.read_number(${lit(cell)}::VARCHAR)`);
const isMissing = (cell: string | null) => valueOf(sql`canon.is_missing(${lit(cell)}::VARCHAR)`);

test.each([
  ['90', 90],
  ['0', 0],
  [' 12 ', 12],
  ['　12.5　', 12.5],
  ['１２．５', 12.5],
  ['1,234,567.89', 1234567.89],
  ['１，２３４', 1234],
  ['95.1%', 95.1],
  ['95.1 ％', 95.1],
  ['-3', -3],
  ['－３', -3],
  ['+3', 3],
  ['.5', 0.5],
  ['5.', 5],
  ['1e3', 1000],
  ['3.40207E+11', 340207000000],
])('%j reads as %d', async (cell, value) => {
  expect(await readNumber(cell)).toBe(value);
});

test.each([
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
  '12元',
  '约12',
  '12-13',
  '1.2.3',
  '0x10',
  '1e',
  '1_000',
  '1 234',
  '90,5',
  '1,2,3',
  'TRUE',
  '12%%',
  '一百',
  '2023-03-31',
  '1e999',
  '99、98',
])('%j is no number', async (cell) => {
  expect(await readNumber(cell)).toBeNull();
});

test.each([
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
  '无',
  '缺考',
  '缺',
  ' — ',
  'N/A',
  '#N/A',
  '…',
])('%j means that there is no value', async (cell) => {
  expect(await isMissing(cell)).toBe(true);
});

test.each(['0', '0.00', '零', '12元', '优', '无效', '#DIV/0!', '-1'])(
  '%j is not the same as no value',
  async (cell) => {
    expect(await isMissing(cell)).toBe(false);
  },
);

test.each([
  ['  青禾村　', '青禾村'],
  ['\u00a0青 禾村\n', '青 禾村'],
  ['　', null],
])('%j without the blanks at its ends is %j', async (cell, text) => {
  expect(await valueOf(sql`canon.plain_text(${lit(cell)})`)).toBe(text);
});
