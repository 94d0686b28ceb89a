import iconv from 'iconv-lite';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { LoadedFile } from '../../../src/engine/protocol';
import { TestEngine, type Content } from '../test-engine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});
afterEach(() => engine.clear());

/** The rows of the table that a text file comes to, cells joined by `|`, with the row of the file before them. */
async function rowsOf(content: Content): Promise<string[]> {
  const { tables } = await engine.load('考评.csv', content);
  return (await engine.raw(tables[0])).map((row) =>
    Object.values(row)
      .map((cell) => cell ?? '∅')
      .join('|'),
  );
}

const headersOf = ({ tables }: LoadedFile) => tables[0]?.columns.map(({ name }) => name);

test('every cell arrives as the text it was, with its row', async () => {
  expect(await rowsOf('代码,得分\n007,090\n008, 1e3 \n')).toEqual(['2|007|090', '3|008| 1e3 ']);
});

test('blank lines keep their numbers', async () => {
  const text = '\n村名,得分\n\n青禾村,90\n\n\n柳塘村,80\n荷田村,70\n\n';
  expect(await rowsOf(text)).toEqual(['4|青禾村|90', '7|柳塘村|80', '8|荷田村|70']);
});

test('blank lines of CR LF keep their numbers', async () => {
  expect(await rowsOf('村名,得分\r\n\r\n青禾村,90\r\n\r\n柳塘村,80')).toEqual([
    '3|青禾村|90',
    '5|柳塘村|80',
  ]);
});

test('rows of blank cells are left out', async () => {
  const { tables } = await engine.load('考评.csv', '村名,得分\n,\n青禾村,90\n,\n');
  expect(tables[0]).toMatchObject({ rows: 1, headerRow: 1, range: 'A1:B3' });
});

test('short rows are filled up, long rows get columns of their own', async () => {
  expect(await rowsOf('村名,得分\n青禾村\n柳塘村,80,好\n')).toEqual([
    '2|青禾村|∅|∅',
    '3|柳塘村|80|好',
  ]);
});

test('a line break within quotes belongs to the cell; rows are counted as records', async () => {
  expect(await rowsOf('村名,备注\n青禾村,"好,\n""稳"""\n柳塘村,差\n')).toEqual([
    '2|青禾村|好,\n"稳"',
    '3|柳塘村|差',
  ]);
});

test.each(['\r\n', '\n', '\r'])('lines may end in %j', async (end) => {
  expect(await rowsOf(['村名,得分', '青禾村,90', '柳塘村,80'].join(end))).toEqual([
    '2|青禾村|90',
    '3|柳塘村|80',
  ]);
});

test('a title above the header is passed over and named', async () => {
  const { tables } = await engine.load(
    '考评.csv',
    '2023年第一季度考评,,\n单位:分,,\n村名,镇,得分\n青禾村,云岭镇,90\n',
  );
  expect(tables[0]).toMatchObject({ headerRow: 3, range: 'A3:C4', rows: 1 });
  expect(tables[0]?.layout.marked).toEqual([
    { row: 1, kind: 'title' },
    { row: 2, kind: 'unit' },
  ]);
});

test('headers that repeat, are blank or run over lines name columns that can be asked for', async () => {
  const loaded = await engine.load('考评.csv', '得分,得分,,"经营性\n收入",near,c1\n1,2,3,4,x,6\n');
  expect(headersOf(loaded)).toEqual(['得分', '得分_2', 'C', '经营性\n收入', 'near', 'c1']);
  const row = {
    source_row: 2,
    得分: '1',
    得分_2: '2',
    C: '3',
    '经营性\n收入': '4',
    near: 'x',
    c1: '6',
  };
  expect(await engine.raw(loaded.tables[0])).toEqual([row]);
});

test('columns know how many cells are filled and how many are numbers', async () => {
  const { tables } = await engine.load('考评.csv', '村名,得分\n青禾村,90\n柳塘村,缺考\n荷田村,\n');
  const facts = tables[0]?.columns.map(({ letter, filled, numeric }) => [letter, filled, numeric]);
  expect(facts).toEqual([
    ['A', 3, 0],
    ['B', 2, 1],
  ]);
});

