import * as v from 'valibot';
import { atQuota, identifier, periodId, positive, quota, text } from './common';
import { condition } from './condition';

const stars = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));

const rung = {
  label: v.optional(text),
  atLeast: v.pipe(v.optional(v.number()), v.description('The figure must reach this.')),
  percentile: v.pipe(
    v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    v.description(
      'The figure must reach this quantile of all rated subjects of the track, interpolated between neighbours. Nobody reaches it in a track of which nothing was learned.',
    ),
  ),
  top: v.optional(quota),
};

const ceilings = v.pipe(
  v.optional(v.array(v.strictObject({ when: condition, atMost: stars })), []),
  v.description('Limits: no more stars than that where the condition holds.'),
);

const awards = v.pipe(
  v.optional(v.array(v.strictObject({ when: condition, stars })), []),
  v.description('Stars given directly where the condition holds, before any limit.'),
);

const common = {
  most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  ceilings,
  awards,
  names: v.pipe(
    v.optional(v.array(v.strictObject({ stars, ...text.entries })), []),
    v.description('What a number of stars is called.'),
  ),
};

const ladder = v.strictObject({
  ...common,
  rules: v.pipe(
    v.array(v.strictObject({ stars, ...rung })),
    v.minLength(1),
    v.description('The first rule that a subject meets gives its stars.'),
  ),
  otherwise: v.pipe(stars, v.description('Stars of those that meet none.')),
  atQuota,
  frozen: v.pipe(
    v.optional(periodId),
    v.description('Quantiles of this period hold for all periods.'),
  ),
  guardrail: v.pipe(
    v.optional(v.pipe(v.number(), v.gtValue(0))),
    v.description(
      'A quantile as cut point moves by no more than this from one period to the next.',
    ),
  ),
});

const clusters = v.strictObject({
  ...common,
  clusters: v.pipe(
    v.strictObject({
      rounds: v.pipe(positive, v.maxValue(500), v.description('Most rounds.')),
      tolerance: v.pipe(
        v.number(),
        v.minValue(0),
        v.description('Ends when no centre moves by more than this.'),
      ),
      without: v.pipe(
        v.optional(v.pipe(v.number(), v.gtValue(0))),
        v.description(
          'A second pass learns the centres without subjects further from theirs than so many standard deviations of these distances.',
        ),
      ),
    }),
    v.description(
      'As many groups as `most` has stars, along one line, each subject with the nearest centre; seeds are evenly spaced quantiles. A track with fewer different scores than groups gets no stars.',
    ),
  ),
});

const earned = v.strictObject({
  ...common,
  earned: v.pipe(
    v.array(identifier),
    v.minLength(1),
    v.description('One star for each of these parts whose value is above 0.'),
  ),
});

export const starRules = v.union([ladder, clusters, earned]);

export type StarRules = v.InferOutput<typeof starRules>;
export type Ladder = v.InferOutput<typeof ladder>;
