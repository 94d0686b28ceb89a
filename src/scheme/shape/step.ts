import * as v from 'valibot';
import { name, percentileDefinition, periodId, positive, rounding } from './common';

const over = v.pipe(
  v.optional(
    v.union([
      v.picklist(['period', 'track', 'all']),
      v.strictObject({
        attribute: v.pipe(name, v.description('Words that make the groups, as a region.')),
      }),
      v.strictObject({
        frozen: v.pipe(
          periodId,
          v.description('What was learned in this period holds in every other.'),
        ),
      }),
    ]),
    'period',
  ),
  v.description(
    'The subjects that the step learns from: those of the period (the default), of the track in the period, of all periods, of a group in the period, or of one period whose figures are frozen for all others.',
  ),
);

const range = v.strictTuple([v.number(), v.number()]);

/** Steps that change each value by itself. */
export const plainSteps = [
  v.pipe(
    v.strictObject({ cap: v.strictTuple([v.nullable(v.number()), v.nullable(v.number())]) }),
    v.description('Lowest and highest value that counts; null leaves an end open.'),
  ),
  v.pipe(v.strictObject({ round: rounding }), v.description('Rounds the value.')),
  v.pipe(
    v.strictObject({ times: v.number() }),
    v.description('Multiplies by a number, as for another unit.'),
  ),
  v.pipe(v.strictObject({ plus: v.number() }), v.description('Adds a number.')),
  v.pipe(
    v.strictObject({ divideBy: name }),
    v.description(
      'Divides by a measure of the same subject and period; where that is absent or zero the value is absent.',
    ),
  ),
  v.pipe(
    v.strictObject({ multiplyBy: name }),
    v.description(
      'Multiplies by a measure of the same subject and period; absent where that is absent.',
    ),
  ),
  v.pipe(
    v.strictObject({
      goalposts: range,
      scale: v.optional(v.picklist(['linear', 'log']), 'linear'),
      onto: v.optional(range, [0, 1]),
      clip: v.optional(v.boolean(), true),
    }),
    v.description(
      'Puts a value between two fixed bounds, as a share of the way from the first to the second (of their logarithms with scale log), onto `onto` (0 to 1 by default); `clip` (the default) holds values beyond the bounds at them. Of logarithms, a value of 0 or less lies below both bounds, and is absent without `clip`.',
    ),
  ),
  v.pipe(
    v.strictObject({
      table: v.pipe(
        v.array(v.strictObject({ atLeast: v.number(), points: v.number() })),
        v.minLength(1),
      ),
      otherwise: v.number(),
    }),
    v.description(
      'Points by steps: those of the highest bound that the value reaches, compared to nine decimals.',
    ),
  ),
  v.pipe(
    v.strictObject({ exponential: v.pipe(v.number(), v.gtValue(0)) }),
    v.description(
      'Stretches a share R of 0 to 1 as -c × ln(1 - R × (1 - exp(-100 / c))), so that one end of the ranking counts more; c is usually 23. A value for which there is no logarithm is absent.',
    ),
  ),
] as const;

/** Steps that learn something from the other subjects first. */
export const learningSteps = [
  v.pipe(
    v.strictObject({
      impute: v.union([
        v.picklist(['mean', 'median', 'last']),
        v.strictObject({ value: v.number() }),
      ]),
      over,
    }),
    v.description(
      'Fills what is absent: with the mean or median of those that have a value, with the last value of the subject itself, or with a stated value. What a screen left out is not filled. Each cell filled is logged.',
    ),
  ),
  v.pipe(
    v.strictObject({
      winsorise: v.strictObject({
        skewness: v.pipe(v.number(), v.gtValue(0)),
        kurtosis: v.pipe(v.number(), v.gtValue(0)),
        most: v.pipe(positive, v.maxValue(50)),
        otherwise: v.picklist(['keep', 'log']),
      }),
      over,
    }),
    v.description(
      'While |skewness| and kurtosis (sample-corrected, excess) are both above these, brings the most extreme value down or up to the next one, at most so many values; where that is not enough, keeps all as they were or takes logarithms.',
    ),
  ),
  v.pipe(
    v.strictObject({ fences: v.pipe(v.number(), v.gtValue(0)), over }),
    v.description(
      'Brings values beyond the quartiles by more than so many times the distance between them to that fence.',
    ),
  ),
  v.pipe(
    v.strictObject({ log: v.picklist(['plain', 'shifted']), over }),
    v.description(
      'Natural logarithm: plain, of positive values; shifted, of value - lowest + 1 % of the range. Where there is none, the value is absent.',
    ),
  ),
  v.pipe(
    v.strictObject({ minmax: range, over }),
    v.description(
      'Lowest and highest value become these two; turned round where lower is better. Where all values are alike they are absent.',
    ),
  ),
  v.pipe(
    v.strictObject({
      z: v.picklist(['sample', 'population']),
      onto: v.optional(
        v.strictObject({ mean: v.number(), deviation: v.pipe(v.number(), v.gtValue(0)) }),
        {
          mean: 0,
          deviation: 1,
        },
      ),
      over,
    }),
    v.description(
      'Distance to the mean in standard deviations, of a sample (n - 1) or a population (n), then onto another mean and deviation; turned round where lower is better. Where all values are alike they are absent.',
    ),
  ),
  v.pipe(
    v.strictObject({ rank: v.picklist(['low', 'average', 'high', 'dense']), over }),
    v.description(
      'Number of the place counted from the worst (1); values that are equal to nine decimals take the low, average or high number of their places, or dense ones.',
    ),
  ),
  v.pipe(
    v.strictObject({
      percentile: percentileDefinition,
      onto: v.optional(range, [0, 100]),
      over,
    }),
    v.description(
      'Share of subjects that are worse, by a declared definition; absent where that divides by 0.',
    ),
  ),
  v.pipe(
    v.strictObject({
      ratio: v.union([v.picklist(['best', 'sum', 'norm']), v.strictObject({ target: v.number() })]),
      over,
    }),
    v.description(
      'Value divided by the best, by the sum, by the square root of the sum of squares, or by a target. Where lower is better: best or target divided by the value; reciprocals first for sum and norm. Divided by 0 it is absent.',
    ),
  ),
  v.pipe(
    v.strictObject({
      distance: v.union([v.literal('best'), v.strictObject({ target: v.number() })]),
      onto: v.optional(range, [0, 1]),
      over,
    }),
    v.description(
      '1 minus the distance to the best value or a target, as a share of the distance from there to the worst value; what is passed counts as reached. Where all values are alike the distance to the best is absent, and so is that to a target which the worst value has reached, of a value that has not.',
    ),
  ),
] as const;

/** One thing done to the values of a part, in the order of the list. */
export const step = v.pipe(
  v.union([...plainSteps, ...learningSteps]),
  v.description('One thing done to the values of a part, in the order of the list.'),
);

export type Step = v.InferOutput<typeof step>;
export type Over = v.InferOutput<typeof over>;
