import { Fault } from '../../src/model/answer';

/** More than this would not fit in a worker's memory. */
const mostBytes = 1024 * 1024 * 1024;

/** Counts the bytes that an archive unpacks to. */
export class Meter {
  #bytes = 0;

  /** @throws Fault when it becomes too much */
  count(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > mostBytes)
      throw new Fault('file_too_large', { limit: mostBytes / 1024 / 1024 });
  }
}
