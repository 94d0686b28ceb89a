import * as v from 'valibot';
import { identifier, name, positive, share, text, whole } from './common';
import { step, type Step } from './step';

const weight = v.pipe(
  v.optional(
    v.union([
      v.pipe(v.number(), v.minValue(0)),
      v.pipe(
        v.strictObject({ measure: name }),
        v.description(
          'A measure of the same subject and period is the weight; where that is absent the part counts as missing.',
        ),
      ),
    ]),
    1,
  ),
  v.description('How much the part counts within its group; 1 by default.'),
);

const direction = v.pipe(
  v.optional(v.picklist(['higher', 'lower']), 'higher'),
  v.description(
    'Which values are better. Steps that compare subjects turn the figures round where lower is.',
  ),
);

const marks = v.strictObject({
  marks: v.pipe(
    v.union([
      v.pipe(v.array(name), v.minLength(1), v.description('One column for each assessor.')),
      v.pipe(
        v.strictObject({
          measure: name,
          assessors: v.optional(v.pipe(v.array(name), v.minLength(1))),
        }),
        v.description(
          'One row for each mark; only assessors of these classes where `assessors` lists them.',
        ),
      ),
    ]),
    v.description('Marks that a panel gave; their mean is the value.'),
  ),
  trim: v.pipe(
    v.optional(v.strictObject({ each: positive, from: positive }), undefined),
    v.description(
      'Leaves out so many of the highest and of the lowest marks, from so many marks on.',
    ),
  ),
  absent: v.pipe(
    v.optional(v.array(v.number()), []),
    v.description('Numbers that stand for no mark, as 0 where nobody gives it.'),
  ),
  alike: v.pipe(
    v.optional(v.picklist(['count', 'invalid']), 'count'),
    v.description(
      'Marks of an assessor who gives the same one to several subjects and no other: they count, or are invalid.',
    ),
  ),
  smallest: v.pipe(
    v.optional(positive, 1),
    v.description('Fewest marks that make a value; with fewer the part is absent.'),
  ),
});

const grades = v.strictObject({
  grades: v.pipe(
    v.array(v.strictObject({ measure: name, points: v.number(), label: v.optional(text) })),
    v.minLength(1),
    v.description(
      'Columns that count the ballots of each grade, and the points of the grade; the mean is the value.',
    ),
  ),
  most: v.pipe(
    v.optional(v.strictObject({ measure: name, share }), undefined),
    v.description(
      'Largest share of ballots that one grade may have; those beyond count as the next grade.',
    ),
  ),
  smallest: v.pipe(v.optional(positive, 1), v.description('Fewest ballots that make a value.')),
});

const source = v.union([
  v.pipe(
    v.strictObject({
      measure: v.pipe(name, v.description('The indicator that the values come from.')),
    }),
    v.description('A column of the data.'),
  ),
  marks,
  grades,
]);

export const minimum = v.pipe(
  v.strictObject({
    parts: v.pipe(whole, v.description('So many parts must have a value, and at least one.')),
    values: v.pipe(
      v.optional(positive, 1),
      v.description('A part counts for this with so many indicators under it that have a value.'),
    ),
    oneOf: v.pipe(
      v.optional(v.pipe(v.array(identifier), v.minLength(1)), undefined),
      v.description('One of these parts must be among them.'),
    ),
  }),
  v.description('What a group needs to have a value at all.'),
);

const combine = v.pipe(
  v.union([
    v.picklist([
      'weighted-sum',
      'sum',
      'mean',
      'geometric',
      'harmonic',
      'min',
      'max',
      'median',
      'count',
      'copeland',
    ]),
    v.strictObject({ power: v.number() }),
  ]),
  v.description(
    'weighted-sum: weights must add up to 1. sum: weights as they stand. mean, geometric, harmonic and power means: weights are divided by their sum. min, max, median: weights count for nothing. Geometric, harmonic and power means are of values of 0 and more; with a lower one the group has no value. count: of parts above 0. copeland: wins minus losses against every other subject of the period, a pair being won by the larger weight of parts with the higher value.',
  ),
);

const missing = v.pipe(
  v.optional(v.picklist(['unrated', 'redistribute', 'exclude', 'worst']), 'unrated'),
  v.description(
    'A part without a value. unrated (the default): the group has none either. redistribute: its weight goes to the parts present. exclude: it adds nothing. worst: it counts as the lowest value of the period (the highest, of a part that is taken off); where nobody has one, the group has no value. A part of which every indicator is left out by a screen is not missing: its weight goes to the others, but with exclude.',
  ),
);

const common = {
  id: identifier,
  label: v.optional(text),
  weight,
  effect: v.pipe(
    v.optional(v.picklist(['add', 'deduct']), 'add'),
    v.description('Whether a part of a sum is added to it or taken off.'),
  ),
  steps: v.pipe(
    v.optional(v.array(step), []),
    v.description('What is done to the values, in order.'),
  ),
};

const leaf = v.strictObject({
  ...common,
  from: v.pipe(
    v.optional(source),
    v.description('Where the values come from; a column named like the id where this is left out.'),
  ),
  unit: v.optional(name),
  direction,
  screen: v.pipe(
    v.optional(positive, 1),
    v.description(
      'Fewest values in a period: with fewer the indicator is left out of that period for everybody, and said so, and nothing fills it again. 1 (the default) leaves none out: an indicator without any value is absent.',
    ),
  ),
});

type GroupBase = {
  combine: v.InferOutput<typeof combine>;
  missing: v.InferOutput<typeof missing>;
  minimum?: v.InferOutput<typeof minimum> | undefined;
};

export type LeafNode = v.InferOutput<typeof leaf>;
export type GroupNode = Omit<LeafNode, 'from' | 'unit' | 'direction' | 'screen'> &
  GroupBase & { parts: SchemeNode[] };
export type SchemeNode = LeafNode | GroupNode;

const combination = {
  combine,
  missing,
  minimum: v.optional(minimum),
  parts: v.pipe(
    v.array(v.lazy((): v.GenericSchema<unknown, SchemeNode> => node)),
    v.minLength(1),
    v.description('Indicators, or groups of them, to any depth.'),
  ),
};

const group = v.strictObject({ ...common, ...combination });

/** A part of the score: an indicator, or a group of parts. */
export const node: v.GenericSchema<unknown, SchemeNode> = v.union([leaf, group]);

/** The whole score. */
export const root = v.strictObject({
  ...combination,
  steps: common.steps,
});

export type Root = v.InferOutput<typeof root>;
export type Combine = v.InferOutput<typeof combine>;
export type Missing = v.InferOutput<typeof missing>;
export type Minimum = v.InferOutput<typeof minimum>;
export type Source = v.InferOutput<typeof source>;
export type { Step };

export function isGroup(one: SchemeNode): one is GroupNode {
  return 'parts' in one;
}
