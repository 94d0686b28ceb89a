import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkedTable, found, problems } from './checked';

const head = '村名 户数 收入(万元)';

test('a total that is not the sum of its rows, with what it should be', () => {
  const table = checkedTable(head, [
    '青禾村 10 1.5',
    '柳塘村 20 2.5',
    '荷田村 30 3.5',
    '计|合计 61 7.5',
  ]);
  expect(found(table)).toMatchObject([
    {
      code: 'total_mismatch',
      row: 5,
      column: 'B',
      value: '合计',
      detail: { printed: 61, sum: 60, difference: 1, rows: 3, header: '户数' },
    },
  ]);
});

test.each([
  [
    'subtotals of sections and their sum',
    [
      '甲村 1 2',
      '乙村 3 4',
      '计|小计 4 6',
      '丙村 5 6',
      '丁村 7 8',
      '计|小计 12 14',
      '计|合计 16 20',
    ],
  ],
  ['a total that stands first', ['计|合计 9 6', '甲村 2 1', '乙村 3 2', '丙村 4 3']],
  [
    'subtotals that stand first',
    [
      '组|甲镇 · ·',
      '计|小计 5 3',
      '甲村 2 1',
      '乙村 3 2',
      '组|乙镇 · ·',
      '计|小计 9 7',
      '丙村 4 3',
      '丁村 5 4',
      '计|合计 14 10',
    ],
  ],
  [
    'a subtotal of one row',
    ['甲村 1 2', '计|小计 1 2', '乙村 3 4', '丙村 1 1', '计|小计 4 5', '计|合计 5 7'],
  ],
  [
    'rows that are part of the one above them',
    ['甲村 10 5', '其中:一组 4 2', '乙村 3 2', '丙村 2 2', '计|合计 15 9'],
  ],
  [
    'hidden rows that a spreadsheet adds up',
    ['甲村 1 2', '藏|乙村 3 4', '丙村 5 6', '计|合计 9 12'],
  ],
  [
    'amounts whose parts were rounded',
    ['甲村 1 0.33', '乙村 1 0.33', '丙村 1 0.33', '计|合计 3 1.00'],
  ],
  ['a total rounded to fewer digits', ['甲村 1 0.33', '乙村 1 0.32', '丙村 1 0.38', '计|合计 3 1']],
  [
    'a blank, and a number that is a lower bound',
    ['甲村 5 2', '乙村 · 20余', '丙村 2 1', '计|合计 7 30'],
  ],
  ['a mean among sums', ['甲村 5 80.5', '乙村 6 90.5', '丙村 7 85.5', '计|合计 18 85.5']],
  [
    'figures under a total that are no sums',
    ['甲村 5 2', '乙村 6 3', '计|合计 11 5', '计|户均 5.5 2.5', '计|比上年增长 11 5.1'],
  ],
  ['totals of another year', ['甲村 5 2', '乙村 6 3', '计|合计 11 5', '计|上年合计 10 4']],
])('no alarm over %s', (_, rows) => {
  expect(problems(checkedTable(head, rows))).toEqual([]);
});

test('only the column that is off is told, in the section that it stands for', () => {
  const rows = [
    '甲村 1 2',
    '乙村 3 4',
    '计|小计 4 6',
    '丙村 5 6',
    '丁村 7 8',
    '计|小计 13 14',
    '计|合计 16 20',
  ];
  expect(problems(checkedTable(head, rows))).toEqual(['total_mismatch 7 B']);
});

/** As many rows of a column as given, of 4,001 each, and their total with what it is off by. */
function many(count: number, off: number): string[] {
  const rows = Array.from({ length: count }, (_, at) => `第${at + 1}村 4001`);
  return [...rows, `计|合计 ${4001 * count + off}`];
}

test('a total of many rounded parts may be off by what their rounding comes to, and no more', () => {
  // 42 parts: ±6.5 by chance at 3.5 deviations, ±21 if all were rounded the same way
  expect(problems(checkedTable('部门 投入', many(42, 2)))).toEqual([]);
  expect(problems(checkedTable('部门 投入(万元)', many(42, 6)))).toEqual([]);
  expect(problems(checkedTable('部门 投入(万元)', many(42, 12)))).toEqual(['total_mismatch 44 B']);
});

test.each(['人口(人)', '户数', '参评人数', 'Households'])('a total of %s is exact', (header) => {
  expect(problems(checkedTable(`村名 ${header}`, many(42, 1)))).toEqual(['total_mismatch 44 B']);
});

test('a slip of the decimal point in the only column', () => {
  const rows = ['甲村 12.50', '乙村 33.10', '丙村 40.40', '计|合计 860.0'];
  expect(problems(checkedTable('村名 收入(万元)', rows))).toEqual(['total_mismatch 5 B']);
});

test.each(['名次', '完成率(%)', '同比(%)', '人均收入(元)', '单价(元)'])(
  'the column %s is not added up',
  (header) => {
    const rows = ['甲村 1 4', '乙村 2 9', '丙村 3 8', '计|合计 6 11'];
    expect(problems(checkedTable(`村名 户数 ${header}`, rows))).toEqual([]);
  },
);

test('a mean that is none of its rows; one that is truncated is right', () => {
  const rows = ['甲村 80 7', '乙村 81 7', '丙村 81 8', '计|平均 80.66 7.9'];
  expect(found(checkedTable('村名 得分 满意度', rows))).toMatchObject([
    { code: 'mean_mismatch', row: 5, column: 'C', detail: { printed: 7.9, rows: 3 } },
  ]);
});

test('no alarm over any table whose totals were added up and rounded', () => {
  const amount = fc.integer({ min: 0, max: 99_999_999 });
  const row = fc.tuple(fc.integer({ min: 0, max: 5_000 }), amount);
  const sections = fc.array(fc.array(row, { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(sections, fc.integer({ min: 0, max: 3 }), (parts, digits) => {
      const line = (name: string, [count, money]: [number, number]) =>
        `${name} ${count} ${(money / 10_000).toFixed(digits)}`;
      const add = (rows: [number, number][]) =>
        rows.reduce(([a, b], [c, d]): [number, number] => [a + c, b + d], [0, 0]);
      let number = 0;
      const rows = parts.flatMap((part) => [
        ...part.map((one) => line(`第${(number += 1)}村`, one)),
        `计|${line('小计', add(part))}`,
      ]);
      const table = checkedTable(head, [...rows, `计|${line('合计', add(parts.flat()))}`]);
      expect(problems(table)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
