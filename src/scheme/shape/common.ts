import * as v from 'valibot';

/** Words for readers, in Chinese and in English. */
export const text = v.pipe(
  v.strictObject({ zh: v.pipe(v.string(), v.nonEmpty()), en: v.pipe(v.string(), v.nonEmpty()) }),
  v.description('Words for readers, in Chinese and in English.'),
);

// what a form is called: the words for it stand in i18n
export const identifier = v.pipe(
  v.string(),
  // without flags, so that the published schema can say it too
  v.regex(/^[A-Za-z\u00c0-\uffff][A-Za-z0-9_.\u00c0-\uffff-]*$/, 'identifier'),
);

export const name = v.pipe(v.string(), v.nonEmpty());

export const periodId = v.pipe(
  v.string(),
  v.regex(/^(?:\d{4}(?:Q[1-4]|H[12]|B[1-6]|M(?:0[1-9]|1[0-2])|R\d{2,3})?|R\d{2,3})$/, 'period'),
);

export const share = v.pipe(v.number(), v.gtValue(0), v.maxValue(1));

export const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

export const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

export const cadence = v.picklist(['month', 'bimonth', 'quarter', 'half', 'year', 'round']);

export const rounding = v.pipe(
  v.strictObject({
    digits: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8)),
    mode: v.pipe(
      v.picklist(['half-up', 'half-even', 'down', 'up']),
      v.description(
        'half-up: a half goes away from zero. half-even: to the even neighbour. down: digits beyond are cut off. up: any digit beyond counts as one more.',
      ),
    ),
  }),
  v.description('How a figure is rounded, in decimal.'),
);

export const ties = v.pipe(
  v.picklist(['competition', 'dense', 'ordinal']),
  v.description(
    'Equal figures share a rank and the next is 1 2 2 4 (competition) or 1 2 2 3 (dense); ordinal: 1 2 3 4, by subject where every key is equal.',
  ),
);

export const quota = v.pipe(
  v.union([
    v.strictObject({
      share,
      round: v.pipe(
        v.picklist(['down', 'half-up', 'up']),
        v.description('How share × number of rated subjects becomes a number of places.'),
      ),
    }),
    v.strictObject({ count: v.pipe(positive, v.description('Number of places.')) }),
  ]),
  v.description('Best-ranked part of those ranked together, counted from the first place.'),
);

export const atQuota = v.pipe(
  v.picklist(['exclude', 'include']),
  v.description('Subjects tied across the last place of a quota: none of them is in, or all are.'),
);

export const within = v.pipe(
  v.picklist(['track', 'period']),
  v.description('Subjects are ranked within their track, or all together.'),
);

export const percentileDefinition = v.pipe(
  v.picklist(['inclusive', 'exclusive', 'midpoint', 'at-or-below']),
  v.description(
    'With b subjects below, t of the same value and n in all: inclusive (b) / (n - 1), exclusive (b + 1) / (n + 1), midpoint (b + t / 2) / n, at-or-below (b + t) / n.',
  ),
);

export type Rounding = v.InferOutput<typeof rounding>;
export type Quota = v.InferOutput<typeof quota>;
export type Ties = v.InferOutput<typeof ties>;
export type Within = v.InferOutput<typeof within>;
