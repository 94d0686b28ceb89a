import { expect, test } from 'vitest';
import { matches, searchable, wordsOf } from '../../../src/state/name-search';
import { readingsOf } from '../../../src/state/pinyin';

const found = (search: string, name: string, hasReadings = true) => {
  const readings = hasReadings ? readingsOf : null;
  return matches(wordsOf(search), searchable(name, readings), readings);
};

test.each([
  ['青禾', true],
  ['街道青', true],
  ['qh', true],
  ['qhc', true],
  ['QH', true],
  ['ｑｈ', true],
  ['qinghe', true],
  ['qingh', true],
  ['qhe', true],
  ['青石 qh', true],
  ['qs 青禾', true],
  ['q', true],
  ['z', false],
  ['hq', false],
  ['qz', false],
  ['青石 柳', false],
  ['', true],
])('青石街道青禾村 by "%s": %s', (search, expected) => {
  expect(found(search, '青石街道青禾村')).toBe(expected);
});

test('a character of several readings is found by each', () => {
  expect(found('cqc', '重桥村')).toBe(true);
  expect(found('zqc', '重桥村')).toBe(true);
});

test('without the dictionary, letters are looked for as they stand', () => {
  expect(found('qh', '青禾村', false)).toBe(false);
  expect(found('no', 'Norway', false)).toBe(true);
  expect(found('no', 'Norway')).toBe(true);
});
