import { expect, test } from 'vitest';
import { districtOrigin, readDistrict } from '../../../src/ingest/district';

test.each([
  ['云川区2023年度争星夺旗得星汇总表', '云川区'],
  ['云州市云川县云岭镇村居考评', '云川县'],
  ['2023年第四季度云川区各镇考评得分', '云川区'],
  ['中共云川县委组织部关于2023年考评情况的通报', '云川县'],
  ['星海省云州市云川自治县', '云川自治县'],
  ['雲川縣2023年統計表', '雲川縣'],
  ['雲川區_2023Q4', '雲川區'],
])('%j is of %s', (text, district) => {
  expect(readDistrict(text)).toBe(district);
});

test.each([
  '各区县考评得分',
  '全区各村考评',
  '我县2023年',
  '村(社区)考评',
  '青禾社区得分',
  '片区得分',
  '经济开发区',
  '争星夺旗汇总',
  '流动红旗',
  '市区',
  '县级得分',
  '区域党建',
  '云川区、星汉区',
  '云川区等三个区',
  '2023年考评',
  '',
])('%j names no one district', (text) => {
  expect(readDistrict(text)).toBeNull();
});

test('the title is asked before the sheet, the sheet before the file', () => {
  const file = '云川区.xlsx';
  expect(districtOrigin({ preamble: ['星汉县考评'], sheet: '一季度', file })).toEqual({
    text: '星汉县',
    from: 'title',
  });
  expect(districtOrigin({ preamble: [], sheet: '一季度', file })?.from).toBe('file');
});
