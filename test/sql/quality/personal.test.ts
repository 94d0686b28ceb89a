import { beforeAll, expect, test } from 'vitest';
import type { Privacy } from '../../../src/engine/protocol';
import { replacePersonal } from '../../../workers/personal';
import { sheetCells } from '../../../workers/sheet-cells';
import { QualityEngine } from './quality-engine';

// The numbers are made up: the identity numbers are of a division code that is given to no place, with the right check
// digit; the names are two words that no one is called by.

let engine: QualityEngine;

beforeAll(async () => {
  engine = await QualityEngine.start();
});

const replace: Privacy = { mode: 'replace', salt: 'a' };

async function masked(text: string, privacy: Privacy = replace) {
  const { sheets } = await engine.load('名单.csv', text);
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  const before = await sheetCells(engine.connection, sheet, [], undefined);
  const { cells, findings } = await replacePersonal(
    engine.connection,
    sheet,
    before,
    sheet.found,
    privacy,
  );
  return { cells: cells.rows.map((row) => row.cells), findings };
}

const people = [
  '2023年名单（负责人：赵测试）,,,,',
  '序号,村名,户主,身份证号码,联系电话',
  '1,青禾村,赵甲测,110000199001010013,13900000001',
  '2,柳塘村,钱乙测,110000199001010021,139 0000 0002',
  '3,荷田村,孙　丙测,11000019900101003X,13900000001',
  '4,星汉村,空缺,—,无',
  '5,芦花村,赵甲测,110000199001010013,0999-1234567',
  '注：如有疑问请致电13900000009。,,,,',
].join('\n');

test('names, identity and phone numbers get pseudonyms; villages, numbers and marks stay', async () => {
  const { cells, findings } = await masked(people);
  const [title, , first, second, third, fourth, fifth, note] = cells;
  expect(first?.slice(0, 2)).toEqual(['1', '青禾村']);
  expect(first?.slice(2)).toEqual([
    expect.stringMatching(/^人员-[0-9a-f]{10}$/),
    expect.stringMatching(/^证件-[0-9a-f]{10}$/),
    expect.stringMatching(/^电话-[0-9a-f]{10}$/),
  ]);
  expect(second?.[4]).toMatch(/^电话-/);
  expect(fourth?.slice(2)).toEqual(['空缺', '—', '无']);
  expect(fifth?.slice(2, 4)).toEqual(first?.slice(2, 4));
  expect(third?.[4]).toBe(first?.[4]);
  expect(title?.[0]).toMatch(/^2023年名单（负责人：人员-[0-9a-f]{10}）$/);
  expect(note?.[0]).toMatch(/^注：如有疑问请致电电话-[0-9a-f]{10}。$/);
  expect(findings).toMatchObject([
    {
      code: 'personal_replaced',
      row: 3,
      column: 'C',
      value: '户主',
      count: 4,
      detail: { kind: 'person' },
    },
    { column: 'D', value: '身份证号码', count: 4, detail: { kind: 'id' } },
    { column: 'E', value: '联系电话', count: 4, detail: { kind: 'phone' } },
    { row: 1, column: 'A', value: null, count: 2, detail: { kind: 'text' } },
  ]);
});

test('a person has one pseudonym in every file, and another under another salt', async () => {
  const list = (name: string) => `村名,负责人\n青禾村,${name}\n柳塘村,钱乙测\n`;
  const [one, other, salted] = [
    await masked(list('赵甲测')),
    await masked(list('赵 甲测')),
    await masked(list('赵甲测'), { mode: 'replace', salt: 'b' }),
  ];
  expect(other.cells[1]).toEqual(one.cells[1]);
  expect(salted.cells[1]?.[1]).not.toBe(one.cells[1]?.[1]);
});

