import { utils, write } from '@e965/xlsx';
import { gzipSync, zipSync, type Zippable } from 'fflate';
import { encode } from 'iconv-lite';
import { expect, test } from 'vitest';
import { Fault } from '../../../src/model/answer';
import { Meter } from '../../../workers/readers/meter';
import { listZip, unpack } from '../../../workers/readers/zip';
import { faultOf } from '../fault';
import { latin1, onlySheet, read, rowsOf } from './staged';

const csv = new TextEncoder().encode('村名,得分\n青禾村,90\n');
const zip = (files: Zippable) => Uint8Array.from(zipSync(files));
const workbook = () => {
  const book = utils.book_new(utils.aoa_to_sheet([['村名'], ['柳溪村']]), '一季度');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
};

test('every file of an archive is read by its content', async () => {
  const { parts, findings } = await read(
    zip({
      '云岭镇/': new Uint8Array(),
      '云岭镇/一季度.xlsx': csv,
      '云岭镇/二季度.csv': workbook(),
      'a.json': latin1('[{"a":1}]'),
    }),
  );
  expect(parts.map(({ format, member }) => [format, member])).toEqual([
    ['csv', '云岭镇/一季度.xlsx'],
    ['xlsx', '云岭镇/二季度.csv'],
    ['json', 'a.json'],
  ]);
  expect(findings).toEqual([]);
});

test('an archive within an archive is read, one within that is named', async () => {
  const inner = zip({ 'b.csv': csv });
  const { parts, findings } = await read(
    zip({ 'a.zip': inner, 'c.zip': zip({ 'd.zip': inner, 'e.csv': csv }) }),
  );
  expect(parts.map(({ member }) => member)).toEqual(['a.zip/b.csv', 'c.zip/e.csv']);
  expect(findings).toMatchObject([
    { code: 'member_failed', file: 'c.zip/d.zip', about: 'file_unknown' },
  ]);
});

test('files without a table are passed over with one note of each kind', async () => {
  const { parts, findings } = await read(
    zip({
      '__MACOSX/._a.csv': latin1('\0\x05\x16\x07'),
      '镇/._b.csv': latin1('\0\x05\x16\x07'),
      '~$a.xlsx': latin1('\x05Admin'),
      '.DS_Store': latin1('\0'),
      'Thumbs.db': latin1('\0'),
      'readme.txt': new Uint8Array(),
      'a.csv': csv,
    }),
  );
  expect(parts.map(({ member }) => member)).toEqual(['a.csv']);
  expect(findings.map(({ code, about, count }) => [code, about, count])).toEqual([
    ['member_ignored', 'resource_fork', 2],
    ['member_ignored', 'lock', 1],
    ['member_ignored', 'hidden', 2],
    ['member_ignored', 'empty', 1],
  ]);
});

test('a file that fails is named with the reason, and the others load', async () => {
  const { parts, findings } = await read(
    zip({ 'a.pdf': latin1('%PDF-1.7'), 'b.json': latin1('[{"a":1},\n{]'), 'c.csv': csv }),
  );
  expect(parts.map(({ member }) => member)).toEqual(['c.csv']);
  expect(findings).toMatchObject([
    { code: 'member_failed', file: 'a.pdf', about: 'file_pdf' },
    { code: 'member_failed', file: 'b.json', about: 'json_malformed', row: 2 },
  ]);
});

test('an archive in which nothing loads is refused, with the reason where there is one file', async () => {
  const pdf = latin1('%PDF-1.7');
  expect(await faultOf(() => read(zip({ 'a.pdf': pdf })))).toBe('file_pdf');
  expect(await faultOf(() => read(zip({ 'a.pdf': pdf, 'b.pdf': pdf })))).toBe('archive_no_table');
});

/** The bytes of an archive with a name and the flags of its file changed in both places where they stand. */
function renamed(archive: Uint8Array, from: string, to: Uint8Array, flags: number) {
  const bytes = Buffer.from(archive);
  const places = [bytes.indexOf(from), bytes.lastIndexOf(from)];
  places.forEach((at, index) => {
    bytes.set(to, at);
    bytes.writeUInt16LE(flags, at - (index === 0 ? 24 : 38));
  });
  return Uint8Array.from(bytes);
}

test.each([
  ['gbk', 0],
  ['utf-8', 0],
  ['utf-8', 0x800],
])('a name in %s under the flags %i', async (encoding, flags) => {
  const name = encode('青禾村', encoding);
  const archive = zip({ ['x'.repeat(name.length)]: csv });
  const { parts } = await read(renamed(archive, 'x'.repeat(name.length), name, flags));
  expect(parts[0]?.member).toBe('青禾村');
});

test('an archive with a password is said to be encrypted', async () => {
  const archive = renamed(zip({ 'a.csv': csv }), 'a.csv', latin1('a.csv'), 1);
  expect(await faultOf(() => read(archive))).toBe('file_encrypted');
});

test('an archive cut short is refused as incomplete', async () => {
  const archive = zip({ 'a.csv': csv, 'b.csv': csv });
  expect(await faultOf(() => read(archive.slice(0, -30)))).toBe('file_truncated');
  const broken = Uint8Array.from(archive);
  broken.fill(0xff, 40, 50);
  expect(await faultOf(() => read(broken))).toBe('file_truncated');
});

test('a broken file at the beginning of a large archive is told before its end', async () => {
  // bytes without a pattern stay as large as they are
  let state = 1;
  const noise = new Uint8Array(12_000_000).map(
    () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24,
  );
  const archive = zip({ 'a.csv': csv, 'b.bin': noise });
  const start = new TextDecoder('latin1').decode(archive.subarray(0, 200)).indexOf('a.csv') + 5;
  // a kind of block that there is not
  archive[start] = 0xff;
  const content = new Blob([archive]);
  let seen = 0;
  const unpacked = unpack(
    content,
    await listZip(content),
    (bytes) => (seen += bytes),
    () => null,
  );
  expect(await faultOf(() => unpacked)).toBe('file_truncated');
  expect(seen).toBeLessThan(archive.length);
});

test('unpacking stops where it becomes too much', async () => {
  const archive = new Blob([zip({ 'a.csv': new Uint8Array(5_000_000) })]);
  const stop = () => {
    throw new Fault('file_too_large');
  };
  const unpacking = () =>
    unpack(
      archive,
      [{ name: 'a.csv', encrypted: false }],
      () => undefined,
      () => stop,
    );
  expect(await faultOf(unpacking)).toBe('file_too_large');
  const meter = new Meter();
  meter.count(2 ** 30);
  expect(await faultOf(() => meter.count(1))).toBe('file_too_large');
});

test('a packed file is what is packed in it', async () => {
  const text = await read(Uint8Array.from(gzipSync(csv)), 'a.csv.gz');
  expect(text.parts).toMatchObject([{ kind: 'text', format: 'csv', member: null }]);
  const book = await read(Uint8Array.from(gzipSync(workbook())), 'a.gz');
  expect(rowsOf(onlySheet(book))).toEqual([['村名'], ['柳溪村']]);
  const cut = gzipSync(csv).slice(0, -6);
  expect(await faultOf(() => read(Uint8Array.from(cut)))).toBe('file_truncated');
});
