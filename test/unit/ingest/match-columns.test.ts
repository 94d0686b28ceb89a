import { expect, test } from 'vitest';
import { mapColumn, matchColumns, renewed } from '../../../src/ingest/match-columns';
import { sourceTable } from '../source';

/** `header: role` of every column, with the indicator's name or the unit and the period after it. */
function match(
  headers: string,
  texts = '',
  place: Parameters<typeof sourceTable>[1] = {},
): string[] {
  const table = sourceTable(headers.split('|'), { ...place, texts: texts.split('|') });
  return matchColumns(table).columns.map(({ column, role, indicator, unit, period }) =>
    [column, role, indicator, unit, period].filter((word) => word !== undefined).join(' '),
  );
}

test('the monthly sheet of unannounced visits', () => {
  expect(
    match('名次|村(居)|本月各级暗访情况|考评成绩|奖励金(元)', '村(居)|本月各级暗访情况'),
  ).toEqual([
    '名次 ignore',
    '村(居) name',
    '本月各级暗访情况 ignore',
    '考评成绩 indicator 得分',
    '奖励金(元) ignore',
  ]);
});

test('the sheet of stars over the year: each quarter is a period of one measure', () => {
  const headers = '序号|类别|镇(街道)|村(社区)|一季度|二季度|三季度|四季度|全年得星|年度星级|备注';
  const file = '2023年得星汇总.xlsx';
  expect(match(headers, '类别|镇(街道)|村(社区)|年度星级|备注', { file })).toEqual([
    '序号 ignore',
    '类别 track',
    '镇(街道) town',
    '村(社区) name',
    '一季度 indicator 得星 2023Q1',
    '二季度 indicator 得星 2023Q2',
    '三季度 indicator 得星 2023Q3',
    '四季度 indicator 得星 2023Q4',
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
    unitBy: 'file',
  });
  expect(mapColumn(sourceTable(['红星分']), '红星分', 'indicator')).toMatchObject({
    indicator: '比红星',
  });
});

test('the unit is what the file says; where it says none it is assumed, and where it is no money no sum is read', () => {
  const above = sourceTable(['村名', '经营性收入'], { unit: '万元' });
  expect(matchColumns(above).columns[1]).toMatchObject({ unit: '万元', unitBy: 'file' });
  const silent = sourceTable(['村名', '经营性收入']);
  expect(matchColumns(silent).columns[1]).toMatchObject({ unit: '元', unitBy: 'assumed' });
  expect(match('村名|经营性收入(%)')[1]).toBe('经营性收入(%) indicator 经营性收入');
});

test('a measure with a column for each year', () => {
  const place = { file: '集体经济.xlsx' };
  expect(
    match('村名|经营性收入(万元) 2022年|经营性收入(万元) 2023年|2023年分红(元)', '村名', place),
  ).toEqual([
    '村名 name',
    '经营性收入(万元) 2022年 operating_income 万元 2022',
    '经营性收入(万元) 2023年 operating_income 万元 2023',
    '2023年分红(元) dividend 元 2023',
  ]);
});

test('columns that are periods alone take their measure from the title', () => {
  const place = { preamble: ['云岭镇各村经营性收入统计表'], unit: '万元' };
  expect(match('村名|2022年|2023年', '村名', place).slice(1)).toEqual([
    '2022年 operating_income 万元 2022',
    '2023年 operating_income 万元 2023',
  ]);
  const scores = { preamble: ['2023年群众满意度一览表'] };
  expect(match('村名|1月|2月', '村名', scores).slice(1)).toEqual([
    '1月 indicator 访群众 2023M01',
    '2月 indicator 访群众 2023M02',
  ]);
});

test('what is compared over two years is of no one period', () => {
  expect(match('村名|2023年比2022年增长(%)', '村名')[1]).toBe(
    '2023年比2022年增长(%) indicator 2023年比2022年增长',
  );
});

test('questions of a form are no quarters', () => {
  const found = match('村名|Q1|Q2|Q5', '村名', { file: '2023年.csv' });
  expect(found.slice(1)).toEqual(['Q1 indicator Q1', 'Q2 indicator Q2', 'Q5 indicator Q5']);
});

test('headers of several rows', () => {
  const headers =
    '名次|村别|实地考评分(占90%) 市|实地考评分(占90%) 县|实地考评分(占90%) 镇|整改分(占10%)|综合得分';
  expect(match(headers, '村别')).toEqual([
    '名次 ignore',
    '村别 name',
    '实地考评分(占90%) 市 indicator 实地考评分市',
    '实地考评分(占90%) 县 indicator 实地考评分县',
    '实地考评分(占90%) 镇 indicator 实地考评分镇',
    '整改分(占10%) indicator 整改分',
    '综合得分 indicator 总分',
  ]);
  expect(
    match('基本情况 村名|基本情况 镇|红星 得分|考核情况 得分', '基本情况 村名|基本情况 镇'),
  ).toEqual([
    '基本情况 村名 name',
    '基本情况 镇 town',
    '红星 得分 indicator 比红星',
    '考核情况 得分 indicator 得分',
  ]);
});

test('a sum of another year or a plan is not the sum of the year', () => {
  expect(match('村名|上年 分红(元)|计划 经营性收入(元)', '村名').slice(1)).toEqual([
    '上年 分红(元) indicator 上年分红',
    '计划 经营性收入(元) indicator 计划经营性收入',
  ]);
});

