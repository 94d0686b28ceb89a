import { expect, test } from 'vitest';
import { withColumn } from '../../../src/ingest/column-of-finding';
import { matchColumns } from '../../../src/ingest/match-columns';
import { finding, type FindingCode } from '../../../src/model/finding';
import { sourceTable } from '../source';

function columnOf(code: FindingCode, ...headers: string[]): string | null {
  const source = sourceTable(headers, { texts: headers });
  const found = finding(code, { file: source.id, row: 2 });
  return withColumn(found, { source, mapping: matchColumns(source) }).column;
}

test.each<[FindingCode, string | null]>([
  ['code_ruined', 'B'],
  ['code_short', 'B'],
  ['pseudo_unit', 'B'],
  ['name_differs', 'D'],
  ['subject_unmatched', 'D'],
  ['track_conflict', 'E'],
  ['period_unreadable', 'F'],
  ['total_row', null],
])('%s leads to the column %s', (code, column) => {
  expect(columnOf(code, '备注', '区划代码', '镇', '村名', '类别', '考核期')).toBe(column);
});

test('a column that the table does not have is not named, and one that is named stays', () => {
  expect(columnOf('track_conflict', '镇', '村名')).toBeNull();
  expect(columnOf('pseudo_unit', '镇', '村名')).toBe('B');
  const source = sourceTable(['镇', '村名']);
  const told = finding('name_differs', { column: 'A' });
  expect(withColumn(told, { source, mapping: matchColumns(source) }).column).toBe('A');
});
