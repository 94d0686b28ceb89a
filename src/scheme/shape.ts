import * as v from 'valibot';

/*
 * The shape of a scheme document, version 1. Every rule is written out in the document: nothing is implied by a field
 * that is absent, except that a level or star without `top` has no quota and one without `atLeast` has no cut point.
 */

const text = v.pipe(
  v.strictObject({ zh: v.pipe(v.string(), v.nonEmpty()), en: v.pipe(v.string(), v.nonEmpty()) }),
  v.description('Words for readers, in Chinese and in English.'),
);

const identifier = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
);

const periodId = v.pipe(v.string(), v.regex(/^\d{4}Q[1-4]$/, 'a quarter like 2023Q2'));

const share = v.pipe(v.number(), v.gtValue(0), v.maxValue(1));

const rounding = v.pipe(
  v.strictObject({
    digits: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8)),
    mode: v.pipe(
      v.picklist(['half-up', 'down']),
      v.description('half-up: a half goes away from zero. down: digits beyond are cut off.'),
    ),
  }),
  v.description('How a figure is rounded, in decimal.'),
);

const step = v.pipe(
  v.union([
    v.strictObject({
      cap: v.pipe(
        v.strictTuple([v.number(), v.number()]),
        v.description('Lowest and highest value that counts.'),
      ),
    }),
    v.strictObject({ round: rounding }),
  ]),
  v.description('One thing done to the values of a part, in the order of the list.'),
);

const part = v.strictObject({
  id: identifier,
  label: text,
  weight: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
  from: v.pipe(
    v.strictObject({ measure: v.pipe(v.string(), v.nonEmpty()) }),
    v.description('The indicator that the values come from.'),
  ),
  steps: v.array(step),
});

const score = v.strictObject({
  combine: v.pipe(
    v.literal('weighted-sum'),
    v.description('The weights of the parts must add up to 1.'),
  ),
  missing: v.pipe(
    v.picklist(['unrated', 'redistribute']),
    v.description(
      'A part without a value: unrated gives no score; redistribute shares its weight among the parts present.',
    ),
  ),
  parts: v.pipe(v.array(part), v.minLength(1)),
  steps: v.array(step),
});

const ties = v.pipe(
  v.picklist(['competition', 'dense']),
  v.description(
    'Equal figures share a rank; the next is 1 2 2 4 (competition) or 1 2 2 3 (dense).',
  ),
);

const quota = v.pipe(
  v.strictObject({
    share,
    round: v.pipe(
      v.picklist(['down', 'half-up', 'up']),
      v.description('How share × number of rated subjects becomes a number of places.'),
    ),
  }),
  v.description('Best-ranked share of the track, counted from the first place.'),
);

const atQuota = v.pipe(
  v.picklist(['exclude', 'include']),
  v.description('Subjects tied across the last place of a quota: none of them is in, or all are.'),
);

const starRule = v.strictObject({
  stars: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
  atLeast: v.optional(v.number()),
  top: v.optional(quota),
});

const levelRule = v.strictObject({
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
  atLeast: v.optional(v.number()),
  top: v.optional(quota),
});

const within = v.pipe(v.literal('track'), v.description('Ranks never cross a track.'));

export const schemeShape = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    starflag: v.pipe(v.literal(1), v.description('Version of this document format.')),
    id: identifier,
    version: v.pipe(v.string(), v.regex(/^\d+\.\d+$/, 'a version like 2.0')),
    follows: v.nullable(v.pipe(v.string(), v.regex(/^\d+\.\d+$/, 'a version like 1.0'))),
    title: text,
    source: v.pipe(text, v.description('Where the rules were published.')),
    notes: v.pipe(
      v.array(v.strictObject({ about: v.string(), ...text.entries })),
      v.description('Remarks on single clauses, by path: above all which figures are examples.'),
    ),
    valid: v.pipe(
      v.strictObject({ from: periodId, to: v.nullable(periodId) }),
      v.description(
        'First and last period in which this version is in force; to is null while it still is.',
      ),
    ),
    cadence: v.pipe(v.literal('quarter'), v.description('How often scores are given.')),
    score,
    rank: v.strictObject({ within, ties }),
    stars: v.strictObject({
      most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
      rules: v.pipe(
        v.array(starRule),
        v.minLength(1),
        v.description('The first rule that a subject meets gives its stars.'),
      ),
      otherwise: v.pipe(v.number(), v.integer(), v.minValue(0)),
      atQuota,
    }),
    year: v.strictObject({
      combine: v.pipe(v.literal('sum'), v.description('Stars of the periods are added up.')),
      missing: v.pipe(
        v.literal('unrated'),
        v.description('A subject that lacks a period of the year gets no annual result.'),
      ),
      score: v.pipe(
        v.strictObject({ combine: v.literal('mean'), round: rounding }),
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
      levels: v.pipe(v.array(levelRule), v.minLength(1)),
      atQuota,
    }),
    lists: v.strictObject({
      watch: v.pipe(
        v.strictObject({ starsAtMost: v.pipe(v.number(), v.minValue(0)) }),
        v.description('Subjects named for few stars over the year.'),
      ),
      streak: v.pipe(
        v.strictObject({
          level: v.pipe(v.number(), v.integer()),
          years: v.pipe(v.number(), v.integer(), v.minValue(2)),
        }),
        v.description('Subjects at this level or above so many years running.'),
      ),
    }),
    rewards: v.strictObject({
      pool: v.pipe(v.number(), v.minValue(0), v.description('Yuan a year.')),
      perStar: v.pipe(v.number(), v.minValue(0), v.description('Yuan for each star of the year.')),
      perLevel: v.array(
        v.strictObject({
          level: v.pipe(v.number(), v.integer()),
          amount: v.pipe(v.number(), v.minValue(0), v.description('Yuan, once a year.')),
        }),
      ),
      overPool: v.pipe(
        v.picklist(['pro-rata', 'as-earned']),
        v.description('Where the sum exceeds the pool: every amount shrinks alike, or none does.'),
      ),
      round: rounding,
    }),
    economy: v.strictObject({
      denominator: v.pipe(
        v.picklist(['reporting', 'all']),
        v.description(
          'A mean is taken over the subjects that report the measure, or over all subjects.',
        ),
      ),
      round: v.pipe(rounding, v.description('Rounding of means, in 万元.')),
    }),
  }),
  v.title('Starflag scheme'),
  v.description('How subjects are scored, starred, levelled, listed and rewarded.'),
);

export type Scheme = v.InferOutput<typeof schemeShape>;
export type SchemePart = Scheme['score']['parts'][number];
export type SchemeStep = SchemePart['steps'][number];
export type Rounding = v.InferOutput<typeof rounding>;
export type Quota = v.InferOutput<typeof quota>;