test('columns that towns name differently are one indicator', () => {
  for (const header of ['得分', '考核得分', '分数', '考评成绩'])
    expect(match(`村名|${header}`, '村名')[1]).toBe(`${header} indicator 得分`);
});

test('a figure that stands beside several keeps apart from its namesakes', () => {
  expect(match('村名|经营性收入(元)|同比(%)|经营性收益(元)|同比(%)', '村名').slice(1)).toEqual([
    '经营性收入(元) operating_income 元',
    '同比(%) indicator 经营性收入同比',
    '经营性收益(元) operating_profit 元',
    '同比(%)_2 indicator 经营性收益同比',
  ]);
  expect(match('村名|平安 得分|生态 得分', '村名').slice(1)).toEqual([
    '平安 得分 indicator 平安得分',
    '生态 得分 indicator 生态得分',
  ]);
});

test('people are no indicator, whatever their columns hold', () => {
  const headers = '单位|姓名|联系电话|身份证号|户主|手机号码|支部书记';
  expect(
    match(headers)
      .slice(1)
      .every((column) => column.endsWith(' ignore')),
  ).toBe(true);
});

test.each([
  '镇(街道)',
  '镇(乡、街道)',
  '乡镇',
  '乡(镇)',
  '乡镇(街道)',
  '镇街',
  '镇',
  '所属镇街',
  '乡(镇、街道)',
  '填报单位',
  '镇名',
])('%s is the town', (header) => {
  expect(match(`${header}|村名`, `${header}|村名`)[0]).toBe(`${header} town`);
});

test.each([
  '村(居)',
  '村（社区）',
  '村(社区)名称',
  '村居',
  '村名',
  '村别',
  '行政村',
  '村级组织',
  '所在村',
  '村、社区',
  '社区',
  '考核单位',
])('%s is the village', (header) => {
  expect(match(header, header)[0]).toBe(`${header} name`);
});

test('headers in traditional characters mean the same, and indicators keep theirs', () => {
  const headers = '類別|鎮(街道)|村(社區)|經營性收入(萬元)|總得分|群眾評議|備註';
  expect(match(headers, '類別|鎮(街道)|村(社區)|備註')).toEqual([
    '類別 track',
    '鎮(街道) town',
    '村(社區) name',
    '經營性收入(萬元) operating_income 万元',
    '總得分 indicator 总分',
    '群眾評議 indicator 群眾評議',
    '備註 ignore',
  ]);
  expect(match('單位|村(社區)|得分', '單位|村(社區)').slice(0, 2)).toEqual([
    '單位 town',
    '村(社區) name',
  ]);
});

test('the town comes from the title, sheet or file only where no column says it', () => {
  const place = { preamble: ['填报单位：云岭镇'] };
  expect(matchColumns(sourceTable(['村名', '得分'], place)).town).toEqual({
    text: '云岭镇',
    from: 'title',
  });
  expect(matchColumns(sourceTable(['镇', '村名', '得分'], place)).town).toBeNull();
});

test('a column without a header is told by its cells', () => {
  const table = sourceTable(['村名', ''], { texts: ['村名', ''] });
  const groups = (...examples: string[]) =>
    matchColumns({
      ...table,
      columns: table.columns.map((column) => ({ ...column, examples })),
    }).columns[1]?.role;
  expect(groups('云岭镇', '柳塘乡')).toBe('town');
  expect(groups('一类 城市社区', '二类')).toBe('track');
  expect(groups('其他')).toBe('ignore');
});

test('a mapping kept for its headers takes units and periods from the file at hand', () => {
  const headers = ['村名', '经营性收入', '一季度得分'];
  const kept = matchColumns(sourceTable(headers, { file: '2022年.xlsx', unit: '元' })).columns;
  const table = sourceTable(headers, { file: '2023年.xlsx', unit: '万元' });
  expect(renewed(table, kept).slice(1)).toEqual([
    { column: '经营性收入', role: 'operating_income', unit: '万元', unitBy: 'file' },
    { column: '一季度得分', role: 'indicator', indicator: '得分', period: '2023Q1' },
  ]);
  const own = kept.map((column) => ({ ...column, unitBy: 'user' as const }));
  expect(renewed(table, own)[1]).toMatchObject({ unit: '元', unitBy: 'user' });
});

test('单位 beside a column of villages is the town that reports', () => {
  const { columns } = matchColumns(sourceTable(['单位', '村(社区)', '比红星']));
  expect(columns.map(({ role }) => role)).toEqual(['town', 'name', 'indicator']);
});

test('full marks and words in a further row of the header leave its meaning', () => {
  const table = sourceTable(['村(居) 满分', '类别 一类', '考评得分 比红星 100', '村(居) 负责人'], {
    texts: ['村(居) 满分', '类别 一类', '村(居) 负责人'],
  });
  expect(matchColumns(table).columns.map(({ role, indicator }) => indicator ?? role)).toEqual([
    'name',
    'track',
    '比红星',
    'ignore',
  ]);
});

test.each([
  ['代码', ['01', '02'], 'ignore'],
  ['代码', ['990101001201'], 'code'],
  ['统计用区划代码', ['201', '202'], 'code'],
])('%s over %s is %s', (header, examples, role) => {
  const table = sourceTable([header], { texts: [header] });
  const columns = table.columns.map((column) => ({ ...column, examples }));
  expect(matchColumns({ ...table, columns }).columns[0]?.role).toBe(role);
});
