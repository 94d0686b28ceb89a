import { expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/protocol';
import { Fault } from '../../../src/model/answer';
import type { Row } from '../../../src/model/row';
import { schemeKey } from '../../../src/scheme/choose';
import { presets } from '../../../src/scheme/presets';
import type { Calculation } from '../../../src/state/calculation.svelte';
import { Compare, type CompareWish } from '../../../src/state/compare.svelte';
import type { Schemes } from '../../../src/state/schemes.svelte';

const versions = presets.filter(({ id }) => id === 'jiujiang');

/** An engine that knows two districts, and runs that end when they are told to. */
function start() {
  const runs: { readonly end: () => void; readonly keys: readonly string[] }[] = [];
  let tried: readonly string[] = [];
  const rowsOf = (consumer: string): readonly Row[] => {
    if (consumer === 'compare-groups')
      return ['东区', '西区'].map((place) => ({
        ...{ scope: 'district', district: '', place, year: 2023, subjects: 3 },
      }));
    return consumer === 'compare-tried' ? tried.map((what) => ({ what })) : [];
  };
  const engine = {
    rows: (consumer: string) => Promise.resolve(rowsOf(consumer)),
    tryOut: (trials: readonly { what: string }[], _: unknown, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const keys = trials.map(({ what }) => what);
        signal.addEventListener('abort', () => reject(new Fault('cancelled')));
        runs.push({
          keys,
          end: () => {
            tried = keys;
            resolve();
          },
        });
      }),
  } as unknown as Engine;
  const calculation = {
    scheme: versions[1],
    arrangement: { indicators: ['比红星', '赛擂台', '访群众'] },
  } as unknown as Calculation;
  const compare = new Compare(engine, calculation, { all: presets } as unknown as Schemes);
  return { compare, runs };
}

const wish: CompareWish = { kind: null, sides: [], year: null, matched: true, kept: null };
const turn = () => new Promise((resolve) => setTimeout(resolve));

test('runs that are stopped leave what was shown, and say so; begun again they are run again', async () => {
  const { compare, runs } = start();
  await compare.show(wish);
  expect(compare.data?.kind).toBe('district');
  const stopped = compare.show({ ...wish, kind: 'scheme' });
  await turn();
  expect(compare.progress).toEqual({ done: 0, of: 2 });
  compare.stop();
  await stopped;
  expect(compare).toMatchObject({ stopped: true, progress: null, error: null });
  expect(compare.data?.kind).toBe('district');
  const again = compare.show({ ...wish, kind: 'scheme' });
  await turn();
  runs[1]?.end();
  await again;
  expect(compare).toMatchObject({ stopped: false });
  expect(compare.data?.sides.map(({ key }) => key)).toEqual(runs[1]?.keys);
});

test('schemes whose results stand in the engine are not run again', async () => {
  const { compare, runs } = start();
  const twice = [wish, { ...wish, matched: false }];
  for (const one of twice) {
    const shown = compare.show({ ...one, kind: 'scheme' });
    await turn();
    runs[0]?.end();
    await shown;
  }
  expect(runs).toHaveLength(1);
  expect(runs[0]?.keys).toEqual(versions.slice(0, 2).map(schemeKey));
});