test.each([
  ['姓名', 'Zzyn Testa', 'LEE, Tst-Ann', "Qo'ra", '赵甲测'],
  ['户主', 'Zzyn Testa', 'zzo testo', '赵甲测', 'Vacant'],
  ['Contact person', 'Zzyn Testa', 'Dr. Q. Testová', 'Tst Ann Lee', '—'],
  ['First name', 'Zzyn', 'Tst', 'Qora', ''],
])('names in Latin letters under %s get pseudonyms', async (header, ...names) => {
  const { cells } = await masked(
    [`村名,${header}`, ...names.map((name, i) => `村${i},"${name}"`)].join('\n'),
  );
  expect(cells.slice(1).map((row) => row[1] ?? '')).toEqual(
    names.map((name) =>
      ['Vacant', '—', ''].includes(name) ? name : (expect.stringMatching(/^人员-/) as string),
    ),
  );
});

test('a bare Name is of people only beside what people have', async () => {
  const list = (beside: string) => `Name,${beside}\nZzyn Testa,40\nTst Lee,51\n`;
  expect((await masked(list('Age'))).cells[1]?.[0]).toMatch(/^人员-/);
  expect((await masked(list('Score'))).cells[1]?.[0]).toBe('Zzyn Testa');
});

test('kept as it is, or removed, as asked; both are said', async () => {
  const kept = await masked(people, { mode: 'keep', salt: 'a' });
  expect(kept.cells[2]?.slice(2)).toEqual(['赵甲测', '110000199001010013', '13900000001']);
  expect(kept.findings.map(({ code }) => code)).toEqual(Array(4).fill('personal_kept'));
  const dropped = await masked(people, { mode: 'drop', salt: 'a' });
  expect(dropped.cells[2]).toEqual(['1', '青禾村', null, null, null]);
  expect(dropped.cells[7]?.[0]).toBe('注：如有疑问请致电***。');
});

test.each([
  [
    'division codes and scores',
    '区划代码,村名,得分\n990101001201,青禾村,90.5\n990101001202,柳塘村,88\n',
  ],
  ['large sums', '村名,收入(元)\n青禾村,13900000001\n柳塘村,15800000002\n荷田村,18800000003\n'],
  ['long decimals', '村名,值\n青禾村,0.12345678901234\n柳塘村,13900000001.5\n'],
  [
    'numbers of 18 digits that are no identity numbers',
    '流水号,村名\n202301010000012345,青禾村\n202301010000012346,柳塘村\n',
  ],
  [
    'posts, and whether one person holds two',
    '村名,书记主任一肩挑,书记学历,负责人\n青禾村,是,大专,镇政府\n柳塘村,否,高中,组织办\n',
  ],
  ['villages under 负责人', '序号,负责人,件数\n1,青禾村,3\n2,柳塘村,4\n'],
  ['places under Contact', 'Village,Contact\nQinghe,Township office\nLiutang,Liutang Village\n'],
  ['times', '村名,报送时间\n青禾村,2023-01-01 00:00:00\n柳塘村,20230101000000\n'],
  ['dashed numbers of documents', '村名,文号\n青禾村,2023-0001-0002\n柳塘村,0551-12\n'],
])('no cell of %s is touched', async (_, text) => {
  const { cells, findings } = await masked(text);
  expect(findings).toEqual([]);
  expect(cells.map((row) => row.join(','))).toEqual(text.trim().split('\n'));
});

test('a phone number among words is replaced, one alone in a column of notes too', async () => {
  const { cells } = await masked(
    '村名,得分,备注\n青禾村,90,电话13900000001\n柳塘村,80,13900000002\n荷田村,70,整改\n',
  );
  expect(cells.slice(1).map((row) => row[2])).toEqual([
    expect.stringMatching(/^电话电话-[0-9a-f]{10}$/),
    expect.stringMatching(/^电话-[0-9a-f]{10}$/),
    '整改',
  ]);
});

test('replacing what was replaced changes nothing', async () => {
  const { sheets } = await engine.load('名单.csv', people);
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  const once = await replacePersonal(
    engine.connection,
    sheet,
    await sheetCells(engine.connection, sheet, [], undefined),
    sheet.found,
    replace,
  );
  const twice = await replacePersonal(engine.connection, sheet, once.cells, sheet.found, replace);
  expect(twice.cells.rows).toEqual(once.cells.rows);
  expect(twice.findings).toEqual([]);
});
