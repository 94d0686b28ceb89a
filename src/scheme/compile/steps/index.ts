import type { SchemeStep } from '../../shape';
import type { Batch, StepViews } from '../batch';
import { impute } from './impute';
import { learnedSteps } from './learned';
import { plainSteps } from './plain';
import { rankedSteps } from './ranked';
import { winsorise } from './winsorise';

const kinds: Readonly<Record<string, (batch: Batch) => StepViews>> = {
  ...plainSteps,
  ...learnedSteps,
  ...rankedSteps,
  impute,
  winsorise,
};

/** The kind of a step: the key that says what it does. */
export function stepKind(step: SchemeStep): string {
  const kind = Object.keys(step).find((key) => key in kinds);
  if (kind === undefined) throw new RangeError(`no such step: ${JSON.stringify(step)}`);
  return kind;
}

/** Steps go through one view together where they differ in numbers only. */
export function stepSignature(step: SchemeStep): string {
  const kind = stepKind(step);
  const over = 'over' in step ? step.over : null;
  const variant = variants[kind]?.(step) ?? null;
  return JSON.stringify([kind, over, variant]);
}

/** What of a step is written into its SQL, beside its numbers. */
const variants: Readonly<Record<string, (step: SchemeStep) => unknown>> = {
  impute: (step) => ('impute' in step && typeof step.impute === 'string' ? step.impute : 'value'),
  z: (step) => 'z' in step && step.z,
  log: (step) => 'log' in step && step.log,
  rank: (step) => 'rank' in step && step.rank,
  percentile: (step) => 'percentile' in step && step.percentile,
  ratio: (step) => 'ratio' in step && (typeof step.ratio === 'string' ? step.ratio : 'target'),
  distance: (step) =>
    'distance' in step && (typeof step.distance === 'string' ? step.distance : 'target'),
};

export function stepViews(kind: string, batch: Batch): StepViews {
  const make = kinds[kind];
  if (!make) throw new RangeError(`no such step: ${kind}`);
  return make(batch);
}
