import { expect, test } from 'vitest';
import { readUnit, unitAbove } from '../../../../src/ingest/layout/units';
import {
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
