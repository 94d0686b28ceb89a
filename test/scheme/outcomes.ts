import fc from 'fast-check';
import type { Cadence } from '../../src/model/period';
import { measures, population, region } from './samples';

export const rounding = fc.record({
  digits: fc.integer({ min: 0, max: 2 }),
  mode: fc.constantFrom('half-up', 'half-even', 'down', 'up'),
});

/** As often nothing as something. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

export function without<T extends object>(drawn: T): T {
  return Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)) as T;
}

const bound = fc.constantFrom(
  { atLeast: 1 },
  { above: 0 },
  { atMost: 2 },
  { below: 0.3 },
  { atLeast: 0.5, below: 3 },
);

export function conditionArbitrary(ids: readonly string[]): fc.Arbitrary<object> {
  const single = fc.oneof(
    fc
      .tuple(fc.constantFrom('total', ...ids), bound)
      .map(([node, bounds]) => ({ node, ...bounds })),
    fc
      .tuple(fc.constantFrom(...measures, population), bound)
      .map(([measure, bounds]) => ({ measure, ...bounds })),
    fc.constantFrom<object>(
      { attribute: region, is: ['east'] },
      { attribute: region, filled: false },
      { attribute: 'town', is: ['north', 'west'], filled: false },
    ),
  );
  return fc.oneof(
    { weight: 4, arbitrary: single },
    {
      weight: 1,
      arbitrary: fc.array(single, { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
    },
    {
      weight: 1,
      arbitrary: fc.array(single, { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
    },
    { weight: 1, arbitrary: single.map((not) => ({ not })) },
  );
}

export function vetoesArbitrary(ids: readonly string[]) {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc
        .array(
          fc.record({
            when: conditionArbitrary(ids),
            effect: fc.constantFrom<unknown>('zero', 'exclude', 'lower-one', { starsAtMost: 1 }),
          }),
          { minLength: 1, maxLength: 3 },
        )
        .map((all) => all.map((one, index) => ({ id: `veto${index}`, ...one }))),
    },
  );
}

export function rollUpArbitrary(cadence: Cadence) {
  if (cadence !== 'month' && cadence !== 'quarter') return fc.constant(undefined);
  return fc.option(
    fc
      .record({
        to: fc.constantFrom(...(cadence === 'month' ? ['quarter', 'half'] : ['half'])),
        combine: fc.constantFrom('sum', 'mean', 'last', 'best'),
        missing: fc.constantFrom('unrated', 'present'),
        round: maybe(rounding),
      })
      .map(without),
    { nil: undefined, freq: cadence === 'month' ? 2 : 1 },
  );
}

const within = fc.constantFrom('track', 'track', 'period');
const ties = fc.constantFrom('competition', 'dense', 'ordinal');

export function rankArbitrary(ids: readonly string[]) {
  return fc
    .record({
      within,
      ties,
      first: fc.constantFrom('highest', 'highest', 'lowest'),
      round: maybe(rounding),
      then: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        {
          weight: 1,
          arbitrary: fc.array(
            fc.record({
              node: fc.constantFrom('total', ...ids),
              first: fc.constantFrom('highest', 'lowest'),
            }),
            { minLength: 1, maxLength: 2 },
          ),
        },
      ),
    })
    .map(without);
}

const quota = fc.oneof(
  fc.record({
    share: fc.constantFrom(0.1, 0.3, 0.34, 0.5, 1),
    round: fc.constantFrom('down', 'half-up', 'up'),
  }),
  fc.record({ count: fc.integer({ min: 1, max: 4 }) }),
);

const atQuota = fc.constantFrom('exclude', 'include');

/** Rungs from the highest number of stars down. */
function rungs(key: 'stars' | 'level'): fc.Arbitrary<Record<string, unknown>[]> {
  return fc
    .array(
      fc.record({
        atLeast: maybe(fc.constantFrom(0.3, 1, 2, 50)),
        ...(key === 'stars' ? { percentile: maybe(fc.constantFrom(0, 0.25, 0.5, 0.8)) } : {}),
        top: maybe(quota),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) => all.map((rung, index) => ({ [key]: all.length - index, ...without(rung) })));
}

export function starsArbitrary(ids: readonly string[], frozen: string): fc.Arbitrary<object> {
  const condition = conditionArbitrary(ids);
  const limits = fc.record({
    ceilings: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({ when: condition, atMost: fc.integer({ min: 0, max: 2 }) }),
          { maxLength: 2 },
        ),
      },
    ),
    awards: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.record({ when: condition, stars: fc.integer({ min: 0, max: 3 }) }), {
          maxLength: 2,
        }),
      },
    ),
  });
  const ladder = fc
    .record({
      rules: rungs('stars'),
      atQuota,
      hold: fc.constantFrom<object>({}, {}, { frozen }, { guardrail: 0.5 }),
    })
    .map(({ hold, ...drawn }) => ({ most: 4, otherwise: 0, ...drawn, ...hold }));
  const clusters = fc.record({
    most: fc.integer({ min: 1, max: 4 }),
    clusters: fc
      .record({
        rounds: fc.constantFrom(1, 3, 100),
        tolerance: fc.constantFrom(0, 0.001),
        without: maybe(fc.constantFrom(0.5, 1, 3)),
      })
      .map(without),
  });
  const earned = fc
    .subarray([...ids], { minLength: 1, maxLength: Math.min(4, ids.length) })
    .map((parts) => ({ most: Math.max(4, parts.length), earned: parts }));
  return fc
    .tuple(
      fc.oneof<fc.MaybeWeightedArbitrary<object>[]>(
        { weight: 4, arbitrary: ladder },
        { weight: 1, arbitrary: clusters },
        { weight: 1, arbitrary: earned },
      ),
      limits,
    )
    .map(([own, limited]) => ({ ...own, ...limited }));
}

export function yearArbitrary(cadence: Cadence) {
  return fc.record({
    combine: fc.constantFrom('sum', 'mean', 'last', 'best', 'count'),
    missing: fc.constantFrom('unrated', 'present'),
    ...(cadence === 'round' ? { periods: fc.constantFrom(2, 3) } : {}),
    score: fc.record({ combine: fc.constantFrom('mean', 'sum', 'last', 'best'), round: rounding }),
    rank: fc.record({
      within,
      ties,
      by: fc.constantFrom(['stars'], ['score'], ['stars', 'score'], ['score', 'stars']),
    }),
    levels: fc.oneof(fc.constant<Record<string, unknown>[]>([]), rungs('level')),
    atQuota,
  });
}
