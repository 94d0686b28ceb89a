import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { matchColumns } from '../../../src/ingest/match-columns';
import type { Finding } from '../../../src/model/finding';
import type { ColumnHints } from '../../../src/model/mapping';
import { TestEngine } from '../test-engine';
import { workbook } from '../workbook';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});
afterEach(() => engine.clear());

const head = '类别,镇,村名,比红星';
/** Values of indicators; sums of money are among them too, and asked for as such. */
const observations = async () =>
  (
    await engine.rows(
      `SELECT s.name, o.period_id, o.indicator_id, o.value
       FROM canon.observation AS o JOIN canon.subject AS s USING (subject_id)
       WHERE o.indicator_id NOT IN (SELECT measure FROM canon.economy)
       ORDER BY ALL`,
    )
  ).map((row) => Object.values(row).join(' '));
const about = (findings: readonly Finding[]) =>
  findings.map(({ code, file, row, column, value }) =>
    [code, file, row, column, value].filter((part) => part !== null).join(' '),
  );

test('a figure is read with its village, period and place', async () => {
  await engine.load('2023年一季度.csv', `${head}\n一类,云岭镇,青禾村,９０．５\n`);
  expect(await engine.arrange()).toMatchObject({
    subjects: 1,
    observations: 1,
    periods: ['2023Q1'],
    indicators: ['比红星'],
    findings: [],
  });
  const place = `SELECT o.text, o.source_row, c.file, c.letter, c.header FROM canon.observation AS o JOIN canon.source AS c USING (source_id, source_column)`;
  expect(await engine.rows(place)).toEqual([
    { text: '９０．５', source_row: 2, file: '2023年一季度.csv', letter: 'D', header: '比红星' },
  ]);
});

test('the same value twice is counted once and said so', async () => {
  await engine.load('2023年一季度.csv', `${head}\n一类,云岭镇,青禾村,90\n`);
  await engine.load('2023年第一季度 补.csv', `${head}\n一类,云岭镇,青禾村,90.0\n`);
  const { findings } = await engine.arrange();
  expect(await observations()).toEqual(['青禾村 2023Q1 比红星 90']);
  expect(findings).toMatchObject([{ code: 'observation_repeated', row: 2, column: 'D' }]);
});

test('two values for one figure cancel each other, and both places are named', async () => {
  await engine.load('2023年一季度.csv', `${head}\n一类,云岭镇,青禾村,90\n一类,云岭镇,柳塘村,80\n`);
  await engine.load('2023年第一季度 补.csv', `题,,,\n${head}\n一类,云岭镇,青禾村,91\n`);
  const { findings } = await engine.arrange();
  expect(await observations()).toEqual(['柳塘村 2023Q1 比红星 80']);
  expect(findings).toMatchObject([
    {
      code: 'observation_conflict',
      file: '2023年一季度.csv',
      row: 2,
      column: 'D',
      about: '2023年第一季度 补.csv › D3',
    },
  ]);
});

test('a cell that is no number is named; a mark for no value is not; neither is zero', async () => {
  await engine.load(
    '2023年一季度.csv',
    `${head}\n一类,云岭镇,青禾村,60\n一类,云岭镇,柳塘村,缺考\n一类,云岭镇,荷田村,\n一类,云岭镇,星汉村,0\n一类,云岭镇,芦花村,优\n`,
  );
  const { findings } = await engine.arrange();
  expect(about(findings)).toEqual(['value_unreadable 2023年一季度.csv 6 D 优']);
  expect(await observations()).toEqual(['星汉村 2023Q1 比红星 0', '青禾村 2023Q1 比红星 60']);
});

test('a column with more marks for no value than numbers still holds figures', async () => {
  await engine.load('2023年一季度.csv', '村名,安全\n青禾村,90\n柳塘村,缺考\n荷田村,—\n');
  expect((await engine.arrange()).indicators).toEqual(['安全']);
});

