import * as v from 'valibot';
import { condition } from './condition';
import {
  atQuota,
  identifier,
  name,
  positive,
  quota,
  rounding,
  share,
  text,
  ties,
  whole,
  within,
} from './common';

/** What happens to a subject that breaks a rule, whatever its score. */
export const veto = v.strictObject({
  id: identifier,
  label: v.optional(text),
  when: condition,
  effect: v.pipe(
    v.union([v.picklist(['zero', 'exclude', 'lower-one']), v.strictObject({ starsAtMost: whole })]),
    v.description(
      'zero: the score becomes 0, also where there was none. exclude: no score, rank or stars. lower-one: one star fewer. starsAtMost: no more stars than that.',
    ),
  ),
});

export const rank = v.strictObject({
  within,
  ties,
  first: v.pipe(
    v.optional(v.picklist(['highest', 'lowest']), 'highest'),
    v.description('Which score has the first place; the highest by default.'),
  ),
  round: v.pipe(
    v.optional(rounding),
    v.description(
      'Scores are compared as rounded like this; to nine decimals by default, because binary fractions differ by chance beyond.',
    ),
  ),
  then: v.pipe(
    v.optional(
      v.array(v.strictObject({ node: identifier, first: v.picklist(['highest', 'lowest']) })),
      [],
    ),
    v.description('Parts that decide, in order, where scores are equal.'),
  ),
});

export const rollUp = v.pipe(
  v.strictObject({
    to: v.picklist(['quarter', 'half']),
    combine: v.picklist(['sum', 'mean', 'last', 'best']),
    missing: v.pipe(
      v.picklist(['unrated', 'present']),
      v.description(
        'Where a period has no score: no result at all, or the result of those present.',
      ),
    ),
    round: v.optional(rounding),
  }),
  v.description(
    'Scores of shorter periods become one of a longer before ranks and stars are given.',
  ),
);

const levelRule = v.strictObject({
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  label: v.optional(text),
  atLeast: v.optional(v.number()),
  top: v.optional(quota),
});

export const year = v.strictObject({
  combine: v.pipe(
    v.picklist(['sum', 'mean', 'last', 'best', 'count']),
    v.description(
      'The stars of the periods: added up, their mean, those of the last period, the most of any, or how many periods had any.',
    ),
  ),
  missing: v.pipe(
    v.picklist(['unrated', 'present']),
    v.description(
      'A subject that lacks a period of the year gets no annual result (unrated), or that of the periods present.',
    ),
  ),
  periods: v.pipe(
    v.optional(positive),
    v.description('Periods in a year, where the cadence does not say it (rounds).'),
  ),
  score: v.pipe(
    v.strictObject({ combine: v.picklist(['mean', 'sum', 'last', 'best']), round: rounding }),
    v.description('The annual score, used to order equal stars.'),
  ),
  rank: v.strictObject({
    within,
    ties,
    by: v.pipe(
      v.array(v.picklist(['stars', 'score'])),
      v.minLength(1),
      v.description('Keys in order: the next one decides where the ones before are equal.'),
    ),
  }),
  levels: v.array(levelRule),
  atQuota,
});

export const flag = v.pipe(
  v.strictObject({
    id: identifier,
    label: v.optional(text),
    within: v.picklist(['period', 'track', 'town']),
    ties: v.pipe(
      v.picklist(['holder', 'town-name', 'none']),
      v.description(
        'Where first places are equal after the tie-break keys: the present holder keeps it, the first by town and name takes it, or nobody does. Without a present holder among them, holder means the first by town and name.',
      ),
    ),
  }),
  v.description('A flag that the first place of a period holds; one holder at a time.'),
);

