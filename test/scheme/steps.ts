import fc from 'fast-check';
import { population, region } from './samples';

export type StepDocument = Record<string, unknown>;

const round = fc.record({
  digits: fc.integer({ min: 0, max: 3 }),
  mode: fc.constantFrom('half-up', 'half-even', 'down', 'up'),
});

const ranges = fc.constantFrom([0, 100], [0, 1], [1, 10], [-1, 1], [100, 0]);

const overAny = (frozen: string) =>
  fc.constantFrom<unknown>(
    'period',
    'track',
    'all',
    { attribute: region },
    { attribute: 'town' },
    { frozen },
  );

const overMembers = fc.constantFrom<unknown>('period', 'track', 'all', { attribute: region });

const plain: fc.Arbitrary<StepDocument> = fc.oneof(
  fc.constantFrom<StepDocument>({ cap: [0, null] }, { cap: [null, 3] }, { cap: [1, 4] }),
  round.map((one) => ({ round: one })),
  fc.constantFrom<StepDocument>({ times: 0.1 }, { times: 100 }, { times: -2 }, { times: 0 }),
  fc.constantFrom<StepDocument>({ plus: 0.2 }, { plus: -3 }),
  fc.constant<StepDocument>({ divideBy: population }),
  fc.constantFrom<StepDocument>({ multiplyBy: population }, { multiplyBy: 'b' }),
  fc.record({
    goalposts: fc.constantFrom([0, 5], [5, 1], [1, 80]),
    scale: fc.constant('linear'),
    onto: ranges,
    clip: fc.boolean(),
  }),
  fc.record({
    goalposts: fc.constantFrom([0.5, 5], [20, 1]),
    scale: fc.constant('log'),
    onto: ranges,
    clip: fc.boolean(),
  }),
  fc.constantFrom<StepDocument>(
    {
      table: [
        { atLeast: 1, points: 10 },
        { atLeast: 3, points: 20 },
        { atLeast: 0.3, points: 5 },
      ],
      otherwise: 0,
    },
    { table: [{ atLeast: 0, points: 1 }], otherwise: -1 },
  ),
  fc.constantFrom<StepDocument>({ exponential: 23 }, { exponential: 5 }),
);

const learning = (frozen: string): fc.Arbitrary<StepDocument> =>
  fc.oneof(
    fc.record({
      impute: fc.constantFrom<unknown>('mean', 'median', { value: 2 }),
      over: overAny(frozen),
    }),
    fc.constant<StepDocument>({ impute: 'last' }),
    fc.record({
      winsorise: fc.record({
        skewness: fc.constantFrom(0.5, 1, 2),
        kurtosis: fc.constantFrom(0.5, 1, 3.5),
        most: fc.constantFrom(1, 2, 5),
        otherwise: fc.constantFrom('keep', 'log'),
      }),
      over: overAny(frozen),
    }),
    fc.record({ fences: fc.constantFrom(0.5, 1.5), over: overAny(frozen) }),
    fc.record({ log: fc.constantFrom('plain', 'shifted'), over: overAny(frozen) }),
    fc.record({ minmax: ranges, over: overAny(frozen) }),
    fc.record({
      z: fc.constantFrom('sample', 'population'),
      onto: fc.constantFrom({ mean: 0, deviation: 1 }, { mean: 50, deviation: 10 }),
      over: overAny(frozen),
    }),
    fc.record({ rank: fc.constantFrom('low', 'average', 'high', 'dense'), over: overMembers }),
    fc.record({
      percentile: fc.constantFrom('inclusive', 'exclusive', 'midpoint', 'at-or-below'),
      onto: ranges,
      over: overMembers,
    }),
    fc.record({
      ratio: fc.constantFrom<unknown>('best', 'sum', 'norm', { target: 4 }, { target: 0 }),
      over: overAny(frozen),
    }),
    fc.record({
      distance: fc.constantFrom<unknown>('best', { target: 4 }, { target: -10 }),
      onto: ranges,
      over: overAny(frozen),
    }),
  );

export function stepArbitrary(frozen: string): fc.Arbitrary<StepDocument> {
  return fc.oneof(plain, learning(frozen));
}

/** Few steps, most often none. */
export function stepsArbitrary(frozen: string): fc.Arbitrary<StepDocument[]> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<StepDocument[]>([]) },
    { weight: 3, arbitrary: fc.array(stepArbitrary(frozen), { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(stepArbitrary(frozen), { minLength: 2, maxLength: 3 }) },
  );
}
