import { expect, test } from 'vitest';
import { checkedTable, found, problems } from './checked';

const names = Array.from({ length: 12 }, (_, index) => `第${index + 1}村`);

test('the row where the quarters are not the year', () => {
  const rows = names.map((name, at) => `${name} ${at} 2 3 4 ${at + 9 + (at === 5 ? 1 : 0)}`);
  expect(found(checkedTable('村名 一季度 二季度 三季度 四季度 全年得星', rows))).toMatchObject([
    { code: 'parts_mismatch', row: 7, column: 'F', value: '第6村', detail: { whole: 15, sum: 14 } },
  ]);
});

test('points of before, added and taken off', () => {
  const rows = names.map(
    (name, at) =>
      `${name} ${at * 3} ${at + 2} ${at % 3} ${at * 4 + 2 - (at % 3) + (at === 3 ? 5 : 0)}`,
  );
  expect(problems(checkedTable('户名 上期 加分 扣分 本期累计', rows))).toEqual([
    'parts_mismatch 5 E',
  ]);
});

test('weighted parts, as their headers say', () => {
  const rows = names.map((name, at) => {
    const [visit, mended] = [80 + at, 70 + ((at * 7) % 9)];
    return `${name} ${visit} ${mended} ${(visit * 0.9 + mended * 0.1 + (at === 2 ? 2 : 0)).toFixed(1)}`;
  });
  const table = checkedTable('村名 实地考评分(占90%) 整改分(占10%) 综合得分', rows);
  expect(problems(table)).toEqual(['parts_mismatch 4 D']);
});

test('a part that is more than its whole', () => {
  const rows = names.map((name, at) => `${name} ${10 + at} ${at === 4 ? 99 : at}`);
  expect(problems(checkedTable('村名 经营性收入(万元) 其中:发包(万元)', rows))).toEqual([
    'parts_exceed 6 C',
  ]);
});

test.each([
  [
    'columns that have nothing to do with each other',
    '村名 户数 人口 党员',
    (at: number) => `${50 + at * 3} ${170 + at * 11} ${20 + ((at * 7) % 5)}`,
  ],
  [
    'parts that are not all there',
    '村名 收入(万元) 其中:发包(万元) 其中:租赁(万元)',
    (at: number) => `${20 + at} ${at} ${(at * 5) % 7}`,
  ],
  ['columns of zeros', '村名 甲 乙 合计', () => '0 0 0'],
  [
    'sums that hold in half of the rows',
    '村名 甲 乙 丙',
    (at: number) => `${at} ${at} ${at % 2 ? at * 2 : at}`,
  ],
])('no alarm over %s', (_, header, row) => {
  expect(
    problems(
      checkedTable(
        header,
        names.map((name, at) => `${name} ${row(at)}`),
      ),
    ),
  ).toEqual([]);
});

test('shares of a row, and shares of a column', () => {
  const rows = names.map(
    (name, at) =>
      `${name} ${(30 + at).toFixed(1)} ${(50 - at).toFixed(1)} ${at === 8 ? '25.0' : '20.0'}`,
  );
  expect(problems(checkedTable('村名 好(%) 较好(%) 一般(%)', rows))).toEqual([
    'shares_mismatch 10 B',
  ]);
  const column = ['甲镇 33.3', '乙镇 33.3', '丙镇 35.4'];
  expect(found(checkedTable('镇 占比(%)', column))).toMatchObject([
    { code: 'shares_mismatch', column: 'B', detail: { sum: 102 } },
  ]);
  expect(problems(checkedTable('镇 占比(%)', ['甲镇 33.3', '乙镇 33.3', '丙镇 33.3']))).toEqual([]);
});

test.each([
  ['全镇25个村参加考核', ['count_mismatch 100']],
  ['There are 13 villages in all.', ['count_mismatch 100']],
  ['共计12个村', []],
  ['其中3个村未参评，共11个村未达标', []],
  ['10个村、2个社区参加考评', []],
  ['2023年第4季度', []],
  ['涉及党员3500人', []],
  ['奖励前11名', []],
])('over 12 villages, “%s” gives %j', (text, expected) => {
  const rows = names.map((name) => `${name} ·`);
  const numbers = text.includes('25') ? Array.from({ length: 24 }, (_, at) => `第${at}村 ·`) : rows;
  expect(problems(checkedTable('村名 备注', numbers, [text]))).toEqual(expected);
});

test('a row entered twice, and a village named twice', () => {
  const rows = names.map((name, at) => `${at + 1} ${name} ${80 + at} ${at}`);
  const twice = [...rows, `13 第2村 81 1`, `14 第3村 60 9`];
  expect(found(checkedTable('序号 村名 得分 件数', twice))).toMatchObject([
    { code: 'row_repeated', row: 14, detail: { other: 3 } },
    { code: 'subject_repeated', row: 15, column: 'B', value: '第3村', detail: { other: 4 } },
  ]);
});

test.each([
  ['villages of one name in two towns', '镇 村名 得分', ['甲镇 前进村 80', '乙镇 前进村 81']],
  ['a village in each period', '考核期 村名 得分', ['一季度 前进村 80', '二季度 前进村 81']],
  [
    'a list with several rows a village',
    '村名 问题 件数',
    ['前进村 环境 1', '前进村 台账 2', '前进村 公示 3', '青禾村 环境 1'],
  ],
  [
    'groups that give the town',
    '村名 得分 件数',
    ['组|甲镇 · ·', '前进村 80 1', '组|乙镇 · ·', '前进村 80 1'],
  ],
])('no alarm over %s', (_, header, rows) => {
  expect(problems(checkedTable(header, rows))).toEqual([]);
});
