import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { expect, test } from 'vitest';
import { Fault } from '../../../src/model/answer';
import { faultOf } from '../fault';
import { noticed, numberedRows, onlySheet, read, rowsOf, sheetsOf } from './staged';

/** Headings and rows of the only sheet. */
async function tableOf(text: string) {
  const sheet = onlySheet(await read(text, 'a.json'));
  return [sheet.headings, rowsOf(sheet)];
}

const detailOf = async (text: string) => {
  try {
    await read(text, 'a.json');
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.error;
    throw thrown;
  }
  return null;
};

const records = '{"村名":"青禾村","得分":90.50},{"村名":"柳溪村","备注":null}';
const table = [
  ['村名', '得分', '备注'],
  [
    ['青禾村', '90.50', null],
    ['柳溪村', null, null],
  ],
];

test.each([
  ['a list of objects', `[${records}]`],
  ['an object a line', records.replace('},{', '}\n{')],
  ['lines that end as on Windows, one blank', `${records.replace('},{', '}\r\n\r\n{')}\r\n`],
  ['columns', '{"村名":["青禾村","柳溪村"],"得分":[90.50,null],"备注":[null,null]}'],
])('%s', async (_, text) => {
  expect(await tableOf(text)).toEqual(table);
});

test('lists hold their header among them', async () => {
  const [headings, rows] = await tableOf('[["村名","得分"],["青禾村",90.50]]');
  expect(headings).toBeNull();
  expect(rows).toEqual([
    ['村名', '得分'],
    ['青禾村', '90.50'],
  ]);
  expect(await tableOf('["村名","得分"]\n["青禾村",90.50]')).toEqual([headings, rows]);
});

test('every record is kept and has its number', async () => {
  const sheet = onlySheet(await read('[{"a":1},{},null,{"a":2}]'));
  expect(numberedRows(sheet)).toEqual([
    [1, '1'],
    [2, null],
    [3, null],
    [4, '2'],
  ]);
});

test.each(['2.350', '340207001201340207', '1e5', '-0.0', '0.1000000000000000055511151231257827'])(
  'the number %s stays as it is written',
  async (text) => {
    expect(await tableOf(`[{"a":${text}}]`)).toEqual([['a'], [[text]]]);
  },
);

test('nested objects become columns, lists stay as they are, and both are said', async () => {
  const file = await read(
    '[{"村":{"名":"青禾村","镇":{"名":"云岭镇"}},"分":[90.50,{"a":null}]},{"村":null,"分":[]}]',
  );
  expect(onlySheet(file).headings).toEqual(['村.名', '村.镇.名', '分']);
  expect(rowsOf(onlySheet(file))).toEqual([
    ['青禾村', '云岭镇', '[90.50,{"a":null}]'],
    [null, null, '[]'],
  ]);
  expect(noticed(file)).toEqual([
    ['nested_flattened', null, '村, 村.镇'],
    ['nested_kept', null, '分'],
  ]);
});

test('records around which an object stands are found, and what is left out is said', async () => {
  const file = await read(`{"code":0,"data":{"total":2,"rows":[${records}]}}`);
  expect(rowsOf(onlySheet(file))).toEqual(table[1]);
  expect(file.findings).toMatchObject([
    { code: 'records_wrapped', value: 'data.rows', about: 'code' },
  ]);
});

test('several lists of records are several sheets', async () => {
  const file = await read('{"一季度":[{"a":1}],"二季度":[{"a":2}]}');
  expect(sheetsOf(file).map((sheet) => [sheet.sheet, rowsOf(sheet)])).toEqual([
    ['一季度', [['1']]],
    ['二季度', [['2']]],
  ]);
});

test('a key that stands twice in a record is pointed out', async () => {
  const file = await read('[{"a":1},{"a":2,"a":3}]');
  expect(rowsOf(onlySheet(file))).toEqual([['1'], ['3']]);
  expect(file.findings).toMatchObject([{ code: 'key_repeated', row: 2, value: 'a' }]);
});

test.each([
  ['[\n', 2, 1, 1],
  ['[\n\n]\n42', 4, 1, 1],
  ['[{"a":1},\n {"a":}]', 2, 7, 2],
  ['[{"a":1},\n {a:1}]', 2, 3, 2],
  ['[{"a":1}\n {"a":2}]', 2, 2, 1],
  ['[{"a":01}]', 1, 8, 1],
  ['[{"a":1}, // one\n]', 1, 11, 1],
  ['{"a":1}\n{"a":2\n{"a":3}', 2, 7, 2],
])('%j is refused with its place', async (text, line, column, record) => {
  expect(await detailOf(text)).toEqual({
    code: 'json_malformed',
    detail: { line, column, record },
  });
});

test.each(['[]', '[[]]', '{}', '{"a":[]}'])('%s holds no records', async (text) => {
  expect(['json_no_records', 'file_no_table']).toContain(await faultOf(() => read(text)));
});

test('a text that goes into itself without end is refused', async () => {
  expect(await faultOf(() => read(`[${'['.repeat(200_000)}`))).toBe('file_unreadable');
});

test.each(['utf16le', 'gb18030', 'utf-8'] as const)('JSON in %s', async (label) => {
  const bytes = Uint8Array.from(
    encode('[{"村名":"青禾村"}]', label, { addBOM: label !== 'gb18030' }),
  );
  expect(rowsOf(onlySheet(await read(bytes)))).toEqual([['青禾村']]);
});

test('strings are what JSON.parse makes of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), async (texts) => {
      // the decoder of Arrow takes such a one for a mark
      fc.pre(!texts.some((text) => text.startsWith('\ufeff')));
      const rows = rowsOf(onlySheet(await read(JSON.stringify(texts.map((a) => ({ a }))))));
      expect(rows.map(([text]) => text)).toEqual(texts);
    }),
    { numRuns: 50 },
  );
});
