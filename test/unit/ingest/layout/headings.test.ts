import { expect, test } from 'vitest';
import { findTables } from '../../../../src/ingest/layout/find-tables';
import { headings } from '../../../../src/ingest/layout/headings';
import type { TableLayout } from '../../../../src/model/layout';
import { sheet } from './sheet';

function layout(header: number[], last: number, marked: TableLayout['marked'] = []): TableLayout {
  const body = { first: (header.at(-1) ?? 0) + 1, last: 9 };
  return { columns: { first: 1, last }, header, body, marked };
}

function texts(drawn: string, table: TableLayout, merged: readonly string[] = []): string[] {
  return headings(sheet(drawn, { merged }), table).map(({ text }) => text);
}

test('merged cells hold for all columns that they cover, and once where they reach down', () => {
  const drawn = '序号|村名|得分|||备注\n||市|县|镇|';
  const merged = ['A1:A2', 'B1:B2', 'C1:E1', 'F1:F2'];
  expect(texts(drawn, layout([1, 2], 6), merged)).toEqual([
    '序号',
    '村名',
    '得分 市',
    '得分 县',
    '得分 镇',
    '备注',
  ]);
});

test('without merged cells an upper cell holds where the row below names its parts', () => {
  expect(texts('序号|村名|得分|||备注\n||市|县|镇|', layout([1, 2], 6))).toEqual([
    '序号',
    '村名',
    '得分 市',
    '得分 县',
    '得分 镇',
    '备注',
  ]);
});

test('in three rows a middle cell holds no further than the cell over it', () => {
  const drawn = '村名|上半年|||下半年|\n|得分||名次|得分|\n|市|县|镇|市|县';
  expect(texts(drawn, layout([1, 2, 3], 6))).toEqual([
    '村名',
    '上半年 得分 市',
    '上半年 得分 县',
    '上半年 名次 镇',
    '下半年 得分 市',
    '下半年 得分 县',
  ]);
});

test('a cell with nothing under it holds for no other column', () => {
  expect(texts('村名|得分|\n||占比', layout([1, 2], 3))).toEqual(['村名', '得分', '占比']);
});

test('a header that a text file really repeats is joined as it stands', () => {
  expect(texts('DATE|TIME\nDATE|TIME', layout([1, 2], 2))).toEqual(['DATE DATE', 'TIME TIME']);
});

test('a table without a header has columns without names', () => {
  expect(texts('1|2', layout([], 2))).toEqual(['', '']);
});

test('the columns of a block in the middle of a sheet are its own', () => {
  const table = { ...layout([1], 5), columns: { first: 4, last: 5 } };
  expect(texts('村名|得分||等次|个数', table)).toEqual(['等次', '个数']);
});

function units(drawn: string, merged: readonly string[] = []): (string | null)[] {
  const cells = sheet(drawn, { merged });
  const [table] = findTables(cells);
  return table ? headings(cells, table).map(({ unit }) => unit) : [];
}

test('the unit of a column stands in its header, also in an upper cell of it', () => {
  expect(
    units('村名|收入(万元)||增幅（%）\n|发包|租赁|\n青禾村|10.5|20.1|5\n松岗村|11.5|21.4|6'),
  ).toEqual([null, '万元', '万元', '%']);
});

test('a row of units gives each column its own', () => {
  expect(units('村名|收入|人口\n|(万元)|(人)\n青禾村|10.5|400\n松岗村|12.5|500')).toEqual([
    null,
    '万元',
    '人',
  ]);
});

test('a unit above the table holds for the columns that measure something, where their header says none', () => {
  expect(
    units('经济情况||\n||单位：万元\n村名|收入|分红(元)\n青禾村|10.5|400\n松岗村|12.5|500'),
  ).toEqual([null, '万元', '元']);
});

test.each(['单位：万元、人', '填报单位：云溪镇', '单位：云溪镇'])(
  '%s says no unit to go by',
  (line) => {
    expect(units(`${line}||\n村名|收入|人口\n青禾村|10.5|400\n松岗村|12.5|500`)).toEqual([
      null,
      null,
      null,
    ]);
  },
);
