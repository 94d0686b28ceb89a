import fc from 'fast-check';
import { conditionArbitrary, maybe, rounding, without } from './outcomes';
import { measures, population } from './samples';

const label = { zh: '旗', en: 'flag' };

const flags = fc
  .array(
    fc.record({
      within: fc.constantFrom('period', 'track', 'town'),
      ties: fc.constantFrom('holder', 'town-name', 'none'),
    }),
    { maxLength: 2 },
  )
  .map((all) => all.map((one, index) => ({ id: `flag${index}`, label, ...one })));

function rectificationArbitrary(ids: readonly string[]) {
  const bottom = fc
    .record({
      kind: maybe(fc.constantFrom('village', 'community')),
      share: fc.constantFrom(0.1, 0.25, 0.3, 0.5),
      round: fc.constantFrom('down', 'half-up', 'up'),
    })
    .map(without);
  return fc
    .record({
      bottom: fc.array(bottom, { maxLength: 2 }),
      when: fc.array(conditionArbitrary(ids), { maxLength: 2 }),
      periods: fc.integer({ min: 1, max: 3 }),
      relapse: fc.integer({ min: 1, max: 3 }),
    })
    .filter((one) => one.bottom.length + one.when.length > 0);
}

const money = fc.constantFrom(0, 5, 12.5, 300);

const rewards = fc.record({
  pool: fc.option(fc.constantFrom(10, 100, 10_000), { nil: null, freq: 2 }),
  perStar: money,
  amounts: fc.array(money, { maxLength: 3 }),
  perHead: fc
    .array(
      fc.record({
        heads: fc.constantFrom(population, measures[0]),
        amount: money,
        times: fc.constantFrom('stars', 'once'),
        months: fc.constantFrom(1, 3),
      }),
      { maxLength: 2 },
    )
    .map((all) => all.map((one, index) => ({ id: `heads${index}`, ...one }))),
  overPool: fc.constantFrom('pro-rata', 'as-earned'),
  round: rounding,
});

/** What results are used for: flags, lists, money. */
export function usesArbitrary(ids: readonly string[]) {
  return fc.record({
    flags,
    watch: maybe(fc.constantFrom(0, 1, 2.5, 6)),
    streakYears: maybe(fc.constantFrom(2, 3)),
    rectification: maybe(rectificationArbitrary(ids)),
    rewards: maybe(rewards),
  });
}

type Uses = ReturnType<typeof usesArbitrary> extends fc.Arbitrary<infer T> ? T : never;

/** Clauses for them; those about levels name levels that there are, those of periods none that are rolled up. */
export function usesOf(
  { flags: own, watch, streakYears, rectification, rewards: paid }: Uses,
  levels: readonly Readonly<Record<string, unknown>>[],
  isRolledUp: boolean,
) {
  const given = levels.map((one) => Number(one['level']));
  const level = given.at(-1);
  return {
    flags: own,
    lists: {
      ...(watch === undefined ? {} : { watch: { starsAtMost: watch } }),
      ...(streakYears === undefined || level === undefined
        ? {}
        : { streak: { level, years: streakYears } }),
      ...(rectification && !isRolledUp ? { rectification } : {}),
    },
    ...(paid && {
      rewards: {
        pool: paid.pool,
        perStar: paid.perStar,
        perLevel: given
          .slice(0, paid.amounts.length)
          .map((one, index) => ({ level: one, amount: paid.amounts[index] ?? 0 })),
        perHead: isRolledUp ? [] : paid.perHead,
        overPool: paid.overPool,
        round: paid.round,
      },
    }),
  };
}
