import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerPeriod, periodOrigin, readPeriod, readYear } from '../../../src/ingest/period';
import type { DateCadence } from '../../../src/model/mapping';
import { cellForms, readPeriodCell, runsOverTwoYears } from '../../../src/ingest/period-cell';
import {
  makePeriod,
  makeRound,
  periodOfId,
  periodsInYear,
  type Cadence,
  type Period,
} from '../../../src/model/period';

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
  ['2023第4季度', '2023Q4'],
  ['2023年四季度末', '2023Q4'],
  ['Q3 2023', '2023Q3'],
  ['2023年第三季', '2023Q3'],
  ['2023年1-6月', '2023H1'],
  ['2023年1—2月', '2023B1'],
  ['2023年11-12月', '2023B6'],
  ['2023年1至12月', '2023'],
  ['202304', '2023M04'],
  ['2023/04', '2023M04'],
  ['2023年4月份', '2023M04'],
  ['23年', '2023'],
  ['23年一季度', '2023Q1'],
  ['二〇二三年', '2023'],
  ['二○二三年第二季度', '2023Q2'],
  ['第15轮', 'R15'],
  ['第十五轮', 'R15'],
  ['第15輪', 'R15'],
  ['2023年第三轮', '2023R03'],
])('%s is %s', (text, id) => {
  expect(readPeriod(text)?.id).toBe(id);
});

const anyYear = fc.integer({ min: 1900, max: 2099 });
const timed: Cadence[] = ['month', 'bimonth', 'quarter', 'half', 'year'];
const anyPeriod: fc.Arbitrary<Period | null> = fc.oneof(
  fc
    .record({ cadence: fc.constantFrom(...timed), year: anyYear, number: fc.nat(11) })
    .map(({ cadence, year, number }) =>
      makePeriod(cadence, year, (number % periodsInYear(cadence)) + 1),
    ),
  fc
    .record({ year: fc.option(anyYear), number: fc.integer({ min: 1, max: 120 }) })
    .map(({ year, number }) => makeRound(year, number)),
);

test('the id of every period is read as that period, whatever year is given', () => {
  fc.assert(
    fc.property(anyPeriod, fc.option(anyYear), (period, year) => {
      expect(readPeriod(period?.id ?? '', year)).toEqual(period);
    }),
  );
});

test.each(['R1', 'R00', '2023M3', '2023M13', '2023B7', '1023', 'B1', ''])(
  '%j is the id of no period',
  (text) => {
    expect(periodOfId(text)).toBeNull();
  },
);

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
  '2023年1-5月',
  '2023年1-9月',
  '2023年前三季度',
  '2023-2024学年第一学期',
  '2022-2024年度',
  '2022-2023年',
  '2023年与2022年比较',
  '建党20年',
  '四季青街道',
  '1-3',
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

/** A cell of a column whose other cells are these, rolled to a cadence. */
const inColumn = (
  text: string,
  year: number | null,
  others: readonly string[] = [],
  cadence: DateCadence = 'month',
) => {
  const found = readPeriodCell(text, year, cellForms([text, ...others], cadence));
  return found === null || found === 'several' ? found : found.id;
};

test.each([
  ['20230406', '2023M04'],
  ['2023/4/6', '2023M04'],
  ['2023-04-06 00:00:00', '2023M04'],
  ['2023-04-06T08:30:00Z', '2023M04'],
  ['2023年4月6日', '2023M04'],
  ['２０２３.４.６', '2023M04'],
  ['45022', '2023M04'],
  ['45022.5', '2023M04'],
  ['2023 年 4 月 6 日', '2023M04'],
  ['2023.7-9', '2023Q3'],
  ['4/15/2023', '2023M04'],
  ['15.4.2023', '2023M04'],
  ['4/4/2023', '2023M04'],
  ['一季度', '2023Q1'],
  ['2023年度', '2023'],
  ['2023全年', '2023'],
  ['FY2023', '2023'],
  ['2023—2024学年', '2023'],
  ['2023-2024', '2023'],
  ['2023/24', '2023'],
  ['2011-12', '2011M12'],
])('in a column of periods, %s is %s', (text, id) => {
  expect(inColumn(text, 2023)).toBe(id);
});

test.each(['20231306', '99999', '12', '1234567', '2023-02-30', '13/13/2023', '2023-25'])(
  '%s is no period in a column',
  (text) => {
    expect(inColumn(text, null)).toBeNull();
  },
);

