import { expect, test } from 'vitest';
import { shortPeriod, timeAxis } from '../../../src/model/time-axis';

test('an axis holds the periods between, those without data too', () => {
  expect(timeAxis(['2023Q2', '2022Q3'])).toEqual(['2022Q3', '2022Q4', '2023Q1', '2023Q2']);
  expect(timeAxis(['2021', '2023'])).toEqual(['2021', '2022', '2023']);
  expect(timeAxis(['2023M11', '2024M01'])).toEqual(['2023M11', '2023M12', '2024M01']);
});

test('rounds count on through the years, not within one', () => {
  expect(timeAxis(['R01', 'R04'])).toEqual(['R01', 'R02', 'R03', 'R04']);
  expect(timeAxis(['2022R02', '2023R01'])).toEqual(['2022R02', '2023R01']);
});

test('periods of two cadences, and none at all, are no axis that could be filled', () => {
  expect(timeAxis(['2023', '2023Q1'])).toEqual(['2023', '2023Q1']);
  expect(timeAxis([])).toEqual([]);
});

test('names for an axis are short', () => {
  expect(['2023Q1', '2023', '2023M01', 'R15'].map(shortPeriod)).toEqual([
    '23Q1',
    '2023',
    '23M01',
    'R15',
  ]);
});
