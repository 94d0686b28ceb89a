import { Table, tableToIPC, type Vector } from 'apache-arrow';
import { integerColumn } from '../columns';
import { OddRowsScan, type OddRows } from './odd-rows';
import type { RecordWindow } from './record-window';
import { TextColumn } from './text-column';

/**
 * Rows as an Arrow IPC stream: `source_row` (Int32, 1-based, the number of the record) and text columns `c1`, `c2`, …;
 * later batches of a text may have more of them.
 */
export interface Batch {
  readonly ipc: Uint8Array;
  readonly width: number;
}

/** Takes a batch while the text is still being read; null takes back what was given before. */
export type TakeBatch = (batch: Batch | null) => Promise<void>;

/** What was seen of the cells of a column. */
export interface ColumnSeen {
  /** Cells that are not empty. */
  readonly filled: number;
  /** Some cell may hold a number or name of a person. */
  readonly personal: boolean;
}

/** The engine keeps rows in groups of so many, and takes a whole group over as it is. */
const mostRows = 122_880;
const mostBytes = 64 * 1024 * 1024;

/** The filled records of a text as columns, batch by batch. */
export class TextRows {
  readonly #take: TakeBatch | null;
  readonly #columns: TextColumn[] = [];
  readonly #numbers = new Int32Array(mostRows);
  #count = 0;
  readonly #odd = new OddRowsScan();
  readonly #batches: Batch[] = [];
  #taking = Promise.resolve();

  /** @param take null to keep all batches until the end */
  constructor(take: TakeBatch | null) {
    this.#take = take;
  }

  get seen(): ColumnSeen[] {
    return this.#columns.map(({ filled, personal }) => ({ filled, personal }));
  }

  get odd(): OddRows {
    return this.#odd.found;
  }

  add(window: RecordWindow): void {
    this.#odd.add(window);
    for (let from = 0; from < window.count;) {
      const to = Math.min(window.count, from + mostRows - this.#count);
      this.#addSome(window, from, to);
      const size = this.#columns.reduce((sum, column) => sum + column.size, 0);
      if (this.#count === mostRows || size >= mostBytes) this.#close();
      from = to;
    }
  }

  /** Hands on the batches that are full, each when the one before it was taken. */
  async handOn(): Promise<void> {
    const take = this.#take;
    if (!take) return;
    for (const batch of this.#batches.splice(0)) {
      await this.#taking;
      this.#taking = take(batch);
      // a failure is heard when the next batch is handed on, or at the end
      this.#taking.catch(() => undefined);
    }
  }

  /** Waits until what was handed on is taken. @returns the batches that were not handed on */
  async end(): Promise<readonly Batch[]> {
    await this.#taking;
    if (this.#count > 0) this.#close();
    return this.#batches.splice(0);
  }

  /** Takes back what was handed on: the text is to be read otherwise. */
  async discard(): Promise<void> {
    await this.#taking;
    await this.#take?.(null);
  }

  #addSome(window: RecordWindow, from: number, to: number): void {
    let width = 0;
    for (let record = from; record < to; record += 1) {
      const fields = (window.firsts[record + 1] ?? 0) - (window.firsts[record] ?? 0);
      if (fields > width) width = fields;
    }
    while (this.#columns.length < width) {
      const column = new TextColumn();
      column.skip(this.#count);
      this.#columns.push(column);
    }
    this.#columns.forEach((column, field) => {
      if (field < width) column.add(window, field, from, to);
      else column.skip(to - from);
    });
    this.#numbers.set(window.numbers.subarray(from, to), this.#count);
    this.#count += to - from;
  }

  #close(): void {
    const numbers = this.#numbers.subarray(0, this.#count);
    const vectors: Record<string, Vector> = { source_row: integerColumn(numbers) };
    this.#columns.forEach((column, index) => {
      vectors[`c${index + 1}`] = column.vector();
    });
    const ipc = tableToIPC(new Table(vectors), 'stream');
    for (const column of this.#columns) column.clear();
    this.#count = 0;
    this.#batches.push({ ipc, width: this.#columns.length });
  }
}
