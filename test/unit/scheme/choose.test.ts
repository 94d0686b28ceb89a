import { expect, test } from 'vitest';
import { inForce, inForceOf, schemeKey, versionsOf } from '../../../src/scheme/choose';
import { smallScheme } from './document';

const version = (number: string, from: string, to: string | null, id = 'small') =>
  smallScheme((document) => Object.assign(document, { id, version: number, valid: { from, to } }));

const schemes = [
  version('10.0', '2025Q1', null),
  version('2.0', '2023Q2', '2024Q4'),
  version('1.0', '2022Q1', '2023Q1'),
  version('1.0', '2020Q1', null, 'other'),
];

const choose = (name: string, newest: string | null) => {
  const scheme = inForceOf(versionsOf(schemes, name), newest === null ? [] : [newest]);
  return scheme && schemeKey(scheme);
};

test.each([
  ['2022Q1', 'small@1.0'],
  ['2023Q1', 'small@1.0'],
  ['2023Q2', 'small@2.0'],
  ['2024Q4', 'small@2.0'],
  ['2026Q1', 'small@10.0'],
])('with data up to %s the version in force then is taken: %s', (newest, key) => {
  expect(choose('small', newest)).toBe(key);
});

test('without data, or with data that no version covers, the newest version is taken', () => {
  expect(choose('small', null)).toBe('small@10.0');
  expect(choose('small', '2019Q1')).toBe('small@10.0');
});

test('a version that is named is taken, in force or not', () => {
  expect(choose('small@1.0', '2026Q1')).toBe('small@1.0');
});

test.each(['nobody', 'small@9.0', '', 'smal'])('%j names no scheme', (name) => {
  expect(choose(name, '2023Q1')).toBeNull();
});

test('the first and the last period belong to the time in force', () => {
  const scheme = version('2.0', '2023Q2', '2023Q4');
  const covered = ['2023Q1', '2023Q2', '2023Q4', '2024Q1'].map((period) => inForce(scheme, period));
  expect(covered).toEqual([false, true, true, false]);
});
