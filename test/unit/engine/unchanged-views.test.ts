import { expect, test } from 'vitest';
import type { View } from '../../../src/model/view';
import { unchangedViews } from '../../../workers/unchanged-views';

const view = (name: View['name'], reads: string[], change: Partial<View> = {}): View => ({
  name,
  reads,
  columns: ['value'],
  stored: true,
  sql: `SELECT value FROM ${reads.join(', ')}`,
  ...change,
});

const measured = view('score.measured', ['canon.observation']);
const scaled = view('score.scaled', ['score.measured']);
const summed = view('score.summed', ['score.scaled']);
const other = view('score.other', ['score.measured']);
const made = [measured, scaled, summed, other];

const unchanged = (views: readonly View[]) => [...unchangedViews(made, views)];

test('the same views stay', () => {
  expect(unchanged(made)).toEqual(made.map(({ name }) => name));
});

test('a view of another text is made anew, with all that read it, directly or not', () => {
  const changed = { ...scaled, sql: 'SELECT 2 * value FROM score.measured' };
  expect(unchanged([measured, changed, summed, other])).toEqual(['score.measured', 'score.other']);
});

test('a view that becomes a table is made anew', () => {
  expect(unchanged([measured, { ...scaled, stored: false }, summed, other])).toEqual([
    'score.measured',
    'score.other',
  ]);
});

test('what reads a view that was not there is made anew', () => {
  const before = unchangedViews([scaled], [measured, scaled]);
  expect([...before]).toEqual([]);
});
