import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { latin1, noticed, numberedRows, onlySheet, read, rowsOf, sheetsOf } from './staged';

const table = (rows: string) => `<html><body><table>${rows}</table></body></html>`;
const rowsIn = async (html: string) => rowsOf(onlySheet(await read(html, '考评.xls')));

test('a web page under the name of a workbook is read by its table', async () => {
  const file = await read(
    table('<tr><th>村名<th>得分<tr><td>青禾&amp;村<td>90<tr><td>柳溪村</td><td>&nbsp;</td></tr>'),
  );
  expect(onlySheet(file)).toMatchObject({ format: 'html', sheet: null, headings: null });
  expect(rowsOf(onlySheet(file))).toEqual([
    ['村名', '得分'],
    ['青禾&村', '90'],
    ['柳溪村', null],
  ]);
});

test('cells that span rows and columns leave the others in their places', async () => {
  const file = await read(
    table(
      '<tr><td rowspan=2>类别<td rowspan=2>村名<td colspan=2>得分' +
        '<tr><td>上半年<td>下半年' +
        '<tr><td rowspan=2>城区<td>青禾村<td>1<td>2<tr><td>柳溪村<td>3<td>4',
    ),
  );
  expect(rowsOf(onlySheet(file))).toEqual([
    ['类别', '村名', '得分', null],
    [null, null, '上半年', '下半年'],
    ['城区', '青禾村', '1', '2'],
    ['城区', '柳溪村', '3', '4'],
  ]);
  expect(onlySheet(file).merged).toHaveLength(4);
  expect(onlySheet(file).merged[2]).toEqual({
    rows: { first: 1, last: 1 },
    columns: { first: 3, last: 4 },
  });
  expect(noticed(file)).toEqual([['merged_filled', null, null]]);
});

test('tables stand below each other with a blank row between, and text around them in rows', async () => {
  const html =
    '<h1>考评通报</h1><p>单位：万元</p><table><tr><td>a<td>b</table><table><tr><td>c</table>注：略';
  expect(numberedRows(onlySheet(await read(html)))).toEqual([
    [1, '考评通报', null],
    [2, '单位：万元', null],
    [3, 'a', 'b'],
    [5, 'c', null],
    [6, '注：略', null],
  ]);
});

test('a table within a cell of a page is a table of its own', async () => {
  expect(
    await rowsIn(table('<tr><td><table><tr><td>a<td>b<tr><td>1<td>2</table></td></tr>')),
  ).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('breaks are line ends, scripts and hidden text are not shown, hidden rows are listed', async () => {
  const file = await read(
    table(
      '<tr><td>得分<br>（分）<td>a\n  b<script>x()</script><td><span style="display:none">s</span>c' +
        '<tr style="display:none"><td>藏<td>1<td>2',
    ),
  );
  expect(rowsOf(onlySheet(file))).toEqual([
    ['得分\n（分）', 'a b', 'c'],
    ['藏', '1', '2'],
  ]);
  expect(onlySheet(file).hiddenRows).toEqual([2]);
});

test('codes stay text, and a number has all the digits that the page knows', async () => {
  const html = table(
    `<tr><td style='mso-number-format:"\\@"'>007<td x:num="340207001201">3.40207E+11<td x:num="45016">2023/3/31`,
  );
  expect(await rowsIn(html)).toEqual([['007', '340207001201', '2023/3/31']]);
});

describe('encodings', () => {
  const page = (charset: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><table><tr><td>村名<td>青禾村</table>`;

  test.each([
    ['gb2312', 'gb18030'],
    ['big5', 'big5'],
    ['utf-8', 'utf-8'],
    ['unicode', 'utf-16'],
    // what the page says of itself is wrong
    ['gb2312', 'utf-8'],
  ])('a page that says %s and is %s', async (said, written) => {
    const bytes = Uint8Array.from(encode(page(said), written, { addBOM: written === 'utf-16' }));
    expect(rowsOf(onlySheet(await read(bytes)))).toEqual([['村名', '青禾村']]);
  });
});

describe('a workbook saved as one web page', () => {
  const names = ['一季度', '二季度', '底稿'];
  const main = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>${names
    .map(
      (name, index) =>
        `<x:ExcelWorksheet><x:Name>${name}</x:Name><x:WorksheetSource HRef="book.files/sheet00${index + 1}.htm"/>${name === '底稿' ? '<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>' : ''}</x:ExcelWorksheet>`,
    )
    .join(
      '',
    )}</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><frameset></frameset></html>`;
  const sheet = (cell: string) => `<html><table><tr><td>村名<td>${cell}</table></html>`;
  const quoted = (html: string) =>
    [...Buffer.from(html)]
      .map((byte) =>
        byte > 126 || byte === 61
          ? `=${byte.toString(16).toUpperCase()}`
          : String.fromCharCode(byte),
      )
      .join('')
      .replaceAll(/(.{60}(?:[^=]{2}))/g, '$1=\r\n');
  const part = (location: string, encoding: string, body: string, charset = 'utf-8') =>
    `------=_Next\r\nContent-Location: file:///C:/${location}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html;\r\n\tcharset="${charset}"\r\n\r\n${body}\r\n`;
  const gbk = encode(sheet('柳溪村'), 'gbk')
    .toString('base64')
    .replaceAll(/(.{20})/g, '$1\r\n');
  const message = (end: string) =>
    `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n\tboundary="----=_Next"\r\n\r\nnone\r\n` +
    part('book.htm', 'quoted-printable', quoted(main)) +
    part('book.files/sheet002.htm', 'base64', gbk, 'gb2312') +
    part('book.files/sheet001.htm', 'quoted-printable', quoted(sheet('青禾村'))) +
    part('book.files/sheet003.htm', 'quoted-printable', quoted(sheet('略'))) +
    end;

  test.each([
    ['with its end', '------=_Next--\r\n'],
    ['cut off after the last part', ''],
  ])('%s', async (_, end) => {
    const file = await read(latin1(message(end)), '考评.xls');
    expect(sheetsOf(file).map((one) => [one.sheet, one.format, one.hidden, rowsOf(one)])).toEqual([
      ['一季度', 'mht', false, [['村名', '青禾村']]],
      ['二季度', 'mht', false, [['村名', '柳溪村']]],
      ['底稿', 'mht', true, [['村名', '略']]],
    ]);
    expect(noticed(file)).toEqual([['sheet_hidden', '底稿', null]]);
  });

  test('with bare line ends', async () => {
    const file = await read(latin1(message('').replaceAll('\r\n', '\n')), '考评.xls');
    expect(sheetsOf(file).map((one) => one.sheet)).toEqual(names);
  });
});