test('the period comes from a column, with the year of its own column or of the file', async () => {
  await engine.load('考评.csv', `${head},年度,季度\n一类,云岭镇,青禾村,90,2022年,二季度\n`);
  await engine.load(
    '2023年考评.csv',
    `${head},考核期\n一类,云岭镇,青禾村,91,第三季度\n一类,云岭镇,青禾村,92,2024Q1\n`,
  );
  expect((await engine.arrange()).periods).toEqual(['2022Q2', '2023Q3', '2024Q1']);
  expect(await observations()).toHaveLength(3);
});

test('the period comes from the sheet, with the year of the file', async () => {
  const rows = [
    ['类别', '镇', '村名', '比红星'],
    ['一类', '云岭镇', '青禾村', 90],
  ];
  await engine.load('2023年考评.xlsx', workbook({ 一季度: rows, 二季度: rows }));
  expect((await engine.arrange()).periods).toEqual(['2023Q1', '2023Q2']);
});

test('a table without a period, and a cell that names none, are named and not counted', async () => {
  await engine.load('考评.csv', `${head}\n一类,云岭镇,青禾村,90\n一类,云岭镇,柳塘村,80\n`);
  await engine.load('考评二.csv', `${head},考核期\n一类,云岭镇,青禾村,90,去年\n`);
  const { findings, observations: count } = await engine.arrange();
  expect(count).toBe(0);
  expect(findings.map(({ code, file, row, count: rows }) => [code, file, row, rows])).toEqual([
    ['period_unknown', '考评.csv', 2, 2],
    ['period_unreadable', '考评二.csv', 2, 1],
  ]);
});

test('headers in English, as other systems export them', async () => {
  await engine.load(
    'scores.csv',
    'code,town,name,track,year,period,red-star\n990101001201,Yunling,Qinghe,rural,2023,Q1,90\n',
  );
  expect(await engine.arrange()).toMatchObject({
    observations: 1,
    periods: ['2023Q1'],
    findings: [],
  });
});

test('a column named like one of the canonical tables', async () => {
  await engine.load(
    '2023Q1.csv',
    'subject_id,name,track,value,text,red-star\n990101001201,Qinghe,rural,1,x,90\n',
  );
  expect(await engine.arrange()).toMatchObject({ subjects: 1, observations: 2, findings: [] });
});

test('headers that run over lines', async () => {
  await engine.load('2023年一季度.csv', '"类\n别",镇,"村\n名","比\n红星"\n一类,云岭镇,青禾村,90\n');
  await engine.arrange();
  expect(await observations()).toEqual(['青禾村 2023Q1 比红星 90']);
});

test('money is kept in yuan, whatever the unit of its column', async () => {
  await engine.load(
    '2023年.csv',
    '镇,村名,经营性收入(万元),经营性收益(元)\n云岭镇,青禾村,"107.2","457,400"\n',
  );
  await engine.arrange();
  const rows = await engine.rows(
    'SELECT measure, year, value_yuan FROM canon.economy ORDER BY measure',
  );
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['operating_income', 2023, 1072000],
    ['operating_profit', 2023, 457400],
  ]);
});

const sums = async () =>
  (
    await engine.rows(
      `SELECT s.name, e.period_id, e.measure, CAST(e.value_yuan AS VARCHAR) AS yuan, coalesce(e.qualifier, '') AS q
       FROM canon.economy AS e JOIN canon.subject AS s USING (subject_id) ORDER BY ALL`,
    )
  ).map((row) => Object.values(row).join(' ').trim());

test('money is exact to the hundredth, in whatever unit the cell or the column writes it', async () => {
  await engine.load(
    '2023年.csv',
    `镇,村名,经营性收入(万元),分红(元)
云岭镇,青禾村,1234.56,0.29
云岭镇,柳塘村,12万元,"1,200元"
云岭镇,荷田村,100余,(5.5)
云岭镇,星汉村,800元,—
云岭镇,芦花村,5%,有
`,
  );
  const { findings } = await engine.arrange();
  expect(await sums()).toEqual([
    '星汉村 2023 operating_income 800.00',
    '柳塘村 2023 dividend 1200.00',
    '柳塘村 2023 operating_income 120000.00',
    '荷田村 2023 dividend -5.50',
    '荷田村 2023 operating_income 1000000.00 at_least',
    '青禾村 2023 dividend 0.29',
    '青禾村 2023 operating_income 12345600.00',
  ]);
  const about = findings
    .filter(({ code }) => code.startsWith('value_'))
    .map(({ code, row, column, value, count, about: how }) => [
      code,
      row,
      column,
      value,
      count,
      how,
    ]);
  expect(about).toEqual([
    ['value_unreadable', 6, 'C', '5%', 1, null],
    ['value_unreadable', 6, 'D', '有', 1, null],
    ['value_qualified', 4, 'C', '100余', 1, 'at_least'],
    ['value_scaled', 3, 'C', '12万元', 2, null],
    ['value_scaled', 3, 'D', '1,200元', 1, null],
  ]);
});

