import { expect, test } from 'vitest';
import { readUnit, unitAbove } from '../../../../src/ingest/layout/units';
import { tailBeginnings } from '../../../../src/ingest/layout/tail-words';
import {
  isFigureWord,
  isGroupLabel,
  isHeaderWord,
  isNote,
  isSubtotal,
  totalWord,
} from '../../../../src/ingest/layout/words';

test('the words of a sheet mean in traditional characters what they mean in simplified ones', () => {
  expect(isHeaderWord('村(社區)')).toBe(true);
  expect(totalWord('雲嶺鎮小計')).toBe('sure');
  expect(isSubtotal('總計')).toBe(true);
  expect(isNote('備註：尚未核實')).toBe(true);
  expect(isGroupLabel('雲嶺鎮')).toBe(true);
  expect(readUnit('(萬元)')).toBe('万元');
  expect(unitAbove('單位：萬元')).toBe('万元');
});

test('the name of a village is no word of a sheet', () => {
  expect(isHeaderWord('聽蛙村')).toBe(false);
  expect(totalWord('聽蛙村')).toBe('none');
});

test.each([
  'Gesamt',
  'Summe',
  'Total général',
  'Итого',
  '합계',
  '總計',
  'Standard deviation',
  '均分',
])('%s is a total', (label) => {
  expect(totalWord(label)).not.toBe('none');
});

test.each([
  '达标率',
  '比上年增长(%)',
  '去年同期',
  '目标任务数',
  '户均收入',
  '% change',
  'Sales tax',
  'Target:',
])('%s under a total is a figure of the table', (label) => {
  expect(isFigureWord(label)).toBe(true);
});

test.each(['目标村', '计划社区', '青禾村', 'Ashford'])(
  '%s under a total may be a place',
  (label) => {
    expect(isFigureWord(label)).toBe(false);
  },
);

test('what is looked for in the middle of a long sheet are words of totals and notes', () => {
  const strange = tailBeginnings.filter(
    (word) => totalWord(word) === 'none' && !isNote(`${word}：见下`),
  );
  expect(strange).toEqual([]);
});
