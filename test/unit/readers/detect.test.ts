import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { detect } from '../../../workers/readers/detect';
import { faultOf } from '../fault';
import { latin1, read } from './staged';

const workbook = () => {
  const book = utils.book_new(utils.aoa_to_sheet([['村名'], ['青禾村']]), '一季度');
  return Uint8Array.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
};
const kindOf = (content: BlobPart) => detect(new Blob([content]), 'a.xlsx');

test.each([
  ['an empty file', 'file_empty', '', '空.csv'],
  ['a blank file', 'file_empty', '\r\n\r\n', '空.csv'],
  ['an archive of nothing', 'file_empty', `PK\x05\x06${'\0'.repeat(18)}`, '空.zip'],
  ['a picture named as a workbook', 'file_picture', '\x89PNG\r\n\x1a\n\x00\x00', '考评.xlsx'],
  ['a photo', 'file_picture', '\xff\xd8\xff\xe0\x00\x10JFIF', '考评.csv'],
  ['a bitmap', 'file_picture', 'BM\x36\x00\x00\x00\x00\x00', '考评.csv'],
  ['a PDF named as a table', 'file_pdf', '%PDF-1.7\n', '考评.csv'],
  ['an archive that must be unpacked first', 'file_unknown', 'Rar!\x1a\x07', '考评.xlsx'],
  ['another', 'file_unknown', '7z\xbc\xaf\x27\x1c\x00\x04', '考评.xlsx'],
  ['a third', 'file_unknown', 'BZh91AY&SY\x01\x02', '考评.csv.bz2'],
  ['binary junk', 'file_unknown', '\x00\x01\x02\x03junk', '考评.csv'],
  ['a web page without a table', 'file_markup', '<html><p>1</p></html>', '考评.xls'],
  ['XML that is no table', 'file_markup', '<?xml version="1.0"?><rss><a/></rss>', '考评.xml'],
  ['a resource fork', 'file_resource_fork', '\x00\x05\x16\x07\x00\x02\x00\x00', '._考评.xlsx'],
  ['the lock file of an open workbook', 'file_lock', '\x05Admin  ', '镇/~$考评.xlsx'],
  ['an encrypted Parquet file', 'file_encrypted', 'PARE\x00\x01', 'a.parquet'],
])('%s is refused with %s', async (_, code, content, name) => {
  expect(await faultOf(() => read(latin1(content), name))).toBe(code);
});

test('a workbook cut short is refused as incomplete', async () => {
  const whole = workbook();
  expect(await faultOf(() => read(whole.slice(0, whole.length / 2)))).toBe('file_truncated');
  expect(await faultOf(() => read(whole.slice(0, 10)))).toBe('file_truncated');
});

test('a document of another program is no archive of tables', async () => {
  const files = { '[Content_Types].xml': latin1('<Types/>'), 'word/document.xml': latin1('<w/>') };
  expect(await faultOf(() => read(Uint8Array.from(zipSync(files))))).toBe('file_unknown');
});

test('a workbook of garbage is refused, not thrown about', async () => {
  const archive = Uint8Array.from(zipSync({ 'xl/workbook.xml': latin1('no xml') }));
  expect(['file_unreadable', 'file_no_table', 'file_unknown']).toContain(
    await faultOf(() => read(archive)),
  );
});

test('the content decides, not the name', async () => {
  expect((await read(workbook(), '考评.csv')).parts[0]?.format).toBe('xlsx');
  expect((await read('村名,得分\n青禾村,1\n', '考评.xlsx')).parts[0]?.format).toBe('csv');
});

test.each([
  ['BM,name\n1,2\n', 'text'],
  ['PAR1,得分\n1,2\n', 'text'],
  ['<5,<10\n1,2\n', 'text'],
  ['[1],[2]\n3,4\n', 'text'],
  ['{a},b\n1,2\n', 'text'],
  ['From: a\nTo: b\n', 'text'],
  ['\ufeff  {"a": 1}', 'json'],
  ['[\n {"a": 1}]', 'json'],
  ['[["a", 1], ["b", 2]]', 'json'],
  ['["a", 1]\n["b", 2]\n', 'json'],
  ['\ufeff\n<table><tr><td>1', 'html'],
  ['<!-- x --><HTML>', 'html'],
  ['From: <Saved>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\n\r\n', 'mht'],
])('%j is %s', async (content, kind) => {
  expect(await kindOf(content)).toBe(kind);
});

test.each(['utf-16le', 'utf16be'])(
  '%s without a mark is text in spite of its zeros',
  async (label) => {
    const little = Buffer.from('村名,得分\n青禾村,90\n', 'utf16le');
    expect(await kindOf(Uint8Array.from(label === 'utf16be' ? little.swap16() : little))).toBe(
      'text',
    );
  },
);

test('UTF-16 with a mark is text in spite of its zero bytes', async () => {
  expect(await kindOf(latin1('\xff\xfea\x00,\x00'))).toBe('text');
});
