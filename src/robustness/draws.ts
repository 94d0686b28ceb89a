import type { Trial } from '../model/trial';
import {
  isGroup,
  type GroupNode,
  type LeafNode,
  type Missing,
  type Root,
  type Scheme,
  type SchemeNode,
  type SchemeStep,
} from '../scheme/shape';
import { treeNodes } from '../scheme/tree';
import { schemeTrial } from './scheme-trial';
import { seeded } from './seeded';

/** Ways to put figures on one scale that a draw may take in place of the scheme's own. */
export const normalisations = ['as-is', 'minmax', 'z', 'percentile'] as const;
export type Normalisation = (typeof normalisations)[number];

/** What is varied, all of it together in every draw. */
export interface Variation {
  readonly runs: number;
  /** The same seed draws the same runs. */
  readonly seed: number;
  /** Each weight is drawn evenly from (1 - spread) to (1 + spread) times its own; 0 leaves weights as they are. */
  readonly spread: number;
  /** Each draw takes one of these for all indicators that the scheme normalises. */
  readonly normalisations: readonly Normalisation[];
  /** Each draw takes one of these for all groups; null leaves the scheme's own. */
  readonly missing: readonly (Missing | null)[];
}

/** Everything varied together as far as is common: weights by a quarter, every normalisation, every missing-data rule. */
export function wideVariation(runs: number, seed: number): Variation {
  return { runs, seed, spread: 0.25, normalisations, missing: missingRules };
}

/** Missing-data rules that a draw may take; null is the scheme's own. */
export const missingRules = [
  null,
  'redistribute',
  'exclude',
  'worst',
] as const satisfies readonly (Missing | null)[];

/** Whether the scheme puts figures on one scale, so that normalisations can be varied. */
export function normalises({ score }: Scheme): boolean {
  return treeNodes(score).some(({ node }) => node.steps.some(isScale));
}

/** The scheme as it stands, then draws of it. `what` says which normalisation and missing rule a draw has. */
export function drawTrials(scheme: Scheme, variation: Variation): Trial[] {
  const next = seeded(variation.seed);
  const one = <T>(choices: readonly T[]): T | undefined =>
    choices[Math.floor(next() * choices.length)];
  const trials = [schemeTrial('as-is', '', scheme)];
  for (let run = 0; run < variation.runs; run += 1) {
    const normalisation = one(variation.normalisations) ?? 'as-is';
    const missing = one(variation.missing) ?? null;
    const score = varied(scheme.score, { next, spread: variation.spread, normalisation, missing });
    const what = `${normalisation} ${missing ?? 'as-is'}`;
    trials.push(schemeTrial('draw', what, { ...scheme, score: { ...scheme.score, ...score } }));
  }
  return trials;
}

interface Draw {
  readonly next: () => number;
  readonly spread: number;
  readonly normalisation: Normalisation;
  readonly missing: Missing | null;
}

type Combination = Pick<Root, 'combine' | 'missing' | 'parts'>;

function varied(group: Combination, draw: Draw): Combination {
  const parts = group.parts.map((part) =>
    isGroup(part) ? variedGroup(part, draw) : variedLeaf(part, draw),
  );
  return {
    combine: group.combine,
    missing: draw.missing ?? group.missing,
    parts: draw.spread === 0 ? parts : weighed(parts, draw),
  };
}

function variedGroup(group: GroupNode, draw: Draw): GroupNode {
  return { ...group, ...varied(group, draw) };
}

function variedLeaf(leaf: LeafNode, { normalisation }: Draw): LeafNode {
  if (normalisation === 'as-is') return leaf;
  return { ...leaf, steps: leaf.steps.map((step) => normalised(step, normalisation)) };
}

/** Weights drawn anew, with the sum that they had. */
function weighed(parts: SchemeNode[], { next, spread }: Draw): SchemeNode[] {
  const drawn = parts.map(({ weight }) =>
    typeof weight === 'number' ? weight * (1 + spread * (2 * next() - 1)) : weight,
  );
  const sum = (weights: readonly SchemeNode['weight'][]) =>
    weights.reduce<number>((all, weight) => all + (typeof weight === 'number' ? weight : 0), 0);
  const before = sum(parts.map(({ weight }) => weight));
  const after = sum(drawn);
  return parts.map((part, index) => {
    const weight = drawn[index] ?? part.weight;
    return typeof weight === 'number' && after > 0
      ? { ...part, weight: (weight * before) / after }
      : part;
  });
}

const scales = ['minmax', 'z', 'rank', 'percentile', 'ratio', 'distance'];

function isScale(step: SchemeStep): step is Extract<SchemeStep, { over: unknown }> {
  return 'over' in step && scales.some((key) => key in step);
}

/** The step with another way to put figures on a scale, learned from the same subjects, onto 0 to 100 or around 50. */
function normalised(step: SchemeStep, normalisation: Normalisation): SchemeStep {
  if (!isScale(step)) return step;
  const { over } = step;
  const frozen = typeof over === 'object' && 'frozen' in over;
  switch (normalisation) {
    case 'minmax':
      return { minmax: [0, 100], over };
    case 'z':
      return { z: 'sample', onto: { mean: 50, deviation: 15 }, over };
    case 'percentile':
      // places among the others can't be learned from another period
      return frozen ? step : { percentile: 'inclusive', onto: [0, 100], over };
    case 'as-is':
      return step;
  }
}
