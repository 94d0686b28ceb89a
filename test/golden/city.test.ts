import { beforeAll, expect, test } from 'vitest';
import type { Session } from '../../src/cli/session';
import type { Row } from '../../src/model/row';
import { city, districtOf } from './city';
import { scored } from './headline';

let session: Session;

beforeAll(async () => {
  session = await scored('city', 'jiujiang');
});

test('three layouts load together: every district has its villages, every year its results', async () => {
  const rows = await session.query(`
    SELECT s.district, a.year, CAST(count(*) AS INTEGER) AS villages,
      CAST(count(a.score) AS INTEGER) AS rated
    FROM report.annual_level AS a
    JOIN canon.subject AS s USING (subject_id)
    GROUP BY ALL
    ORDER BY s.district, a.year`);
  const line = (district: string, year: number, villages: number, rated: number) => ({
    ...{ district, year, villages, rated },
  });
  expect(rows).toEqual([
    line('漪岭区', 2021, 22, 21),
    line('漪岭区', 2022, 22, 22),
    line('漪岭区', 2023, 22, 22),
    line('璟川区', 2021, 24, 23),
    line('璟川区', 2022, 24, 24),
    line('璟川区', 2023, 24, 24),
    line('韶浦县', 2021, 20, 20),
    line('韶浦县', 2022, 20, 20),
    line('韶浦县', 2023, 20, 20),
  ]);
});

test('every year of every district has the scores, stars, ranks and levels that the rules give', async () => {
  const rows = await session.query(`
    SELECT s.district, a.year, a.score, a.stars, a.rank, a.level
    FROM report.annual_level AS a
    JOIN canon.subject AS s USING (subject_id)
    WHERE a.score IS NOT NULL`);
  const words = ({ district, year, score, stars, rank, level }: Row) =>
    [district, year, Number(score).toFixed(2), stars, rank, level ?? '-'].join(' ');
  const expected = city('2.0').years.map((one) =>
    words({ ...one, score: one.score / 100, district: districtOf(one) }),
  );
  // towns and names of then are not those of now, so that villages are told by their results
  expect(rows.map(words).sort()).toEqual(expected.sort());
});

test('the split of a town and the new name of a village are proposed, each under its code', async () => {
  const { proposals } = await session.arrange();
  const told = proposals.map(({ kind, from, to, since }) => ({
    kind,
    since,
    same: from[0]?.code === to[0]?.code,
  }));
  expect(told.sort((one, other) => one.kind.localeCompare(other.kind))).toEqual([
    ...Array.from({ length: 4 }, () => ({ kind: 'moved', since: '2022', same: true })),
    { kind: 'renamed', since: '2022', same: true },
  ]);
});
