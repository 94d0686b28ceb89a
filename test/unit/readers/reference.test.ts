import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReadFile } from '../../../workers/readers/read';
import { faultOf } from '../fault';
import { noticed, onlySheet, read, rowsOf, sheetsOf } from './staged';

// Files that other people published, with what is known of them.

const folder = '../shared/reference/files';

function load(path: string): Promise<ReadFile> {
  return read(Uint8Array.from(readFileSync(join(folder, path))), path.split('/').at(-1));
}

describe.skipIf(!existsSync(`${folder}/xlsx`))('reference: workbooks', () => {
  const files = existsSync(`${folder}/xlsx`) ? readdirSync(`${folder}/xlsx`) : [];
  const fileAt = (pattern: RegExp) => files.find((name) => pattern.test(name)) ?? '';

  test.each(files.filter((name) => name.startsWith('._')))('%s is no workbook', async (name) => {
    expect(await faultOf(() => load(`xlsx/${name}`))).toBe('file_resource_fork');
  });

  test.each(['encrypted_yearbook.xls', 'pass_protected.xlsx'])('%s is encrypted', async (name) => {
    expect(await faultOf(() => load(`xlsx/${name}`))).toBe('file_encrypted');
  });

  test.each([
    ['date.xlsx', 3],
    ['date_1904.xlsx', 3],
    ['date_iso.xlsx', 6],
  ])('the first day of %s', async (name, rows) => {
    const cells = rowsOf(onlySheet(await load(`xlsx/${name}`)));
    expect(cells).toHaveLength(rows);
    expect(cells[0]?.[0]).toBe('2021-01-01');
  });

  test.each(['xlsx', 'xlsb', 'xls', 'ods'])(
    'any_sheets.%s has one sheet with cells',
    async (kind) => {
      const file = await load(`xlsx/any_sheets.${kind}`);
      expect(onlySheet(file)).toMatchObject({ format: kind, sheet: 'Visible', hidden: false });
      expect(rowsOf(onlySheet(file)).slice(0, 3)).toEqual([
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ]);
      expect(noticed(file).map(([code]) => code)).toEqual(Array(3).fill('sheet_empty'));
    },
  );

  test('every kind of error is text and a finding', async () => {
    const errors = ['#DIV/0!', '#NAME?', '#VALUE!', '#NULL!', '#REF!', '#NUM!', '#N/A'];
    const file = await load('xlsx/errors.xlsx');
    expect(rowsOf(onlySheet(file)).map(([cell]) => cell)).toEqual(errors);
    expect(file.findings.filter(({ code }) => code === 'formula_error')).toHaveLength(7);
  });

  test('a vast used range costs nothing', async () => {
    const sheet = onlySheet(await load('xlsx/issue_174.xlsx'));
    expect([sheet.width, rowsOf(sheet).length]).toEqual([11, 2]);
  });

  test('hostile files do no harm', async () => {
    const [[bomb] = []] = rowsOf(onlySheet(await load('xlsx/poc-xmlbomb-empty.xlsx')));
    expect(bomb).toMatch(/^test123&a5;/);
    expect(await faultOf(() => load('xlsx/threaded_comment_bad.xlsx'))).toBe('file_no_table');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('an old workbook keeps its title, its unit and the merges of its header', async () => {
    const file = await load(`xlsx/${fileAt(/^01-.*\.xls$/)}`);
    const sheet = onlySheet(file);
    const rows = rowsOf(sheet);
    expect(sheet.format).toBe('xls');
    expect(rows[2]?.[0]).toMatch(/单位：万元/);
    expect(sheet.merged).toHaveLength(69);
    // a header over three rows is not filled down
    expect(rows[4]?.[3]).toMatch(/农林牧渔/);
    expect(rows[5]?.[3]).toBeNull();
  });

  test.each([/^2007.*\.xlsx$/, /^2012.*\.xlsx$/])(
    '%s has a header of several rows',
    async (name) => {
      const sheet = onlySheet(await load(`xlsx/${fileAt(name)}`));
      const rows = rowsOf(sheet);
      expect(rows[0]?.[3]).toBe('中间使用');
      expect(rows[2]?.[3]).toBeNull();
      expect(sheet.merged.length).toBeGreaterThan(50);
    },
  );

  test('a web page under the name of a workbook', async () => {
    const sheet = onlySheet(await load(`xlsx/${fileAt(/^2017.*\.xls$/)}`));
    const rows = rowsOf(sheet);
    expect(sheet).toMatchObject({ format: 'mht', width: 58 });
    expect(rows[0]?.[0]).toMatch(/^2017/);
    expect(rows.some((row) => row.includes('单位：万元'))).toBe(true);
    expect(rows.filter((row) => row.filter((cell) => cell !== null).length > 40)).toHaveLength(51);
  });

  test('every other file loads', async () => {
    const others = files.filter((name) => !/^\._|encrypted|protected|threaded/.test(name));
    for (const name of others) expect(sheetsOf(await load(`xlsx/${name}`))).not.toEqual([]);
  });
});

describe.skipIf(!existsSync(`${folder}/json`))('reference: JSON', () => {
  test.each([
    ['empty_array_malformed.json', 2],
    ['empty_array_trailing.json', 4],
  ])('%s is broken in line %i', async (name, line) => {
    await expect(load(`json/${name}`)).rejects.toMatchObject({
      error: { code: 'json_malformed', detail: { line } },
    });
  });

  test.each([
    ['bad_key.ndjson', ['data.level']],
    ['non_object.ndjson', ['data']],
  ])('%s is a record', async (name, headings) => {
    const sheet = onlySheet(await load(`json/${name}`));
    expect([sheet.headings, rowsOf(sheet)]).toEqual([headings, [['0']]]);
  });
});

describe.skipIf(!existsSync(`${folder}/arrow`))('reference: Arrow', () => {
  test.each(['lz4', 'zstd'])('buffers packed by %s hold what plain ones do', async (codec) => {
    const plain = rowsOf(onlySheet(await load('arrow/compressed_none.arrow')));
    expect(plain).toHaveLength(13);
    expect(rowsOf(onlySheet(await load(`arrow/compressed_${codec}.arrow`)))).toEqual(plain);
  });

  test.each([
    ['decimal_test', [['1.000'], ['12.000'], ['34.000']]],
    ['null_test', [['1', 'hello', null]]],
    ['empty_struct', [['1', '{}', '4']]],
  ])('%s', async (name, first) => {
    const rows = rowsOf(onlySheet(await load(`arrow/${name}.arrow`)));
    expect(rows.slice(0, first.length)).toEqual(first);
  });
});

describe.skipIf(!existsSync(`${folder}/parquet`))('reference: Parquet', () => {
  const names = existsSync(`${folder}/parquet`)
    ? readdirSync(`${folder}/parquet`).filter((name) => name.endsWith('.json'))
    : [];

  test.each(names)('%s has the rows of the file beside it', async (name) => {
    const text = readFileSync(join(folder, 'parquet', name), 'utf8');
    const expected = JSON.parse(text) as readonly (readonly unknown[])[];
    const sheet = onlySheet(await load(`parquet/${name.replace('.json', '.parquet')}`));
    const rows = rowsOf(sheet);
    expect(rows).toHaveLength(expected.length);
    const headings = sheet.headings ?? [];
    const tops = [...new Set(headings.map((heading) => heading.split('.')[0] ?? ''))];
    const record = (values: readonly unknown[]) =>
      Object.fromEntries(tops.map((top, index) => [top, values[index]]));
    expect(
      rows.map((row) =>
        headings.map((heading, index) => [heading, comparable(row[index] ?? null)]),
      ),
    ).toEqual(
      expected.map((values) =>
        headings.map((heading) => [heading, comparable(at(record(values), heading))]),
      ),
    );
  });

  /** The value under a heading, which is a path where objects were spread over columns. */
  function at(value: unknown, path: string): unknown {
    if (value === null || typeof value !== 'object') return null;
    const record = value as Readonly<Record<string, unknown>>;
    if (path in record) return record[path];
    const key = Object.keys(record).find((one) => path.startsWith(`${one}.`));
    return key === undefined ? null : at(record[key], path.slice(key.length + 1));
  }

  /** A value however it is written: numbers by their value, points in time without zone, lists as JSON. */
  function comparable(value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value) || typeof value === 'object') return sorted(value);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (/^[[{]/.test(text)) return sorted(JSON.parse(text));
    if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)) return Number(text);
    const time = /^(\d{4}-\d\d-\d\d)(?:T(.*?)(?:\.0+|(\.\d*?)0+)?Z?)?$/.exec(text);
    return time ? `${time[1]} ${time[2] ?? '00:00:00'}${time[3] ?? ''}` : text;
  }

  function sorted(value: unknown): string {
    return JSON.stringify(value, (_, one: unknown) =>
      one !== null && typeof one === 'object' && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    );
  }
});
