import { toAppError, type AppError } from '../../model/answer';

/**
 * What a promise came to; until the next one has come to something, that of the one before.
 *
 * A block that awaits in the page is begun anew, with all that stands in it, where state is written while effects run,
 * though its promise is the same. What is read from here stays.
 */
export class Awaited<T> {
  #value = $state.raw<T | null>(null);
  #error = $state.raw<AppError | null>(null);

  /** Made while a component is set up. @param promise asked for anew when what it reads changes */
  constructor(promise: () => Promise<T>) {
    $effect.pre(() => {
      let isNewest = true;
      promise().then(
        (value) => {
          if (!isNewest) return;
          this.#value = value;
          this.#error = null;
        },
        (thrown: unknown) => {
          if (isNewest) this.#error = toAppError(thrown);
        },
      );
      return () => (isNewest = false);
    });
  }

  get value(): T | null {
    return this.#value;
  }

  get error(): AppError | null {
    return this.#error;
  }
}
