import { expect, test } from 'vitest';
import { parameterUses } from '../../../src/state/query-parameters';

const relations = [
  {
    name: 'report.annual_level',
    columns: [
      { name: 'year', type: 'INTEGER' },
      { name: 'track', type: 'VARCHAR' },
    ],
  },
  { name: 'canon.subject', columns: [{ name: '村名', type: 'VARCHAR' }] },
];
const from = 'SELECT * FROM report.annual_level AS l, canon.subject WHERE';
const year = { relation: 'report.annual_level', name: 'year' };
const track = { relation: 'report.annual_level', name: 'track' };

test.each([
  [`${from} year = $p`, year, 'number'],
  [`${from} l.YEAR >= $p`, year, 'number'],
  [`${from} $p = l.year`, year, 'number'],
  [`${from} track IN ('a', $p)`, track, 'text'],
  [`${from} track NOT IN ($p)`, track, 'text'],
  [`${from} year BETWEEN 2020 AND $p`, year, 'number'],
  [`${from} "村名" LIKE $p`, { relation: 'canon.subject', name: '村名' }, 'text'],
  [`${from} TRUE LIMIT $p`, null, 'number'],
  ['SELECT * FROM elsewhere.t WHERE year = $p', null, 'text'],
  [`SELECT $p AS y FROM report.annual_level WHERE year = $p`, year, 'number'],
])('%s', (sql, column, kind) => {
  expect(parameterUses(sql, relations)).toEqual([{ name: 'p', column, kind }]);
});
