import { Fault } from '../src/model/answer';
import { id, sql } from '../src/sql/sql';
import type { Connection } from './database';
import type { Batch } from './readers/text-rows';

/** The relations `raw.<name>` of the texts of a file, as their rows come in batch by batch. */
export class RawRows {
  readonly #connection: Connection;
  /** How many columns of text each has so far. */
  readonly #widths = new Map<string, number>();
  #isClosed = false;
  /** Why the engine could not take rows; those who read them may be told less of it. */
  failure: unknown = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  has(name: string): boolean {
    return this.#widths.has(name);
  }

  /**
   * Adds rows; the first ones make the relation.
   * @throws Fault `engine_memory`, or `cancelled` behind the end
   */
  async add(name: string, { ipc, width }: Batch): Promise<void> {
    // a worker that was stopped may still be heard
    if (this.#isClosed) throw new Fault('cancelled');
    try {
      if (this.has(name)) {
        await this.widen(name, width);
        await this.#connection.append('raw', name, ipc);
      } else {
        await this.#connection.insert('raw', name, ipc);
        this.#widths.set(name, width);
      }
    } catch (thrown) {
      this.failure ??= thrown;
      throw thrown;
    }
  }

  /** Gives a relation so many columns of text; those that it lacks are empty. */
  async widen(name: string, width: number): Promise<void> {
    for (let ordinal = (this.#widths.get(name) ?? 0) + 1; ordinal <= width; ordinal += 1) {
      await this.#connection.run(
        sql`ALTER TABLE ${id('raw', name)} ADD COLUMN ${id(`c${ordinal}`)} VARCHAR`.text,
      );
      this.#widths.set(name, ordinal);
    }
  }

  async drop(name: string): Promise<void> {
    await this.#connection.run(sql`DROP TABLE IF EXISTS ${id('raw', name)}`.text);
    this.#widths.delete(name);
  }

  /** Takes all away, and takes in no more. */
  async dropAll(): Promise<void> {
    this.#isClosed = true;
    for (const name of [...this.#widths.keys()]) await this.drop(name);
  }
}
