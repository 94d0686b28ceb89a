import { expect, test } from 'vitest';
import { differences } from '../../../src/scheme/document/differences';
import { namedPath, valueAt, withValueAt } from '../../../src/scheme/document/path';
import { sectionsOf } from '../../../src/scheme/document/sections';
import { nextVersion } from '../../../src/scheme/document/versions';
import { presets } from '../../../src/scheme/presets';
import type { Scheme } from '../../../src/scheme/shape';
import { smallScheme } from './document';

const compared = (before: Scheme, after: Scheme) =>
  differences(sectionsOf(before), sectionsOf(after));

const changes = (before: Scheme, after: Scheme) =>
  compared(before, after)
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, key }) => `${kind} ${key}`);

test('a document does not differ from itself', () => {
  const scheme = smallScheme();
  expect(changes(scheme, scheme)).toEqual([]);
});

test('parts are the same by their id, wherever they stand', () => {
  const turned = smallScheme((document) => {
    document.score.parts.reverse();
  });
  expect(changes(smallScheme(), turned)).toEqual([]);
});

test('what is added, removed and changed is told apart', () => {
  const other = smallScheme((document) => {
    document.score.parts.forEach((part) => (part.weight = 0.5));
    document.stars.rules.pop();
    document.year.levels.push({ level: 1, atLeast: 3 });
  });
  expect(changes(smallScheme(), other)).toEqual([
    'changed score.parts[work].weight',
    'changed score.parts[view].weight',
    'removed stars.rules[1]',
    'added year.levels[1]',
  ]);
});

test('the clauses in which 2.0 and 3.0 of the first preset differ', () => {
  const version = (wanted: string) => {
    const found = presets.find(({ id, version: one }) => id === 'jiujiang' && one === wanted);
    if (!found) throw new Error(wanted);
    return found;
  };
  const found = changes(version('2.0'), version('3.0'));
  expect(found).toContain('changed score.parts[red-star].weight');
  expect(found).toContain('changed score.parts[visits].weight');
  expect(found).not.toContain('changed score.parts[arena].weight');
  expect(found).toContain('changed stars.rules[4]');
  expect(found).toContain('changed year.levels[3]');
  expect(found).toContain('changed valid');
});

test('a path leads to its value; a change leaves the document before as it was', () => {
  const scheme = smallScheme();
  const changed = withValueAt(scheme, 'score.parts[1].weight', 0.3);
  expect(valueAt(changed, 'score.parts[1].weight')).toBe(0.3);
  expect(valueAt(scheme, 'score.parts[1].weight')).toBe(0.4);
  expect(changed.stars).toBe(scheme.stars);
  expect(valueAt(scheme, 'score.parts[7].weight')).toBeUndefined();
});

test('a path names items by what tells them apart, and twins by number', () => {
  const document = { notes: [{ about: 'a' }, { about: 'a' }], steps: [{ cap: [0, 1] }] };
  expect(namedPath(document, 'notes[1].zh')).toBe('notes[a#2].zh');
  expect(namedPath(document, 'steps[0].cap[1]')).toBe('steps[0].cap[1]');
});

test('a copy has the next version that is free, follows the one before, and says so in its title', () => {
  const scheme = smallScheme((document) => {
    document.title = { zh: '争星 1.0', en: 'Stars' };
  });
  expect(nextVersion(scheme, new Set(['small@1.1']))).toMatchObject({
    version: '1.2',
    follows: '1.0',
    title: { zh: '争星 1.2', en: 'Stars 1.2' },
  });
});
