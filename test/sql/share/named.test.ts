import { beforeAll, expect, test } from 'vitest';
import { columnOrdinal } from '../../../src/model/source';
import { mentions } from '../../../src/share/mentions';
import { peopleNamed, type PersonalCells } from '../../../src/views/share/people';
import { TestEngine } from '../test-engine';

let engine: TestEngine;
let cells: PersonalCells[];

const people = [
  '村(社区),联系人,联系电话,备注',
  '鹿屏村,赵春梅,13812345678,填表人：孙立国',
  '砚泉村,欧阳明,13912345678,',
  '霜浦村,李 强,13712345678,',
  '岚圃村,Anna Lee,13612345678,',
].join('\n');

beforeAll(async () => {
  engine = await TestEngine.start();
  const { sheets, findings } = await engine.load('联系人.csv', people);
  cells = findings
    .filter(({ code }) => code === 'personal_replaced')
    .map(({ column }) => ({
      sheetId: sheets[0]?.id ?? '',
      ordinal: columnOrdinal(column ?? ''),
    }));
});

test.each([
  ['赵春梅', ['赵春梅']],
  [`SELECT * FROM canon.subject WHERE name = '赵春梅' -- 问13812345678`, ['13812345678', '赵春梅']],
  ['请联系欧阳明同志，电话 139 1234 5678', ['139 1234 5678', '欧阳明']],
  ['李强和李 强', ['李 强', '李强']],
  ["name = 'Anna Lee'", ['Anna Lee']],
  ['孙立国', ['孙立国']],
  ['鹿屏村', []],
  ['赵春', []],
])('%s names %j', async (text, named) => {
  const { sql, read } = peopleNamed([...mentions(text)], cells, 'test');
  const found = (await engine.rows(sql)).map(read);
  expect([...found].sort()).toEqual([...named].sort());
});
