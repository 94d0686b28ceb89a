import fc from 'fast-check';
import { gradeMeasures, markMeasures, measures, panelMark, panels, weightMeasure } from './samples';
import type { StepDocument } from './steps';

export interface NodeDocument {
  id: string;
  parts?: NodeDocument[];
  combine?: unknown;
  weight?: unknown;
  effect?: string;
  minimum?: unknown;
  steps?: StepDocument[];
  [key: string]: unknown;
}

export interface Root {
  parts: NodeDocument[];
  combine?: unknown;
  missing?: unknown;
  minimum?: unknown;
}

type Drawn = Record<string, unknown>;

const combine = fc.oneof(
  { weight: 3, arbitrary: fc.constant<unknown>('weighted-sum') },
  { weight: 3, arbitrary: fc.constant<unknown>('sum') },
  { weight: 3, arbitrary: fc.constant<unknown>('mean') },
  {
    weight: 5,
    arbitrary: fc.constantFrom<unknown>(
      'geometric',
      'harmonic',
      'min',
      'max',
      'median',
      'count',
      'copeland',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>({ power: 2 }, { power: -1 }, { power: 0.5 }, { power: 3 }),
  },
);

const missing = fc.constantFrom('unrated', 'redistribute', 'exclude', 'worst');

const weight = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(1, 2, 0.5, 3, 0) },
  { weight: 1, arbitrary: fc.constant<unknown>({ measure: weightMeasure }) },
);

const effect = fc.constantFrom('add', 'add', 'add', 'deduct');

const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });

const source: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...measures).map((measure) => ({ measure })) },
  {
    weight: 1,
    arbitrary: fc.record({
      marks: fc.constantFrom<unknown>(
        markMeasures,
        markMeasures.slice(0, 2),
        { measure: panelMark },
        { measure: panelMark, assessors: [panels[0]] },
      ),
      trim: fc.constantFrom(undefined, { each: 1, from: 3 }, { each: 2, from: 4 }),
      absent: fc.constantFrom([], [0], [0, 10]),
      smallest: fc.constantFrom(1, 2, 3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      grades: fc.constant(
        gradeMeasures.map((measure, index) => ({ measure, points: [100, 70, 30][index] })),
      ),
      most: fc.constantFrom(undefined, { measure: gradeMeasures[0], share: 0.3 }),
      smallest: fc.constantFrom(1, 5),
    }),
  },
);

const leaf = (steps: fc.Arbitrary<StepDocument[]>): fc.Arbitrary<Drawn> =>
  fc.record({
    from: source,
    weight,
    effect,
    direction: fc.constantFrom('higher', 'higher', 'lower'),
    screen: fc.constantFrom(1, 1, 1, 1, 1, 2, 4),
    steps,
  });

function group(steps: fc.Arbitrary<StepDocument[]>, depth: number): fc.Arbitrary<Drawn> {
  const part: fc.Arbitrary<Drawn> =
    depth <= 1
      ? leaf(steps)
      : fc.oneof(
          { weight: 2, arbitrary: leaf(steps) },
          { weight: 1, arbitrary: group(steps, depth - 1) },
        );
  return fc.record({
    combine,
    missing,
    weight,
    effect,
    steps,
    parts: fc.array(part, { minLength: depth > 2 ? 2 : 1, maxLength: 3 }),
    minimum: optional(
      fc.record({
        parts: fc.integer({ min: 0, max: 2 }),
        values: fc.integer({ min: 1, max: 2 }),
        oneOf: fc.boolean(),
      }),
    ),
  });
}

/** Trees of one to three levels with two to six indicators or so. */
export function treeArbitrary(steps: fc.Arbitrary<StepDocument[]>): fc.Arbitrary<Root> {
  return fc
    .integer({ min: 1, max: 3 })
    .chain((depth) => group(steps, depth))
    .map((drawn) => {
      let number = 0;
      const {
        combine: how,
        missing: rule,
        parts,
        minimum,
      } = finished(drawn, () => `n${(number += 1)}`);
      return {
        combine: how,
        missing: rule,
        parts: parts ?? [],
        ...(minimum === undefined ? {} : { minimum }),
      };
    });
}

/** Weights that add up to one, by the number of parts. */
const wholes = [[1], [0.6, 0.4], [0.5, 0.3, 0.2]];

/** Gives the parts their ids, and takes out what the rules between parts forbid. */
function finished(drawn: Drawn, nextId: () => string): NodeDocument {
  const node: NodeDocument = { ...drawn, id: nextId() };
  for (const key of Object.keys(node))
    if (node[key] === undefined) Reflect.deleteProperty(node, key);
  if (node['from']) node['from'] = stripped(node['from'] as Drawn);
  if (!node.parts) return node;
  const parts = node.parts.map((part) => finished(part, nextId));
  const how = node.combine;
  parts.forEach((part, index) => {
    if (how === 'weighted-sum') part.weight = wholes[parts.length - 1]?.[index] ?? 1;
    if (how === 'copeland' && typeof part.weight === 'object') part.weight = 1;
    if (how !== 'weighted-sum' && how !== 'sum') part.effect = 'add';
  });
  const weights = parts.map((part) => part.weight);
  const [first] = parts;
  if (first && weights.every((one) => one === 0)) first.weight = 1;
  node.parts = parts;
  if (node.minimum) {
    const {
      parts: count,
      values,
      oneOf,
    } = node.minimum as { parts: number; values: number; oneOf: boolean };
    node.minimum = {
      parts: Math.min(count, parts.length),
      values,
      ...(oneOf && first ? { oneOf: [first.id] } : {}),
    };
  }
  return node;
}

function stripped(source_: Drawn): Drawn {
  return Object.fromEntries(Object.entries(source_).filter(([, value]) => value !== undefined));
}

/** The ids of all parts. */
export function idsOf(node: Root | NodeDocument): string[] {
  return (node.parts ?? []).flatMap((part) => [part.id, ...idsOf(part)]);
}
