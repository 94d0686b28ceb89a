import { expect, test } from 'vitest';
import { cellKinds, readCell } from '../../../../src/ingest/layout/cells';

test.each([
  ['1,200', 1200],
  ['９５.５', 95.5],
  ['(1,200.5)', 1200.5],
  ['95.1%', 95.1],
  ['¥12.5万', 12.5],
  ['-3', -3],
  ['12萬元', 12],
  ['4/109', 4],
  ['3305.5', 3305.5],
  ['25.5 (±1.3)', 25.5],
  ['3.40207E+11', 3.40207e11],
])('%s is a number', (text, value) => {
  expect(readCell(text)).toMatchObject({ kind: cellKinds.number, value });
});

test.each([
  ['2023-01-02', cellKinds.date],
  ['2023年1月', cellKinds.date],
  ['2013-06-30 00:00:00', cellKinds.date],
  ['12/3/2011', cellKinds.date],
  ['FY09', cellKinds.code],
  ['(1)', cellKinds.code],
  ['青禾村', cellKinds.text],
  ['云溪镇(3个村)', cellKinds.text],
  ['2023年第一季度考评结果一览表', cellKinds.text],
  ['—', cellKinds.missing],
  ['缺考', cellKinds.missing],
  ['√', cellKinds.missing],
  ['★★★', cellKinds.missing],
  ['　', cellKinds.blank],
])('%s is of its kind', (text, kind) => {
  expect(readCell(text).kind).toBe(kind);
});

test('the places of a number count without the zeros that an export adds', () => {
  expect([readCell('350.0').decimals, readCell('1,200.25').decimals]).toEqual([0, 2]);
});
