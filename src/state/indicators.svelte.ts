import type { Engine } from '../engine/protocol';
import { toAppError, type AppError } from '../model/answer';
import { redundantFrom } from '../views/robustness/indicators';
import {
  assessorClasses,
  correlations,
  partWeights,
  separations,
  type AssessorClass,
  type Correlation,
  type PartWeight,
  type Separation,
} from '../views/questions/robustness/indicators';
import { ask } from './ask';
import { isOvertaken } from './superseded';

export { redundantFrom };
export type { AssessorClass, Correlation, PartWeight, Separation };

/** What the indicators of a scheme say together, in one period. */
export interface Together {
  readonly period: string;
  readonly weights: readonly PartWeight[];
  readonly correlations: readonly Correlation[];
  readonly separations: readonly Separation[];
  readonly assessors: readonly AssessorClass[];
}

/** Pairs of indicators that a page shows, the most alike first. */
export const mostPairs = 30;

/** Weights, likeness and separation of the indicators, and the severity of assessors. */
export class Indicators {
  readonly #engine: Engine;
  #data = $state.raw<Together | null>(null);
  #error = $state.raw<AppError | null>(null);

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** null while the first answer is on its way. */
  get data(): Together | null {
    return this.#data;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** Asks what the indicators come to; the views of robustness must be there. */
  async show(period: string): Promise<void> {
    try {
      const [weights, alike, separated, assessors] = await Promise.all([
        ask(this.#engine, 'indicator-weights', partWeights(period)),
        ask(this.#engine, 'indicator-pairs', correlations(period, mostPairs)),
        ask(this.#engine, 'indicator-separations', separations(period)),
        ask(this.#engine, 'indicator-assessors', assessorClasses(period)),
      ]);
      this.#data = { period, weights, correlations: alike, separations: separated, assessors };
      this.#error = null;
    } catch (thrown) {
      if (!isOvertaken(thrown)) this.#error = toAppError(thrown);
    }
  }
}
