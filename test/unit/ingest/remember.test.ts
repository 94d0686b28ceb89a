import { expect, test } from 'vitest';
import { forget, keep, parseMappings, recall } from '../../../src/ingest/remember';
import { sourceTable } from '../source';

const table = sourceTable(['村名', '得分'], { file: '2023年第一季度.csv' });
const columns = [
  { column: '村名', role: 'name' },
  { column: '得分', role: 'indicator', indicator: '比红星' },
] as const;

test('a kept mapping is recalled for the next file with these headers, with the period of that file', () => {
  const next = sourceTable(['村名 ', '得分'], { file: '2023年第二季度.csv' });
  expect(recall(keep([], table, columns), next)).toEqual({
    table: 'f1_1',
    columns,
    period: { period: '2023Q2', from: 'file', text: '2023年第二季度' },
    town: null,
  });
});

test.each([['得分', '村名'], ['村名'], ['村名', '得分', '备注']])(
  'nothing is recalled for the headers %s %s',
  (...headers) => {
    const other = sourceTable(headers.filter((header) => typeof header === 'string'));
    expect(recall(keep([], table, columns), other)).toBeNull();
  },
);

test('the newer mapping takes the place of the older', () => {
  const newer = [{ column: '村名', role: 'ignore' }] as const;
  const kept = keep(keep([], table, columns), table, newer);
  expect(kept).toHaveLength(1);
  expect(recall(kept, table)?.columns).toEqual([newer[0], { column: '得分', role: 'ignore' }]);
});

test('a forgotten mapping is not recalled, others are', () => {
  const other = sourceTable(['社区', '得分']);
  const kept = forget(keep(keep([], table, columns), other, columns), table);
  expect(recall(kept, table)).toBeNull();
  expect(recall(kept, other)).not.toBeNull();
});

test('what was kept is read again after being stored as JSON', () => {
  const kept = keep([], table, columns);
  expect(parseMappings(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

test.each([
  null,
  'text',
  {},
  [{ headers: ['a'] }],
  [{ headers: [1], columns: [] }],
  [{ headers: ['a'], columns: [{ column: 'a', role: 'king' }] }],
  [{ headers: ['a'], columns: [{ column: 'a', role: 'dividend', unit: '美元' }] }],
  [{ headers: ['a'], columns: [{ column: 'a', role: 'name', secret: 1 }] }],
])('a stored value of another shape is refused: %j', (value) => {
  expect(parseMappings(value)).toBeNull();
});
