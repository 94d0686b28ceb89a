import { expect, test, vi } from 'vitest';
import { inSteps } from '../../../src/model/steps';

test('what comes of each item stands in its order', async () => {
  const items = Array.from({ length: 1000 }, (_, index) => index);
  expect(await inSteps(items, (item, index) => item + index)).toEqual(
    items.map((item) => 2 * item),
  );
});

test('other work has its turn before very many items are done', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const seen: number[] = [];
  const other = new MessageChannel();
  other.port1.onmessage = () => seen.push(-1);
  const all = inSteps({ length: 1000 }, (_, index) => {
    now += 1;
    seen.push(index);
  });
  other.port2.postMessage(null);
  await all;
  other.port1.close();
  vi.restoreAllMocks();
  expect(seen.indexOf(-1)).toBeGreaterThan(0);
  expect(seen.indexOf(-1)).toBeLessThan(500);
});

test('what goes wrong with an item is thrown', async () => {
  const work = () => {
    throw new Error('no');
  };
  await expect(inSteps([1], work)).rejects.toThrow('no');
});
