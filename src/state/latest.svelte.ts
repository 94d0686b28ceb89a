import { Fault, toAppError, type AppError } from '../model/answer';
import { isSuperseded } from './superseded';

/**
 * Waits for something on the way to an answer.
 * @throws Fault `superseded` where something newer was asked for meanwhile: older work must not go on to ask, or its
 *   questions would take the place of the newer ones
 */
export type Newest = <P>(promise: Promise<P>) => Promise<P>;

/** What was asked for last: an answer takes the place of the one before it, and never that of a newer one. */
export class Latest<T> {
  #data = $state.raw<T | null>(null);
  #loading = $state(true);
  #error = $state.raw<AppError | null>(null);
  #stopped = $state(false);
  #round = 0;

  /** null while nothing was answered, and where there is nothing to show. */
  get data(): T | null {
    return this.#data;
  }

  get loading(): boolean {
    return this.#loading;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** The user stopped the work: what is shown is what was before. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** @param work gives the answer; undefined leaves what was before */
  protected async answer(work: (newest: Newest) => Promise<T | null | undefined>): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.#loading = true;
    this.#stopped = false;
    const newest: Newest = async (promise) => {
      const value = await promise;
      if (round !== this.#round) throw new Fault('superseded');
      return value;
    };
    try {
      const data = await newest(work(newest));
      if (data !== undefined) this.#data = data;
      this.#error = null;
    } catch (thrown) {
      if (round === this.#round) this.fail(thrown);
    } finally {
      if (round === this.#round) this.#loading = false;
    }
  }

  /** Nothing went wrong, nor was anything stopped, with what is begun now. */
  protected clear(): void {
    this.#stopped = false;
    this.#error = null;
  }

  /** Says what went wrong, unless it was given up or stopped. */
  protected fail(thrown: unknown): void {
    if (thrown instanceof Fault && thrown.error.code === 'cancelled') this.#stopped = true;
    else if (!isSuperseded(thrown)) this.#error = toAppError(thrown);
  }
}
