import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDelimited } from '../../../workers/readers/csv';
import { parseCsv } from '../../pollock/csv-text';

const folder = '../shared/reference/files';
const isAbsent = !existsSync(folder);

async function load(...path: string[]) {
  const content = new Blob([readFileSync(join(folder, ...path))]);
  const { utf8, delimiter, records } = await readDelimited(content, () => undefined);
  return { rows: parseCsv(await utf8.text(), delimiter), records };
}

const list = (name: string, end: string) =>
  isAbsent ? [] : readdirSync(join(folder, name)).filter((file) => file.endsWith(end));

/** Their expected rows are of other bytes than those given. */
const otherBytes = ['location_coordinates.csv', 'newlines_crlf.csv'];

test.skipIf(isAbsent).each(list('csv-spectrum/csvs', '.csv'))('csv-spectrum %s', async (name) => {
  if (otherBytes.includes(name)) return;
  const json = readFileSync(
    join(folder, 'csv-spectrum/json', name.replace('.csv', '.json')),
    'utf8',
  );
  const [header = [], ...rows] = (await load('csv-spectrum/csvs', name)).rows;
  expect(
    rows.map((row) => Object.fromEntries(header.map((key, index) => [key, row[index]]))),
  ).toEqual(JSON.parse(json));
});

test.skipIf(isAbsent).each(['gb18030', 'utf8bom', 'utf16le_bom', 'utf16be_nobom'])(
  'the same names in %s are the same rows',
  async (encoding) => {
    for (const name of ['areas', 'cities', 'provinces']) {
      const { rows } = await load('encodings', `${name}.${encoding}.csv`);
      expect(rows).toEqual((await load('encodings', `${name}.csv`)).rows);
    }
  },
);

test.skipIf(isAbsent)(
  'rows with cells missing or to spare are told, and left as they are',
  async () => {
    const invalid = (await load('frictionless', 'invalid.csv')).records;
    expect(invalid).toMatchObject({ usual: 4, blank: [4], repaired: [] });
    expect(invalid.ragged).toEqual([
      { record: 2, fields: 2 },
      { record: 3, fields: 2 },
      { record: 5, fields: 5 },
    ]);
    const defective = (await load('frictionless', 'defective-rows.csv')).records;
    expect(defective.ragged).toEqual([
      { record: 2, fields: 2 },
      { record: 3, fields: 4 },
    ]);
  },
);
