import { expect, test } from 'vitest';
import { filledQuery } from '../../../src/views/share/filled-query';

test('parameters become literals, and only where they stand as such', () => {
  const text = `SELECT '$year', "$year", $year, $Town, $other -- $year\n/* $year */ WHERE a = $year2`;
  expect(filledQuery(text, { year: 2023, Town: "a'; DROP TABLE x --", year2: null })).toBe(
    `SELECT '$year', "$year", 2023, 'a''; DROP TABLE x --', $other -- $year\n/* $year */ WHERE a = NULL`,
  );
  expect(filledQuery('SELECT $constructor', {})).toBe('SELECT $constructor');
});
