import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scheme } from '../../../src/scheme/shape';
import { TestEngine } from '../test-engine';
import { folder, schemeOf, scoreFile } from './scored';

const path = `${folder}/mcdm_tables/mcdm_published_tables.json`;

interface Case {
  readonly id: string;
  readonly matrix: readonly (readonly number[])[];
  readonly types: readonly number[];
  readonly weights: readonly number[];
  readonly scores: readonly number[];
  readonly rank?: readonly number[];
}

describe.skipIf(!existsSync(path))('published: decision tables', () => {
  let engine: TestEngine;
  let cases: readonly Case[];

  beforeAll(async () => {
    engine = await TestEngine.start();
    cases = (JSON.parse(readFileSync(path, 'utf8')) as { cases: Case[] }).cases;
  }, 60_000);

  test('a weighted sum of shares, reciprocals where lower is better (Kracka 2010)', async () => {
    const { scores, rank, ...given } = published('wsm_kracka2010');
    const found = await evaluate(given, {
      combine: 'mean',
      parts: leaves(given, 'a', [{ ratio: 'sum' }]),
    });
    close(found.scores, scores, 8);
    expect(found.ranks).toEqual(rank);
  });

  test('WASPAS: half of a weighted mean and half of a weighted geometric mean (Chakraborty 2015)', async () => {
    const { scores, ...given } = published('waspas_chakraborty2015');
    const steps = [{ ratio: 'best' }];
    const found = await evaluate(given, {
      combine: 'mean',
      parts: [
        { id: 'added', combine: 'sum', parts: leaves(given, 'a', steps) },
        { id: 'multiplied', combine: 'geometric', parts: leaves(given, 'b', steps) },
      ],
    });
    // its weights add up to 1.0155 and were used as they stand; a mean divides by that sum
    expect(found.ranks).toEqual(ranksOf(scores));
  });

  test('PROMETHEE II with the usual preference: wins less losses against all others (Zhao 2013)', async () => {
    const { scores, ...given } = published('promethee2_zhao2013');
    const found = await evaluate(given, {
      combine: 'weighted-sum',
      parts: leaves(given, 'a', [{ percentile: 'inclusive', onto: [-1, 1] }]),
    });
    close(found.scores, scores, 9);
  });

  function published(id: string): Case {
    const found = cases.find((one) => one.id === id);
    if (!found) throw new Error(`no case ${id}`);
    return found;
  }

  async function evaluate({ matrix }: Pick<Case, 'matrix'>, score: object) {
    const columns = (matrix[0] ?? []).map((_, index) => `c-${index + 1}`);
    const lines = matrix.map((row, index) => [`option ${index + 1}`, 2020, ...row].join(','));
    const text = [['name', 'year', ...columns].join(','), ...lines].join('\n');
    await scoreFile(engine, 'options.csv', text, documentOf(score));
    const rows = await engine.rows(
      `SELECT r.score, r.rank FROM score.period_rank AS r JOIN canon.subject AS s USING (subject_id)
       ORDER BY s.name`,
    );
    return {
      scores: rows.map((row) => Number(row['score'])),
      ranks: rows.map((row) => Number(row['rank'])),
    };
  }
});

function documentOf(score: object): Scheme {
  const words = { zh: '决策表', en: 'Decision table' };
  return schemeOf({
    starflag: 1,
    id: 'options',
    version: '1.0',
    title: words,
    source: words,
    cadence: 'year',
    subject: { kind: 'other', track: 'none' },
    score,
    rank: { within: 'track', ties: 'competition' },
  });
}

function leaves(
  { types, weights }: Pick<Case, 'types' | 'weights'>,
  prefix: string,
  steps: object[],
) {
  return weights.map((weight, index) => ({
    id: `${prefix}-${index + 1}`,
    from: { measure: `c-${index + 1}` },
    direction: (types[index] ?? 1) < 0 ? 'lower' : 'higher',
    weight,
    steps,
  }));
}

function ranksOf(scores: readonly number[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => other > score).length);
}

function close(found: readonly number[], wanted: readonly number[], digits: number): void {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, index) => {
    expect(value).toBeCloseTo(wanted[index] ?? NaN, digits);
  });
}
