import { expect, test } from 'vitest';
import { zhCN } from '../../../src/i18n/zh-CN';
import { finding, type Finding } from '../../../src/model/finding';
import { noFilters, type Filters } from '../../../src/model/filters';
import { sheetFormats, type Sheet } from '../../../src/model/sheet';
import type { Calculation } from '../../../src/state/calculation.svelte';
import { Exports } from '../../../src/state/exports';
import type { Files } from '../../../src/state/files.svelte';
import type { People } from '../../../src/state/people';
import type { Page, Route } from '../../../src/state/route.svelte';
import type { Settings } from '../../../src/state/settings.svelte';
import { onlySheet, read, rowsOf } from '../readers/staged';

const sheet: Sheet = {
  title: '名单',
  notes: ['按本赛道'],
  columns: [{ name: '姓名', unit: null, kind: 'text' }],
  rows: [['张三']],
};

function made(
  ofPeople: boolean,
  findings: readonly Finding[] = [],
  filters: Filters = noFilters,
  page: Page = 'star-board',
  zh = '争星夺旗',
) {
  const scheme = { title: { zh, en: 'Stars' }, version: '2.0' };
  return new Exports(
    { t: zhCN } as unknown as Settings,
    { filters, page } as unknown as Route,
    { ofPeople, scheme } as unknown as Calculation,
    { findings } as unknown as Files,
    {
      named: (_: string, [text = '']: readonly string[]) =>
        Promise.resolve(text === '张三' ? ['张三'] : []),
    } as unknown as People,
  );
}

test.each([
  ['a scheme of people', made(true)],
  ['names that were kept', made(false, [finding('personal_kept', {})])],
])('under %s nothing leaves, in no format', async (_, exports) => {
  expect(exports.ofPeople).toBe(true);
  for (const format of sheetFormats)
    await expect(exports.file(sheet, format)).rejects.toThrow('export_people');
  await expect(exports.text(sheet)).rejects.toThrow('export_people');
  const figure = {} as SVGSVGElement;
  await expect(exports.figure(figure, { title: '', basis: '', notes: [] }, 'svg')).rejects.toThrow(
    'export_people',
  );
});

/** The name of a file that leaves, and what stands under its rows. */
async function told(exports: Exports, given: Sheet = sheet) {
  const { name, content } = await exports.file(given, 'xlsx');
  const rows = rowsOf(onlySheet(await read(await content.arrayBuffer(), name)));
  return { name, notes: rows.map(([text]) => text).slice(3) };
}

const day = expect.stringMatching(/^导出日期：\d{4}-\d\d-\d\d$/) as unknown;
const filters = { values: { ...noFilters.values, town: ['东镇', '西镇'] }, search: '青' };

test('a workbook says its scheme with the version, what narrows it and the day', async () => {
  const narrowed = { ...sheet, narrowed: ['全年得星 3 至 5'] };
  expect(await told(made(false, [], filters), narrowed)).toEqual({
    name: '名单（筛选后）.xlsx',
    notes: ['按本赛道', '方案：争星夺旗 2.0', '筛选：东镇、西镇、名称含“青”、全年得星 3 至 5', day],
  });
});

test('a table narrowed by its own range alone says so, in the name of a file of rows too', async () => {
  const narrowed = { ...sheet, narrowed: ['全年得星 3 至 5'] };
  expect((await told(made(false), narrowed)).notes).toContain('筛选：全年得星 3 至 5');
  expect((await made(false).file(narrowed, 'csv')).name).toBe('名单（筛选后）.csv');
  expect((await made(false).file(sheet, 'csv')).name).toBe('名单.csv');
});

test('filters are not told of pages where they count nothing', async () => {
  expect(await told(made(false, [], filters, 'query'))).toEqual({
    name: '名单.xlsx',
    notes: ['按本赛道', '方案：争星夺旗 2.0', day],
  });
});

test('a version that stands in the title of its scheme is told once', async () => {
  const titled = made(false, [], noFilters, 'star-board', '争星夺旗 2.0');
  expect((await told(titled)).notes).toContain('方案：争星夺旗 2.0');
});

test('that a search for a person narrows a table is told, without the name', async () => {
  const { name, notes } = await told(made(false, [], { ...noFilters, search: '张三' }));
  expect(name).toBe('名单（筛选后）.xlsx');
  expect(notes).toContain('筛选：按名称查找（涉及个人，不写出）');
  expect(notes.join()).not.toContain('张三');
});
