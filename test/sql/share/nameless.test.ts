import { beforeEach, expect, test, vi } from 'vitest';
import type { Engine } from '../../../src/engine/protocol';
import type { Correction } from '../../../src/model/correction';
import { Corrections } from '../../../src/state/corrections.svelte';
import type { Files } from '../../../src/state/files.svelte';
import { History } from '../../../src/state/history.svelte';
import { People } from '../../../src/state/people';
import { TestEngine } from '../test-engine';

vi.mock('../../../src/state/salt', () => ({ personalSalt: () => 'test' }));

const lines = [
  '村(社区),联系人,联系电话,备注,得分',
  '鹿屏村,赵春梅,13812345678,填表人：孙立国,90',
  '砚泉村,欧阳明,13912345678,,80',
  '霜浦村,李强,13712345678,,85',
];

let engine: TestEngine;

beforeEach(async () => {
  engine = await TestEngine.start();
});

/** Decisions over a file of people, and the cells of its rows as they are held. */
async function over() {
  const { sheets, findings } = await engine.load('联系人.csv', lines.join('\n'));
  const asked = { rows: (_: string, sql: string) => engine.rows(sql) } as unknown as Engine;
  const people = new People(asked, { sheets, findings } as unknown as Files);
  const typed = new Corrections(
    () => undefined,
    new History(),
    (decisions) => people.nameless(decisions),
  );
  const rows = await engine.rows(
    `SELECT c2 AS person, c3 AS phone FROM raw.${JSON.stringify(sheets[0]?.id)} WHERE source_row > 1 ORDER BY source_row`,
  );
  return { typed, rows, findings };
}

const at = (row: number, column: number): Omit<Correction, 'at'> => ({
  ...{
    file: '联系人.csv',
    sheet: null,
    row,
    column,
    header: lines[0]?.split(',')[column - 1] ?? '',
  },
  ...{ was: null, value: null, note: '' },
});

const known = ['赵春梅', '欧阳明', '李强', '孙立国', '周一鸣', '13812345678', '13612345678'];

test('a name typed over a cell is kept as the pseudonym that it has in the file', async () => {
  const { typed, rows } = await over();
  await typed.add({ ...at(3, 2), was: String(rows[1]?.['person']), value: '赵春梅' });
  await typed.add({ ...at(3, 3), value: '138 1234 5678' });
  expect(typed.list.map(({ value }) => value)).toEqual([rows[0]?.['person'], rows[0]?.['phone']]);
  expect(typed.list[0]?.was).toBe(rows[1]?.['person']);
});

test('no name or number of a person leaves with corrections, wherever it was typed', async () => {
  const { typed, findings } = await over();
  await typed.add({ ...at(2, 2), value: '周一鸣', note: '原为赵春梅，电话 13812345678' });
  await typed.add({ ...at(2, 4), value: '填表人：孙立国 13612345678' });
  await typed.accept(findings[0] ?? expect.fail(), '已问欧阳明和李强');
  const { json } = await typed.leaving();
  expect(known.filter((one) => json.includes(one))).toEqual([]);
  expect(json).toMatch(/原为人员-[0-9a-f]{10}，电话 电话-[0-9a-f]{10}/);
});

test('what names nobody is kept as it was typed', async () => {
  const { typed } = await over();
  const values = [
    [1, '鹿屏社区'],
    [2, '空缺'],
    [3, '无'],
    [4, '１号文件'],
    [5, '91.5'],
    [5, '13812345678'],
  ] as const;
  for (const [row, [column, value]] of values.entries())
    await typed.add({ ...at(row + 2, column), value, note: '按原件' });
  expect(typed.list.map(({ value }) => value)).toEqual(values.map(([, value]) => value));
  expect(new Set(typed.list.map(({ note }) => note))).toEqual(new Set(['按原件']));
});

test('a document with names is read in with pseudonyms, for files that are not loaded too', async () => {
  const { typed } = await over();
  const corrections = ['联系人.csv', '另一份.csv'].map((file) => ({
    ...{ ...at(2, 2), file, value: '周一鸣', at: '2024-05-06T00:00:00.000Z' },
  }));
  const document = { starflag: 'corrections', version: 1, corrections, accepted: [] };
  await typed.import(JSON.stringify(document));
  expect(typed.list).toHaveLength(2);
  for (const { value } of typed.list) expect(value).toMatch(/^人员-[0-9a-f]{10}$/);
});
