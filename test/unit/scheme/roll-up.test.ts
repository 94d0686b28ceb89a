import { expect, test } from 'vitest';
import { parseScheme } from '../../../src/scheme/parse';
import { smallDocument } from './document';

/** Where a document with these changes is refused. */
function refused(changes: object, of: 'document' | 'score' = 'document'): string[] {
  const document = smallDocument();
  Object.assign(of === 'score' ? document.score : document, changes);
  const parsed = parseScheme(document);
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
}

const months = {
  cadence: 'month',
  rollUp: { to: 'quarter', combine: 'sum', missing: 'unrated' },
};
const when = { measure: '工作', below: 1 };
const stars = smallDocument().stars;

test.each([
  ['vetoes[0].effect', { vetoes: [{ id: 'v', when, effect: 'lower-one' }] }],
  ['vetoes[0].effect', { vetoes: [{ id: 'v', when, effect: { starsAtMost: 1 } }] }],
  [
    'rank.then',
    { rank: { within: 'track', ties: 'dense', then: [{ node: 'work', first: 'highest' }] } },
  ],
  ['stars.earned', { stars: { most: 3, earned: ['work'] } }],
  ['stars.ceilings', { stars: { ...stars, ceilings: [{ when, atMost: 1 }] } }],
  ['stars.awards', { stars: { ...stars, awards: [{ when, stars: 3 }] } }],
  ['lists.rectification', { lists: { rectification: { when: [when] } } }],
])('what months say decides nothing about a quarter: %s', (path, changes) => {
  expect(refused({ ...months, ...changes })).toEqual([path]);
});

test('a veto may cost the score of a month', () => {
  expect(refused({ ...months, vetoes: [{ id: 'v', when, effect: 'zero' }] })).toEqual([]);
});

test('no award gives more stars than there are', () => {
  expect(refused({ stars: { ...stars, awards: [{ when, stars: 4 }] } })).toEqual([
    'stars.awards[0].stars',
  ]);
});

test('pairs are compared by weights that are the same for both', () => {
  const parts = smallDocument().score.parts.map((part) => ({ ...part, weight: { measure: 'w' } }));
  expect(refused({ combine: 'copeland', parts }, 'score')).toEqual([
    'score.parts[0].weight',
    'score.parts[1].weight',
  ]);
});
