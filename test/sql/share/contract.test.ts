import { beforeAll, describe, expect, test } from 'vitest';
import { read, utils, write } from '@e965/xlsx';
import { isIdentical } from '../../../src/share/compare';
import { encodeLink } from '../../../src/share/link';
import type { Contract } from '../../../src/share/spec';
import { TestEngine } from '../test-engine';
import { contractFor, load, verdictOn, type Named } from './shared';

let engine: TestEngine;
let contract: Contract;

const villages = Array.from({ length: 60 }, (_, index) => `村${index + 1}`);
const header = '类别,镇,村名,考核期,考评成绩';
const score = (village: number, quarter: number) => 60 + ((village * 7 + quarter * 13) % 40) + 0.5;

/** The lines of one quarter, one village each. */
function quarter(number: number, change: (village: number, score: number) => number = (_, n) => n) {
  return villages.map(
    (name, index) =>
      `${index % 2 ? '一类' : '二类'},云岭镇,${name},2023Q${number},${change(index, score(index, number))}`,
  );
}

const file = (name: string, lines: readonly string[]): Named => [
  name,
  [header, ...lines].join('\n'),
];

const whole = () => [file('上半年.csv', [...quarter(1), ...quarter(2)])];

/** A link is about the data however it came: this is what the receiver's is said to be. */
async function verdict(files: readonly Named[]) {
  await load(engine, files);
  return verdictOn(engine, contract);
}

beforeAll(async () => {
  engine = await TestEngine.start();
  await load(engine, whole());
  contract = await contractFor(engine);
});

test('it counts rows by period and names the columns that mean something', () => {
  expect(contract.subjects).toBe(60);
  expect(contract.periods.map(({ id, rows }) => [id, rows])).toEqual([
    ['', 60],
    ['2023Q1', 60],
    ['2023Q2', 60],
  ]);
  expect(contract.tables[0]?.columns.map((column) => column.header)).toEqual(header.split(','));
});

describe('the same data', () => {
  test.each<[string, () => Named[]]>([
    [
      'rows in another order',
      () => [file('乱序.csv', [...quarter(2), ...quarter(1)].toReversed())],
    ],
    [
      'in two files under other names',
      () => [file('二.csv', quarter(2)), file('一.csv', quarter(1))],
    ],
    ['as a workbook', () => [['上半年.xlsx', workbook([...quarter(1), ...quarter(2)])]]],
    [
      'with a column more that nobody asked for',
      () => [
        [
          '多一列.csv',
          [`${header},备用分`, ...[...quarter(1), ...quarter(2)].map((line) => `${line},7`)].join(
            '\n',
          ),
        ],
      ],
    ],
    [
      'with numbers written otherwise',
      () => [
        file(
          '写法.csv',
          [...quarter(1), ...quarter(2)].map((line) => `${line}0`),
        ),
      ],
    ],
  ])('is identical: %s', async (_, files) => {
    const found = await verdict(files());
    expect(found).toMatchObject({ kind: 'compared' });
    expect(found.kind === 'compared' && isIdentical(found)).toBe(true);
  });

  test('gives the same link from either kind of file', async () => {
    await load(engine, [['上半年.xlsx', workbook([...quarter(1), ...quarter(2)])]]);
    expect(await contractFor(engine)).toEqual(contract);
  });
});

