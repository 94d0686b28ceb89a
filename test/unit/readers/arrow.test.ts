import * as arrow from '@uwdata/flechette';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { unpackLz4 } from '../../../workers/readers/lz4-frame';
import { faultOf } from '../fault';
import { noticed, onlySheet, read, rowsOf } from './staged';

/** An Arrow file of one column. */
function fileOf(values: unknown[], type: arrow.DataType, format: 'file' | 'stream' = 'stream') {
  const bytes = arrow.tableToIPC(arrow.tableFromArrays({ a: values }, { types: { a: type } }), {
    format,
  });
  if (!bytes) throw new Error('nothing was written');
  return Uint8Array.from(bytes);
}

async function cells(values: unknown[], type: arrow.DataType) {
  return rowsOf(onlySheet(await read(fileOf(values, type)))).map(([cell]) => cell);
}

const day = Date.UTC(2023, 2, 31);

test.each([
  ['text', ['青禾村', null], arrow.utf8(), ['青禾村', null]],
  ['text of a dictionary', ['a', 'b', 'a'], arrow.dictionary(arrow.utf8()), ['a', 'b', 'a']],
  ['long whole numbers', [9007199254740993n], arrow.int64(), ['9007199254740993']],
  ['short floating numbers', [0.1, 16777216], arrow.float32(), ['0.1', '16777216']],
  ['floating numbers', [1e21, NaN], arrow.float64(), ['1000000000000000000000', 'NaN']],
  ['decimals', [-2.35, 12], arrow.decimal(10, 3), ['-2.350', '12.000']],
  ['days', [new Date(day)], arrow.dateDay(), ['2023-03-31']],
  ['points in time', [day + 1], arrow.timestamp(1), ['2023-03-31T00:00:00.001']],
  ['points in time of a zone', [day], arrow.timestamp(0, 'UTC'), ['2023-03-31T00:00:00Z']],
  ['booleans', [true, false], arrow.bool(), ['true', 'false']],
  ['nothing', [null, null], arrow.nullType(), [null, null]],
  ['lists', [[1, null]], arrow.list(arrow.float64()), ['[1,null]']],
] as const)('%s', async (_, values, type, expected) => {
  expect(await cells([...values], type)).toEqual(expected);
});

test('structs become columns', async () => {
  const type = arrow.struct({ x: arrow.utf8(), y: arrow.decimal(5, 2) });
  const file = await read(fileOf([{ x: '青禾村', y: 1.5 }, null], type));
  expect(onlySheet(file)).toMatchObject({ format: 'arrow', headings: ['a.x', 'a.y'] });
  expect(rowsOf(onlySheet(file))).toEqual([
    ['青禾村', '1.50'],
    [null, null],
  ]);
  expect(noticed(file)).toEqual([['nested_flattened', null, 'a']]);
});

test.each(['file', 'stream'] as const)('a %s', async (format) => {
  const other = tableToIPC(tableFromArrays({ a: ['青禾村'] }), format);
  expect(rowsOf(onlySheet(await read(Uint8Array.from(other))))).toEqual([['青禾村']]);
  const own = fileOf(['青禾村'], arrow.utf8(), format);
  expect(rowsOf(onlySheet(await read(own)))).toEqual([['青禾村']]);
});

test.each(['file', 'stream'] as const)('a %s cut short is refused', async (format) => {
  const bytes = fileOf(['青禾村'.repeat(500)], arrow.utf8(), format);
  expect(['file_truncated', 'file_unreadable']).toContain(
    await faultOf(() => read(bytes.slice(0, bytes.length / 2))),
  );
});

describe('LZ4', () => {
  const frame = (...blocks: number[][]) =>
    Uint8Array.from([
      ...[0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0xc0],
      ...blocks.flat(),
      ...[0, 0, 0, 0],
    ]);
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

  test('a block refers back to the block before it, and over itself', () => {
    // "abcd", then four bytes from four back and four more of them
    const first = [5, 0, 0, 0, 0x40, 0x61, 0x62, 0x63, 0x64];
    const second = [5, 0, 0, 0, 0x04, 0x04, 0x00, 0x10, 0x65];
    expect(text(unpackLz4(frame(first, second), 13))).toBe('abcdabcdabcde');
  });

  test('a block that is not packed', () => {
    expect(text(unpackLz4(frame([2, 0, 0, 0x80, 0x61, 0x62]), 2))).toBe('ab');
  });

  test.each([
    ['refers to before the start', frame([4, 0, 0, 0, 0x10, 0x61, 0x09, 0x00]), 9],
    ['is shorter than said', frame([2, 0, 0, 0x80, 0x61, 0x62]), 3],
    ['is longer than said', frame([5, 0, 0, 0, 0x14, 0x61, 0x01, 0x00, 0x00]), 3],
    ['is none', Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]), 3],
  ])('a frame that %s is refused', (_, bytes, length) => {
    expect(() => unpackLz4(bytes, length)).toThrow(Error);
  });
});
