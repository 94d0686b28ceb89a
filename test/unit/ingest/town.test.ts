import { expect, test } from 'vitest';
import { readTown, townOrigin } from '../../../src/ingest/town';

test.each([
  ['填报单位：云岭镇', '云岭镇'],
  ['云岭镇2023年度村集体经济统计表', '云岭镇'],
  ['2023年第四季度云岭镇村(社区)考评得分', '云岭镇'],
  ['星汉区云岭镇村居考评', '云岭镇'],
  ['云岭镇_2023Q4', '云岭镇'],
  ['附件1：东河街道办事处', '东河街道办事处'],
  ['柳塘乡', '柳塘乡'],
  ['雲嶺鎮2023年度統計表', '雲嶺鎮'],
  ['星漢縣柳塘鄉考評', '柳塘鄉'],
  ['東河街道辦事處', '東河街道辦事處'],
  ['关于云岭镇2023年考评情况的通报', '云岭镇'],
])('%j is of %s', (text, town) => {
  expect(readTown(text)).toBe(town);
});

test.each([
  '各镇考评得分',
  '乡镇(街道)汇总',
  '9个镇',
  '全镇各村考评',
  '镇街道',
  '乡村振兴考评',
  '城乡统筹',
  '镇级得分',
  '云岭镇、柳塘乡',
  '云岭镇等九个镇',
  '2023年考评',
  '',
])('%j names no one town', (text) => {
  expect(readTown(text)).toBeNull();
});

test('the title is asked before the sheet, the sheet before the file', () => {
  const file = '星汉镇.xlsx';
  expect(townOrigin({ preamble: ['填报单位：云岭镇'], sheet: '柳塘乡', file })).toEqual({
    text: '云岭镇',
    from: 'title',
  });
  expect(townOrigin({ preamble: ['单位：万元'], sheet: '柳塘乡', file })?.from).toBe('sheet');
  expect(townOrigin({ preamble: [], sheet: 'Sheet1', file })).toEqual({
    text: '星汉镇',
    from: 'file',
  });
});