function workbook(lines: readonly string[]): Uint8Array {
  const sheet = read([header, ...lines].join('\n'), { type: 'string' });
  const book = utils.book_new();
  const first = sheet.Sheets[sheet.SheetNames[0] ?? ''];
  if (first) utils.book_append_sheet(book, first, '得分');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

describe('other data', () => {
  test('one changed value is one row, and its period is named', async () => {
    const changed = quarter(2, (village, old) => (village === 30 ? old + 0.1 : old));
    expect(await verdict([file('上半年.csv', [...quarter(1), ...changed])])).toMatchObject({
      differing: ['2023Q2'],
      roster: false,
      rows: { atLeast: 1, about: 1 },
    });
  });

  test.each([3, 6])('%i changed rows are counted from below, and about right', async (count) => {
    const changed = quarter(1, (village, old) => (village < count ? old + 1 : old));
    const found = await verdict([file('上半年.csv', [...changed, ...quarter(2)])]);
    if (found.kind !== 'compared' || !found.rows) throw new Error(found.kind);
    expect(found.differing).toEqual(['2023Q1']);
    expect(found.rows.atLeast).toBeGreaterThanOrEqual(count / 2);
    expect(found.rows.atLeast).toBeLessThanOrEqual(count);
    expect(Math.abs(found.rows.about - count)).toBeLessThanOrEqual(3);
  });

  test('a quarter more is newer, what both have is the same', async () => {
    const found = await verdict([...whole(), file('三季度.csv', quarter(3))]);
    expect(found).toMatchObject({ added: ['2023Q3'], lacking: [], differing: [], roster: false });
  });

  test('a quarter less is older', async () => {
    const found = await verdict([file('一季度.csv', quarter(1))]);
    expect(found).toMatchObject({ added: [], lacking: ['2023Q2'], differing: [], roster: false });
  });

  test('a village less is a roster and a period that differ', async () => {
    const found = await verdict([
      file('上半年.csv', [...quarter(1).slice(1), ...quarter(2).slice(1)]),
    ]);
    expect(found).toMatchObject({ differing: ['2023Q1', '2023Q2'], roster: true });
  });

  test('a village in another track is a roster that differs', async () => {
    const lines = [...quarter(1), ...quarter(2)].map((line) =>
      line.replace(/^二类(.*,村1,)/, '一类$1'),
    );
    expect(await verdict([file('上半年.csv', lines)])).toMatchObject({
      differing: [],
      roster: true,
    });
  });

  test('a column less is named as the link has it', async () => {
    const other = [
      '类别,镇,村名,考核期,群众评分,考评成绩',
      ...quarter(1).map((line) => line.replace(/,([\d.]+)$/, ',88,$1')),
    ];
    await load(engine, [['两项.csv', other.join('\n')]]);
    const two = await contractFor(engine);
    await load(engine, whole());
    expect(await verdictOn(engine, two)).toEqual({ kind: 'columns', missing: ['群众评分'] });
  });

  test('other periods, other columns or other values throughout are other data', async () => {
    const later = quarter(1).map((line) => line.replace('2023', '2019'));
    expect(await verdict([file('2019.csv', later)])).toMatchObject({ kind: 'other', missing: [] });
    const scores = (village: number, old: number) => old + village + 1;
    expect(
      await verdict([file('别县.csv', [...quarter(1, scores), ...quarter(2, scores)])]),
    ).toMatchObject({ kind: 'other' });
    expect(
      await verdict([['人口.csv', '村名,年份,常住户数\n村1,2023,7\n村2,2023,8']]),
    ).toMatchObject({
      kind: 'other',
      missing: ['考评成绩'],
    });
  });
});

describe('what is given away', () => {
  test('a period of four villages has no mark of its own; that it differs is told by the whole', async () => {
    const few = quarter(3).slice(0, 4);
    await load(engine, [...whole(), file('三季度.csv', few)]);
    const made = await contractFor(engine);
    expect(made.periods.find(({ id }) => id === '2023Q3')).toEqual({ id: '2023Q3', rows: 4 });
    const changed = few.map((line, index) => (index === 0 ? `${line}9` : line));
    await load(engine, [...whole(), file('三季度.csv', changed)]);
    expect(await verdictOn(engine, made)).toMatchObject({ differing: ['2023Q3'] });
  });

  test('every mark changes with a single value, so that two links cannot be subtracted', async () => {
    const changed = quarter(2, (village, old) => (village === 0 ? old + 1 : old));
    await load(engine, [file('上半年.csv', [...quarter(1), ...changed])]);
    const next = await contractFor(engine);
    expect(next.mark).not.toBe(contract.mark);
    contract.periods.forEach(({ mark }, index) => expect(next.periods[index]?.mark).not.toBe(mark));
  });

  test('of people there are counts and no marks, and the comparison says that it is blind', async () => {
    await load(engine, whole());
    const blind = await contractFor(engine, true);
    expect(JSON.stringify(blind)).not.toMatch(/mark|groups/);
    expect(await verdictOn(engine, blind)).toMatchObject({
      blind: true,
      differing: [],
      rows: null,
    });
  });

  test('no cell of the data stands in a link', async () => {
    await load(engine, whole());
    const link = { version: 1, made: '2026-11-21', page: 'star-board', contract } as const;
    const text = JSON.stringify(link);
    for (const cell of [...villages, '云岭镇', '一类', '上半年']) expect(text).not.toContain(cell);
    expect(encodeLink(link).length).toBeLessThan(600);
  });
});