test('figures with a unit, a qualifier or marks in the cell', async () => {
  await engine.load(
    '2023年一季度.csv',
    `类别,镇,村名,比红星,就业人数(人),党建星
一类,云岭镇,青禾村,95.1%,1.2万,★★★☆
一类,云岭镇,柳塘村,90,约300人,★
一类,云岭镇,荷田村,８０,25户,☆
`,
  );
  const { findings } = await engine.arrange();
  expect(await observations()).toEqual([
    '柳塘村 2023Q1 党建星 1',
    '柳塘村 2023Q1 就业人数 300',
    '柳塘村 2023Q1 比红星 90',
    '荷田村 2023Q1 党建星 0',
    '荷田村 2023Q1 比红星 80',
    '青禾村 2023Q1 党建星 3',
    '青禾村 2023Q1 就业人数 12000',
    '青禾村 2023Q1 比红星 95.1',
  ]);
  expect(findings.map(({ code, value }) => `${code} ${value ?? ''}`)).toEqual([
    'value_unreadable 25户',
    'value_qualified 约300人',
    'value_scaled 1.2万',
  ]);
});

test('ticks count where a column holds nothing else; among scores they are not one point', async () => {
  await engine.load(
    '2023年一季度.csv',
    `类别,镇,村名,达标,比红星
一类,云岭镇,青禾村,√,√
一类,云岭镇,柳塘村,×,90
一类,云岭镇,荷田村,√,80
`,
  );
  const { findings } = await engine.arrange();
  expect(await observations()).toEqual([
    '柳塘村 2023Q1 比红星 90',
    '柳塘村 2023Q1 达标 0',
    '荷田村 2023Q1 比红星 80',
    '荷田村 2023Q1 达标 1',
    '青禾村 2023Q1 达标 1',
  ]);
  expect(about(findings)).toEqual(['value_unreadable 2023年一季度.csv 2 E √']);
});

test('each column of a wide table is of the period in its header', async () => {
  await engine.load(
    '2023年得星.csv',
    '类别,镇,村名,一季度,二季度,全年得星\n一类,云岭镇,青禾村,5,4,9\n',
  );
  await engine.load(
    '集体经济.csv',
    '镇,村名,2022年经营性收入(万元),2023年经营性收入(万元)\n云岭镇,青禾村,10,12.5\n',
  );
  const { periods, findings } = await engine.arrange();
  expect(periods).toEqual(['2022', '2023', '2023Q1', '2023Q2']);
  expect(findings).toEqual([]);
  expect(await observations()).toEqual(['青禾村 2023Q1 得星 5', '青禾村 2023Q2 得星 4']);
  expect(await sums()).toEqual([
    '青禾村 2022 operating_income 100000.00',
    '青禾村 2023 operating_income 125000.00',
  ]);
});

test('the town comes from the title, the sheet or the file where no column says it', async () => {
  await engine.load('名册.csv', '类别,镇,村名\n一类,云岭镇,青禾村\n一类,星汉镇,青禾村\n');
  await engine.load('星汉镇_2023Q1.csv', '村名,比红星\n青禾村,90\n');
  await engine.load(
    '2023年第一季度.xlsx',
    workbook({
      Sheet1: [
        ['填报单位：云岭镇', null],
        ['村名', '比红星'],
        ['青禾村', 80],
      ],
    }),
  );
  const { findings } = await engine.arrange();
  expect(findings).toEqual([]);
  expect(
    await engine.rows(
      'SELECT s.town, o.value FROM canon.observation AS o JOIN canon.subject AS s USING (subject_id) ORDER BY ALL',
    ),
  ).toEqual([
    { town: '云岭镇', value: 80 },
    { town: '星汉镇', value: 90 },
  ]);
});

