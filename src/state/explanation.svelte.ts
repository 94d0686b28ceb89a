import type { Engine } from '../engine/protocol';
import { Fault, toAppError, type AppError } from '../model/answer';
import {
  economyOf,
  explain,
  rewardOf,
  starPlaces,
  stepsOf,
  type EconomyLine,
  type PartLine,
  type Question,
  type RewardLine,
  type StarPlaces,
  type StepLine,
} from '../views/questions';

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
  readonly economy: readonly EconomyLine[];
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
        this.#ask('explain-parts', explain(subject, period)),
        this.#ask('explain-steps', stepsOf(subject, period)),
        this.#ask('explain-places', starPlaces(period, track)),
        this.#ask('explain-reward', rewardOf(subject, year)),
        this.#ask('explain-economy', economyOf(subject, year)),
      ]);
      this.#data = { subject, period, parts, steps, places, reward: rewards[0] ?? null, economy };
      this.#error = null;
    } catch (thrown) {
      if (thrown instanceof Fault && thrown.error.code === 'superseded') return;
      this.#error = toAppError(thrown);
    }
  }

  async #ask<T>(consumer: string, { sql, read }: Question<T>): Promise<T[]> {
    return (await this.#engine.rows(consumer, sql)).map(read);
  }
}
