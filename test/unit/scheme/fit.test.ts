import { expect, test } from 'vitest';
import { finding } from '../../../src/model/finding';
import { oneOf } from '../../../src/model/scheme-problem';
import { findingsUnder, lacks } from '../../../src/scheme/fit';
import { smallScheme } from './document';

const extent = {
  indicators: ['比红星', '赛擂台'],
  attributes: ['region'],
  figurePeriods: ['2023Q1', '2023Q2'],
};

type Change = NonNullable<Parameters<typeof smallScheme>[0]>;

const lacking = (change: Change) => lacks(smallScheme(change), extent);

test('what the data holds is not lacked', () => {
  expect(lacks(smallScheme(), { ...extent, indicators: ['工作', '评价'] })).toEqual([]);
});

test('a column that the data lacks is named with its path and what there is', () => {
  const found = lacking((document) => {
    Object.assign(document.score.parts[0] ?? {}, { from: { measure: '信访量' } });
  });
  expect(found).toContainEqual({
    path: 'score.parts[0].from.measure',
    kind: 'no_column',
    found: '"信访量"',
    allowed: [oneOf(['比红星', '赛擂台'])],
    needed: true,
  });
});

test('a part that its group can do without is lacked, and not needed', () => {
  const found = lacking((document) => {
    Object.assign(document.score, { combine: 'mean', missing: 'redistribute' });
    Object.assign(document.score.parts[0] ?? {}, { from: { measure: '信访量' } });
  });
  expect(found.find(({ path }) => path === 'score.parts[0].from.measure')?.needed).toBe(false);
});

test('a frozen period that the data lacks is needed', () => {
  const found = lacking((document) => {
    Object.assign(document.score.parts[0] ?? {}, {
      steps: [{ z: 'sample', over: { frozen: '2019Q4' } }],
    });
  });
  expect(found).toContainEqual({
    path: 'score.parts[0].steps[0].over.frozen',
    kind: 'no_period',
    found: '"2019Q4"',
    allowed: [oneOf(['2023Q1', '2023Q2'])],
    needed: true,
  });
});

test('that subjects have no track is said only where they are compared in tracks of the roster', () => {
  const findings = [finding('track_missing', { value: '青禾村' })];
  const codes = (change: Change) =>
    findingsUnder(smallScheme(change), { ...extent, findings }).map(({ code }) => code);
  expect(codes(() => undefined)).toContain('track_missing');
  expect(
    codes((document) => void Object.assign(document, { subject: { track: 'none' } })),
  ).not.toContain('track_missing');
});
