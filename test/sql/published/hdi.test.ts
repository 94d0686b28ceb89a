import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';
import { folder, preset, readRows, rescore, scoreFile, type Cells } from './scored';

const path = 'hdi/HDR23-24_Composite_indices_complete_time_series.csv';
const tiers = ['', 'Low', 'Medium', 'High', 'Very High'];

describe.skipIf(!existsSync(`${folder}/${path}`))('published: Human Development Index', () => {
  let engine: TestEngine;
  let published: Cells[];

  beforeAll(async () => {
    engine = await TestEngine.start();
    published = readRows(path, 'latin1');
    await scoreFile(engine, 'hdi.csv', readFileSync(`${folder}/${path}`), preset('hdi'));
  }, 120_000);

  test('every published index of every country, 1990 to 2022', async () => {
    const scored = await scores();
    const wanted = published.filter((row) => row['hdicode'] !== '').flatMap(indices);
    expect(wanted).toHaveLength(5_808);
    expect(wanted.filter(([key, value]) => scored.get(key) !== value)).toEqual([]);
  });

  test('every rank of 2022, from the rounded value', async () => {
    const rows = await engine.rows(
      `SELECT subject_id, rank FROM score.period_rank WHERE period_id = '2022' AND rank IS NOT NULL`,
    );
    const wanted = published.filter((row) => row['hdi_rank_2022'] !== '');
    expect(wanted).toHaveLength(193);
    expect(new Map(rows.map((row) => [row['subject_id'], Number(row['rank'])]))).toEqual(
      new Map(wanted.map((row) => [row['iso3'], Number(row['hdi_rank_2022'])])),
    );
  });

  test('every tier of 2022, by name', async () => {
    const rows = await engine.rows(
      `SELECT subject_id, stars FROM score.period_stars WHERE period_id = '2022' AND stars IS NOT NULL`,
    );
    const wanted = published.filter((row) => row['hdicode'] !== '');
    expect(new Map(rows.map((row) => [row['subject_id'], tiers[Number(row['stars'])]]))).toEqual(
      new Map(wanted.map((row) => [row['iso3'], row['hdicode']])),
    );
    expect(
      tiers.slice(1).map((tier) => wanted.filter((row) => row['hdicode'] === tier).length),
    ).toEqual([33, 42, 49, 69]);
  });

  test('the regional aggregates too, where the scheme does not leave them out', async () => {
    const scheme = preset('hdi');
    await rescore(engine, { ...scheme, subject: { ...scheme.subject, where: undefined } });
    const scored = await scores();
    const wanted = published.flatMap(indices).filter(([key]) => key.endsWith(' 2022'));
    expect(wanted).toHaveLength(204);
    expect(wanted.filter(([key, value]) => scored.get(key) !== value)).toEqual([]);
  }, 60_000);

  async function scores(): Promise<Map<string, number>> {
    const rows = await engine.rows(
      'SELECT subject_id, period_id, score FROM score.period_score WHERE score IS NOT NULL',
    );
    return new Map(
      rows.map((row) => [
        `${String(row['subject_id'])} ${String(row['period_id'])}`,
        Number(row['score']),
      ]),
    );
  }
});

/** The published indices of a row, as `ISO year` and value. */
function indices(row: Cells): [string, number][] {
  return Array.from({ length: 33 }, (_, index) => 1990 + index).flatMap((year) => {
    const value = row[`hdi_${year}`] ?? '';
    return value === '' ? [] : [[`${row['iso3'] ?? ''} ${year}`, Number(value)]];
  });
}
