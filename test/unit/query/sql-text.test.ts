import { expect, test } from 'vitest';
import { sqlParameters, sqlStatementAt, sqlStatements } from '../../../src/model/sql-text';

test.each([
  ['SELECT 1; SELECT 2', ['SELECT 1', 'SELECT 2']],
  ["SELECT ';' AS a; SELECT 2", ["SELECT ';' AS a", 'SELECT 2']],
  ["SELECT 'it''s; so'", ["SELECT 'it''s; so'"]],
  ["SELECT E'\\';' ; SELECT 2", ["SELECT E'\\';'", 'SELECT 2']],
  ['SELECT "a;b" FROM t;', ['SELECT "a;b" FROM t']],
  ['SELECT $$;$$; SELECT $q$;$$;$q$', ['SELECT $$;$$', 'SELECT $q$;$$;$q$']],
  ['SELECT 1 -- one;\n; SELECT 2', ['SELECT 1', 'SELECT 2']],
  ['-- first\nSELECT 1;', ['-- first\nSELECT 1']],
  ['/* a; /* b; */ c; */ SELECT 1', ['/* a; /* b; */ c; */ SELECT 1']],
  [';; ;', []],
  ['-- nothing', []],
  ["SELECT 'open; SELECT 2", ["SELECT 'open; SELECT 2"]],
  ['SELECT 村名 FROM raw."表;1"', ['SELECT 村名 FROM raw."表;1"']],
])('%j is split where the engine would', (sql, statements) => {
  const found = sqlStatements(sql);
  expect(found.map((one) => one.sql)).toEqual(statements);
  for (const { from, to, sql: text } of found) expect(sql.slice(from, to)).toBe(text);
});

test.each([
  ['SELECT 1;\nSELECT 2', 0, 'SELECT 1'],
  ['SELECT 1;\nSELECT 2', 9, 'SELECT 1'],
  ['SELECT 1;\nSELECT 2', 10, 'SELECT 2'],
  ['SELECT 1;\n\n\nSELECT 2', 11, 'SELECT 2'],
  ['SELECT 1;\n\n\n', 11, 'SELECT 1'],
  ['', 0, undefined],
])('in %j the cursor at %i is in %j', (sql, place, statement) => {
  expect(sqlStatementAt(sql, place)?.sql).toBe(statement);
});

test.each([
  ['SELECT $year, $year + $1', ['year', '1']],
  ['SELECT \'$no\', "$no", $$ $no $$ -- $no', []],
  ['SELECT a$b, $年', ['年']],
])('the parameters of %j', (sql, names) => {
  expect(sqlParameters(sql)).toEqual(names);
});
