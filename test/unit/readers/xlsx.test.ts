import { utils, write, type BookType, type CellObject, type WorkBook } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { faultOf } from '../fault';
import { noticed, numberedRows, onlySheet, read, rowsOf, sheetsOf } from './staged';

type Cell = string | number | boolean | null | CellObject;

function bookOf(sheets: Record<string, readonly (readonly Cell[])[]>): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return book;
}

function bytesOf(book: WorkBook, bookType: BookType = 'xlsx'): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(write(book, { type: 'buffer', bookType }) as Uint8Array);
}

const readBook = (book: WorkBook, bookType?: BookType) => read(bytesOf(book, bookType));

/** The text of one cell. */
async function cell(given: Cell, date1904 = false): Promise<string | null | undefined> {
  const book = bookOf({ 表: [['x', given]] });
  if (date1904) book.Workbook = { WBProps: { date1904: true } };
  return rowsOf(onlySheet(await readBook(book)))[0]?.[1];
}

const formatted = (v: number, z: string): CellObject => ({ t: 'n', v, z });

test.each([
  ['青禾村', '青禾村'],
  ['007', '007'],
  [89.995, '89.995'],
  [0.1 + 0.2, '0.3'],
  [0, '0'],
  [-3, '-3'],
  [true, 'TRUE'],
  [990101001201, '990101001201'],
  [123456789012345, '123456789012345'],
  [3.40207e11, '340207000000'],
  [1e21, '1000000000000000000000'],
  [1.5e-7, '0.00000015'],
])('the cell %s reads as %s', async (given, text) => {
  expect(await cell(given)).toBe(text);
});

test.each([
  [0.951, '0.0%', '95.1%'],
  [0.07, '0%', '7%'],
  [0.12345, '0%', '12.345%'],
  [5, '0"%"', '5'],
  [1234567.891, '#,##0', '1234567.891'],
  [990101001201, '0.00E+00', '990101001201'],
  [7, '000', '007'],
  [90101001201, '000000000000', '090101001201'],
  [7.5, '000', '7.5'],
  [7, '0', '7'],
])('%s under the format %s reads as %s, whatever is shown of it', async (v, z, text) => {
  expect(await cell(formatted(v, z))).toBe(text);
});

test.each([
  [45016, 'yyyy-mm-dd', '2023-03-31'],
  [45016, 'm/d/yy', '2023-03-31'],
  [45016, 'yyyy"年"m"月"d"日"', '2023-03-31'],
  [45016.75, 'yyyy-mm-dd hh:mm', '2023-03-31 18:00:00'],
  [0.5, 'hh:mm', '12:00:00'],
  [1.5, '[h]:mm:ss', '36:00:00'],
])('the date %s under %s reads as %s', async (v, z, text) => {
  expect(await cell(formatted(v, z))).toBe(text);
});

test('a workbook that counts days from 1904 has its dates four years on', async () => {
  expect(await cell(formatted(45016 - 1462, 'yyyy-mm-dd'), true)).toBe('2023-03-31');
});

test('a failed formula is named with its place', async () => {
  const file = await readBook(
    bookOf({
      表: [
        ['村名', '得分'],
        ['青禾村', { t: 'e', v: 0x07, w: '#DIV/0!' }],
      ],
    }),
  );
  expect(rowsOf(onlySheet(file))[1]).toEqual(['青禾村', '#DIV/0!']);
  expect(file.findings).toMatchObject([
    { code: 'formula_error', sheet: '表', row: 2, column: 'B', value: '#DIV/0!' },
  ]);
});

test('the value of a formula is read, not its text', async () => {
  expect(await cell({ t: 'n', v: 12, f: 'A1*2' })).toBe('12');
});

