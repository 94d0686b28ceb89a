import { expect, test } from 'vitest';
import { id, isAmong, join, lit, note, rows, sql } from '../../../src/sql/sql';

test('an identifier keeps the quotes within it', () => {
  expect(id('村"名').text).toBe('"村""名"');
  expect(id('raw', 'f1_1').text).toBe('"raw"."f1_1"');
});

test('a text cannot end its literal', () => {
  expect(lit("x'; DROP TABLE t; --").text).toBe("'x''; DROP TABLE t; --'");
});

test('a NUL is refused, since the engine would cut the text there', () => {
  expect(() => id('a\0b')).toThrow(RangeError);
  expect(() => lit('a\0b')).toThrow(RangeError);
});

test.each([
  [0.1, '0.1'],
  [-3, '-3'],
  [12_000_000, '12000000'],
  [2n ** 64n, '18446744073709551616'],
  [true, 'TRUE'],
  [null, 'NULL'],
])('%s is written %s', (value, text) => {
  expect(lit(value).text).toBe(text);
});

test.each([Infinity, -Infinity, NaN])('%s has no literal', (value) => {
  expect(() => lit(value)).toThrow(RangeError);
});

test('a small fraction is written in decimal, so that it is exact', () => {
  expect(lit(0.0000001).text).toBe('0.0000001');
});

test('the indentation of the template is taken off, that of a piece is kept', () => {
  const piece = sql`
    SELECT a,
      b`;
  const whole = sql`
      FROM (
        ${piece}
      )`;
  expect(whole.text).toBe('FROM (\n  SELECT a,\n    b\n)');
});

test('a column is among values, and never among none', () => {
  expect(isAmong(id('a'), ["x'", 1]).text).toBe(`"a" IN ('x''', 1)`);
  expect(isAmong(id('a'), []).text).toBe('FALSE');
});

test('pieces are joined with a separator', () => {
  expect(join([lit(1), lit(2)]).text).toBe('1, 2');
  expect(join([id('a'), id('b')], ' AND ').text).toBe('"a" AND "b"');
  expect(join([]).text).toBe('');
});

test.each(['a\nDROP TABLE t', 'a\r\nDROP TABLE t', 'a\u2028DROP TABLE t'])(
  'a comment stays on one line: %j',
  (text) => {
    expect(note(text).text).toBe('-- a DROP TABLE t');
  },
);

test('rows become a table with named columns', () => {
  const given = rows(
    ['a', 'b'],
    [
      [1, 'x'],
      [null, "y'"],
    ],
  );
  expect(given.text.replaceAll(/\s+/g, ' ')).toBe(
    `(VALUES (1, 'x'), (NULL, 'y''')) AS given("a", "b")`,
  );
});
