import { beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/cli/session';
import { figuresOf, scored } from './headline';

let session: Session;

const quarters = [2022, 2023].flatMap((year) => [1, 2, 3, 4].map((number) => `${year}Q${number}`));

describe('system C, villages', () => {
  beforeAll(async () => {
    session = await scored('niuzhuang', 'niuzhuang');
  }, 120_000);

  test.each(quarters)(
    'nine villages and a community in four clusters, one holder in %s',
    async (period) => {
      expect(await figuresOf(session, period)).toMatchObject({
        village_count: 9,
        community_count: 1,
        cluster_count: 4,
        flag_holders: 1,
      });
    },
  );

  test('the first place takes the flag; where first places are equal the holder keeps it', async () => {
    const rows = await session.query(`
      SELECT f.period_id, s.name, f.running,
        (SELECT count(*) FROM score.first_place AS p WHERE p.period_id = f.period_id) AS firsts
      FROM score.flag AS f JOIN canon.subject AS s USING (subject_id) ORDER BY f.period_id`);
    expect(rows.map((row) => Object.values(row).map(String).join(' '))).toEqual([
      '2022Q1 栩坪村 1 1',
      '2022Q2 砚泉村 1 1',
      '2022Q3 砚泉村 2 2',
      '2022Q4 岚圃村 1 1',
      '2023Q1 岚圃村 2 1',
      '2023Q2 鹿屏村 1 1',
      '2023Q3 鹿屏村 2 2',
      expect.stringMatching(/^2023Q4 (?:听泉社区|翎渡村) 1 2$/) as string,
    ]);
  });

  test('in each cluster the village that earns most is paired with the one that earns least', async () => {
    const rows = await session.query(`
      SELECT p.group_name, s.words AS strong, w.words AS weak, ps.words AS partner, v.name AS weak_name
      FROM score.pair AS p
      JOIN canon.attribute AS s ON s.subject_id = p.strong_id AND s.attribute = '结对类型'
      JOIN canon.attribute AS w ON w.subject_id = p.weak_id AND w.attribute = '结对类型'
      JOIN canon.attribute AS ps ON ps.subject_id = p.weak_id AND ps.attribute = '结对村'
      JOIN canon.subject AS v ON v.subject_id = p.weak_id`);
    expect(rows.map((row) => row['group_name']).sort()).toEqual([
      '云栖片区',
      '星垂片区',
      '松照片区',
      '雁回片区',
    ]);
    expect(rows.every((row) => row['strong'] === '带动村' && row['weak'] === '薄弱村')).toBe(true);
  });

  test('the incentive is paid by stars and adds up by cluster', async () => {
    const rows = await session.query(`
      SELECT track, CAST(sum(stars) AS INTEGER) AS stars, CAST(sum(amount) AS INTEGER) AS amount
      FROM report.reward WHERE year = 2023 GROUP BY track`);
    expect(rows).toHaveLength(4);
    for (const { stars, amount } of rows) expect(amount).toBe(300 * Number(stars));
  });
});

describe('system C, members', () => {
  beforeAll(async () => {
    session = await scored('niuzhuang-members', 'niuzhuang-members');
  }, 120_000);

  test('members of seven classes of post are judged in five ways each month', async () => {
    expect(await figuresOf(session, '2023M06')).toMatchObject({
      post_class_count: 7,
      dimension_count: 5,
      review_count: 6,
      member_count: 128,
    });
  });

  test('a class of four members shows no figure', async () => {
    const rows = await session.query(`
      SELECT place, people, mean_score, most_stars, fewest_stars
      FROM score.people WHERE scope = 'track' AND period_id = '2023M06' ORDER BY people NULLS FIRST`);
    expect(rows).toHaveLength(7);
    expect(rows[0]).toEqual({
      place: '志愿服务',
      people: null,
      mean_score: null,
      most_stars: null,
      fewest_stars: null,
    });
    expect(rows.slice(1).every((row) => Number(row['people']) >= 5)).toBe(true);
  });
});

describe('system C, households', () => {
  beforeAll(async () => {
    session = await scored('niuzhuang-households', 'niuzhuang-households');
  }, 120_000);

  test('points of an item count up to its cap, and deductions up to theirs', async () => {
    const caps = { 人居环境: 20, 志愿服务: 15, 移风易俗: 15, 矛盾化解: 10 };
    const earned = Object.entries(caps).map(
      ([item, cap]) => `sum(least(value, ${cap})) FILTER (indicator_id = '${item}')`,
    );
    const rows = await session.query(`
      SELECT
        s.score,
        least(100, 40 + ${earned.join(' + ')}
          - coalesce(sum(least(value, 30)) FILTER (indicator_id = '扣分'), 0)) AS expected
      FROM canon.observation AS o JOIN score.period_score AS s USING (subject_id, period_id)
      GROUP BY o.subject_id, o.period_id, s.score`);
    expect(rows).toHaveLength(480);
    for (const { score, expected } of rows) expect(score).toBe(expected);
    const over = await session.query(
      `SELECT count(*) AS n FROM canon.observation WHERE indicator_id = '人居环境' AND value > 20`,
    );
    expect(Number(over[0]?.['n'])).toBeGreaterThan(0);
  });

  test('villages show their lists as numbers, none of fewer than five households', async () => {
    const rows = await session.query(`SELECT * FROM score.people WHERE scope = 'town'`);
    expect(rows).toHaveLength(20);
    expect(rows.filter((row) => row['people'] === null).map((row) => row['place'])).toEqual([
      '漪塬村',
      '漪塬村',
    ]);
    const shown = rows.flatMap((row) => [row['most_stars'], row['fewest_stars']]);
    expect(shown.filter((count) => Number(count) > 0 && Number(count) < 5)).toEqual([]);
    expect(shown.some((count) => Number(count) >= 5)).toBe(true);
  });
});
