import { expect, test } from 'vitest';
import { mapColumn, matchColumns } from '../../../src/ingest/match-columns';
import { sourceTable } from '../source';

/** `header: role` of every column, with the indicator's name or the unit after it. */
function match(headers: string, texts = ''): string[] {
  const table = sourceTable(headers.split('|'), { texts: texts.split('|') });
  return matchColumns(table).columns.map(({ column, role, indicator, unit }) =>
    [column, role, indicator, unit].filter((word) => word !== undefined).join(' '),
  );
}

test('the monthly sheet of unannounced visits', () => {
  expect(
    match('名次|村(居)|本月各级暗访情况|考评成绩|奖励金(元)', '村(居)|本月各级暗访情况'),
  ).toEqual([
    '名次 ignore',
    '村(居) name',
    '本月各级暗访情况 ignore',
    '考评成绩 indicator 考评成绩',
    '奖励金(元) ignore',
  ]);
});

test('the sheet of stars over the year', () => {
  const headers = '序号|类别|镇(街道)|村(社区)|一季度|二季度|三季度|四季度|全年得星|年度星级|备注';
  expect(match(headers, '类别|镇(街道)|村(社区)|年度星级|备注')).toEqual([
    '序号 ignore',
    '类别 track',
    '镇(街道) town',
    '村(社区) name',
    '一季度 indicator 一季度',
    '二季度 indicator 二季度',
    '三季度 indicator 三季度',
    '四季度 indicator 四季度',
    '全年得星 ignore',
    '年度星级 ignore',
    '备注 ignore',
  ]);
});

test('the sheet of five named stars, marked with ticks', () => {
  const marks = '支部过硬星|产业兴旺星|生态宜居星|平安法治星|文明幸福星|一票否决情形';
  const found = match(`序号|乡镇|村名|${marks}`, `乡镇|村名|${marks}`);
  expect(found.slice(0, 3)).toEqual(['序号 ignore', '乡镇 town', '村名 name']);
  expect(found.slice(3).every((column) => column.endsWith(' ignore'))).toBe(true);
});

test('the sheet of incomes, 万元 beside 元', () => {
  const headers = '统计用区划代码|村名|经营性收入(万元)|其中:发包/租赁/投资|经营性收益(元)|同比(%)';
  expect(match(headers, '村名')).toEqual([
    '统计用区划代码 code',
    '村名 name',
    '经营性收入(万元) operating_income 万元',
    '其中:发包/租赁/投资 indicator 其中:发包/租赁/投资',
    '经营性收益(元) operating_profit 元',
    '同比(%) indicator 同比',
  ]);
});

test('the sheet of a quarter under the names that towns use', () => {
  expect(match('所属镇街|村别|赛道|红星得分|擂台赛|群众满意度（%）', '所属镇街|村别|赛道')).toEqual(
    [
      '所属镇街 town',
      '村别 name',
      '赛道 track',
      '红星得分 indicator 比红星',
      '擂台赛 indicator 赛擂台',
      '群众满意度（%） indicator 访群众',
    ],
  );
});

test('a header that names a known indicator decides, even where its cells are no numbers', () => {
  expect(match('村名|比红星', '村名|比红星')).toEqual(['村名 name', '比红星 indicator 比红星']);
});

test('a second column of names is left unused', () => {
  expect(match('村名|村(社区)|得分', '村名|村(社区)').slice(0, 2)).toEqual([
    '村名 name',
    '村(社区) ignore',
  ]);
});

test('two columns may hold the same measure in the units of their headers', () => {
  expect(match('村名|分红|分红(亿元)', '村名').slice(1)).toEqual([
    '分红 dividend 元',
    '分红(亿元) dividend 亿元',
  ]);
});

test('the period comes from the file only where no column says it', () => {
  const file = '2023年第二季度.csv';
  const origin = { period: '2023Q2', from: 'file', text: '2023年第二季度' };
  expect(matchColumns(sourceTable(['村名', '得分'], { file })).period).toEqual(origin);
  expect(matchColumns(sourceTable(['村名', '考核期', '得分'], { file })).period).toBeNull();
});

test('a role that a user chooses takes unit and indicator from the header', () => {
  expect(mapColumn(sourceTable(['租金收入(万元)']), '租金收入(万元)', 'operating_income')).toEqual({
    column: '租金收入(万元)',
    role: 'operating_income',
    unit: '万元',
  });
  expect(mapColumn(sourceTable(['红星分']), '红星分', 'indicator')).toMatchObject({
    indicator: '比红星',
  });
});

test('the unit comes from a row above the table where the header has none', () => {
  const table = {
    ...sourceTable(['村名', '经营性收入']),
    preamble: ['集体经济情况', '单位：万元'],
  };
  expect(matchColumns(table).columns[1]).toMatchObject({ unit: '万元' });
});

test('单位 beside a column of villages is the town that reports', () => {
  const { columns } = matchColumns(sourceTable(['单位', '村(社区)', '比红星']));
  expect(columns.map(({ role }) => role)).toEqual(['town', 'name', 'indicator']);
});