test('a unit is said to be assumed only where neither the file nor the user gave one', async () => {
  const { tables } = await engine.load('2023年.csv', '镇,村名,经营性收入\n云岭镇,青禾村,5\n');
  expect((await engine.arrange()).findings.map(({ code }) => code)).toContain('unit_assumed');
  const confirmed = tables
    .map((table) => matchColumns(table))
    .map((mapping) => ({
      ...mapping,
      columns: mapping.columns.map((column) =>
        column.unit ? { ...column, unitBy: 'user' as const } : column,
      ),
    }));
  const { findings } = await engine.arrange(confirmed);
  expect(findings.map(({ code }) => code)).not.toContain('unit_assumed');
});

test('dates in the column of the period, and a round', async () => {
  await engine.load(
    '考评.csv',
    `${head},考核期\n一类,云岭镇,青禾村,90,20230406\n一类,云岭镇,柳塘村,91,45022\n一类,云岭镇,荷田村,92,第15轮\n`,
  );
  const { findings } = await engine.arrange();
  expect(findings).toMatchObject([
    { code: 'period_from_date', row: 2, column: 'E', value: '20230406', about: 'month', count: 2 },
  ]);
  expect(await observations()).toEqual([
    '柳塘村 2023M04 比红星 91',
    '荷田村 R15 比红星 92',
    '青禾村 2023M04 比红星 90',
  ]);
});

test('the district is said by a title or a file where no column does, in whatever characters', async () => {
  await engine.load('2023年一季度.csv', `雲川區村居考評,,,\n${head}\n一类,雲嶺鎮,青禾村,90\n`);
  await engine.load('云川区2023年二季度.csv', `${head}\n一类,云岭镇,青禾村,91\n`);
  await engine.load('星汉县2023年二季度.csv', `${head}\n一类,云岭镇,青禾村,80\n`);
  await engine.arrange();
  expect(await engine.rows('SELECT district FROM canon.subject ORDER BY 1')).toEqual([
    { district: '云川区' },
    { district: '星汉县' },
  ]);
  expect(await observations()).toEqual([
    '青禾村 2023Q1 比红星 90',
    '青禾村 2023Q2 比红星 80',
    '青禾村 2023Q2 比红星 91',
  ]);
});

test('a figure that says of how many it is counts with its first number, and that is said', async () => {
  await engine.load('2023年一季度.csv', `${head}\n一类,云岭镇,青禾村,85/100\n`);
  const { findings } = await engine.arrange();
  expect(await observations()).toEqual(['青禾村 2023Q1 比红星 85']);
  expect(findings).toMatchObject([
    { code: 'value_of_whole', row: 2, column: 'D', value: '85/100', count: 1 },
  ]);
});

test('a merger under an old name is proposed from the words and figures of the rows', async () => {
  const rows = (...lines: string[]) => `${head},人口数,备注\n${lines.join('\n')}\n`;
  await engine.load(
    '2023年.csv',
    rows(
      '一类,云岭镇,青禾村,90,1500,',
      '一类,云岭镇,柳塘村,80,900,',
      '一类,云岭镇,听蛙村,70,"2,100",',
    ),
  );
  await engine.load(
    '2024年.csv',
    rows('一类,云岭镇,青禾村,91,2400,无', '一类,云岭镇,听蛙村,71,"2,110",'),
  );
  const merged = {
    kind: 'merged',
    from: [{ name: '柳塘村' }, { name: '青禾村' }],
    to: [{ name: '青禾村' }],
  };
  expect((await engine.arrange()).proposals).toMatchObject([{ ...merged, confidence: 'medium' }]);
});

const visited = `${head},走访日期\n一类,云岭镇,青禾村,90,2023-04-06\n一类,云岭镇,青禾村,91,2023/5/31\n`;

test('a column of dates is the period of its rows where nothing else says one', async () => {
  await engine.load('走访.csv', visited);
  await engine.arrange();
  expect(await observations()).toEqual(['青禾村 2023M04 比红星 90', '青禾村 2023M05 比红星 91']);
  await engine.load('走访2023年一季度.csv', visited.replace('青禾村,91', '柳塘村,91'));
  expect((await engine.arrange()).figurePeriods).toContain('2023Q1');
});

