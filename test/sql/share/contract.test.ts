import { beforeAll, describe, expect, test } from 'vitest';
import { TestEngine } from '../test-engine';
import { contractFor, load, sample, type Named } from './shared';

let engine: TestEngine;
beforeAll(async () => {
  engine = await TestEngine.start();
});

test('probe', async () => {
  const files = await sample('jiujiang');
  await load(engine, files);
  const t = performance.now();
  const contract = await contractFor(engine);
  console.log(performance.now() - t, JSON.stringify(contract, null, 1));
  await load(engine, files.toReversed());
  expect(await contractFor(engine)).toEqual(contract);
});
