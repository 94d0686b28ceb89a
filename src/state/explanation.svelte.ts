import type { Engine } from '../engine/protocol';
import { toAppError, type AppError } from '../model/answer';
import {
  explain,
  rewardOf,
  starPlaces,
  stepsOf,
  type PartLine,
  type RewardLine,
  type StarPlaces,
  type StepLine,
} from '../views/questions/explanation';
import { economyOf, type EconomyYear } from '../views/questions/subject-economy';
import { ask } from './ask';
import { isOvertaken } from './superseded';

export type { StarPlaces };

/** How the result of a subject in one period, and in the year, came about. */
export interface Explained {
  readonly subject: string;
  readonly period: string;
  readonly parts: readonly PartLine[];
  /** Values after each step of the parts, in order. */
  readonly steps: readonly StepLine[];
  readonly places: readonly StarPlaces[];
  readonly reward: RewardLine | null;
  readonly economy: readonly EconomyYear[];
}

export class Explanation {
  readonly #engine: Engine;
  #data = $state.raw<Explained | null>(null);
  #error = $state.raw<AppError | null>(null);

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** null while the first answer is on its way. */
  get data(): Explained | null {
    return this.#data;
  }

  get error(): AppError | null {
    return this.#error;
  }

  async show(subject: string, track: string, period: string, year: number): Promise<void> {
    try {
      const [parts, steps, places, rewards, economy] = await Promise.all([
        ask(this.#engine, 'explain-parts', explain(subject, period)),
        ask(this.#engine, 'explain-steps', stepsOf(subject, period)),
        ask(this.#engine, 'explain-places', starPlaces(period, track)),
        ask(this.#engine, 'explain-reward', rewardOf(subject, year)),
        ask(this.#engine, 'explain-economy', economyOf(subject, year)),
      ]);
      this.#data = { subject, period, parts, steps, places, reward: rewards[0] ?? null, economy };
      this.#error = null;
    } catch (thrown) {
      if (!isOvertaken(thrown)) this.#error = toAppError(thrown);
    }
  }
}
