import { untrack } from 'svelte';

/**
 * What something was when the frame before was painted. An answer of very many rows is drawn in two frames: what was asked
 * for at once, what is figured from it in the next. What comes after nothing comes at once: there is nothing to be moved.
 */
export class FrameLater<T> {
  #value = $state.raw<T | null>(null);

  /** Made while a component is set up. */
  constructor(now: () => T | null) {
    $effect.pre(() => {
      const value = now();
      if (this.#isEmpty()) {
        this.#value = value;
        return undefined;
      }
      let task: ReturnType<typeof setTimeout> | undefined;
      const frame = requestAnimationFrame(() => {
        task = setTimeout(() => (this.#value = value));
      });
      return () => {
        cancelAnimationFrame(frame);
        clearTimeout(task);
      };
    });
  }

  get value(): T | null {
    return this.#value;
  }

  #isEmpty(): boolean {
    return untrack(() => this.#value === null);
  }
}
