import { expect, test } from 'vitest';
import { presets } from '../../../src/scheme/presets';
import { schemeKey, versionsOf } from '../../../src/scheme/choose';
import { turnsOf, versionsAt } from '../../../src/state/trend-rules';

const versions = versionsOf(presets, 'jiujiang');
const [, applied] = versions;
if (!applied) throw new Error('the preset has three versions');

const rules = (points: readonly string[], ruling: string) =>
  versionsAt(points, versions, applied, ruling).map(({ scheme }) => scheme.version);

test('a point is scored by the version then in force; before the first by that one', () => {
  expect(rules(['2021Q1', '2022Q2', '2023Q1', '2023Q2', '2024Q1'], 'own')).toEqual([
    '1.0',
    '1.0',
    '1.0',
    '2.0',
    '3.0',
  ]);
});

test('a year is scored by the version at its end', () => {
  expect(rules(['2022', '2023', '2024'], 'own')).toEqual(['1.0', '2.0', '3.0']);
});

test('all by one version, or by the one applied', () => {
  expect(rules(['2021Q1', '2024Q1'], schemeKey(versions[0] ?? applied))).toEqual(['1.0', '1.0']);
  expect(rules(['2021Q1', '2024Q1'], 'applied')).toEqual(['2.0', '2.0']);
});

test('where versions give way to each other', () => {
  expect(turnsOf(['2022Q1', '2022Q2', '2023Q1', '2023Q2', '2023Q4'], versions)).toEqual([
    { point: '2022Q2', from: null, to: '1.0' },
    { point: '2023Q2', from: '1.0', to: '2.0' },
  ]);
});