test.each([
  ['one column', '村名\n青禾村\n\n柳塘村\n', ['2|青禾村', '4|柳塘村']],
  ['semicolons', '村名;得分\n青禾村;90,5\n', ['2|青禾村|90,5']],
  ['tabs', '村名\t得分\n青禾村\t"9\t0"\n', ['2|青禾村|9\t0']],
  [
    'GB18030',
    iconv.encode('村名,得分\n青禾村,90\n𠮷村,80\n', 'gb18030'),
    ['2|青禾村|90', '3|𠮷村|80'],
  ],
  [
    'UTF-16',
    iconv.encode('村名\t得分\n青禾村\t90\n', 'utf-16le', { addBOM: true }),
    ['2|青禾村|90'],
  ],
])('a file of %s', async (_, content, rows) => {
  expect(await rowsOf(content)).toEqual(rows);
});

test('a byte that cannot be read is named with its place, the rest is loaded', async () => {
  const parts = [
    iconv.encode('村名,备注\n青禾村,好\n柳塘村,', 'gbk'),
    Buffer.from([0xff]),
    Buffer.from('x\n'),
  ];
  const { findings, tables } = await engine.load('考评.csv', Buffer.concat(parts));
  expect(findings).toMatchObject([
    {
      code: 'bytes_replaced',
      file: '考评.csv',
      row: 3,
      column: 'B',
      value: '\ufffdx',
      about: 'GB18030',
    },
  ]);
  expect(tables[0]?.rows).toBe(2);
});

test.each(['"三星"村', '"star"village', '"三星" 村'])(
  'text after a closing quote is named and kept: %s',
  async (cell) => {
    const { findings, tables } = await engine.load(
      '考评.csv',
      `村名,得分\n${cell},90\n柳塘村,80\n`,
    );
    expect(findings).toMatchObject([{ code: 'quote_broken', row: 2, column: 'A' }]);
    const [first, second] = await engine.raw(tables[0]);
    expect(String(first?.['村名']).replaceAll(/[" ]/g, '')).toBe(cell.replaceAll(/[" ]/g, ''));
    expect(second).toEqual({ source_row: 3, 村名: '柳塘村', 得分: '80' });
  },
);

test('a quote that is never closed does not swallow the rows after it', async () => {
  const { findings, tables } = await engine.load('考评.csv', '村名,备注\n青禾村,"好\n柳塘村,差\n');
  expect(findings).toMatchObject([{ code: 'quote_broken', row: 2, column: 'B' }]);
  expect(tables[0]?.rows).toBe(2);
});

test.each(['村名,备注\n青禾村,好\n",",\n', '村名,备注\n青禾村,好\n"""",\n'])(
  'a last row of nothing but a quoted mark is loaded: %j',
  async (text) => {
    const { tables } = await engine.load('考评.csv', text);
    expect(tables[0]?.rows).toBe(text.split('\n').length - 2);
  },
);

test('blanks alone are refused as no table', async () => {
  expect(await engine.refusal('空.csv', ' \n  \n')).toMatchObject({ code: 'file_no_table' });
});

test('a file that is refused leaves the others as they are', async () => {
  await engine.load('一.csv', '村名,得分\n青禾村,90\n');
  const before = await engine.rawTables();
  expect(await engine.refusal('二.xlsx', 'PK\x03\x04 cut short')).toMatchObject({
    code: 'file_truncated',
  });
  await engine.load('三.csv', '村名,得分\n柳塘村,80\n荷田村,70\n');
  const added = (await engine.rawTables()).filter((name) => !before.includes(name));
  const third = engine.tables[1];
  expect(added.sort()).toEqual([`raw.${third?.id ?? ''}`, `raw.${third?.sheetId ?? ''}`].sort());
  expect((await engine.raw(engine.tables[0])).map((row) => row['村名'])).toEqual(['青禾村']);
  expect((await engine.raw(engine.tables[1])).map((row) => row['村名'])).toEqual([
    '柳塘村',
    '荷田村',
  ]);
});
