import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scheme, SchemeNode, SchemeStep } from '../../../src/scheme/shape';
import { isGroup } from '../../../src/scheme/shape';
import { TestEngine } from '../test-engine';
import { folder, preset, readRows, rescore, scoreFile } from './scored';

const path = `${folder}/coinr_asem/ASEM_iData.csv`;

describe.skipIf(!existsSync(path))('published: sustainable connectivity of 51 countries', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await TestEngine.start();
    await scoreFile(engine, 'asem.csv', readFileSync(path), preset('asem'));
  }, 60_000);

  test.each([
    ['denominated', 'Denominated', 'divide_by'],
    ['imputed', 'Imputed', 'impute'],
    ['treated for outliers', 'Treated', 'winsorise'],
    ['normalised', 'Normalised', 'minmax'],
  ])('every value as %s', async (_, stage, kind) => {
    const found = await valuesOf(`score.indicator_%_${kind}`);
    const wanted = cellsOf(`coinr_asem/ASEM_COIN_v06_${stage}.csv`);
    const of = [...found].filter(([key]) => wanted.has(key));
    expect(of.length).toBeGreaterThan(700);
    expect(of.filter(([key, value]) => isOff(value, wanted.get(key) ?? NaN))).toEqual([]);
  });

  test('every aggregate of pillars, sub-indices and the index', async () => {
    const wanted = cellsOf('coinr_asem/ASEM_COIN_v06_Aggregated.csv');
    const found = await valuesOf('score.part_value');
    expect(found.size).toBe(51 * 60);
    expect([...found].filter(([key, value]) => isOff(value, wanted.get(key) ?? NaN))).toEqual([]);
  });

  test('every rank of the index', async () => {
    const wanted = readRows('coinr_asem/ASEM_COIN_v06_AggregatesRank.csv');
    expect(await ranks()).toEqual(
      new Map(wanted.map((row) => [row['UnitCode'], Number(row['Index'])])),
    );
  });

  test('the indicators that were winsorised, and how many of their points', async () => {
    const rows = await engine.rows(
      `SELECT node, count(DISTINCT subject_id) AS points FROM score.treatment
       WHERE kind = 'winsorise' GROUP BY node ORDER BY node`,
    );
    const wanted = readRows('coinr_asem/ASEM_COIN_v06_TreatSummary.csv')
      .map((row) => [row['IndCode'], /Winsorised (\d+)/.exec(row['Treatment'] ?? '')?.[1]] as const)
      .filter(([, points]) => points !== undefined);
    const found = new Map(rows.map((row) => [String(row['node']), Number(row['points'])]));
    expect(wanted.filter(([node = '', points]) => found.get(node) !== Number(points))).toEqual([]);
  });

  describe('four versions of the method, rank by rank', () => {
    const published = existsSync(path)
      ? readRows('coinr_asem/coinr_published_compare_multi_ranks.csv')
      : [];
    test.each([
      ['Nominal', (scheme: Scheme) => scheme],
      ['Prank', (scheme: Scheme) => withSteps(scheme, byPercentile)],
      ['NoLPIFor', (scheme: Scheme) => without(scheme, ['LPI', 'Forest'])],
      ['Screen90', (scheme: Scheme) => ({ ...unfilled(scheme), screens: { share: 0.9 } })],
    ])(
      '%s',
      async (version, change) => {
        await rescore(engine, change(preset('asem')));
        const wanted = published.filter((row) => row[version] !== '' && row[version] !== 'NA');
        expect(await ranks()).toEqual(
          new Map(wanted.map((row) => [row['uCode'], Number(row[version])])),
        );
      },
      60_000,
    );
  });

  async function ranks(): Promise<Map<string, number>> {
    const rows = await engine.rows(
      'SELECT subject_id, rank FROM score.period_rank WHERE rank IS NOT NULL',
    );
    return new Map(rows.map((row) => [String(row['subject_id']), Number(row['rank'])]));
  }

  /** Values by `node subject`, of all views whose name is like this. */
  async function valuesOf(like: string): Promise<Map<string, number>> {
    const views = await engine.rows(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_schema || '.' || table_name LIKE '${like.replaceAll('_', '\\_')}' ESCAPE '\\'`,
    );
    const found = new Map<string, number>();
    for (const { name } of views) {
      const rows = await engine.rows(
        `SELECT node, subject_id, value FROM ${String(name)} WHERE value IS NOT NULL`,
      );
      for (const row of rows) {
        const node = row['node'] === 'total' ? 'Index' : String(row['node']);
        found.set(`${node} ${String(row['subject_id'])}`, Number(row['value']));
      }
    }
    return found;
  }
});

/** To 1e-7 of the value, or of one where it is smaller. */
function isOff(value: number, wanted: number): boolean {
  return !(Math.abs(value - wanted) <= 1e-7 * Math.max(1, Math.abs(wanted)));
}

function cellsOf(file: string): Map<string, number> {
  return new Map(
    readRows(file).flatMap((row) =>
      Object.entries(row)
        .filter(([, value]) => value !== '' && value !== 'NA')
        .map(([column, value]) => [`${column} ${row['UnitCode'] ?? ''}`, Number(value)] as const),
    ),
  );
}

const byPercentile: SchemeStep[] = [{ percentile: 'inclusive', onto: [0, 100], over: 'period' }];

/** The scheme with other steps in place of the last one of each indicator. */
function withSteps(scheme: Scheme, steps: SchemeStep[]): Scheme {
  const change = (node: SchemeNode): SchemeNode =>
    isGroup(node)
      ? { ...node, parts: node.parts.map(change) }
      : { ...node, steps: [...node.steps.slice(0, -1), ...steps] };
  return { ...scheme, score: { ...scheme.score, parts: scheme.score.parts.map(change) } };
}

/** The scheme without imputation: what is absent counts for nothing, its weight goes to the parts present. */
function unfilled({ score, ...scheme }: Scheme): Scheme {
  const change = (node: SchemeNode): SchemeNode =>
    isGroup(node)
      ? { ...node, missing: 'redistribute', parts: node.parts.map(change) }
      : { ...node, steps: node.steps.filter((step) => !('impute' in step)) };
  return {
    ...scheme,
    score: { ...score, missing: 'redistribute', parts: score.parts.map(change) },
  };
}

function without(scheme: Scheme, ids: readonly string[]): Scheme {
  const kept = (parts: readonly SchemeNode[]): SchemeNode[] =>
    parts
      .filter(({ id }) => !ids.includes(id))
      .map((node) => (isGroup(node) ? { ...node, parts: kept(node.parts) } : node));
  return { ...scheme, score: { ...scheme.score, parts: kept(scheme.score.parts) } };
}
