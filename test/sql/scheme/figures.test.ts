import { beforeAll, expect, test } from 'vitest';
import type { Row } from '../../../src/model/row';
import { TestEngine } from '../test-engine';
import { lines, plainScore, score, set } from './scored';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

type Change = NonNullable<Parameters<typeof score>[3]>;

/** The declared figures as `id period value basis`, of villages with these lines under a changed scheme. */
async function figures(
  columns: string,
  data: readonly string[],
  declared: Record<string, object>,
  change: Change = () => undefined,
): Promise<string[]> {
  await score(engine, columns, data, (document) => {
    plainScore(document);
    set(document, {
      figures: Object.entries(declared).map(([id, is]) => ({ id, unit: '个', is })),
    });
    change(document);
  });
  return lines(
    await engine.rows(
      'SELECT figure_id, period, value, basis FROM score.figure ORDER BY figure_id, period',
    ),
  );
}

test('periods are counted on; indicators are those with figures', async () => {
  const data = ['一类,甲,2023Q1,90', '一类,甲,2023Q2,80', '一类,甲,2024Q1,70'];
  expect(
    await figures('得分', data, { rounds: { count: 'periods' }, parts: { count: 'indicators' } }),
  ).toEqual([
    'parts 2023Q1 1 ∅',
    'parts 2023Q2 1 ∅',
    'parts 2024Q1 1 ∅',
    'rounds 2023Q1 1 ∅',
    'rounds 2023Q2 2 ∅',
    'rounds 2024Q1 3 ∅',
  ]);
});

test('a condition on measures is asked in the periods that have them, of a year too', async () => {
  const data = [
    ...['一类,甲,2023Q1,90,', '一类,乙,2023Q1,80,', '一类,丙,2023Q1,70,'],
    ...['一类,甲,2023,,12', '一类,乙,2023,,8'],
  ];
  const rich = { measure: '收入', atLeast: 10 };
  expect(
    await figures('得分,收入', data, {
      count: { count: rich },
      reporting: { share: rich },
      all: { share: rich, basis: 'all' },
    }),
  ).toEqual(['all 2023 0.3333333333333333 1/3', 'count 2023 1 ∅', 'reporting 2023 0.5 1/2']);
});

test('of those assessed, or of everybody in the data', async () => {
  const data = ['一类,甲,2023Q1,90', '二类,乙,2023Q1,80', '二类,丙,2023Q1,70'];
  const scored = { measure: '得分', atLeast: 75 };
  expect(
    await figures(
      '得分',
      data,
      { assessed: { count: scored }, everybody: { count: scored, among: 'everybody' } },
      (document) => set(document, { subject: { where: { attribute: 'track', is: ['一类'] } } }),
    ),
  ).toEqual(['assessed 2023Q1 1 ∅', 'everybody 2023Q1 2 ∅']);
});

test('a sum with a figure that says "over" is a lower bound', async () => {
  const data = ['一类,甲,2023Q1,90,7', '一类,乙,2023Q1,80,6余'];
  expect(await figures('得分,营收', data, { sum: { sum: '营收' } })).toEqual([
    'sum 2023Q1 13 reporting 2, at_least',
  ]);
});

test('marks of an assessor who never differs are invalid where the scheme says so', async () => {
  const data = ['一类,甲,2023Q1,90,80,60', '一类,乙,2023Q1,70,60,60'];
  const means = async (alike: string) => {
    await score(engine, '评委甲,评委乙,评委丙', data, (document) => {
      const marks = ['评委甲', '评委乙', '评委丙'];
      const part = { ...document.score.parts[0], weight: 1, from: { marks, alike }, steps: [] };
      set(document.score, { parts: [part] });
    });
    const rows = await engine.rows('SELECT score FROM score.period_score ORDER BY subject_id');
    return rows.map((row) => Number(row['score'])).sort((a, b) => a - b);
  };
  expect((await means('count')).map(Math.round)).toEqual([63, 77]);
  expect(await means('invalid')).toEqual([65, 85]);
});

test('money a head is paid for every age from the youngest to the oldest, both included', async () => {
  const ages = ['66岁', '67岁', '68岁', '69岁'];
  await score(
    engine,
    `得分,${ages.join(',')}`,
    ['一类,甲,2023Q1,90,1000,20,3,1000'],
    (document) => {
      plainScore(document);
      const elderly = {
        id: 'elderly',
        heads: '{age}岁',
        ages: [67, 68],
        amount: 10,
        times: 'once',
      };
      set(document.rewards, { perHead: [elderly] });
    },
  );
  expect(lines(await engine.rows('SELECT heads, amount FROM score.head_reward'))).toEqual([
    '23 230',
  ]);
});

test('the strongest of a group is paired with the weakest; one in the middle has no partner', async () => {
  const data = [
    ...['甲,30', '乙,10', '丙,20'].map((one) => `一类,${one.replace(',', ',2023Q1,')}`),
    ...['丁,1', '戊,4', '己,3', '庚,2'].map((one) => `二类,${one.replace(',', ',2023Q1,')}`),
  ];
  await score(engine, '得分', data, (document) => {
    plainScore(document);
    set(document.lists, { pairs: { within: 'track', by: '得分' } });
  });
  const rows: readonly Row[] = await engine.rows(`
    SELECT s.name AS strong, w.name AS weak
    FROM score.pair AS p
    JOIN canon.subject AS s ON s.subject_id = p.strong_id
    JOIN canon.subject AS w ON w.subject_id = p.weak_id`);
  expect(lines(rows).sort()).toEqual(['己 庚', '戊 丁', '甲 乙']);
});

test('people are shown in groups of five or more', async () => {
  const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'];
  const data = names.map(
    (name, index) => `${index < 5 ? '一类' : '二类'},${name},2023Q1,${60 + index}`,
  );
  await score(engine, '得分', data, (document) => {
    plainScore(document);
    set(document, { subject: { kind: 'member' } });
  });
  expect(
    lines(
      await engine.rows(
        `SELECT scope, place, people, mean_score FROM score.people WHERE scope <> 'town' ORDER BY scope, place`,
      ),
    ).sort(),
  ).toEqual(['all * 9 64', 'track 一类 5 62', 'track 二类 ∅ ∅']);
});