test.each([
  ['quarter', '2023-05-31', '2023Q2'],
  ['half', '2023-07-01', '2023H2'],
  ['year', '2023-12-31', '2023'],
] as const)('days are rolled to the %s', (cadence, text, id) => {
  expect(inColumn(text, null, [], cadence)).toBe(id);
});

test('a date that can be read in two ways takes the order that the column shows, and is else left', () => {
  expect(inColumn('4/5/2023', null)).toBe('several');
  expect(inColumn('4/5/2023', null, ['4/15/2023'])).toBe('2023M04');
  expect(inColumn('4/5/2023', null, ['15/4/2023'])).toBe('2023M05');
  expect(inColumn('4/5/2023', null, ['15/4/2023', '4/15/2023'])).toBe('several');
  // both ways are of one quarter
  expect(inColumn('4/5/2023', null, [], 'quarter')).toBe('2023Q2');
});

test('2011-12 is a year of two where the cells beside it are', () => {
  expect(inColumn('2011-12', null, ['2012-13'])).toBe('2011');
});

test.each([
  ['2023-2024学年', true],
  ['2023-2024年度村居考核', true],
  ['School Year 2023-24', true],
  ['FY2023/24', true],
  ['2023年度', false],
  ['2022-2024年', false],
])('%s runs over two years: %s', (text, runs) => {
  expect(runsOverTwoYears(text)).toBe(runs);
});

test.each([
  ['经营性收入 2022年', '2022', '经营性收入'],
  ['2022年经营性收入', '2022', '经营性收入'],
  ['一季度', '2023Q1', ''],
  ['第二季度得分', '2023Q2', '得分'],
  ['1月', '2023M01', ''],
  ['2023-24学年招生数', '2023', '招生数'],
  ['2022', '2022', ''],
])('the header %j names %s and leaves %j', (header, id, rest) => {
  expect(headerPeriod(header, 2023)).toMatchObject({ period: { id }, rest });
});

test.each(['2023年比2022年增长', '上年星级', '本期累计', '前三季度得分', '年龄'])(
  'the header %j names no single period',
  (header) => {
    expect(headerPeriod(header, 2023)).toBeNull();
  },
);

const origin = (preamble: string[], sheet: string | null, file: string) => {
  const found = periodOrigin({ preamble, sheet, file });
  return found && [found.period, found.from, found.text].join(' ');
};

test.each([
  ['一季度', '2023年季度考评结果.xlsx', '2023Q1 sheet 一季度'],
  ['2022年四季度', '2023年考评.xlsx', '2022Q4 sheet 2022年四季度'],
  ['Sheet1', '2023年第一季度.xlsx', '2023Q1 file 2023年第一季度'],
  ['2023年', '2023年第一季度.xlsx', '2023Q1 file 2023年第一季度'],
  ['2023年', '村集体经济.xlsx', '2023 sheet 2023年'],
  [null, '2023年上半年.csv', '2023H1 file 2023年上半年'],
  ['一季度', '考评.xlsx', null],
] as const)('the sheet %s of %s says %s', (sheet, file, said) => {
  expect(origin([], sheet, file)).toBe(said);
});

test('the title goes before the sheet and the file, and lends its year to them', () => {
  expect(origin(['云岭镇2023年第二季度考评'], '一季度', '2022年.xlsx')).toBe(
    '2023Q2 title 云岭镇2023年第二季度考评',
  );
  expect(origin(['2023年考评得分表'], '一季度', '考评.xlsx')).toBe('2023Q1 sheet 一季度');
  expect(origin(['第二季度考评'], 'Sheet1', '2023年.xlsx')).toBe('2023Q2 title 第二季度考评');
});

test('a period over two years is that of the first, and no quarter is a part of it', () => {
  expect(origin(['2023-2024年度考核结果'], 'Sheet1', '考核.xlsx')).toBe(
    '2023 title 2023-2024年度考核结果',
  );
  expect(origin(['2023-2024学年'], '一季度', '考核.xlsx')).toBeNull();
});

test('the day on which a table was filled in is not its period', () => {
  expect(origin(['填报日期：2024年1月5日'], 'Sheet1', '2023年第四季度_20240105.xlsx')).toBe(
    '2023Q4 file 2023年第四季度_20240105',
  );
  expect(origin(['2024-01-05'], null, '考评.csv')).toBeNull();
});
