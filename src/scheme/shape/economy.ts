import * as v from 'valibot';
import { name, rounding, share, text } from './common';

const plan = v.strictObject({
  of: v.pipe(
    name,
    v.description('The figure that is planned: an economic measure or an indicator.'),
  ),
  plan: v.pipe(v.optional(name), v.description('The indicator that says the plan.')),
  completion: v.pipe(
    v.optional(name),
    v.description(
      'The indicator that says how much of the plan is done, in percent. Where two of the three are reported, the third is worked out.',
    ),
  ),
  round: v.pipe(
    v.optional(rounding, { digits: 0, mode: 'half-up' }),
    v.description('Rounding of a figure or plan that is worked out.'),
  ),
});

/** How figures of the collective economy are taken together. */
export const economy = v.strictObject({
  denominator: v.pipe(
    v.picklist(['reporting', 'all']),
    v.description(
      'A mean is taken over the subjects that report the measure, or over all that were in force in the year.',
    ),
  ),
  round: v.pipe(rounding, v.description('Rounding of means, in 万元.')),
  tiers: v.pipe(
    v.optional(v.pipe(v.array(v.number()), v.minLength(1)), [0, 5, 10, 50, 100]),
    v.description('Lower bounds of the classes of income, in 万元; above the first one.'),
  ),
  threshold: v.pipe(
    v.optional(v.number(), 10),
    v.description('The line that every subject is to reach, in 万元.'),
  ),
  bands: v.pipe(
    v.optional(v.array(v.number()), [-10, 0, 10, 30]),
    v.description('Bounds of the classes of change on the year before, in percent.'),
  ),
  breaks: v.pipe(
    v.optional(v.array(v.pipe(v.number(), v.integer())), [2024]),
    v.description(
      'Years from which figures are counted in another way. 2024 by default: the new accounting rule for collectives. Growth across one is marked.',
    ),
  ),
  top: v.pipe(
    v.optional(share, 0.1),
    v.description('The share of subjects whose part of the total is shown, from the largest.'),
  ),
  sources: v.pipe(
    v.optional(v.array(v.strictObject({ measure: name, label: v.optional(text) })), []),
    v.description('Indicators that income is made up of, as of letting, leasing and investing.'),
  ),
  heads: v.pipe(
    v.optional(name),
    v.description('The indicator that counts people, for figures a head.'),
  ),
  returns: v.pipe(
    v.optional(name),
    v.description('The indicator that says what investments brought in.'),
  ),
  plans: v.pipe(v.optional(v.array(plan), []), v.description('Figures that a plan was set for.')),
});
