import { afterEach, beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';

// a text of this size is read by the engine while it is still being looked over

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});
afterEach(() => engine.clear());

const lines = Array.from(
  { length: 300_000 },
  (_, index) => `甲村${index},${index % 100},一类,2023Q1`,
);
const text = (...more: string[]) => ['村名,得分,类别,考核期', ...lines, ...more, ''].join('\n');

async function load(content: string) {
  const { tables } = await engine.load('大.csv', content);
  const [last] = await engine.rows(
    `SELECT * FROM raw."${tables[0]?.id ?? ''}" ORDER BY source_row DESC LIMIT 1`,
  );
  return {
    rows: tables[0]?.rows,
    columns: tables[0]?.columns.length,
    last: Object.values(last ?? {}),
  };
}

test('a large text that is what its beginning says', async () => {
  expect(await load(text())).toEqual({
    rows: 300_000,
    columns: 4,
    last: [300_001, '甲村299999', '99', '一类', '2023Q1'],
  });
});

test.each([
  ['a longer row', '甲村,1,一类,2023Q1,注', 5, [300_002, '甲村', '1', '一类', '2023Q1', '注']],
  ['a blank line', '\n乙村,2,二类,2023Q1', 4, [300_003, '乙村', '2', '二类', '2023Q1']],
  ['a broken quote', '乙村,2,二类,"2023Q1', 4, [300_002, '乙村', '2', '二类', '"2023Q1']],
])('%s at the end of a large text is not lost', async (_, line, columns, last) => {
  expect(await load(text(line))).toEqual({ rows: 300_001, columns, last });
});

test('a byte that is no UTF-8 at the end of a large text', async () => {
  const bytes = Buffer.concat([Buffer.from(text()), Buffer.from([0xff]), Buffer.from('村,1,,\n')]);
  const { tables } = await engine.load('大.csv', bytes);
  expect(tables[0]?.rows).toBe(300_001);
});
