import { readSort, writeSort, groupings, type Grouping, type Sort } from './board-order';
import type { Route } from './route.svelte';
import { readStored, writeStored } from './stored';

/** Columns that can be left out. */
export const optionalColumns = ['change', 'periods', 'trend', 'level', 'distance'] as const;

export type OptionalColumn = (typeof optionalColumns)[number];

/** A range of the year's stars or scores, both ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** More periods than this don't stand side by side unless they are asked for: their course shows them. */
const mostPeriods = 6;

/** How the star board is read: what stands in the address of it, and the columns that this browser keeps. */
export class BoardChoices {
  readonly #route: Route;
  #columns = $state.raw<readonly OptionalColumn[] | null>(storedColumns());

  constructor(route: Route) {
    this.#route = route;
  }

  /** The track whose tab is open; null for all. */
  get tab(): string | null {
    return this.#route.choice('tab');
  }

  set tab(track: string | null) {
    this.#route.choose({ tab: track === null ? [] : [track] });
  }

  get sort(): Sort | null {
    return readSort(this.#route.choice('sort'));
  }

  set sort(sort: Sort | null) {
    this.#route.choose({ sort: sort ? [writeSort(sort)] : [] });
  }

  get grouping(): Grouping {
    const named = this.#route.choice('group');
    return groupings.find((one) => one === named) ?? 'track';
  }

  set grouping(grouping: Grouping) {
    this.#route.choose({ group: grouping === 'track' ? [] : [grouping] });
  }

  /** The range that the distribution is brushed to; null for all. */
  get range(): Range | null {
    const match = /^(-?[\d.]+)~(-?[\d.]+)$/.exec(this.#route.choice('range') ?? '');
    const [from, to] = [Number(match?.[1]), Number(match?.[2])];
    return Number.isFinite(from) && Number.isFinite(to) && from <= to ? { from, to } : null;
  }

  set range(range: Range | null) {
    this.#route.choose({ range: range ? [`${range.from}~${range.to}`] : [] });
  }

  /** @param periods how many the year has */
  columns(periods: number): readonly OptionalColumn[] {
    return (
      this.#columns ??
      optionalColumns.filter((column) => column !== 'periods' || periods <= mostPeriods)
    );
  }

  keepColumns(columns: readonly string[]): void {
    this.#columns = optionalColumns.filter((column) => columns.includes(column));
    writeStored('board-columns', this.#columns);
  }
}

function storedColumns(): readonly OptionalColumn[] | null {
  const stored = readStored('board-columns');
  return Array.isArray(stored) ? optionalColumns.filter((column) => stored.includes(column)) : null;
}
