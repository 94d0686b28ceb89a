import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { matchColumns } from '../../../src/ingest/match-columns';
import { numberOf } from '../../../src/model/row';
import { leaveOneOut } from '../../../src/robustness';
import { joinedHints } from '../../../src/scheme/columns';
import { presets } from '../../../src/scheme/presets';
import { TestEngine } from '../test-engine';
import { applyViews } from './applied';

const folder = '../shared/reference/scoring/coinr_asem';
const asem = presets.find(({ id }) => id === 'asem');

/** Mean absolute change of ranks without a pillar, as the authors' own software gives it. */
const shifts = [
  ['Physical', 1.529412],
  ['ConEcFin', 2.627451],
  ['Political', 2.901961],
  ['Instit', 1.176471],
  ['P2P', 1.686275],
  ['Environ', 3.098039],
  ['Social', 3.960784],
  ['SusEcFin', 2.627451],
] as const;

describe.skipIf(!existsSync(folder) || !asem)('51 countries and 49 indicators', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    if (!asem) return;
    engine = await TestEngine.start();
    await engine.load('ASEM_iData.csv', readFileSync(`${folder}/ASEM_iData.csv`));
    await engine.arrange(engine.tables.map((table) => matchColumns(table, joinedHints([asem]))));
    await applyViews(engine);
    const pillars = new Set(['', ...shifts.map(([part]) => part)]);
    await engine.tryOut(leaveOneOut(asem).filter(({ what }) => pillars.has(what)));
  }, 120_000);

  test.each(shifts)('without %s ranks shift by %d places on average', async (part, shift) => {
    const [row] = await engine.rows(
      `SELECT mean_shift, subjects FROM report.left_out_shift WHERE part = '${part}'`,
    );
    expect(numberOf(row ?? {}, 'subjects')).toBe(51);
    expect(Math.abs((numberOf(row ?? {}, 'mean_shift') ?? NaN) - shift)).toBeLessThan(1e-6);
  });
});
