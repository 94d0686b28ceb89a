import { SvelteMap } from 'svelte/reactivity';
import type { Engine } from '../engine/protocol';
import { Fault, toAppError, type AppError } from '../model/answer';
import { columnFamily } from '../model/column-type';
import { suggestFigure, type FigureChoice } from '../model/query-figure';
import type { Question } from '../views/question';
import {
  columnFacts,
  columnHistogram,
  resultCount,
  resultRows,
  resultValues,
  type ColumnFacts,
  type HistogramBar,
  type KeptResult,
  type ResultOrder,
  type ResultRow,
} from '../views/result';

export type { ColumnFacts, HistogramBar, ResultOrder, ResultRow };

/** What a column holds, with its small histogram. */
export interface ColumnStatistics extends ColumnFacts {
  readonly bars: readonly HistogramBar[];
}

/** Rows from one place to another of the order shown, both included, from 0. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

/** A value of a figure; times as dates. */
export type FigureValue = string | number | Date | null;

/** Rows asked for at once. */
export const blockSize = 200;

/** Rows that a figure is drawn from at the most. */
export const mostDrawn = 5_000;

/** Rows copied at once, so that the page is never held up. */
const copiedAtOnce = 2_000;

/** The rows of a statement, which stay with the engine; those in sight are fetched in blocks. */
export class QueryResult {
  readonly kept: KeptResult;
  /** Rows that can be shown. */
  readonly rows: number;
  /** The statement has more rows than these. */
  readonly more: boolean;
  readonly statistics = new SvelteMap<number, ColumnStatistics>();
  readonly #engine: Engine;
  readonly #blocks = new SvelteMap<number, readonly ResultRow[]>();
  readonly #asked = new Set<number>();
  #order = $state.raw<ResultOrder>({ sort: null, filter: null });
  #count = $state(0);
  /** Where a selection of rows began, and where it ends. */
  #selection = $state.raw<{ readonly anchor: number; readonly head: number } | null>(null);
  #error = $state.raw<AppError | null>(null);
  #figure = $state.raw<FigureChoice | null>(null);
  #round = 0;

  constructor(engine: Engine, kept: KeptResult, rows: number, more: boolean) {
    this.#engine = engine;
    this.kept = kept;
    this.rows = rows;
    this.more = more;
    this.#count = rows;
    this.#figure = suggestFigure(kept.columns);
  }

  /** Which rows are shown, in what order. */
  get order(): ResultOrder {
    return this.#order;
  }

  /** Rows that the filter leaves. */
  get count(): number {
    return this.#count;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** How the figure is drawn; null where the types allow none. */
  get figure(): FigureChoice | null {
    return this.#figure;
  }

  set figure(figure: FigureChoice | null) {
    this.#figure = figure;
  }

  /** The rows that the reader selected; null where none are, which stands for all. */
  get selected(): Rows | null {
    if (!this.#selection) return null;
    const { anchor, head } = this.#selection;
    return { first: Math.min(anchor, head), last: Math.max(anchor, head) };
  }

  /** Selects a row, or with `extends_` all from where the selection began; the only one selected is let go. */
  select(place: number, extends_: boolean): void {
    const at = this.#selection;
    if (extends_ && at) this.#selection = { anchor: at.anchor, head: place };
    else if (at?.anchor === place && at.head === place) this.#selection = null;
    else this.#selection = { anchor: place, head: place };
  }

  unselect(): void {
    this.#selection = null;
  }

  /** A row by its place; null while it is fetched. */
  row(index: number): ResultRow | null {
    return this.#blocks.get(Math.floor(index / blockSize))?.[index % blockSize] ?? null;
  }

  /** Fetches the rows from one place to another of the order shown, as far as they are not here. */
  async see(first: number, last: number, order: ResultOrder): Promise<void> {
    if (order !== this.#order) return;
    const blocks: number[] = [];
    for (let at = Math.floor(first / blockSize); at * blockSize <= last; at += 1) blocks.push(at);
    await Promise.all(blocks.map((block) => this.#fetch(block)));
  }

  /** Sorts upwards, then downwards, then not at all. */
  async sortBy(column: number): Promise<void> {
    const { sort } = this.#order;
    const next =
      sort?.column !== column
        ? { column, descending: false }
        : sort.descending
          ? null
          : { column, descending: true };
    await this.#reorder({ ...this.#order, sort: next });
  }

  /** @param column null for any */
  async filterBy(column: number | null, text: string): Promise<void> {
    await this.#reorder({ ...this.#order, filter: text === '' ? null : { column, text } });
  }

  /** Asks what each column holds. */
  async describe(): Promise<void> {
    for (const index of this.kept.columns.keys()) {
      if (this.statistics.has(index)) continue;
      await this.#guarded(async () => {
        const [facts, bars] = await Promise.all([
          this.#ask(`facts-${index}`, columnFacts(this.kept, index)),
          this.#ask(`bars-${index}`, columnHistogram(this.kept, index)),
        ]);
        if (facts[0]) this.statistics.set(index, { ...facts[0], bars });
      });
    }
  }

  /** The values of some columns in the rows that an order leaves, up to `mostDrawn`. */
  async values(
    columns: readonly number[],
    order: ResultOrder,
  ): Promise<readonly (readonly FigureValue[])[]> {
    const rows = await this.#ask('figure', resultValues(this.kept, columns, order, mostDrawn));
    const isTime = columns.map(
      (index) => columnFamily(this.kept.columns[index]?.type ?? '') === 'time',
    );
    return rows.map((row) =>
      row.map((value, at) => (isTime[at] && typeof value === 'number' ? new Date(value) : value)),
    );
  }

  /** The rows selected, or all shown, each value as text. */
  async cells(): Promise<readonly ResultRow[]> {
    const cells: ResultRow[] = [];
    const { first, last } = this.selected ?? { first: 0, last: this.#count - 1 };
    const order = this.#order;
    for (let from = first; from <= last; from += copiedAtOnce) {
      const rows = Math.min(copiedAtOnce, last + 1 - from);
      cells.push(...(await this.#ask('copy', resultRows(this.kept, order, from, rows))));
    }
    return cells;
  }

  async #reorder(order: ResultOrder): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.#order = order;
    this.#selection = null;
    this.#blocks.clear();
    this.#asked.clear();
    await this.#guarded(async () => {
      const [count] = await this.#ask('count', resultCount(this.kept, order));
      if (round === this.#round) this.#count = count ?? 0;
    });
  }

  async #fetch(block: number): Promise<void> {
    if (this.#asked.has(block)) return;
    this.#asked.add(block);
    const round = this.#round;
    const question = resultRows(this.kept, this.#order, block * blockSize, blockSize);
    await this.#guarded(async () => {
      const rows = await this.#ask(`block-${block}`, question);
      if (round === this.#round) this.#blocks.set(block, rows);
    });
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const given = thrown instanceof Fault ? thrown.error.code : null;
      if (given !== 'superseded' && given !== 'cancelled') this.#error = toAppError(thrown);
    }
  }

  async #ask<T>(what: string, { sql, read }: Question<T>): Promise<T[]> {
    const rows = await this.#engine.results(`${this.kept.result}-${what}`, sql);
    return rows.map(read);
  }
}
