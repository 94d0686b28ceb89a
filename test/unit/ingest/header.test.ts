import { expect, test } from 'vitest';
import { readHeader } from '../../../src/ingest/header';

test.each([
  ['经营性收入(万元)', '经营性收入', '万元'],
  ['经营性收益（元）', '经营性收益', '元'],
  ['同比(%)', '同比', '%'],
  ['同比（％）', '同比', '%'],
  ['投资（单位：万元）', '投资', '万元'],
  ['经营性\n收入 (万元)', '经营性收入', '万元'],
])('%j names a figure and its unit', (text, name, unit) => {
  expect(readHeader(text)).toEqual({ name, unit });
});

test.each([
  ['镇(街道)', '镇(街道)'],
  ['村（社区）', '村(社区)'],
  ['　村　名　', '村名'],
  ['(元)', '(元)'],
  ['', ''],
])('%j has no unit', (text, name) => {
  expect(readHeader(text)).toEqual({ name, unit: null });
});
