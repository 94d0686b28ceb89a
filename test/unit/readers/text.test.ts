import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readAs, toUtf8 } from '../../../workers/readers/text';

const words = '统计用区划代码,村(社区)\r\n990101001201,青禾村\r\n';

async function read(bytes: Uint8Array | string) {
  const { utf8, encoding, replaced } = await toUtf8(
    new Blob([Uint8Array.from(Buffer.from(bytes))]),
    () => undefined,
  );
  return { text: Buffer.from(await utf8.arrayBuffer()).toString('utf8'), encoding, replaced };
}

test.each([
  ['UTF-8', Buffer.from(words)],
  ['UTF-8 BOM', Buffer.from(`\ufeff${words}`)],
  ['GB18030', iconv.encode(words, 'gbk')],
  ['UTF-16LE', iconv.encode(words, 'utf-16le', { addBOM: true })],
  ['UTF-16BE', iconv.encode(words, 'utf-16be', { addBOM: true })],
])('%s is recognised, and its mark is no part of the text', async (encoding, bytes) => {
  expect(await read(bytes)).toEqual({ text: words, encoding, replaced: false });
});

test('characters that GB18030 writes in four bytes', async () => {
  const rare = '䶮庙村,㐂\n𠮷村,90';
  expect(await read(iconv.encode(rare, 'gb18030'))).toEqual({
    text: rare,
    encoding: 'GB18030',
    replaced: false,
  });
});

test('plain ASCII is UTF-8', async () => {
  expect(await read('code,name\n1,a')).toMatchObject({ encoding: 'UTF-8', replaced: false });
});

test('a character across the border of two chunks stays whole', async () => {
  // chunks of 4 MiB: one byte of ASCII before puts every character of two or three bytes across it
  const long = `a${'村'.repeat(2 * 1024 * 1024 + 1)}`;
  expect((await read(iconv.encode(long, 'gbk'))).text === long).toBe(true);
  expect((await read(long)).text === long).toBe(true);
});

test('one broken byte among GB18030 stands as U+FFFD, the rest is read', async () => {
  const before = iconv.encode('村名,备注\n青禾村,', 'gbk');
  const after = iconv.encode('\n柳塘村,好\n', 'gbk');
  expect(await read(Buffer.concat([before, Buffer.from([0xff]), after]))).toEqual({
    text: '村名,备注\n青禾村,\ufffd\n柳塘村,好\n',
    encoding: 'GB18030',
    replaced: true,
  });
});

test('one broken byte among UTF-8 stands as U+FFFD, the rest is read', async () => {
  const bytes = Buffer.concat([
    Buffer.from(words),
    Buffer.from([0xe6, 0x9d]),
    Buffer.from(',1\r\n'),
  ]);
  expect(await read(bytes)).toEqual({
    text: `${words}\ufffd,1\r\n`,
    encoding: 'UTF-8',
    replaced: true,
  });
});

test('UTF-8 with one character cut short is not silently read as other characters', async () => {
  // every run has an even number of bytes, so that GB18030 has a character for each pair
  const bytes = Buffer.concat([
    Buffer.from('村名,得分\n青'),
    Buffer.from([0xe7]),
    Buffer.from(',90\n柳塘,80\n'),
  ]);
  expect((await read(bytes)).replaced).toBe(true);
});

test('an empty file is an empty text', async () => {
  expect(await read('')).toEqual({ text: '', encoding: 'UTF-8', replaced: false });
});

test('every byte that is passed over is reported', async () => {
  const bytes = iconv.encode(words, 'gbk');
  let seen = 0;
  await toUtf8(new Blob([Uint8Array.from(bytes)]), (count) => (seen += count));
  expect(seen).toBeGreaterThanOrEqual(bytes.length);
});

const traditional = '鄉鎮,村里,分數\r\n青山鎮,柳塘村,九十\r\n雲嶺鄉,清禾里,八十\r\n';
const western = 'nom,prénom,âge\nDupré,Zoé,31\nMüller,Jürgen,40\nNuñez,José,28\n';

test.each([
  ['Big5', iconv.encode(traditional, 'big5'), traditional],
  ['windows-1252', iconv.encode(western, 'windows-1252'), western],
  ['UTF-16LE', iconv.encode(words, 'utf-16le'), words],
  ['UTF-16BE', iconv.encode(words, 'utf-16be'), words],
])('%s is known by its bytes, beyond doubt', async (encoding, bytes, text) => {
  const content = new Blob([Uint8Array.from(bytes)]);
  const { utf8, alternatives, ...rest } = await toUtf8(content, () => undefined);
  expect(rest).toEqual({ encoding, replaced: false });
  expect(await utf8.text()).toBe(text);
  expect(alternatives).toEqual([]);
});

test('lines of two encodings are each read in their own, and it is asked', async () => {
  const bytes = Buffer.concat([
    Buffer.from('村名,得分\n青禾村,90\n'),
    iconv.encode('柳塘村,80\n云岭村,70\n', 'gbk'),
  ]);
  const content = new Blob([Uint8Array.from(bytes)]);
  const { utf8, encoding, alternatives } = await toUtf8(content, () => undefined);
  expect(encoding).toBe('UTF-8 + GB18030');
  expect(await utf8.text()).toBe('村名,得分\n青禾村,90\n柳塘村,80\n云岭村,70\n');
  expect(alternatives.map((each) => each.encoding)).toEqual([
    'UTF-8 + GB18030',
    'GB18030',
    'UTF-8',
  ]);
  expect(alternatives[0]?.preview).toContain('柳塘村,80');
  expect(alternatives[2]?.preview).toContain('村名,得分');
});

test('where the bytes do not tell, what they may be is shown line by line', async () => {
  const bytes = iconv.encode('a,b\n1,Αθήνα\n2,Σέρρες\n', 'iso-8859-7');
  const { alternatives } = await toUtf8(new Blob([Uint8Array.from(bytes)]), () => undefined);
  expect(alternatives.length).toBeGreaterThan(1);
  for (const { preview } of alternatives) expect(preview).toHaveLength(2);
});

test('an encoding that is named is taken as it is', async () => {
  const content = new Blob([Uint8Array.from(iconv.encode('柳塘村', 'gbk'))]);
  const { utf8, encoding } = await readAs(content, 'Big5', () => undefined);
  expect(encoding).toBe('Big5');
  expect(await utf8.text()).toBe(iconv.decode(iconv.encode('柳塘村', 'gbk'), 'big5'));
});
