import type { Engine } from '../engine/protocol';
import { dimensions, isFiltered, type Dimension, type Filters } from '../model/filters';
import { compareLabels } from '../model/label';
import { subjects, type SubjectLine } from '../views/questions/subjects';
import { ask } from './ask';
import { Latest } from './latest.svelte';
import {
  isLatin,
  matches,
  searchable,
  wordsOf,
  type Readings,
  type SearchedName,
} from './name-search';

export type { SubjectLine };

/** A value of a dimension and how many subjects have it. */
export interface DimensionValue {
  readonly value: string;
  readonly subjects: number;
}

const nobody: readonly SubjectLine[] = [];

/** The subjects of the data, and which of them the filters of the address keep. */
export class Subjects extends Latest<readonly SubjectLine[]> {
  readonly #engine: Engine;
  readonly #filters: () => Filters;
  #readings = $state.raw<Readings | null>(null);
  #isFetching = false;

  /** @param filters those in use, asked for again whenever they may have changed */
  constructor(engine: Engine, filters: () => Filters) {
    super();
    this.#engine = engine;
    this.#filters = filters;
  }

  get #list(): readonly SubjectLine[] {
    return this.data ?? nobody;
  }

  get list(): readonly SubjectLine[] {
    return this.#list;
  }

  /** Values of each dimension over all subjects; a dimension that tells nobody apart has none. */
  readonly values: Readonly<Record<Dimension, readonly DimensionValue[]>> = $derived.by(() => {
    const values = {} as Record<Dimension, readonly DimensionValue[]>;
    for (const dimension of dimensions) values[dimension] = valuesOf(this.#list, dimension);
    return values;
  });

  /** What a search looks through, by the place in the list. */
  readonly #names: readonly SearchedName[] = $derived.by(() => {
    const readings = this.#readings;
    return this.#list.map(({ town, name }) => searchable(`${town ?? ''}${name}`, readings));
  });

  /** Ids of the subjects that every filter lets through; null where nothing is filtered. */
  readonly kept: ReadonlySet<string> | null = $derived.by(() => {
    const filters = this.#filters();
    if (!isFiltered(filters)) return null;
    const words = wordsOf(filters.search);
    const chosen = dimensions
      .map((dimension) => ({ dimension, values: new Set(filters.values[dimension]) }))
      .filter(({ values }) => values.size > 0);
    const readings = this.#readings;
    const names = words.length > 0 ? this.#names : [];
    const kept = new Set<string>();
    this.#list.forEach((subject, index) => {
      const isChosen = chosen.every(({ dimension, values }) =>
        values.has(subject[dimension] ?? ''),
      );
      if (!isChosen) return;
      const name = names[index];
      if (!name || matches(words, name, readings)) kept.add(subject.subject);
    });
    return kept;
  });

  /** Asks who there is. @param year whose levels and tracks count; the newest where it has no results */
  show(year: number | null): Promise<void> {
    return this.answer(() => ask(this.#engine, 'subjects', subjects(year)));
  }

  /** Fetches the dictionary of pinyin as soon as somebody types Latin letters. */
  async readLatin(search: string): Promise<void> {
    if (this.#isFetching || !wordsOf(search).some(isLatin)) return;
    this.#isFetching = true;
    try {
      const { readingsOf } = await import('./pinyin');
      const known = new Map<string, readonly string[]>();
      this.#readings = (character) => {
        const found = known.get(character);
        if (found) return found;
        const read = readingsOf(character);
        known.set(character, read);
        return read;
      };
    } catch {
      // names are still found by their characters; the next letter tries again
      this.#isFetching = false;
    }
  }
}

function valuesOf(list: readonly SubjectLine[], dimension: Dimension): DimensionValue[] {
  const counts = new Map<string, number>();
  for (const subject of list) {
    const value = subject[dimension];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  // without levels "none" and "unrated" say nothing that one could filter by
  const tells = dimension !== 'level' || [...counts.keys()].some((level) => /^\d/.test(level));
  if (counts.size < 2 || !tells) return [];
  return [...counts]
    .map(([value, subjects]) => ({ value, subjects }))
    .toSorted((one, other) =>
      dimension === 'level'
        ? levelOrder(other.value) - levelOrder(one.value)
        : compareLabels(one.value, other.value),
    );
}

/** Levels from the highest, then those rated without one, then the unrated. */
function levelOrder(level: string): number {
  return level === 'unrated' ? -2 : level === 'none' ? -1 : Number(level);
}
