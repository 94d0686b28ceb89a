import { expect, test } from 'vitest';
import { score, total } from '../../pollock/score';

const clean = [
  ['a', 'b'],
  ['1', 'x'],
  ['2', 'y'],
];

test('what is loaded right scores ten, whatever the blanks, cases and zeros', () => {
  expect(total(score(clean, clean))).toBe(10);
  expect(
    total(
      score(clean, [
        ['A', 'b '],
        ['01', 'X'],
        ['2.0', 'y'],
      ]),
    ),
  ).toBe(10);
});

test('a refused file scores nothing, an empty one needs nothing', () => {
  expect(total(score(clean, null))).toBe(0);
  expect(total(score([], []))).toBe(10);
});

test('precision is of what should be there, recall of what is', () => {
  const loaded = [
    ['a', 'b', 'c'],
    ['1', 'x'],
    ['2', 'y'],
    ['3', 'z'],
    ['4', 'u'],
  ];
  const [success, headerP, headerR, headerF, recordP, recordR] = score(clean, loaded);
  expect([success, headerP, headerR, recordP, recordR]).toEqual([1, 1, 2 / 3, 1, 0.5]);
  expect(headerF).toBeCloseTo(0.8);
});

test('a value that is there twice counts twice', () => {
  expect(score([['a'], ['1'], ['1']], [['a'], ['1']])[4]).toBe(0.5);
});