test('dates are rolled to the cadence that the user has chosen', async () => {
  const { tables } = await engine.load('走访.csv', visited.replace('青禾村,91', '柳塘村,91'));
  const mappings = tables
    .map((table) => matchColumns(table))
    .map((mapping) => ({
      ...mapping,
      columns: mapping.columns.map((column) =>
        column.role === 'period' ? { ...column, cadence: 'quarter' as const } : column,
      ),
    }));
  await engine.arrange(mappings);
  expect(await observations()).toEqual(['柳塘村 2023Q2 比红星 91', '青禾村 2023Q2 比红星 90']);
});

test('dates of which day and month can not be told apart are not counted, and named', async () => {
  await engine.load('走访.csv', `${head},走访日期\n一类,云岭镇,青禾村,90,4/5/2023\n`);
  const { findings } = await engine.arrange();
  expect(await observations()).toEqual([]);
  expect(findings).toMatchObject([
    { code: 'date_ambiguous', row: 2, column: 'E', value: '4/5/2023' },
  ]);
});

test('a period over two years counts under the first, wherever it is named, and that is said', async () => {
  await engine.load('考评.csv', `${head},年度\n一类,云岭镇,青禾村,90,2023-2024年度\n`);
  await engine.load('2022-2023学年.csv', `${head}\n一类,云岭镇,青禾村,80\n`);
  await engine.load('宽表.csv', '类别,镇,村名,2021-2022年度比红星\n一类,云岭镇,青禾村,70\n');
  const { findings } = await engine.arrange();
  expect(await observations()).toEqual([
    '青禾村 2021 比红星 70',
    '青禾村 2022 比红星 80',
    '青禾村 2023 比红星 90',
  ]);
  expect(about(findings)).toEqual([
    'period_two_years 考评.csv 2 E 2023-2024年度',
    'period_two_years 2022-2023学年.csv 2022-2023学年',
    'period_two_years 宽表.csv 1 D 2021-2022年度比红星',
  ]);
});

test('columns that other people name are the same indicator, wherever they stand', async () => {
  await engine.load('2023年一季度.csv', '村名,考核得分,镇,类别\n青禾村,90,云岭镇,一类\n');
  await engine.load(
    '2023年二季度.csv',
    '类别,镇,村名,分数,姓名,联系电话\n一类,云岭镇,青禾村,91,甲,13900000000\n',
  );
  expect((await engine.arrange()).indicators).toEqual(['得分']);
  expect(await observations()).toEqual(['青禾村 2023Q1 得分 90', '青禾村 2023Q2 得分 91']);
});

test.each(['1e30', '1e999', '34020719800101123456'])(
  'the absurd figure %s does not stop the others',
  async (cell) => {
    await engine.load(
      '2023年.csv',
      `镇,村名,经营性收入(万元)\n云岭镇,青禾村,${cell}\n云岭镇,柳塘村,5\n`,
    );
    const { findings } = await engine.arrange();
    expect(findings.map(({ value }) => value)).toContain(cell);
    expect(
      await engine.rows('SELECT value_yuan FROM canon.economy WHERE value_yuan = 50000'),
    ).toHaveLength(1);
  },
);

test('a table without villages, and one without figures, are told apart', async () => {
  await engine.load('说明.csv', '项目,内容\n口径,全年\n');
  await engine.load('名册.csv', '类别,镇,村名\n一类,云岭镇,青禾村\n,云岭镇,柳塘村\n');
  const loaded = await engine.load(
    '2023年一季度.csv',
    '镇,村名,比红星\n云岭镇,青禾村委会,90\n云岭镇,荷田村,70\n云岭镇,小计,160\n',
  );
  expect(loaded.findings).toMatchObject([{ code: 'total_row', row: 4 }]);
  const { subjects, findings } = await engine.arrange();
  expect(subjects).toBe(2);
  expect(about(findings).sort()).toEqual([
    'subject_unmatched 2023年一季度.csv 3 B 云岭镇 荷田村',
    'table_unused 说明.csv',
    'track_missing 云岭镇 柳塘村',
  ]);
});

