import { expect, test } from 'vitest';
import { periodOrigin, readPeriod, readYear } from '../../../src/ingest/period';

test.each([
  ['2023年第一季度', '2023Q1'],
  ['2023年1季度', '2023Q1'],
  ['2023年四季度考评结果', '2023Q4'],
  ['2023Q1', '2023Q1'],
  ['2023 q3', '2023Q3'],
  ['２０２３年第３季度', '2023Q3'],
  ['2023.1-3', '2023Q1'],
  ['2023年4月至6月', '2023Q2'],
  ['2023年10—12月', '2023Q4'],
  ['2023年上半年', '2023H1'],
  ['2023年下半年', '2023H2'],
  ['2023H2', '2023H2'],
  ['2023年3月', '2023M03'],
  ['2023年十一月', '2023M11'],
  ['2023年12月', '2023M12'],
  ['2023-03', '2023M03'],
  ['2023/10', '2023M10'],
  ['2023M07', '2023M07'],
  ['2023年度', '2023'],
  ['2023', '2023'],
])('%s is %s', (text, id) => {
  expect(readPeriod(text)?.id).toBe(id);
});

test.each(['2023-03-31', '2023-04-06', '2023年7月9日'])('the date %s is in its month', (text) => {
  expect(readPeriod(text)?.cadence).toBe('month');
});

test.each([
  '990101002023',
  '341523002199',
  '第一季度',
  '村居名册',
  '',
  '2023年13月',
  '18920230101',
])('%j names no period', (text) => {
  expect(readPeriod(text)).toBeNull();
});

test('a part of a year takes the year that is given', () => {
  expect(readPeriod('一季度', 2022)?.id).toBe('2022Q1');
  expect(readPeriod('2023年一季度', 2022)?.id).toBe('2023Q1');
  expect(readPeriod('名册', 2022)).toBeNull();
});

test('a period has the first and last day of its months', () => {
  expect(readPeriod('2024年第一季度')).toMatchObject({ starts: '2024-01-01', ends: '2024-03-31' });
  expect(readPeriod('2024年2月')).toMatchObject({ starts: '2024-02-01', ends: '2024-02-29' });
});

test('a year stands alone, not within a code', () => {
  expect(readYear('鸠江2023年季度考评结果.xlsx')).toBe(2023);
  expect(readYear('990101002023')).toBeNull();
});

test.each([
  [
    { sheet: '一季度', file: '2023年季度考评结果.xlsx' },
    { period: '2023Q1', from: 'sheet', text: '一季度' },
  ],
  [
    { sheet: '2022年四季度', file: '2023年考评.xlsx' },
    { period: '2022Q4', from: 'sheet', text: '2022年四季度' },
  ],
  [
    { sheet: 'Sheet1', file: '2023年第一季度.xlsx' },
    { period: '2023Q1', from: 'file', text: '2023年第一季度' },
  ],
  [
    { sheet: '2023年', file: '2023年第一季度.xlsx' },
    { period: '2023Q1', from: 'file', text: '2023年第一季度' },
  ],
  [
    { sheet: '2023年', file: '村集体经济.xlsx' },
    { period: '2023', from: 'sheet', text: '2023年' },
  ],
  [
    { sheet: null, file: '2023年上半年.csv' },
    { period: '2023H1', from: 'file', text: '2023年上半年' },
  ],
  [{ sheet: '一季度', file: '考评.xlsx' }, null],
] as const)('%j says the period of a table', (place, origin) => {
  expect(periodOrigin(place)).toEqual(origin);
});
