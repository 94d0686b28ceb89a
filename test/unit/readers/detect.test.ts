import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { detect } from '../../../workers/readers/detect';
import { readFile } from '../../../workers/readers/read';
import { zipSync } from 'fflate';
import { faultOf } from '../fault';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const workbook = () => {
  const book = utils.book_new(utils.aoa_to_sheet([['村名'], ['青禾村']]), '一季度');
  return Uint8Array.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
};
const read = (content: Uint8Array<ArrayBuffer>, name = 'a.xlsx') =>
  readFile(new Blob([content]), name, () => undefined);

test.each([
  ['an empty file', 'file_empty', '', '空.csv'],
  ['a blank file', 'file_empty', '\r\n\r\n', '空.csv'],
  ['a picture named as a workbook', 'file_picture', '\x89PNG\r\n\x1a\n\x00\x00', '考评.xlsx'],
  ['a photo', 'file_picture', '\xff\xd8\xff\xe0\x00\x10JFIF', '考评.csv'],
  ['a bitmap', 'file_picture', 'BM\x36\x00\x00\x00\x00\x00', '考评.csv'],
  ['a PDF named as a table', 'file_pdf', '%PDF-1.7\n', '考评.csv'],
  ['an archive that holds no table', 'file_unknown', 'Rar!\x1a\x07', '考评.xlsx'],
  ['binary junk', 'file_unknown', '\x00\x01\x02\x03junk', '考评.csv'],
  [
    'a web page named as a workbook',
    'file_markup',
    '<html><table><tr><td>1</td></tr></table></html>',
    '考评.xls',
  ],
  ['a resource fork', 'file_resource_fork', '\x00\x05\x16\x07\x00\x02\x00\x00', '._考评.xlsx'],
  ['the lock file of an open workbook', 'file_lock', '\x05Admin  ', '镇/~$考评.xlsx'],
])('%s is refused with %s', async (_, code, content, name) => {
  expect(await faultOf(() => read(bytes(content), name))).toBe(code);
});

test('a workbook cut short is refused as incomplete', async () => {
  const whole = workbook();
  expect(await faultOf(() => read(whole.slice(0, whole.length / 2)))).toBe('file_truncated');
  expect(await faultOf(() => read(whole.slice(0, 10)))).toBe('file_truncated');
});

test('an archive of other files is no workbook', async () => {
  const archive = Uint8Array.from(zipSync({ 'word/document.xml': bytes('<w/>') }));
  expect(await faultOf(() => read(archive))).toBe('file_unknown');
});

test('an archive that unpacks to garbage is refused, not thrown about', async () => {
  const archive = Uint8Array.from(zipSync({ 'xl/workbook.xml': bytes('no xml') }));
  expect(['file_unreadable', 'file_no_table', 'file_unknown']).toContain(
    await faultOf(() => read(archive)),
  );
});

test('the content decides, not the name', async () => {
  expect((await read(workbook(), '考评.csv')).format).toBe('xlsx');
  expect(
    (await read(Uint8Array.from(Buffer.from('村名,得分\n青禾村,1\n')), '考评.xlsx')).format,
  ).toBe('csv');
});

test('a text that begins like a bitmap is text', async () => {
  expect(await detect(new Blob(['BM,name\n1,2\n']), 'a.csv')).toBe('text');
});

test('UTF-16 is text in spite of its zero bytes', async () => {
  expect(await detect(new Blob([bytes('\xff\xfea\x00,\x00')]), 'a.csv')).toBe('text');
});