describe('a formula that was never calculated is missing, not zero', () => {
  const workbook = unzipSync(
    bytesOf(
      bookOf({
        表: [
          ['村名', '得分', '代码'],
          ['青禾村', 1, 'x'],
        ],
      }),
    ),
  );
  const path = 'xl/worksheets/sheet1.xml';
  const withCell = (xml: string) => {
    const sheet = strFromU8(workbook[path] ?? new Uint8Array()).replace(
      /<c r="B2"[^>]*>.*?<\/c>/,
      xml,
    );
    return read(Uint8Array.from(zipSync({ ...workbook, [path]: strToU8(sheet) })));
  };

  test.each([
    '<c r="B2"><f>SUM(A1:A2)</f></c>',
    '<c r="B2"><f>SUM(A1:A2)</f><v></v></c>',
    '<c r="B2"><f>SUM(A1:A2)</f><v/></c>',
    '<c r="B2" s="0"><f t="shared" ref="B2:B3" si="0">5/A1</f><v /></c>',
  ])('%s', async (xml) => {
    const file = await withCell(xml);
    expect(rowsOf(onlySheet(file))[1]).toEqual(['青禾村', '#FORMULA', 'x']);
    expect(file.findings).toMatchObject([
      { code: 'formula_uncalculated', sheet: '表', row: 2, column: 'B' },
    ]);
  });

  test.each([
    ['<c r="B2"><f>A1*0</f><v>0</v></c>', '0'],
    ['<c r="B2" t="str"><f>""</f><v></v></c>', null],
  ])('%s is left as it is', async (xml, text) => {
    const file = await withCell(xml);
    expect(rowsOf(onlySheet(file))[1]).toEqual(['青禾村', text, 'x']);
    expect(file.findings).toEqual([]);
  });
});

test.each(['xlsx', 'xlsb', 'biff8'] as const)(
  'hidden sheets of %s are read, marked and named',
  async (kind) => {
    const book = bookOf({ 看: [['a', 'b']], 藏: [['c', 'd']], 深藏: [['e']] });
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
    const file = await readBook(book, kind);
    expect(sheetsOf(file).map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ['看', false],
      ['藏', true],
      ['深藏', true],
    ]);
    expect(noticed(file)).toEqual([
      ['sheet_hidden', '藏', null],
      ['sheet_hidden', '深藏', null],
    ]);
  },
);

test.each(['xlsx', 'xlsb', 'xlml'] as const)('hidden rows of %s are listed', async (kind) => {
  const book = bookOf({ 表: [['村名'], ['青禾村'], ['柳溪村']] });
  const sheet = book.Sheets['表'];
  if (sheet) sheet['!rows'] = [{}, { hidden: true }, {}, { hidden: true }];
  expect(onlySheet(await readBook(book, kind)).hiddenRows).toEqual([2]);
});

test('an empty sheet is left out and named', async () => {
  const file = await readBook(bookOf({ 表: [['a', 'b']], 空: [] }));
  expect(sheetsOf(file).map(({ sheet }) => sheet)).toEqual(['表']);
  expect(noticed(file)).toEqual([['sheet_empty', '空', null]]);
});

test('rows and columns keep their places, blank ones too', async () => {
  const file = await readBook(bookOf({ 表: [['题'], [], [null, '村名', null, '得分']] }));
  expect(numberedRows(onlySheet(file))).toEqual([
    [1, '题', null, null, null],
    [3, null, '村名', null, '得分'],
  ]);
});

test('merged cells are handed on, and text is filled down beside data', async () => {
  const book = bookOf({
    表: [
      ['类别', '村名', '得分', null],
      [null, null, '上半年', '下半年'],
      ['城区', '青禾村', 90, 91],
      [null, '柳溪村', 80, 81],
    ],
  });
  const sheet = book.Sheets['表'];
  const merges = ['A1:A2', 'B1:B2', 'C1:D1', 'A3:A4'].map((range) => utils.decode_range(range));
  if (sheet) sheet['!merges'] = merges;
  const file = await readBook(book);
  expect(onlySheet(file).merged).toEqual([
    { rows: { first: 1, last: 2 }, columns: { first: 1, last: 1 } },
    { rows: { first: 1, last: 2 }, columns: { first: 2, last: 2 } },
    { rows: { first: 1, last: 1 }, columns: { first: 3, last: 4 } },
    { rows: { first: 3, last: 4 }, columns: { first: 1, last: 1 } },
  ]);
  expect(rowsOf(onlySheet(file)).map(([first]) => first)).toEqual(['类别', null, '城区', '城区']);
  expect(file.findings).toMatchObject([{ code: 'merged_filled', sheet: '表', count: 1 }]);
});

