import { beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

const valueOf = async (expression: string) =>
  (await engine.rows(`SELECT ${expression} AS v`))[0]?.['v'];

test.each([
  ['2.35::DECIMAL(4,2)', 2.35],
  ['-0.005', -0.005],
  ['12345678901234567890123456789012345678::HUGEINT', 1.2345678901234568e37],
  ['340282366920938463463374607431768211455::UHUGEINT', 3.402823669209385e38],
  ['(SELECT sum(n) FROM range(5) AS t(n))', 10],
  ['(SELECT avg(n) FROM range(4) AS t(n))', 1.5],
  ['7::TINYINT', 7],
  ['7::UINTEGER', 7],
  ['9007199254740991', 9007199254740991],
  ['9007199254740993', '9007199254740993'],
  ['-9223372036854775808', '-9223372036854775808'],
  ['18446744073709551615::UBIGINT', '18446744073709551615'],
  ['0.1::DOUBLE', 0.1],
  ['TRUE', true],
  ["''", ''],
])('%s arrives as %s', async (expression, value) => {
  expect(await valueOf(expression)).toBe(value);
});

test.each([
  "DATE '2023-03-31'",
  "TIMESTAMP '2023-03-31 18:00:00.5'",
  "TIMESTAMP_NS '2023-03-31 18:00:00.123456789'",
  "TIME '18:00:00'",
  "INTERVAL '1 month 2 days'",
  "'b'::ENUM('a', 'b')",
  "['一', NULL, '二']",
  '[1, 2, 3]',
  '[1.5, 2.25]',
  '[1::HUGEINT]',
  "{'name': '青禾村', 'score': 89.5}",
  "MAP {'a': 1.5}",
  "'e4b1c3a0-0000-4000-8000-000000000001'::UUID",
  "'\\xAA\\x00b'::BLOB",
  "'1010'::BIT",
])('%s arrives as the text that the engine shows for it', async (expression) => {
  const shown = await valueOf(`CAST(${expression} AS VARCHAR)`);
  expect(typeof shown).toBe('string');
  expect(await valueOf(expression)).toBe(shown);
});

test.each([
  'NULL',
  'NULL::DECIMAL(4,2)',
  'NULL::DATE',
  'NULL::INTEGER[]',
  'NULL::HUGEINT',
  'NULL::BOOLEAN',
])('%s arrives as null', async (expression) => {
  expect(await valueOf(expression)).toBeNull();
});

test('any name of a column arrives', async () => {
  const rows = await engine.rows(`SELECT 1 AS "村 ""名""", 2.5 AS "a.b", 3 AS "select"`);
  expect(rows).toEqual([{ '村 "名"': 1, 'a.b': 2.5, select: 3 }]);
});

test('two columns of one name are not made one', async () => {
  const answer = await engine.rows('SELECT 1 AS n, 2 AS n').catch(() => 'refused');
  expect(answer === 'refused' || Object.keys((answer as object[])[0] ?? {}).length === 2).toBe(
    true,
  );
});
