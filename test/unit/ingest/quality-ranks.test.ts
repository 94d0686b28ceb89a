import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkedTable, found, problems } from './checked';

const head = '村名 得分 名次';
const table = (...places: readonly [score: number, rank: number][]) =>
  checkedTable(
    head,
    places.map(([score, rank], index) => `第${index + 1}村 ${score} ${rank}`),
  );

test('equal scores that are ranked apart', () => {
  const ranked = table(
    [95, 1],
    [94, 2],
    [93, 3],
    [92, 4],
    [91, 5],
    [90, 6],
    [89, 7],
    [87, 8],
    [87, 9],
    [80, 10],
  );
  expect(found(ranked)).toMatchObject([
    {
      code: 'rank_tie_split',
      row: 9,
      column: 'C',
      detail: { score: 87, ranks: '8、9', rows: '9、10' },
    },
  ]);
});

test('where all ties are ranked apart there is a rule, told once', () => {
  const ranked = table(
    [95, 1],
    [95, 2],
    [93, 3],
    [93, 4],
    [91, 5],
    [91, 6],
    [89, 7],
    [87, 8],
    [86, 9],
    [80, 10],
  );
  expect(found(ranked)).toMatchObject([{ code: 'rank_tie_split', count: 3 }]);
});

test('a lower score with a better rank is one finding, not one for each that it has passed', () => {
  const ranked = table([95, 1], [94, 2], [60, 3], [92, 4], [91, 5], [90, 6], [89, 7]);
  expect(found(ranked)).toMatchObject([
    {
      code: 'rank_contradicts',
      row: 4,
      column: 'C',
      value: '第3村',
      detail: { score: 60, rank: 3, otherScore: 92, otherRank: 4 },
    },
  ]);
});

test('one rank for two scores, and a rank that no one has', () => {
  expect(problems(table([95, 1], [94, 2], [93, 2], [92, 4], [91, 5], [90, 6]))).toEqual([
    'rank_shared 4 C',
  ]);
  expect(found(table([95, 1], [94, 2], [93, 3], [92, 5], [91, 6], [90, 7]))).toMatchObject([
    { code: 'rank_gap', row: 5, value: '4' },
  ]);
});

test.each([
  [
    'ranks with ties, the next one left out',
    table([95, 1], [94, 2], [94, 2], [92, 4], [91, 5], [90, 6]),
  ],
  [
    'ranks with ties, the next one not left out',
    table([95, 1], [94, 2], [94, 2], [92, 3], [91, 4], [90, 5]),
  ],
  ['the lowest first', table([1, 1], [2, 2], [3, 3], [4, 4], [9, 5], [11, 6])],
  ['an extract of a longer list', table([95, 3], [94, 11], [93, 19], [92, 20], [91, 44], [90, 61])],
  ['too few rows to tell', table([95, 1], [80, 2], [90, 3])],
  [
    'ranks that follow nothing here',
    table([95, 4], [80, 2], [90, 7], [60, 1], [70, 5], [65, 3], [88, 6]),
  ],
])('no alarm over %s', (_, ranked) => {
  expect(problems(ranked)).toEqual([]);
});

test('ranks within towns and within sections', () => {
  const inTowns = [
    '甲镇 甲村 95 1',
    '乙镇 乙村 94 1',
    '甲镇 丙村 93 2',
    '乙镇 丁村 92 2',
    '甲镇 戊村 90 3',
    '乙镇 己村 91 3',
    '甲镇 庚村 80 4',
    '乙镇 辛村 81 4',
    '甲镇 壬村 70 5',
    '乙镇 癸村 71 5',
  ];
  expect(problems(checkedTable('镇 村名 得分 名次', inTowns))).toEqual([]);
  const sections = [
    '组|一类 · ·',
    '甲村 90 1',
    '乙村 80 2',
    '丙村 70 3',
    '丁村 60 4',
    '戊村 50 5',
    '组|二类 · ·',
    '己村 99 1',
    '庚村 85 2',
    '辛村 75 3',
    '壬村 65 4',
    '癸村 55 5',
  ];
  expect(problems(checkedTable(head, sections))).toEqual([]);
  const wrong = sections.with(9, '辛村 95 3');
  expect(problems(checkedTable(head, wrong))).toEqual(['rank_contradicts 11 C']);
});

test('ranks are compared with the score that explains them, not with any number beside them', () => {
  const rows = Array.from(
    { length: 8 },
    (_, index) => `第${index}村 ${(index * 37) % 11} ${90 - index} ${(index * 5) % 7} ${index + 1}`,
  );
  expect(problems(checkedTable('村名 走访 综合得分 件数 名次', rows))).toEqual([]);
});

test('no alarm over any list ranked by its scores, whatever the rule for ties', () => {
  const scores = fc.array(fc.integer({ min: 500, max: 1000 }), { minLength: 3, maxLength: 40 });
  fc.assert(
    fc.property(scores, fc.constantFrom('competition', 'dense'), (given, ties) => {
      const distinct = [...new Set(given)].sort((a, b) => b - a);
      const rows = given.map((score, index) => {
        const rank =
          ties === 'dense'
            ? distinct.indexOf(score) + 1
            : given.filter((one) => one > score).length + 1;
        return `第${index}村 ${(score / 10).toFixed(1)} ${rank}`;
      });
      expect(problems(checkedTable(head, rows))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
