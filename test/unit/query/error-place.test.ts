import { expect, test } from 'vitest';
import { errorPlace } from '../../../workers/error-place';

// what the engine itself says is tested with the engine (test/sql/engine/scratch.test.ts)

test('a message that quotes no line has no place', () => {
  expect(errorPlace('Out of Memory Error: failed', 'SELECT 1')).toBeNull();
});

test('a line that the text does not have is no place', () => {
  expect(errorPlace('Error\n\nLINE 9: SELECT\n        ^', 'SELECT 1')).toBeNull();
});

test('the place is never beyond the end of the text', () => {
  const message = 'Parser Error: syntax error at end of input\n\nLINE 1: SELECT\n              ^';
  expect(errorPlace(message, 'SELECT')).toBe(6);
});
