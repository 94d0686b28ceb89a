import { utils, write, type CellObject, type WorkBook } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../workers/readers/xlsx';

type Cell = string | number | boolean | null | CellObject;

function bookOf(sheets: Record<string, readonly (readonly Cell[])[]>): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return book;
}

function read(book: WorkBook) {
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
  return readWorkbook(new Blob([Uint8Array.from(bytes)]), 'zip', () => undefined);
}

/** The text of one cell. */
async function cell(given: Cell, date1904 = false): Promise<string | null | undefined> {
  const book = bookOf({ 表: [['x', given]] });
  if (date1904) book.Workbook = { WBProps: { date1904: true } };
  return (await read(book)).sheets[0]?.rows[0]?.[1];
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
])('%s under the format %s reads as %s, whatever is shown of it', async (v, z, text) => {
  expect(await cell(formatted(v, z))).toBe(text);
});

test.each([
  [45016, 'yyyy-mm-dd', '2023-03-31'],
  [45016, 'm/d/yy', '2023-03-31'],
  [45016, 'yyyy"年"m"月"d"日"', '2023-03-31'],
  [45016.75, 'yyyy-mm-dd hh:mm', '2023-03-31 18:00:00'],
  [0.5, 'hh:mm', '12:00:00'],
])('the date %s under %s reads as %s', async (v, z, text) => {
  expect(await cell(formatted(v, z))).toBe(text);
});

test('a workbook that counts days from 1904 has its dates four years on', async () => {
  expect(await cell(formatted(45016 - 1462, 'yyyy-mm-dd'), true)).toBe('2023-03-31');
});

test('a failed formula is named with its place', async () => {
  const { sheets, findings } = await read(
    bookOf({
      表: [
        ['村名', '得分'],
        ['青禾村', { t: 'e', v: 0x07, w: '#DIV/0!' }],
      ],
    }),
  );
  expect(sheets[0]?.rows[1]).toEqual(['青禾村', '#DIV/0!']);
  expect(findings).toMatchObject([
    { code: 'formula_error', sheet: '表', row: 2, column: 'B', value: '#DIV/0!' },
  ]);
});

test('the value of a formula is read, not its text', async () => {
  expect(await cell({ t: 'n', v: 12, f: 'A1*2' })).toBe('12');
});

test('hidden sheets are left out and named', async () => {
  const book = bookOf({ 看: [['a', 'b']], 藏: [['c', 'd']], 深藏: [['e']] });
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
  const { sheets, findings } = await read(book);
  expect(sheets.map(({ name }) => name)).toEqual(['看']);
  expect(findings.map(({ code, sheet }) => [code, sheet])).toEqual([
    ['sheet_hidden', '藏'],
    ['sheet_hidden', '深藏'],
  ]);
});

test('an empty sheet is left out and named', async () => {
  const { sheets, findings } = await read(bookOf({ 表: [['a', 'b']], 空: [] }));
  expect(sheets.map(({ name }) => name)).toEqual(['表']);
  expect(findings).toMatchObject([{ code: 'sheet_empty', sheet: '空' }]);
});

test('rows and columns keep their places, blank ones too', async () => {
  const { sheets } = await read(bookOf({ 表: [['题'], [], [null, '村名', null, '得分']] }));
  expect(sheets[0]?.rows).toEqual([['题'], [], [null, '村名', null, '得分']]);
});