export const lists = v.strictObject({
  watch: v.pipe(
    v.optional(v.strictObject({ starsAtMost: v.pipe(v.number(), v.minValue(0)) })),
    v.description('Subjects named for few stars over the year.'),
  ),
  streak: v.pipe(
    v.optional(
      v.strictObject({ level: positive, years: v.pipe(v.number(), v.integer(), v.minValue(2)) }),
    ),
    v.description('Subjects at this level or above so many years running.'),
  ),
  rectification: v.pipe(
    v.optional(
      v.strictObject({
        bottom: v.pipe(
          v.optional(
            v.array(
              v.strictObject({
                kind: v.optional(name),
                share,
                round: v.picklist(['down', 'half-up', 'up']),
              }),
            ),
            [],
          ),
          v.description('The lowest-ranked share of all subjects, or of a kind.'),
        ),
        when: v.optional(v.array(condition), []),
        periods: v.pipe(
          v.optional(positive, 1),
          v.description(
            'Periods that an entry lasts; a reason met again in that time, or in the very next period, extends it.',
          ),
        ),
        relapse: v.pipe(
          v.optional(positive, 4),
          v.description(
            'Entering again within so many periods of leaving is a relapse; between the two lies at least one period without a reason.',
          ),
        ),
      }),
    ),
    v.description('Subjects that must put something right.'),
  ),
  pairs: v.pipe(
    v.optional(
      v.strictObject({
        within: v.pipe(name, v.description('The column of words that makes the groups.')),
        by: v.pipe(name, v.description('The measure that tells the strong from the weak.')),
      }),
    ),
    v.description(
      'Within each group the strongest is paired with the weakest, the next strongest with the next weakest; of an odd number the one in the middle has no partner.',
    ),
  ),
  moves: v.pipe(
    v.optional(
      v.strictObject({
        order: v.pipe(
          v.array(name),
          v.minLength(2),
          v.description('Tracks from the lowest to the highest.'),
        ),
        up: whole,
        down: whole,
      }),
    ),
    v.description(
      'The first so many of a track move up to the next at the end of the year, the last so many down.',
    ),
  ),
});

export const rewards = v.strictObject({
  pool: v.pipe(
    v.nullable(v.pipe(v.number(), v.minValue(0))),
    v.description('Yuan a year; null without a limit.'),
  ),
  perStar: v.pipe(v.number(), v.minValue(0), v.description('Yuan for each star of the year.')),
  perLevel: v.array(
    v.strictObject({
      level: v.pipe(v.number(), v.integer()),
      amount: v.pipe(v.number(), v.minValue(0), v.description('Yuan, once a year.')),
    }),
  ),
  perHead: v.pipe(
    v.optional(
      v.array(
        v.strictObject({
          id: identifier,
          label: v.optional(text),
          heads: v.pipe(
            name,
            v.description(
              'The measure that counts the people; with `ages`, one for each age, with {age} in place of the number.',
            ),
          ),
          ages: v.pipe(
            v.optional(v.strictTuple([whole, whole])),
            v.description('Youngest and oldest age that counts, both included.'),
          ),
          amount: v.pipe(v.number(), v.minValue(0), v.description('Yuan a head and period.')),
          times: v.pipe(
            v.picklist(['stars', 'once']),
            v.description('Multiplied by the stars of the period, or paid as it is.'),
          ),
          months: v.pipe(
            v.optional(positive, 1),
            v.description('How often the amount is paid in a period.'),
          ),
        }),
      ),
      [],
    ),
    v.description('Money for people of a subject.'),
  ),
  overPool: v.pipe(
    v.picklist(['pro-rata', 'as-earned']),
    v.description('Where the sum exceeds the pool: every amount shrinks alike, or none does.'),
  ),
  round: rounding,
});

export type Veto = v.InferOutput<typeof veto>;
export type Year = v.InferOutput<typeof year>;
export type Flag = v.InferOutput<typeof flag>;
export type Rewards = v.InferOutput<typeof rewards>;
export type RollUp = v.InferOutput<typeof rollUp>;
export type Lists = v.InferOutput<typeof lists>;
