import { beforeAll, expect, test } from 'vitest';
import { SchemeDatabase } from '../../scheme/database';
import { linesOf, scoreTable, type Clauses } from '../../scheme/score-table';

// Places and stars follow the figures as they are written in decimal, and nobody gets one for want of figures.

let database: SchemeDatabase;

beforeAll(async () => {
  database = await SchemeDatabase.start();
});

/** Scores a table by the sum of `a` and `b`. */
const score = (text: string, clauses: Clauses = {}) =>
  scoreTable(database, text, 'sum', [{ id: 'a' }, { id: 'b' }], clauses);

const ask = (sql: string) => linesOf(database, sql);
const ranks = () => ask('SELECT subject_id, rank FROM score.period_rank ORDER BY ALL');
const stars = () => ask('SELECT subject_id, stars FROM score.period_stars ORDER BY ALL');

test('what binary fractions add breaks no tie', () => {
  // 0.1 + 0.2 is 0.30000000000000004
  score('subject a b\ns1 0.1 0.2\ns2 0.3 0\ns3 0 0');
  expect(ranks()).toEqual(['s1 1', 's2 1', 's3 3']);
});

test('what binary fractions lack misses no bound', () => {
  // 0.7 + 0.1 is 0.7999999999999999
  const rules = [{ stars: 1, atLeast: 0.8 }];
  score('subject a b\ns1 0.7 0.1\ns2 0.7 0', {
    stars: { most: 1, rules, otherwise: 0, atQuota: 'exclude' },
  });
  expect(stars()).toEqual(['s1 1', 's2 0']);
});

test('conditions on words, on figures and on parts hold together', () => {
  const when = {
    all: [
      { measure: 'a', atLeast: 1, below: 9 },
      { attribute: 'town', is: ['north'] },
      { not: { node: 'b', above: 3 } },
    ],
  };
  const vetoes = [{ id: 'v', when, effect: 'exclude' }];
  score('subject a b\ns1 2 1\ns2 2 4\ns3 9 1', { vetoes });
  expect(ranks()).toEqual(['s2 2', 's3 1']);
});

test('a track is small by those assessed, not by those rated or ranked together', () => {
  const subject = { track: 'roster', smallest: { size: 2, join: 'unranked' } };
  const text = 'track subject a b\nfarm s1 1 1\nfarm s2 1 .\nhill s3 5 5';
  for (const within of ['track', 'period']) {
    score(text, { subject, rank: { within, ties: 'competition' } });
    expect(ranks()).toEqual(['s1 1']);
  }
});

test('fewer different scores than clusters make no stars', () => {
  const clusters = { most: 3, clusters: { rounds: 10, tolerance: 0 } };
  score('subject a b\ns1 1 1\ns2 1 1\ns3 5 1', { stars: clusters });
  expect(stars()).toEqual(['s1 ∅', 's2 ∅', 's3 ∅']);
  score('subject a b\ns1 1 1\ns2 2 1\ns3 5 1', { stars: clusters });
  expect(stars()).toEqual(['s1 1', 's2 2', 's3 3']);
});

test('a second pass learns the clusters without the far ones', () => {
  const clusters = { most: 2, clusters: { rounds: 50, tolerance: 0, without: 1 } };
  const text = ['subject a b', ...[0, 1, 2, 10, 11, 12, 40].map((a, index) => `s${index} ${a} 0`)];
  score(text.join('\n'), { stars: clusters });
  expect(stars().map((line) => line.split(' ')[1])).toEqual(['1', '1', '1', '2', '2', '2', '2']);
});

test('of no rated period the number of periods with stars is not known', () => {
  const rules = [{ stars: 1, atLeast: 5 }];
  const round = { digits: 2, mode: 'half-up' };
  score('subject period a b\ns1 2023Q1 9 1\ns2 2023Q1 9 .', {
    stars: { most: 1, rules, otherwise: 0, atQuota: 'exclude' },
    year: {
      combine: 'count',
      missing: 'present',
      score: { combine: 'mean', round },
      rank: { within: 'track', ties: 'competition', by: ['stars'] },
      levels: [],
      atQuota: 'exclude',
    },
  });
  expect(ask('SELECT subject_id, stars FROM score.year_total ORDER BY ALL')).toEqual([
    's1 1',
    's2 ∅',
  ]);
  expect(ask('SELECT subject_id FROM score.year_level')).toEqual(['s1']);
});

test('a version in force until a period, from the beginning, is so up to it', () => {
  score('subject period a b\ns1 2023Q1 1 1\ns1 2023Q2 1 1', {
    valid: { from: null, to: '2023Q1' },
  });
  expect(ask('SELECT period_id, in_force FROM score.entry ORDER BY ALL')).toEqual([
    '2023Q1 true',
    '2023Q2 false',
  ]);
});
