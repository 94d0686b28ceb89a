import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { id, lit, note, rows, sql, type Sql } from '../../../src/sql/sql';
import { TestEngine } from '../test-engine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

const ask = (statement: Sql) => engine.rows(statement.text);
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom("'", '"', '\\', '\n', '\r', '-', '/', '*', '$', ';', ' ', '村'),
    }),
  )
  .filter((text) => !text.includes('\0'));

test('any text comes back unchanged from a literal', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      expect(await ask(sql`SELECT ${lit(text)} AS v`)).toEqual([{ v: text }]);
    }),
  );
});

test('any text comes back unchanged from a literal put deep into a statement', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const inner = sql`
        SELECT
          ${lit(text)} AS v`;
      const outer = sql`
        SELECT v
        FROM (
          ${inner}
        )`;
      expect(await ask(outer)).toEqual([{ v: text }]);
    }),
  );
});

test('any text but the empty one is the name of a column', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText.filter((text) => text !== ''),
      async (name) => {
        const statement = sql`
          SELECT
            1 AS ${id(name)}`;
        expect(Object.keys((await ask(statement))[0] ?? {})).toEqual([name]);
      },
    ),
  );
});

test('any text in a comment stays a comment', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const statement = sql`
        ${note(text)}
        SELECT 1 AS v`;
      expect(await ask(statement)).toEqual([{ v: 1 }]);
    }),
  );
});

test('any figure that a document may hold comes back unchanged', async () => {
  const digits = fc.integer({ min: -1e12, max: 1e12 });
  const figure = fc
    .tuple(digits, fc.nat({ max: 9 }))
    .map(([whole, point]) => Number(`${whole}e-${point}`));
  await fc.assert(
    fc.asyncProperty(figure, async (value) => {
      expect(await ask(sql`SELECT CAST(${lit(value)} AS DOUBLE) AS v`)).toEqual([{ v: value + 0 }]);
    }),
  );
});

test('rows become a table, an empty list a table without rows', async () => {
  const given = [
    [1, '青禾\n村'],
    [null, "'"],
  ];
  const table = (values: (string | number | null)[][]) => sql`
    SELECT a, b
    FROM ${rows(['a', 'b'], values)}`;
  expect(await ask(table(given))).toEqual([
    { a: 1, b: '青禾\n村' },
    { a: null, b: "'" },
  ]);
  expect(await ask(table([]))).toEqual([]);
});
