import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawTrials, leaveOneOut } from '../../../src/robustness';
import { withoutPart } from '../../../src/robustness/leave-out';
import { seeded } from '../../../src/robustness/seeded';
import type { Scheme } from '../../../src/scheme/shape';
import { smallScheme } from '../scheme/document';

const leaf = (id: string, weight: number) => ({ id, weight, steps: [] });

/** Two groups of two, and one indicator beside them. */
const deep = smallScheme(({ score }) => {
  Object.assign(score, {
    parts: [
      { ...leaf('a', 0.5), combine: 'mean', parts: [leaf('a1', 1), leaf('a2', 3)] },
      { ...leaf('b', 0.3), combine: 'weighted-sum', parts: [leaf('b1', 0.4), leaf('b2', 0.6)] },
      leaf('c', 0.2),
    ],
  });
});

const weightsOf = ({ score }: Scheme) => score.parts.map(({ weight }) => Number(weight));

test('numbers lie from 0 to 1, are the same for a seed, and spread evenly', () => {
  const numbers = (seed: number) => {
    const next = seeded(seed);
    return Array.from({ length: 4000 }, next);
  };
  expect(numbers(5)).toEqual(numbers(5));
  expect(numbers(5)).not.toEqual(numbers(6));
  for (let from = 0; from < 1; from += 0.25) {
    const within = numbers(5).filter((one) => one >= from && one < from + 0.25);
    expect(within.length).toBeGreaterThan(900);
    expect(within.length).toBeLessThan(1100);
  }
});

test('every part is left out once, and the scheme itself stands first', () => {
  expect(leaveOneOut(deep).map(({ what }) => what)).toEqual([
    ...['', 'a', 'a1', 'a2', 'b', 'b1', 'b2', 'c'],
  ]);
});

test('a part that is the only one of its group is not left out of it', () => {
  const alone = smallScheme(({ score }) => {
    Object.assign(score, {
      parts: [{ ...leaf('a', 0.5), combine: 'mean', parts: [leaf('a1', 1)] }, leaf('c', 0.5)],
    });
  });
  expect(leaveOneOut(alone).map(({ what }) => what)).toEqual(['', 'a', 'c']);
});

test('the others take the weight over in proportion, where weights must add up to 1', () => {
  const [b, c] = weightsOf(withoutPart(deep, 'a'));
  expect(b).toBeCloseTo(0.6, 12);
  expect(c).toBeCloseTo(0.4, 12);
  expect(withoutPart(deep, 'a2').score.parts[0]).toMatchObject({
    parts: [{ id: 'a1', weight: 1 }],
  });
});

test('a group asks for no more parts than are left', () => {
  const asking = smallScheme(({ score }) => {
    Object.assign(score, { minimum: { parts: 2, oneOf: ['work'] } });
  });
  const { minimum } = withoutPart(asking, 'work').score;
  expect(minimum).toMatchObject({ parts: 1 });
  expect(minimum?.oneOf).toBeUndefined();
});

test('the weights of every group keep their sum, and stay within the range', () => {
  const property = fc.property(
    fc.integer(),
    fc.double({ min: 0, max: 0.9, noNaN: true }),
    (seed, spread) => {
      const texts = drawTrials(deep, {
        runs: 2,
        seed,
        spread,
        normalisations: ['as-is'],
        missing: [null],
      }).map(({ views }) => views.find(({ name }) => name === 'score.total_combine')?.sql ?? '');
      for (const text of texts) {
        const weights = [...text.matchAll(/\('[abc]', 'total', \d+, ([\d.]+),/g)].map(([, one]) =>
          Number(one),
        );
        expect(weights).toHaveLength(3);
        expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        weights.forEach((weight, index) => {
          const ratio = weight / ([0.5, 0.3, 0.2][index] ?? NaN);
          expect(ratio).toBeGreaterThanOrEqual((1 - spread) / (1 + spread) - 1e-9);
          expect(ratio).toBeLessThanOrEqual((1 + spread) / (1 - spread) + 1e-9);
        });
      }
    },
  );
  fc.assert(property, { numRuns: 50 });
});