test('a mapping for a table that is not there is refused, and what was arranged stays', async () => {
  await engine.load('2023年一季度.csv', `${head}\n一类,云岭镇,青禾村,90\n`);
  await engine.arrange();
  await expect(
    engine.arrange([{ table: 'f999_1', columns: [], period: null, town: null }]),
  ).rejects.toMatchObject({ error: { code: 'mapping_invalid' } });
  expect(await observations()).toHaveLength(1);
});

test('nothing loaded is nothing arranged', async () => {
  expect(await engine.arrange()).toEqual({
    subjects: 0,
    observations: 0,
    periods: [],
    figurePeriods: [],
    rosters: [],
    indicators: [],
    attributes: [],
    proposals: [],
    breaks: [],
    coverage: { tables: [], changes: [] },
    findings: [],
  });
});

test('a sum of money is an observation in yuan', async () => {
  await engine.load('2023年.csv', '村名,经营性收入(万元)\n青禾村,12.5\n');
  await engine.arrange();
  const rows = await engine.rows('SELECT period_id, indicator_id, value FROM canon.observation');
  expect(rows).toEqual([{ period_id: '2023', indicator_id: 'operating_income', value: 125_000 }]);
});

describe('columns that a scheme names', () => {
  const hints: ColumnHints = {
    measures: ['le', '述职'],
    attributes: ['region'],
    roles: { name: 'country', panel: '票种', assessor: '评委' },
  };
  const arrange = () => engine.arrange(engine.tables.map((table) => matchColumns(table, hints)));

  test('a column of a period bears the id of an indicator', async () => {
    await engine.load('a.csv', 'country,region,le_1990,le_1991\nAvaria,north,70.5,71\n');
    await arrange();
    expect(await observations()).toEqual(['Avaria 1990 le 70.5', 'Avaria 1991 le 71']);
  });

  test('words about a subject hold in every period where their table names none', async () => {
    await engine.load('a.csv', 'country,region,le_1990\nAvaria,north,70.5\nBorland,,70\n');
    const { attributes } = await arrange();
    expect(attributes).toEqual(['region']);
    const rows = await engine.rows(
      'SELECT s.name, a.period_id, a.attribute, a.words FROM canon.attribute AS a JOIN canon.subject AS s USING (subject_id)',
    );
    expect(rows).toEqual([
      { name: 'Avaria', period_id: null, attribute: 'region', words: 'north' },
    ]);
  });

  test('an annual table with codes holds figures, and is no roster', async () => {
    await engine.load('2023年.csv', '区划代码,country,le\n123456789012,Avaria,70.5\n');
    await arrange();
    expect(await observations()).toEqual(['Avaria 2023 le 70.5']);
  });

  test('an annual table with codes whose measures no scheme names holds figures too', async () => {
    await engine.load('2023年民生统计表.csv', '区划代码,村,留守儿童\n123456789012,星汉村,7\n');
    await arrange();
    expect(await observations()).toEqual(['星汉村 2023 留守儿童 7']);
  });

  test('a list of a year that says how large its villages are is a roster', async () => {
    await engine.load('2023年名册.csv', '区划代码,村,户数,总人口\n123456789012,星汉村,7,20\n');
    const { rosters } = await arrange();
    expect(rosters).toHaveLength(1);
  });

  test('marks of several assessors do not contradict each other', async () => {
    await engine.load(
      '2023年.csv',
      'country,评委,票种,述职\nAvaria,甲,A票,90\nAvaria,乙,A票,80\nAvaria,丙,B票,缺考\n',
    );
    const { findings } = await arrange();
    expect(findings.filter(({ code }) => code === 'observation_conflict')).toEqual([]);
    const rows = await engine.rows(
      'SELECT period_id, indicator_id, panel, assessor, value FROM canon.mark ORDER BY assessor',
    );
    const common = { period_id: '2023', indicator_id: '述职', panel: 'A票' };
    expect(rows).toEqual([
      { ...common, assessor: '乙', value: 80 },
      { ...common, assessor: '甲', value: 90 },
    ]);
  });
});
