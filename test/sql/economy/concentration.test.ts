import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { numberOf } from '../../../src/model/row';
import { TestEngine } from '../test-engine';
import { ask, economy } from './economy';

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});

const columns = '镇,村名,年度,经营性收入(元)';

test('Gini, Theil, the top share and the Lorenz curve of four figures', async () => {
  await economy(
    engine,
    columns,
    [0, 10000, 20000, 70000].map((value, index) => `东镇,村${index},2023,${value}`),
    { top: 0.25 },
  );
  // G = 2 (1·0 + 2·1 + 3·2 + 4·7) / (4·10) - 5/4 = 0.55; T = Σ s ln(4 s) of 0.1, 0.2, 0.7
  const theil = 0.1 * Math.log(0.4) + 0.2 * Math.log(0.8) + 0.7 * Math.log(2.8);
  const [found] = await engine.rows(
    `SELECT gini, theil, top_count, top_share FROM report.economy_concentration WHERE scope = 'all'`,
  );
  expect(numberOf(found ?? {}, 'gini')).toBeCloseTo(0.55, 12);
  expect(numberOf(found ?? {}, 'theil')).toBeCloseTo(theil, 12);
  expect(found).toMatchObject({ top_count: 1, top_share: 0.7 });
  expect(
    await ask(
      engine,
      `SELECT number, subject_share, round(value_share, 9) FROM report.economy_lorenz WHERE scope = 'all' ORDER BY number`,
    ),
  ).toEqual(['0 0 0', '1 0.25 0', '2 0.5 0.1', '3 0.75 0.3', '4 1 1']);
});

test('a loss leaves inequality unsaid', async () => {
  await economy(engine, columns, ['东镇,甲,2023,-1', '东镇,乙,2023,5', '西镇,丙,2023,5']);
  expect(
    await ask(engine, 'SELECT scope, place FROM report.economy_concentration ORDER BY ALL'),
  ).toEqual(['town 西镇']);
  expect(await ask(engine, 'SELECT * FROM report.economy_theil')).toEqual([]);
});

test('a town that loses on the whole does not keep the others from being told', async () => {
  await economy(engine, columns, ['东镇,甲,2023,-9', '东镇,乙,2023,5', '西镇,丙,2023,5']);
  expect(
    await ask(engine, 'SELECT scope, place FROM report.economy_concentration ORDER BY ALL'),
  ).toEqual(['town 西镇']);
  expect(await ask(engine, 'SELECT * FROM report.economy_theil')).toEqual([]);
});

test('the laws of inequality hold for any figures', async () => {
  const figures = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 1e7 }), fc.integer({ min: 0, max: 3 })),
    {
      minLength: 2,
      maxLength: 25,
    },
  );
  const property = fc.asyncProperty(
    figures,
    fc.integer({ min: 2, max: 50 }),
    async (all, times) => {
      fc.pre(all.some(([value]) => value > 0));
      // the same figures a year later, all of them so many times as large
      await economy(
        engine,
        columns,
        all.flatMap(([value, town], index) => [
          `镇${town},村${index},2022,${value}`,
          `镇${town},村${index},2023,${value * times}`,
        ]),
      );
      const split = await engine.rows('SELECT * FROM report.economy_theil');
      for (const row of split) {
        const total = numberOf(row, 'total') ?? NaN;
        const between = numberOf(row, 'between') ?? NaN;
        expect((numberOf(row, 'within') ?? NaN) + between).toBeCloseTo(total, 9);
        expect(between).toBeGreaterThan(-1e-12);
      }
      expect(split).toHaveLength(6);
      const ends = await engine.rows(
        `SELECT max(subject_share) AS subjects, max_by(value_share, number) AS held FROM report.economy_lorenz GROUP BY scope, district, place, year`,
      );
      for (const { subjects, held } of ends) {
        expect(subjects).toBe(1);
        expect(held).toBeCloseTo(1, 9);
      }
      const [before, after] = await engine.rows(
        `SELECT gini, theil FROM report.economy_concentration WHERE scope = 'all' ORDER BY year`,
      );
      for (const index of ['gini', 'theil']) {
        const value = numberOf(before ?? {}, index) ?? NaN;
        expect(numberOf(after ?? {}, index)).toBeCloseTo(value, 9);
      }
    },
  );
  await fc.assert(property, { numRuns: 8 });
}, 120_000);

const mexico = '../shared/reference/scoring/inequality_mexico/mexico.csv';

describe.skipIf(!existsSync(mexico))('32 states from 1940 to 2000', () => {
  beforeAll(async () => {
    const [header = '', ...states] = readFileSync(mexico, 'utf8').trim().split(/\r?\n/);
    const names = header.split(',');
    const at = (cells: readonly string[], name: string) => cells[names.indexOf(name)] ?? '';
    const years = [1940, 1950, 1960, 1970, 1980, 1990, 2000];
    const rows = states.map((state) => state.split(','));
    const figures = rows.flatMap((cells, index) =>
      years.map(
        (year) =>
          `区${Number(at(cells, 'hanson98'))},州${index},${year},${at(cells, `pcgdp${year}`)}`,
      ),
    );
    await economy(engine, columns, figures);
  });

  const one = async (question: string) => {
    const [row] = await engine.rows(question);
    return numberOf(row ?? {}, 'value') ?? NaN;
  };

  test('Gini', async () => {
    const gini = await one(
      `SELECT gini AS value FROM report.economy_concentration WHERE scope = 'all' AND year = 1940`,
    );
    expect(Math.abs(gini - 0.35372371173452849)).toBeLessThan(1e-12);
  });

  test.each([
    [1940, 0.20894344, 0.0345889],
    [2000, 0.10660832, 0.03635872],
  ])('Theil of %i, and between regions', async (year, total, between) => {
    const theil = (part: string) =>
      one(
        `SELECT ${part} AS value FROM report.economy_theil WHERE grouping = 'town' AND year = ${year}`,
      );
    expect(Math.abs((await theil('total')) - total)).toBeLessThan(6e-9);
    expect(Math.abs((await theil('between')) - between)).toBeLessThan(6e-9);
  });
});
