import { beforeAll, describe, expect, test } from 'vitest';
import { compileScheme } from '../../../src/scheme/compile';
import { SchemeDatabase } from '../../scheme/database';
import { linesOf, scoreTable, type Clauses, type Part } from '../../scheme/score-table';
import { table } from '../../scheme/table';
import { smallScheme } from '../../unit/scheme/document';

// What is absent stays absent: no step, group or rank makes a figure of it, and nothing fails over it.

let database: SchemeDatabase;

beforeAll(async () => {
  database = await SchemeDatabase.start();
});

const score = (text: string, combine: unknown, parts: readonly Part[], clauses: Clauses = {}) =>
  scoreTable(database, text, combine, parts, clauses);

const ask = (sql: string) => linesOf(database, sql);

const scores = () => ask('SELECT subject_id, score FROM score.period_score ORDER BY ALL');
const values = (node: string) =>
  ask(
    `SELECT subject_id, period_id, value FROM score.part_value WHERE node = '${node}' ORDER BY ALL`,
  );

describe('a group', () => {
  const broken = [
    { id: 'g', combine: 'geometric', parts: [{ id: 'a' }, { id: 'b' }] },
    { id: 'c' },
  ];
  const negative = `
    subject a  b c
    s1      -2 8 5
    s2       2 8 5`;

  test('without a value makes the whole unrated, and is no zero in its sum', () => {
    score(negative, 'sum', broken, { root: { missing: 'unrated' } });
    expect(scores()).toEqual(['s1 ∅', 's2 9']);
  });

  test('without a value gives its weight to the others', () => {
    score(negative, 'mean', broken, { root: { missing: 'redistribute' } });
    expect(scores()).toEqual(['s1 5', 's2 4.5']);
  });

  test('takes the weight of the data for what it is, also of a part that is missing', () => {
    // s2 lacks b, whose weight is 3: (1 × 2) × (1 + 3) / 1
    const parts = [{ id: 'a' }, { id: 'b', weight: { measure: 'w' } }];
    score('subject a b w\ns1 2 4 3\ns2 2 . 3', 'sum', parts, { root: { missing: 'redistribute' } });
    expect(scores()).toEqual(['s1 14', 's2 8']);
  });

  test('takes the highest for the worst of what is taken off', () => {
    const parts = [{ id: 'a' }, { id: 'b', effect: 'deduct' }];
    score('subject a b\ns1 9 1\ns2 9 4\ns3 9 .', 'sum', parts, { root: { missing: 'worst' } });
    expect(scores()).toEqual(['s1 8', 's2 5', 's3 5']);
  });

  test('has no value where nobody has the worst', () => {
    score('subject a b\ns1 9 .', 'sum', [{ id: 'a' }, { id: 'b' }], { root: { missing: 'worst' } });
    expect(scores()).toEqual(['s1 ∅']);
  });

  test('of which a part of no weight is zero is not zero', () => {
    const parts = [{ id: 'a' }, { id: 'b', weight: 0 }];
    for (const combine of ['geometric', 'harmonic', { power: -1 }]) {
      score('subject a b\ns1 9 0', combine, parts);
      expect(scores().map((line) => Number(Number(line.split(' ')[1]).toFixed(9)))).toEqual([9]);
    }
  });

  test('that compares pairs gives nobody to compare with nothing won', () => {
    score('subject a b\ns1 9 1\ns2 5 .', 'copeland', [{ id: 'a' }, { id: 'b' }]);
    expect(scores()).toEqual(['s1 0', 's2 ∅']);
  });

  test('that compares pairs does without an indicator that is left out', () => {
    const parts = [{ id: 'a' }, { id: 'b', screen: 2 }];
    score('subject a b\ns1 9 1\ns2 5 .', 'copeland', parts);
    expect(scores()).toEqual(['s1 1', 's2 -1']);
  });

  test('needs parts with a value, not only indicators with figures', () => {
    // z of figures that are all alike is absent
    const parts = [{ id: 'a' }, { id: 'b', steps: [{ z: 'sample' }] }];
    const root = { missing: 'redistribute', minimum: { parts: 2 } };
    score('subject a b\ns1 9 1\ns2 5 1', 'mean', parts, { root });
    expect(scores()).toEqual(['s1 ∅', 's2 ∅']);
  });
});

describe('a screen', () => {
  const few = 'subject a b c\ns1 1 2 3\ns2 5 . .\ns3 3 4 5';

  test('leaves a subject out for good: nothing is filled in, nothing counts as the worst', () => {
    const filled = ['a', 'b', 'c'].map((id) => ({ id, steps: [{ impute: 'mean' }] }));
    score(few, 'sum', filled, { screens: { share: 0.5 } });
    expect(scores()).toEqual(['s1 6', 's2 ∅', 's3 12']);
    const plain = ['a', 'b', 'c'].map((id) => ({ id }));
    score(few, 'sum', plain, { screens: { share: 0.5 }, root: { missing: 'worst' } });
    expect(scores()).toEqual(['s1 6', 's2 ∅', 's3 12']);
  });

  test('leaves a group out of which every indicator is left out, and nothing fills it', () => {
    const group = {
      id: 'g',
      combine: 'sum',
      parts: [{ id: 'b', screen: 3, steps: [{ impute: { value: 7 } }] }],
      steps: [{ impute: { value: 9 } }],
    };
    score(few, 'mean', [{ id: 'a' }, group]);
    expect(scores()).toEqual(['s1 1', 's2 5', 's3 3']);
  });

  test('of one indicator leaves no other out', () => {
    // c has no figure at all, and isn't screened: it is missing
    score('subject a b c\ns1 1 2 .\ns2 1 2 .', 'sum', [{ id: 'a', screen: 2 }, { id: 'c' }]);
    expect(scores()).toEqual(['s1 ∅', 's2 ∅']);
  });
});

