import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanRecords } from '../../../workers/readers/records';
import { TextRows } from '../../../workers/readers/text-rows';
import { lineChunks } from '../../../workers/readers/text';

const scan = (text: string, delimiter = ',') =>
  scanRecords(
    lineChunks(new Blob([text]), () => undefined),
    delimiter,
    new TextRows(null),
  );

test.each(['a,b\n1,2\n3,4\n', 'a,b\r\n1,2\r\n3,4\r\n', 'a,b\r1,2\r3,4\r', 'a,b\n1,2\r\n3,4'])(
  '%j has three records of two fields',
  async (text) => {
    const { count, width, lastFilled, blank } = await scan(text);
    expect({ count, width, lastFilled, blank }).toEqual({
      count: 3,
      width: 2,
      lastFilled: 3,
      blank: [],
    });
  },
);

test('delimiters, quotes and line ends within quotes belong to the field', async () => {
  const { count, width, brokenQuotes } = await scan('a,b\n"x,""y""\r\nz",2\n');
  expect({ count, width, brokenQuotes }).toEqual({ count: 2, width: 2, brokenQuotes: [] });
});

test('blank lines are counted and told by number', async () => {
  const { count, blank, lastFilled } = await scan('\na,b\n\n\r\n1,2\n\n');
  expect({ count, blank, lastFilled }).toEqual({ count: 6, blank: [1, 3, 4, 6], lastFilled: 5 });
});

test('rows of delimiters alone, as spreadsheets leave them at the end, are not filled', async () => {
  const { count, lastFilled, blank } = await scan('a,b\n1,2\n,\n"",""\n');
  expect({ count, lastFilled, blank }).toEqual({ count: 4, lastFilled: 2, blank: [] });
});

test.each(['a,b\n1,2\n",",\n', 'a,b\n1,2\n"""",\n'])(
  'a quoted mark is content: %j',
  async (text) => {
    expect((await scan(text)).lastFilled).toBe(3);
  },
);

test('short and long records are told apart', async () => {
  const { width, widths } = await scan('a,b\n1\n1,2,3\n1,2\n');
  expect(width).toBe(3);
  expect(Object.fromEntries(widths)).toEqual({ 1: 1, 2: 2, 3: 1 });
});

test('text after a closing quote is located', async () => {
  expect((await scan('a,b\n1,"x"y\n')).brokenQuotes).toEqual([{ record: 2, field: 2 }]);
});

test('a quote that is never closed is located', async () => {
  expect((await scan('a,b\n1,"x\n2,3\n')).brokenQuotes).toHaveLength(1);
});

test('a quote within a plain field is text', async () => {
  expect(await scan('a,b\n5" pipe,2\n')).toMatchObject({ count: 2, width: 2, brokenQuotes: [] });
});

test('fields with U+FFFD are located; characters that begin like it are not', async () => {
  expect((await scan('a,b\n＂,ﾼ\n1,x\ufffdy\n')).replaced).toEqual([{ record: 3, field: 2 }]);
});

test('another delimiter counts alone', async () => {
  expect(await scan('a,b;c\n', ';')).toMatchObject({ width: 2 });
});

test('an empty text has no record', async () => {
  expect(await scan('')).toMatchObject({ count: 0, width: 0, lastFilled: 0 });
});

test('what a spreadsheet writes is counted as it was written', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '村', ',', '"', '\n', '\r', ' ') });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom('\n', '\r\n', '\r'), async (rows, end) => {
      const { count, width, brokenQuotes } = await scan(
        rows.map((row) => row.map(quote).join(',') + end).join(''),
      );
      const widest = Math.max(...rows.map((row) => row.length));
      expect({ count, width, brokenQuotes }).toEqual({
        count: rows.length,
        width: widest,
        brokenQuotes: [],
      });
    }),
  );
});