test.each([
  ['xlsx', 'xlsx'],
  ['xlsb', 'xlsb'],
  ['biff8', 'xls'],
  ['biff5', 'xls'],
  ['xlml', 'xml'],
  ['ods', 'ods'],
] as const)(
  'a workbook written as %s reads as %s with the same cells',
  async (bookType, format) => {
    const rows = [
      ['name', 'score', 'day', 'share', 'code'],
      ['a', 1.5, formatted(45016, 'm/d/yy'), formatted(0.5, '0%'), '007'],
    ];
    const sheet = onlySheet(await readBook(bookOf({ one: rows }), bookType));
    expect(sheet.format).toBe(format);
    expect(rowsOf(sheet)[1]).toEqual(['a', '1.5', '2023-03-31', '50%', '007']);
  },
);

test('text of an old workbook is read in the encoding of the machine that wrote it', async () => {
  const plain = bytesOf(
    bookOf({
      one: [
        ['name', 'town'],
        ['ABCDEF', 'x'],
      ],
    }),
    'biff5',
  );
  const written = Buffer.from(plain);
  written.set(encode('青禾村', 'gbk'), written.indexOf('ABCDEF'));
  // the record that names the code page: 1200 becomes 936
  const record = written.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
  written.writeUInt16LE(936, record + 4);
  expect(rowsOf(onlySheet(await read(Uint8Array.from(written))))[1]).toEqual(['青禾村', 'x']);
});

test.each(['gb2312', 'utf-16le'])('an XML spreadsheet in %s', async (label) => {
  const xml = write(bookOf({ 表: [['村名'], ['青禾村']] }), {
    type: 'string',
    bookType: 'xlml',
  }) as string;
  const said = xml.replace('<?xml version="1.0"?>', `<?xml version="1.0" encoding="${label}"?>`);
  const bytes = Uint8Array.from(encode(said, label, { addBOM: label !== 'gb2312' }));
  const sheet = onlySheet(await read(bytes));
  expect([sheet.sheet, rowsOf(sheet)]).toEqual(['表', [['村名'], ['青禾村']]]);
});

test('an OpenDocument spreadsheet says which sheets and rows are hidden', async () => {
  const files = unzipSync(bytesOf(bookOf({ 看: [['a'], ['b']], 藏: [['c']] }), 'ods'));
  const content = strFromU8(files['content.xml'] ?? new Uint8Array())
    .replace(
      '</office:automatic-styles>',
      '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>',
    )
    .replace(/(<table:table table:name="藏") table:style-name="[^"]*"/, '$1 table:style-name="off"')
    .replace(
      /(<table:table-row)([^>]*>(?:(?!table-row).)*<text:p>b<)/s,
      '$1 table:visibility="collapse"$2',
    );
  const file = await read(Uint8Array.from(zipSync({ ...files, 'content.xml': strToU8(content) })));
  expect(
    sheetsOf(file).map(({ sheet, hidden, hiddenRows }) => [sheet, hidden, hiddenRows]),
  ).toEqual([
    ['看', false, [2]],
    ['藏', true, []],
  ]);
});

test('an old workbook with a password is said to be encrypted', async () => {
  const plain = Buffer.from(bytesOf(bookOf({ one: [['name']] }), 'biff8'));
  // the record of the user's name made one of a password that nobody gave
  const record = plain.indexOf(Buffer.from([0x5c, 0x00, 0x70, 0x00]));
  plain.writeUInt16LE(0x002f, record);
  plain.fill(0, record + 4, record + 6);
  expect(await faultOf(() => read(Uint8Array.from(plain)))).toBe('file_encrypted');
});
