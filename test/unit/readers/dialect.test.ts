import { expect, test } from 'vitest';
import { findDialect } from '../../../workers/readers/dialect';

const found = (text: string) => {
  const { delimiter, quote, escape } = findDialect([text]);
  return [delimiter, quote, escape];
};

test.each([
  [',', 'a,b\n1,2\n3,4\n'],
  ['\t', 'a\tb\n1\t2\n'],
  [';', 'a;b\n1,5;2\n2,5;3\n'],
  ['|', 'a|b\n1|2\n'],
  [', ', 'a, b, c\n1, 2, "x, y"\n3, 4, z\n'],
  ['\t\t', 'a\t\tb\n1\t\t2\n'],
  ['\\t', 'a\\tb\n1\\t2\n'],
  ['^', 'a^b\n1^2\n'],
  ['~', 'a~b\n1~2\n'],
  [' ', 'a b c\n1 2 "x y"\n3 4 z\n'],
  [':', 'a:b\n1:2\n3:4\n'],
  ['，', '村名，得分\n青禾村，90\n柳塘村，80\n'],
])('%j separates the fields of %j', (delimiter, text) => {
  expect(found(text)).toEqual([delimiter, '"', 'doubled']);
});

test.each([
  ["'", 'doubled', "a,b,c\n1,'x, y',3\n4,z,6\n5,'u, v, w',6\n"],
  ["'", 'doubled', "'a','b'\n'1','2'\n"],
  ['"', 'backslash', 'a,b\n1,"say \\"hi\\", ok"\n2,"x"\n3,"a \\"q\\", w"\n'],
  ['"', 'none', 'a,b\n1,"say "hi" to, all"\n2,"x"\n3,"the "q" is, so"\n'],
])('quote %s, escape %s: %j', (quote, escape, text) => {
  expect(found(text)).toEqual([',', quote, escape]);
});

test('prose with commas is one column', () => {
  const text =
    'Notes of the year\nWe went to the village, saw the hall, and left.\n' +
    'The road is new, the bridge is old.\nNobody knows, really.\nAll is well.\n' +
    'Three houses were built, two mended, one lost, none sold.\n';
  expect(found(text)[0]).toBe('');
});

test.each([
  ['names of two words', 'Name\nJohn Smith\nMary Jones\nAnn Lee\n'],
  ['moments', 'when\n2023-01-01 10:00\n2023-01-02 11:00\n'],
  ['times', 'time\n10:00\n11:30\n'],
])('%s are one column, not several parted by blanks or colons', (_, text) => {
  expect(found(text)[0]).toBe(',');
});

test('what stands above and below the table does not mislead', () => {
  const rows = Array.from({ length: 9 }, (_, row) => `v${row};${row};${row * 2}`).join('\n');
  expect(
    found(`Report, spring, all towns\n\na;b;c\n${rows}\nSource: office, 2023, p. 4\n`)[0],
  ).toBe(';');
});

test('a second table of another width does not mislead', () => {
  const rows = (width: number) =>
    Array.from({ length: 8 }, (_, row) =>
      Array.from({ length: width }, (_, column) => row * column).join('\t'),
    ).join('\n');
  expect(found(`${rows(3)}\n${rows(7)}\n`)[0]).toBe('\t');
});

test('single stray quotes are accidents, no way of quoting', () => {
  const rows = Array.from({ length: 40 }, (_, row) => `${row},"say ""${row}""",x`);
  expect(found(['a,b,c', ...rows.with(7, '7,"say,x')].join('\n'))).toEqual([',', '"', 'doubled']);
});
