import { afterEach, beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';
import { workbook } from '../workbook';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});
afterEach(() => engine.clear());

test('each visible sheet with cells is a table; rows keep their numbers', async () => {
  const { tables, findings } = await engine.load(
    '2023年考评.xlsx',
    workbook({
      一季度: [
        ['2023年第一季度'],
        [],
        ['村名', '得分'],
        ['青禾村', 89.995],
        [],
        ['柳塘村', '缺考'],
      ],
      空: [],
      二季度: [
        ['村名', '得分'],
        ['青禾村', 91],
      ],
    }),
  );
  expect(tables.map(({ sheet, range, rows }) => [sheet, range, rows])).toEqual([
    ['一季度', 'A3:B6', 2],
    ['二季度', 'A1:B2', 1],
  ]);
  expect(await engine.raw(tables[0])).toEqual([
    { source_row: 4, 村名: '青禾村', 得分: '89.995' },
    { source_row: 6, 村名: '柳塘村', 得分: '缺考' },
  ]);
  expect(findings).toMatchObject([
    { code: 'sheet_empty', file: '2023年考评.xlsx', sheet: '空' },
    { code: 'row_blank', sheet: '一季度', row: 5 },
  ]);
});

test('a header that runs over two lines in its cell', async () => {
  const { tables } = await engine.load(
    '经济.xlsx',
    workbook({
      表: [
        ['村名', '经营性\n收入\n(万元)'],
        ['青禾村', 1],
      ],
    }),
  );
  expect(await engine.raw(tables[0])).toEqual([
    { source_row: 2, 村名: '青禾村', '经营性\n收入\n(万元)': '1' },
  ]);
});

test('a workbook without any cell is refused as no table', async () => {
  expect(await engine.refusal('空.xlsx', workbook({ 表: [] }))).toMatchObject({
    code: 'file_no_table',
  });
});

test('two workbooks one after the other keep their own rows', async () => {
  const first = await engine.load(
    '一.xlsx',
    workbook({
      表: [
        ['村名', '得分'],
        ['青禾村', 1],
      ],
    }),
  );
  const second = await engine.load(
    '二.xlsx',
    workbook({
      表: [
        ['村名', '得分'],
        ['柳塘村', 2],
      ],
    }),
  );
  expect(await engine.raw(first.tables[0])).toEqual([{ source_row: 2, 村名: '青禾村', 得分: '1' }]);
  expect(await engine.raw(second.tables[0])).toEqual([
    { source_row: 2, 村名: '柳塘村', 得分: '2' },
  ]);
});

test('a file that is removed takes its tables with it', async () => {
  await engine.load(
    '一.xlsx',
    workbook({ 甲: [['村名'], ['青禾村']], 乙: [['村名'], ['柳塘村']] }),
  );
  await engine.clear();
  expect(await engine.rawTables()).toEqual([]);
});