describe('a step', () => {
  const only = (steps: unknown[], more: Part = {}) => [{ id: 'a', steps, ...more }];
  const two = 'subject period a\ns1 2023Q1 2\ns2 2023Q1 4\ns1 2023Q2 -9\ns2 2023Q2 4';

  test('takes no logarithm of what lies below the frozen lowest', () => {
    score(two, 'sum', only([{ log: 'shifted', over: { frozen: '2023Q1' } }]));
    expect(values('a').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      's1 2023Q1',
      's2 2023Q1',
      's2 2023Q2',
    ]);
  });

  test('takes no logarithm of a share beyond the whole', () => {
    score('subject a\ns1 0.5\ns2 2', 'sum', only([{ exponential: 23 }]));
    expect(values('a').map((line) => line.split(' ')[0])).toEqual(['s1']);
  });

  test('holds a value without a logarithm at the lower bound, whichever comes first', () => {
    const posts = { scale: 'log', goalposts: [100, 1] };
    score('subject a\ns1 0\ns2 10', 'sum', only([posts]));
    expect(values('a')).toEqual(['s1 2023Q1 1', 's2 2023Q1 0.5']);
    score('subject a\ns1 0\ns2 10', 'sum', only([{ ...posts, clip: false }]));
    expect(values('a')).toEqual(['s2 2023Q1 0.5']);
  });

  test('counts a target that all have passed as reached', () => {
    score('subject a\ns1 6\ns2 8', 'sum', only([{ distance: { target: 5 } }]));
    expect(values('a')).toEqual(['s1 2023Q1 1', 's2 2023Q1 1']);
  });

  test('makes no difference of what binary fractions differ by', () => {
    const parts = [
      { id: 'g', combine: 'sum', parts: [{ id: 'a' }, { id: 'b' }], steps: [{ minmax: [0, 100] }] },
    ];
    // 0.1 + 0.2 is 0.30000000000000004
    score('subject a b\ns1 0.1 0.2\ns2 0.3 0', 'sum', parts);
    expect(values('g')).toEqual([]);
  });

  test('places what only binary fractions tell apart alike', () => {
    const parts = [
      { id: 'g', combine: 'sum', parts: [{ id: 'a' }, { id: 'b' }], steps: [{ rank: 'low' }] },
    ];
    score('subject a b\ns1 0.1 0.2\ns2 0.3 0\ns3 5 0', 'sum', parts);
    expect(values('g')).toEqual(['s1 2023Q1 1', 's2 2023Q1 1', 's3 2023Q1 3']);
  });

  test('finds no shape in figures that are all alike', () => {
    const winsorise = { skewness: 1, kurtosis: 1, most: 2, otherwise: 'log' };
    score('subject a\ns1 3\ns2 3\ns3 3', 'sum', only([{ winsorise }]));
    expect(values('a')).toEqual(['s1 2023Q1 3', 's2 2023Q1 3', 's3 2023Q1 3']);
    expect(ask("SELECT value FROM score.calibration WHERE name = 'skewness'")).toEqual(['∅']);
  });

  test('finds no share of one', () => {
    score('subject a\ns1 6', 'sum', only([{ percentile: 'inclusive' }]));
    expect(values('a')).toEqual([]);
  });

  test('rounds no figure that has no digits left', () => {
    const round = { digits: 2, mode: 'down' };
    score('subject a\ns1 1e30\ns2 1.239', 'sum', only([{ round }]));
    expect(values('a')).toEqual(['s2 2023Q1 1.23']);
  });
});

test('a period of which there are only marks is assessed', () => {
  const parts = [{ id: 'a', from: { marks: { measure: 'opinion', assessors: ['residents'] } } }];
  const data = table('subject a\ns1 .');
  const mark = { subject: 's1', period: '2023Q1', measure: 'opinion', assessor: '1' };
  score('subject a\ns1 .', 'sum', parts);
  database.load({
    ...data,
    marks: [
      { ...mark, panel: 'residents', value: 8 },
      { ...mark, panel: 'members', value: 2 },
    ],
  });
  database.apply(
    compileScheme(
      smallScheme((small) => {
        Object.assign(small, { subject: { track: 'none' } });
        Object.assign(small.score, { combine: 'sum', parts, steps: [] });
      }),
    ),
  );
  expect(scores()).toEqual(['s1 8']);
});

test('how much is reported counts indicators, not their columns', () => {
  const grades = ['b', 'c'].map((measure) => ({ measure, points: 1 }));
  const parts = [{ id: 'a' }, { id: 'g', from: { grades } }];
  score('subject a b c\ns1 1 2 3\ns2 1 . .', 'sum', parts, {
    subject: { track: { parts: 'reported', least: 2 } },
  });
  expect(ask('SELECT subject_id, track FROM score.entry ORDER BY ALL')).toEqual(['s1 0', 's2 0']);
});
