import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOf } from '../fault';
import { noticed, onlySheet, read, rowsOf } from './staged';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

/** A Parquet file with the rows of a query. */
async function fileOf(query: string, options = ''): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, 'a.parquet');
  await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet${options})`);
  return Uint8Array.from(readFileSync(path));
}

/** The text of one value. */
async function cell(expression: string): Promise<string | null | undefined> {
  return rowsOf(onlySheet(await read(await fileOf(`SELECT ${expression} AS a`))))[0]?.[0];
}

test.each([
  [`'青禾村'`, '青禾村'],
  [`'007'`, '007'],
  ['NULL::VARCHAR', null],
  ['9007199254740993::BIGINT', '9007199254740993'],
  ['18446744073709551615::UBIGINT', '18446744073709551615'],
  ['0.1::FLOAT', '0.1'],
  ['0.1::DOUBLE', '0.1'],
  ['1e-7::DOUBLE', '0.0000001'],
  ['2.35::DECIMAL(4,2)', '2.35'],
  ['-0.05::DECIMAL(12,2)', '-0.05'],
  ['12345678901234567890123456.789::DECIMAL(38,3)', '12345678901234567890123456.789'],
  [`DATE '2023-03-31'`, '2023-03-31'],
  [`TIME '08:05:00.5'`, '08:05:00.5'],
  [`TIMESTAMP '2023-03-31 18:00:00.123456'`, '2023-03-31T18:00:00.123456'],
  [`TIMESTAMP_MS '1969-12-31 23:59:59.999'`, '1969-12-31T23:59:59.999'],
  [`TIMESTAMP_NS '2023-03-31 18:00:00.123456789'`, '2023-03-31T18:00:00.123456789'],
  ['true', 'true'],
  [`'4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'::UUID`, '4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'],
  [`'abc'::BLOB`, 'abc'],
  ['[1.50::DECIMAL(3,2), NULL]', '[1.50,null]'],
  [`[{'a': DATE '2023-03-31'}]`, '[{"a":"2023-03-31"}]'],
])('%s reads as %s', async (expression, text) => {
  expect(await cell(expression)).toBe(text);
});

test('bytes that are no text are shown as hexadecimal, with a note', async () => {
  const file = await read(await fileOf(`SELECT '\\xFF\\x00'::BLOB AS a, 'b'::BLOB AS b`));
  expect(rowsOf(onlySheet(file))).toEqual([['ff00', 'b']]);
  expect(noticed(file)).toEqual([['bytes_as_hex', null, 'a']]);
});

test('structs and maps become columns, lists stay as they are', async () => {
  const file = await read(
    await fileOf(
      `SELECT {'名': '青禾村', '镇': {'名': '云岭镇'}} AS 村, MAP {'x': 1.50::DECIMAL(3,2)} AS m, [1, 2] AS 分`,
    ),
  );
  expect(onlySheet(file).headings).toEqual(['村.名', '村.镇.名', 'm.x', '分']);
  expect(rowsOf(onlySheet(file))).toEqual([['青禾村', '云岭镇', '1.50', '[1,2]']]);
  expect(noticed(file)).toEqual([
    ['nested_flattened', null, '村, 村.镇, m'],
    ['nested_kept', null, '分'],
  ]);
});

test.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli'])(
  'rows of several groups, packed by %s, keep their order',
  async (codec) => {
    const bytes = await fileOf(
      'SELECT i AS a, CASE WHEN i % 3 > 0 THEN i::VARCHAR END AS b FROM range(10000) t(i)',
      `, COMPRESSION ${codec}, ROW_GROUP_SIZE 2048`,
    );
    const sheet = onlySheet(await read(bytes));
    expect(sheet.headings).toEqual(['a', 'b']);
    expect(rowsOf(sheet)).toEqual(
      Array.from({ length: 10_000 }, (_, i) => [String(i), i % 3 > 0 ? String(i) : null]),
    );
  },
);

test('a file cut short is refused as incomplete', async () => {
  const bytes = await fileOf('SELECT 1 AS a');
  expect(await faultOf(() => read(bytes.slice(0, -4)))).toBe('file_truncated');
  expect(await faultOf(() => read(bytes.slice(0, 6)))).toBe('file_truncated');
});
