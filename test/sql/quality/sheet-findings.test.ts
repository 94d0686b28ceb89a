import { beforeAll, expect, test } from 'vitest';
import type { Correction } from '../../../src/model/correction';
import { sheetFindings } from '../../../workers/quality';
import { QualityEngine } from './quality-engine';

let engine: QualityEngine;

beforeAll(async () => {
  engine = await QualityEngine.start();
});

async function findingsOf(name: string, text: string, corrections: readonly Correction[] = []) {
  const { sheets, tables } = await engine.load(name, text);
  const found = [];
  for (const sheet of sheets) {
    const own = tables.filter(({ sheetId }) => sheetId === sheet.id);
    found.push(...(await sheetFindings(engine.connection, sheet, own, corrections)));
  }
  return found;
}

test('a report with a title, units, ranks and a total: what is wrong, at its cell', async () => {
  const rows = ['95,1,"1,200.5"', '94,2,800', '93,3,700', '87,4,６００', '87,5,500', '80,6,1.2万'];
  const text = [
    '2023年第一季度考评结果（共7个村）,,,,',
    '单位：元,,,,',
    '序号,村名,综合得分,名次,奖励金(元)',
    ...rows.map((row, at) => `${at + 1},第${'一二三四五六'.charAt(at)}村,${row}`),
    ',合计,,,15810.5',
  ].join('\n');
  expect(await findingsOf('考评.csv', text)).toMatchObject([
    {
      code: 'total_mismatch',
      file: '考评.csv',
      row: 10,
      column: 'E',
      value: '合计',
      detail: { printed: 15810.5, sum: 15800.5, difference: 10, rows: 6 },
    },
    { code: 'rank_tie_split', row: 7, column: 'D', detail: { ranks: '4、5' } },
    { code: 'count_mismatch', row: 1, detail: { said: 7, rows: 6 } },
  ]);
});

test('a table that is right in all of this gives nothing', async () => {
  const rows = Array.from(
    { length: 20 },
    (_, at) => `${at + 1},第${at + 1}村,${95 - at},${at + 1}`,
  );
  const text = ['2023年第一季度考评结果（共20个村）,,,', '序号,村名,得分,名次', ...rows].join('\n');
  expect(await findingsOf('考评.csv', text)).toEqual([]);
});

test('a total is checked against the cells as they were corrected', async () => {
  const text = '村名,户数\n青禾村,10\n柳塘村,2\n荷田村,30\n合计,60\n';
  const cell = {
    file: '户数.csv',
    sheet: null,
    row: 3,
    column: 2,
    header: '户数',
    note: '',
    at: '',
  };
  const codes = async (was: string) =>
    (await findingsOf('户数.csv', text, [{ ...cell, was, value: '20' }])).map(({ code }) => code);
  expect(await codes('2')).toEqual([]);
  // a file that now holds another value there is not corrected
  expect(await codes('3')).toEqual(['total_mismatch']);
});

test('ranks of a long table are checked in little more than its length', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `村${at},${20_000 - at},${at + 1}`);
  rows[17] = '村17,1.5,18';
  const text = ['村名,得分,名次', ...rows].join('\n');
  expect(await findingsOf('long.csv', text)).toMatchObject([
    { code: 'rank_contradicts', row: 19, value: '村17' },
  ]);
});

test('a rank that says of how many it is, is checked as a rank', async () => {
  const rows = [
    '青禾村,95,1/109',
    '柳塘村,94,第2名/109',
    '荷田村,93,５／109',
    '星汉村,92,4／109',
    '听蛙村,91,5/109',
  ];
  const text = ['村名,得分,名次', ...rows].join('\n');
  expect((await findingsOf('名次.csv', text)).map(({ code, row }) => [code, row])).toContainEqual([
    'rank_shared',
    6,
  ]);
});

test('a table too large to be checked at once is passed over with a word', async () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const rows = Array.from({ length: 40_000 }, (_, at) => `${at},${letters.join(',')}`);
  const text = [`id,${letters.join('x,')}`, ...rows].join('\n');
  expect(await findingsOf('large.csv', text)).toMatchObject([
    { code: 'checks_skipped', file: 'large.csv', count: 40_000 },
  ]);
});
