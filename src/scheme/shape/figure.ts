import * as v from 'valibot';
import { condition } from './condition';
import { identifier, name, rounding, text } from './common';

const of = v.pipe(
  name,
  v.description('An indicator, an economic measure, or score, rank, stars, level.'),
);

const basis = v.pipe(
  v.optional(v.picklist(['reporting', 'all']), 'reporting'),
  v.description('Taken over the subjects that report the figure, or over all.'),
);

const among = v.pipe(
  v.optional(v.picklist(['assessed', 'everybody']), 'assessed'),
  v.description('Of those whom the scheme assesses, or of everybody in the data.'),
);

/** What a headline figure is worked out from. */
const working = v.union([
  v.pipe(
    v.strictObject({
      count: v.picklist(['subjects', 'towns', 'tracks', 'clusters', 'indicators', 'periods']),
    }),
    v.description(
      'How many subjects, towns, tracks or clusters there are, how many indicators have figures, or how many periods there were up to this one.',
    ),
  ),
  v.pipe(
    v.strictObject({ count: condition, among }),
    v.description(
      'How many meet a condition. One on measures alone is asked in every period that has figures of them, as of a year in a scheme of quarters.',
    ),
  ),
  v.pipe(v.strictObject({ sum: of }), v.description('The sum of a figure.')),
  v.pipe(v.strictObject({ mean: of, basis }), v.description('The mean, with its denominator.')),
  v.pipe(v.strictObject({ median: of }), v.description('The median.')),
  v.pipe(
    v.strictObject({ share: condition, basis, among }),
    v.description('Share of subjects that meet a condition, from 0 to 1; asked as for a count.'),
  ),
  v.pipe(
    v.strictObject({ ratio: v.strictTuple([identifier, identifier]) }),
    v.description('One figure divided by another.'),
  ),
  v.pipe(
    v.strictObject({ flag: identifier }),
    v.description('How many hold the flag at the end of each period.'),
  ),
  v.pipe(
    v.strictObject({
      perHead: identifier,
      stars: v.number(),
      periods: v.number(),
    }),
    v.description('What one person is worth in money at so many stars over so many periods.'),
  ),
]);

/** A headline figure: a live field of reports. */
export const figure = v.strictObject({
  id: identifier,
  label: v.optional(text),
  unit: name,
  is: working,
  round: v.optional(rounding),
});

export type Figure = v.InferOutput<typeof figure>;
