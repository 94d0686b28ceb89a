import { describe, expect, test } from 'vitest';
import { binsOf } from '../../../src/state/compare-bins';
import { differencesOf } from '../../../src/state/compare-differences';
import { chosenOf, kindOf, optionsOf } from '../../../src/state/compare-options';
import type { MeasureKind, SideMean } from '../../../src/views/questions/compare/means';
import type { CompareGroup } from '../../../src/views/questions/compare/sides';

function mean(
  [side, kind, name]: readonly [number, MeasureKind, string],
  value: number,
  deviation: number,
  more: Partial<SideMean> = {},
): SideMean {
  return {
    ...{ side, kind, name, mean: value, deviation, subjects: 10, ordinal: 0 },
    ...{ low: 0, high: 100, weight: null, reporting: null, series: null, ...more },
  };
}

describe('differences', () => {
  test('the largest in standard deviations stands first, whatever its unit', () => {
    const lines = differencesOf(
      [
        mean([0, 'score', ''], 80, 10),
        mean([1, 'score', ''], 85, 10),
        mean([0, 'economy', 'income'], 100, 400),
        mean([1, 'economy', 'income'], 200, 400),
        mean([0, 'level', '5'], 0.1, 0.3),
        mean([1, 'level', '5'], 0.4, 0.3),
      ],
      2,
    );
    expect(lines.map(({ kind, effect }) => [kind, effect])).toEqual([
      ['level', expect.closeTo(1)],
      ['score', 0.5],
      ['economy', 0.25],
    ]);
  });

  test('of two sides the second less the first, of three the highest less the lowest', () => {
    const scores = [90, 70, 80].map((value, side) => mean([side, 'score', ''], value, 5));
    expect(differencesOf(scores.slice(0, 2), 2)[0]).toMatchObject({ difference: -20, best: 0 });
    expect(differencesOf(scores, 3)[0]).toMatchObject({ difference: 20, best: 0 });
  });

  test('a part with a weight below zero is better lower, and equal sides have no best', () => {
    const parts = [1, 2].map((value, side) =>
      mean([side, 'part', 'complaints'], value, 1, { weight: -0.2 }),
    );
    expect(differencesOf(parts, 2)[0]).toMatchObject({ better: 'lower', best: 0 });
    const equal = [3, 3].map((value, side) => mean([side, 'score', ''], value, 0));
    expect(differencesOf(equal, 2)[0]).toMatchObject({ best: null, effect: 0, difference: 0 });
  });

  test('where all within the sides are alike a difference has no size, and stands first', () => {
    const lines = differencesOf(
      [
        mean([0, 'score', ''], 80, 10),
        mean([1, 'score', ''], 120, 10),
        mean([0, 'part', 'a'], 1, 0),
        mean([1, 'part', 'a'], 2, 0),
      ],
      2,
    );
    expect(lines.map(({ name, effect }) => [name, effect])).toEqual([
      ['a', null],
      ['', 4],
    ]);
  });

  test('what one side alone has is not compared; figures across a break are marked', () => {
    expect(differencesOf([mean([0, 'part', 'a'], 1, 1)], 2)).toEqual([]);
    const money = [0, 1].map((side) =>
      mean([side, 'economy', 'income'], side, 1, { series: side }),
    );
    expect(differencesOf(money, 2)[0]).toMatchObject({ alike: false });
  });
});

test('classes of a distribution have plain ends and hold both ends of the range', () => {
  for (const [low, high] of [
    [68.13, 95.2],
    [0, 1],
    [-3.5, 812],
    [40, 60],
    [7, 7],
  ] as const) {
    const { from, width, count } = binsOf(low, high);
    expect(from).toBeLessThanOrEqual(low);
    expect(from + width * count).toBeGreaterThan(high);
    expect(count).toBeLessThanOrEqual(22);
  }
  expect(binsOf(68.13, 95.2)).toEqual({ from: 68, width: 2, count: 14 });
});

describe('what can be chosen', () => {
  const group = (scope: CompareGroup['scope'], place: string, year: number, district = '') => ({
    ...{ scope, place, year, district, subjects: 5 },
  });
  const options = optionsOf(
    [
      group('all', '', 2022),
      group('all', '', 2023),
      group('district', '东区', 2023),
      group('town', '二镇', 2023, '东区'),
      group('town', '一镇', 2023, '东区'),
      group('town', '', 2023, '东区'),
      group('town', '三镇', 2022, '东区'),
      group('track', '*', 2023),
    ],
    2023,
    [],
  );

  test('towns of the year in the order in which they are counted, without the unnamed', () => {
    expect(options.town.map(({ key }) => key)).toEqual(['东区/一镇', '东区/二镇']);
    expect(options.track).toEqual([]);
  });

  test('a kind with one of its own can not be compared', () => {
    expect(kindOf('district', options)).toBe('town');
    expect(kindOf('year', options)).toBe('year');
    expect(kindOf(null, { ...options, town: [], year: [] })).toBeNull();
  });

  test('fewer than two that are known leave the choice to the page', () => {
    const chosen = (wished: readonly string[]) =>
      chosenOf(wished, options.year, 'year', '').map(({ name }) => name);
    expect(chosen(['2023', '1999'])).toEqual(['2022', '2023']);
    expect(chosen(['2023', '2022'])).toEqual(['2022', '2023']);
  });
});
