import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDelimited } from '../../../workers/readers/csv';
import { parseCsv } from '../../pollock/csv-text';

async function read(text: string) {
  const { utf8, delimiter, records } = await readDelimited(new Blob([text]), () => undefined);
  const rows = parseCsv(await utf8.text(), delimiter);
  return { rows, repaired: records.repaired, records };
}

const sound = [
  ['2018-01-05', '08:15', 'KA-11', '12.50', 'Lamp', ''],
  ['2018-01-06', '09:40', 'KA-12', '7.25', 'Rope', 'blue, thin'],
  ['2018-02-11', '10:05', 'KB-13', '99.00', 'Lamp', 'large one'],
  ['2018-03-09', '17:30', 'KB-14', '3.10', 'Bucket', ''],
  ['2018-03-10', '16:20', 'KC-15', '15.75', 'Rope', 'long, red'],
  ['2018-04-01', '11:00', 'KC-16', '48.20', 'Bucket', 'tin'],
];
const header = ['Day', 'Hour', 'Code', 'Price', 'Kind', 'Note'];
const written = (cells: readonly string[]) =>
  cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',');

/** The table with one of its lines (0 the header) replaced. */
const withLine = (index: number, line: string) =>
  [header, ...sound].map(written).with(index, line).join('\r\n');

test.each([
  ['separator_extra', 1, 4, '2018-01-05,08:15,KA-11,,12.50,Lamp,'],
  ['separator_extra', 3, 1, ',2018-02-11,10:05,KB-13,99.00,Lamp,large one'],
  ['separator_missing', 3, 1, '2018-02-1110:05,KB-13,99.00,Lamp,large one'],
  ['separator_missing', 3, 5, '2018-02-11,10:05,KB-13,99.00,Lamplarge one'],
  ['separator_missing', 5, 5, '2018-03-10,16:20,KC-15,15.75,Rope"long, red"'],
  ['quote', 4, 4, '2018-03-09,17:30,KB-14,"3.10,Bucket,'],
  ['quote', 5, 6, '2018-03-10,16:20,KC-15,15.75,Rope,""long, red"'],
  ['delimiter', 6, 1, '2018-04-01 11:00 KC-16 48.20 Bucket tin'],
  ['delimiter', 3, 1, '2018-02-11 10:05 KB-13 99.00 Lamp large one'],
  ['separator_extra', 0, 3, 'Day,Hour,,Code,Price,Kind,Note'],
  ['quote', 0, 2, 'Day,"Hour,Code,Price,Kind,Note'],
  ['separator_missing', 0, 1, '"Day""Hour",Code,Price,Kind,Note'],
  ['delimiter', 0, 1, 'Day;Hour;Code;Price;Kind;Note'],
])('%s in record %i, field %i: %j', async (kind, index, field, line) => {
  const { rows, repaired } = await read(withLine(index, line));
  expect(rows).toEqual([header, ...sound]);
  expect(repaired).toEqual([{ record: index + 1, field, kind }]);
});

test('a file without trouble stays as it is', async () => {
  const content = new Blob([[header, ...sound].map(written).join('\n')]);
  const { utf8, records } = await readDelimited(content, () => undefined);
  expect(await utf8.text()).toBe(await content.text());
  expect(records).toMatchObject({ repaired: [], ragged: [], raggedCount: 0, usual: 6 });
});

test('where two readings fit, the record stays and is told', async () => {
  const names = ['ann', 'bob', 'cy', 'dee', 'eve', 'flo'];
  const lines = names.map((name, index) => `${name},${names.at(index - 1) ?? ''},x`);
  const { rows, records } = await read(['a,b,c', ...lines, 'gushal,x'].join('\n'));
  expect(rows.at(-1)).toEqual(['gushal', 'x']);
  expect(records).toMatchObject({
    repaired: [],
    ragged: [{ record: 8, fields: 2 }],
    raggedCount: 1,
  });
});

test('a title, a note and a second table are left alone', async () => {
  const table = [header, ...sound].map(written);
  const text = ['Orders of the spring quarter all six of them', ...table, 'a,b', '1,2', 'checked'];
  const { rows, repaired } = await read(text.join('\n'));
  expect(repaired).toEqual([]);
  expect(rows).toEqual([[text[0]], header, ...sound, ['a', 'b'], ['1', '2'], ['checked']]);
});

test('records keep their numbers behind blank lines', async () => {
  const lines = [header, ...sound].map(written);
  const text = [...lines.slice(0, 2), '', '', ...lines.slice(2)].join('\n');
  const broken = text.replace('10:05,KB-13', '10:05,,KB-13');
  const { repaired, records } = await read(broken);
  expect(repaired).toEqual([{ record: 6, field: 3, kind: 'separator_extra' }]);
  expect(records.blank).toEqual([3, 4]);
});

test.each([
  ["'x, y',2", "a,b\n'x, y',2\n'u, v',3\n", ['x, y', '2']],
  ['a backslash', 'a,b\n"x \\"y\\", z",2\n"q",3\n', ['x "y", z', '2']],
  ['blanks', 'a b c\n1 2 "x, ""y"""\n3 4 z\n', ['1', '2', 'x, "y"']],
  ['a blank behind each comma', 'a, b, c\n1, 2, "x, y"\n3, 4, z\n', ['1', '2', 'x, y']],
])('%s: written so that the engine reads it', async (_, text, second) => {
  expect((await read(text)).rows[1]).toEqual(second);
});

test('one column of prose keeps its commas', async () => {
  const lines = [
    'Notes',
    'We came, saw, left.',
    'All is well.',
    'It rains, again.',
    'Nobody, ever.',
  ];
  expect((await read(lines.join('\n'))).rows).toEqual(lines.map((line) => [line]));
});

test('whatever is broken, no letter of a file is lost', async () => {
  const piece = fc.constantFrom('a', '村', '7', ',', ',', '"', '\n', '\r\n', ' ', ';', "'", '\t');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: piece, minLength: 1, maxLength: 80 }), async (text) => {
      const letters = (all: string) => all.replaceAll(/[^a村7]/g, '');
      expect(letters((await read(text)).rows.flat().join(''))).toBe(letters(text));
    }),
    { numRuns: 500 },
  );
});
