import { beforeAll, expect, test } from 'vitest';
import { comparePeriods } from '../../../src/model/period';
import { SchemeDatabase } from '../../scheme/database';
import { linesOf, scoreTable, type Clauses } from '../../scheme/score-table';

// R99 is followed by R100, though texts sort the other way round.

let database: SchemeDatabase;

beforeAll(async () => {
  database = await SchemeDatabase.start();
});

const rounds = ['R09', 'R10', 'R99', 'R100'];

/** Scores two subjects over these rounds, a figure for each. */
function score(first: readonly (number | null)[], second: readonly number[], clauses: Clauses) {
  const lines = rounds.flatMap((round, index) => [
    `s1 ${round} ${first[index] ?? '.'}`,
    `s2 ${round} ${second[index] ?? '.'}`,
  ]);
  scoreTable(database, ['subject period a', ...lines].join('\n'), 'sum', [{ id: 'a' }], {
    cadence: 'round',
    ...clauses,
  });
}

const ask = (sql: string) => linesOf(database, sql);

test('ids of rounds are in order by their numbers, those of other periods as they were', () => {
  expect(['R100', 'R10', 'R09', 'R99'].sort(comparePeriods)).toEqual(rounds);
  const quarters = ['2022Q4', '2023Q1', '2023Q2'];
  expect(quarters.toReversed().sort(comparePeriods)).toEqual(quarters);
  expect(['2024R01', '2023R100', '2023R99'].sort(comparePeriods)).toEqual([
    '2023R99',
    '2023R100',
    '2024R01',
  ]);
});

test('a flag goes from round to round in their order', () => {
  const flags = [{ id: 'flag', label: { zh: '旗', en: 'F' }, within: 'period', ties: 'holder' }];
  score([2, 2, 2, 1], [1, 1, 1, 1], { flags });
  expect(ask('SELECT period_id, subject_id, running FROM score.flag ORDER BY running')).toEqual([
    'R09 s1 1',
    'R10 s1 2',
    'R99 s1 3',
    // equal ones leave it with its holder
    'R100 s1 4',
  ]);
});

test('the last value is that of the round before', () => {
  score([1, 2, 3, null], [1, 1, 1, 1], {
    root: { parts: [{ id: 'a', steps: [{ impute: 'last', over: 'period' }] }] },
  });
  expect(
    ask("SELECT score FROM score.period_score WHERE subject_id = 's1' AND period_id = 'R100'"),
  ).toEqual(['3']);
});

test('a version is in force from a round on', () => {
  score([1, 1, 1, 1], [1, 1, 1, 1], { valid: { from: 'R99', to: null } });
  expect(
    ask("SELECT period_id, in_force FROM score.entry WHERE subject_id = 's1' ORDER BY ALL"),
  ).toEqual(['R09 false', 'R10 false', 'R100 true', 'R99 true']);
});

const listed = () =>
  ask(
    "SELECT period_id, entered, extended, relapse FROM score.rectification WHERE subject_id = 's1' ORDER BY strpos('R09 R10 R99 R100', period_id)",
  );
const rectification = (periods: number) => ({
  lists: { rectification: { when: [{ node: 'total', below: 5 }], periods, relapse: 4 } },
});

test('a reason that goes on without a break keeps one on the list', () => {
  score([1, 1, 1, 1], [9, 9, 9, 9], rectification(1));
  expect(listed()).toEqual([
    'R09 R09 false false',
    'R10 R09 true false',
    'R99 R09 true false',
    'R100 R09 true false',
  ]);
});

test('who was off the list and comes back has relapsed', () => {
  score([1, 9, 1, 1], [9, 9, 9, 9], rectification(1));
  expect(listed()).toEqual(['R09 R09 false false', 'R99 R99 false true', 'R100 R99 true false']);
  score([1, 9, 1, 9], [9, 9, 9, 9], rectification(2));
  expect(listed()).toEqual([
    'R09 R09 false false',
    'R10 R09 false false',
    'R99 R99 false true',
    'R100 R99 false false',
  ]);
});
