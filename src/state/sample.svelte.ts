import type { Calculation } from './calculation.svelte';
import type { Files } from './files.svelte';

/** A file of the sample, by where it can be fetched from. */
export interface SampleFile {
  readonly name: string;
  readonly address: string;
}

/** The sample that the page shows while it has nothing of the user's: the two must never be counted together. */
export class Sample {
  readonly #list: readonly SampleFile[];
  readonly #files: Files;
  readonly #calculation: Calculation;
  #left = $state(false);

  constructor(list: readonly SampleFile[], files: Files, calculation: Calculation) {
    this.#list = list;
    this.#files = files;
    this.#calculation = calculation;
  }

  get shown(): boolean {
    return this.#files.entries.some((entry) => entry.sample);
  }

  /** It has stepped aside for the user's files. */
  get left(): boolean {
    return this.#left;
  }

  /** Loads it; where it cannot be fetched the page stays empty and says what to drop. */
  async show(): Promise<void> {
    const fetched = await Promise.allSettled(
      this.#list.map(async ({ name, address }) => {
        const response = await fetch(address);
        if (!response.ok) throw new Error(`${response.status} ${address}`);
        return { name, content: await response.blob(), sample: true };
      }),
    );
    // the user's own files may have come first
    if (this.#files.entries.some((entry) => !entry.sample)) return;
    await this.#files.add(
      fetched.flatMap((file) => (file.status === 'fulfilled' ? [file.value] : [])),
    );
    this.#left = false;
    await this.#calculation.refresh();
  }

  /** Gives way as soon as a file of the user's is loaded. */
  async giveWay(): Promise<void> {
    const hasOwn = this.#files.entries.some((entry) => !entry.sample && entry.state === 'loaded');
    if (!hasOwn || !this.shown) return;
    await this.remove();
    this.#left = true;
  }

  async remove(): Promise<void> {
    const sample = this.#files.entries.filter((entry) => entry.sample);
    await this.#files.remove(sample.map(({ id }) => id));
  }
}
