import { expect, test } from 'vitest';
import { zhCN } from '../../../src/i18n/zh-CN';
import { finding, type Finding } from '../../../src/model/finding';
import { noFilters, type Filters } from '../../../src/model/filters';
import { sheetFormats, type Sheet } from '../../../src/model/sheet';
import type { Calculation } from '../../../src/state/calculation.svelte';
import { Exports } from '../../../src/state/exports';
import type { Files } from '../../../src/state/files.svelte';
import type { People } from '../../../src/state/people';
import type { Route } from '../../../src/state/route.svelte';
import type { Settings } from '../../../src/state/settings.svelte';
import { onlySheet, read, rowsOf } from '../readers/staged';

const sheet: Sheet = {
  title: '名单',
  notes: ['按本赛道'],
  columns: [{ name: '姓名', unit: null, kind: 'text' }],
  rows: [['张三']],
};

function made(ofPeople: boolean, findings: readonly Finding[] = [], filters: Filters = noFilters) {
  const scheme = { title: { zh: '争星夺旗', en: 'Stars' }, version: '2.0' };
  return new Exports(
    { t: zhCN } as unknown as Settings,
    { filters } as unknown as Route,
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
  await expect(exports.figure(figure, { title: '', basis: '' }, 'svg')).rejects.toThrow(
    'export_people',
  );
});

test('a workbook says its scheme with the version, its filters and the day', async () => {
  const filters = { values: { ...noFilters.values, town: ['东镇', '西镇'] }, search: '青' };
  const { name, content } = await made(false, [], filters).file(sheet, 'xlsx');
  expect(name).toBe('名单.xlsx');
  const rows = rowsOf(onlySheet(await read(await content.arrayBuffer(), name)));
  expect(rows.map(([text]) => text).slice(3)).toEqual([
    '按本赛道',
    '方案：争星夺旗 2.0',
    '筛选：东镇、西镇、名称含“青”',
    expect.stringMatching(/^导出日期：\d{4}-\d\d-\d\d$/),
  ]);
});
