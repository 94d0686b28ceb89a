import { readStored, writeStored } from './stored';

/** A statement or several under a name. */
export interface SavedQuery {
  readonly name: string;
  readonly sql: string;
}

/** A statement that was run. */
export interface PastQuery {
  readonly sql: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Rows that it had; null where it failed or makes none. */
  readonly rows: number | null;
  readonly failed: boolean;
}

const mostPast = 100;

/** What the browser keeps of queries: their text, never their results. */
export class KeptQueries {
  #saved = $state.raw<readonly SavedQuery[]>(listOf('query-saved', isSaved));
  #past = $state.raw<readonly PastQuery[]>(listOf('query-history', isPast));

  /** By name. */
  get saved(): readonly SavedQuery[] {
    return this.#saved;
  }

  /** Newest first, each text once. */
  get past(): readonly PastQuery[] {
    return this.#past;
  }

  /** Takes the place of one of the same name. */
  save(query: SavedQuery): void {
    const others = this.#saved.filter(({ name }) => name !== query.name);
    this.#saved = [...others, query].sort((one, other) => (one.name < other.name ? -1 : 1));
    writeStored('query-saved', this.#saved);
  }

  remove(name: string): void {
    this.#saved = this.#saved.filter((one) => one.name !== name);
    writeStored('query-saved', this.#saved);
  }

  remember(query: PastQuery): void {
    const others = this.#past.filter(({ sql }) => sql !== query.sql);
    this.#past = [query, ...others].slice(0, mostPast);
    writeStored('query-history', this.#past);
  }

  forgetPast(): void {
    this.#past = [];
    writeStored('query-history', []);
  }
}

/** A tab as it is kept between visits. */
export interface KeptTab {
  readonly name: string | null;
  readonly sql: string;
}

export function storedTabs(): readonly KeptTab[] {
  return listOf('query-tabs', isTab);
}

export function storeTabs(tabs: readonly KeptTab[]): void {
  writeStored('query-tabs', tabs);
}

function listOf<T>(key: string, isOne: (value: unknown) => value is T): readonly T[] {
  const stored = readStored(key);
  return Array.isArray(stored) ? stored.filter(isOne) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isSaved(value: unknown): value is SavedQuery {
  return isObject(value) && typeof value['name'] === 'string' && typeof value['sql'] === 'string';
}

function isPast(value: unknown): value is PastQuery {
  return (
    isObject(value) &&
    typeof value['sql'] === 'string' &&
    typeof value['at'] === 'number' &&
    (value['rows'] === null || typeof value['rows'] === 'number') &&
    typeof value['failed'] === 'boolean'
  );
}

function isTab(value: unknown): value is KeptTab {
  return (
    isObject(value) &&
    (value['name'] === null || typeof value['name'] === 'string') &&
    typeof value['sql'] === 'string'
  );
}
