import { expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/protocol';
import { noFilters, type Filters } from '../../../src/model/filters';
import type { Row } from '../../../src/model/row';
import { Subjects } from '../../../src/state/subjects.svelte';

const line = (id: string, town: string, level: string | null, track = '一类'): Row => ({
  subject_id: id,
  name: `${id}村`,
  district: '甲区',
  town,
  track,
  kind: 'village',
  level,
});

const rows = [
  line('青禾', '青石街道', '5'),
  line('柳溪', '青石街道', 'none', '二类'),
  line('枫林', '荷田镇', '3'),
  line('荷塘', '荷田镇', 'unrated', '二类'),
  line('云栖', '松岭镇', null),
];

async function over(filters: Filters, given = rows): Promise<Subjects> {
  const engine = { rows: () => Promise.resolve(given) } as unknown as Engine;
  const subjects = new Subjects(engine, () => filters);
  await subjects.show(2023);
  return subjects;
}

const by = (values: Partial<Filters['values']>, search = ''): Filters => ({
  values: { ...noFilters.values, ...values },
  search,
});
const kept = async (filters: Filters) => {
  const found = (await over(filters)).kept;
  return found && [...found];
};

test('nothing filtered keeps everybody without naming them', async () => {
  expect(await kept(noFilters)).toBeNull();
});

test('values of one dimension add up, dimensions narrow each other', async () => {
  expect(await kept(by({ town: ['青石街道', '荷田镇'] }))).toEqual([
    '青禾',
    '柳溪',
    '枫林',
    '荷塘',
  ]);
  expect(await kept(by({ town: ['青石街道', '荷田镇'], track: ['二类'] }))).toEqual([
    '柳溪',
    '荷塘',
  ]);
  expect(await kept(by({ level: ['5', 'unrated'] }))).toEqual(['青禾', '荷塘']);
  expect(await kept(by({ town: ['没有的镇'] }))).toEqual([]);
});

test('a search looks into name and town, within the filters', async () => {
  expect(await kept(by({}, '荷'))).toEqual(['枫林', '荷塘']);
  expect(await kept(by({ level: ['3'] }, '荷'))).toEqual(['枫林']);
});

test('Latin letters are pinyin as soon as the dictionary is there', async () => {
  const subjects = await over(by({}, 'qh'));
  expect([...(subjects.kept ?? [])]).toEqual([]);
  await subjects.readLatin('qh');
  expect([...(subjects.kept ?? [])]).toEqual(['青禾']);
});

test('only dimensions that tell subjects apart can be chosen from; levels stand from the highest', async () => {
  const { values } = await over(noFilters);
  expect(values.district).toEqual([]);
  expect(values.town.map(({ value, subjects }) => [value, subjects])).toEqual([
    ['荷田镇', 2],
    ['青石街道', 2],
    ['松岭镇', 1],
  ]);
  expect(values.level.map(({ value }) => value)).toEqual(['5', '3', 'none', 'unrated']);
  const unlevelled = rows.map((row) => ({
    ...row,
    level: row['level'] === 'unrated' ? 'unrated' : 'none',
  }));
  expect((await over(noFilters, unlevelled)).values.level).toEqual([]);
});
