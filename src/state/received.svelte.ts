import type { Engine } from '../engine/protocol';
import { toAppError, type AppError } from '../model/answer';
import { dimensions, noFilters } from '../model/filters';
import type { Row } from '../model/row';
import { schemeKey } from '../scheme/choose';
import { nextVersion } from '../scheme/document/versions';
import type { Scheme } from '../scheme/shape';
import {
  compareData,
  isIdentical,
  missingColumns,
  type Compared,
  type Verdict,
} from '../share/compare';
import { groupBytes, scopeOf } from '../share/contract';
import { decodeLink, encodeLink } from '../share/link';
import { readLinkFile } from '../share/link-file';
import { nameOfShared, restoredScheme } from '../share/scheme';
import type { Contract, SharedQuery, Spec } from '../share/spec';
import type { Question } from '../views/question';
import { filledQuery } from '../views/share/filled-query';
import { dataMarks, periodRows } from '../views/questions/share';
import type { Files } from './files.svelte';
import type { Mappings } from './mappings.svelte';
import { toPage, type Route } from './route.svelte';
import type { Schemes } from './schemes.svelte';
import { keepInTab, keptInTab } from './stored';
import { isSuperseded } from './superseded';

export { isIdentical, type Compared, type SharedQuery, type Spec, type Verdict };

/** What became of a query of the link that the reader has run. */
export type QueryAnswer =
  | { readonly state: 'running' }
  | { readonly state: 'answered'; readonly rows: readonly Row[] }
  | { readonly state: 'failed'; readonly error: AppError };

/** Under which a tab keeps the link that is open. */
const kept = 'link';

/** Rows of an answer that are taken over. */
const mostRows = 100;

/**
 * The link that was opened: its place and scheme are taken up at once, its data is compared with the reader's own, and
 * its SQL waits for the reader.
 */
export class Received {
  readonly #engine: Engine;
  readonly #files: Files;
  readonly #mappings: Mappings;
  readonly #schemes: Schemes;
  readonly #route: Route;
  #spec = $state.raw<Spec | null>(null);
  #error = $state.raw<AppError | null>(null);
  #renamed = $state.raw<Scheme | null>(null);
  #verdict = $state.raw<Verdict | null>(null);
  #checkError = $state.raw<AppError | null>(null);
  #answers = $state.raw<ReadonlyMap<SharedQuery, QueryAnswer>>(new Map());
  #round = 0;

  constructor(engine: Engine, files: Files, mappings: Mappings, schemes: Schemes, route: Route) {
    this.#engine = engine;
    this.#files = files;
    this.#mappings = mappings;
    this.#schemes = schemes;
    this.#route = route;
  }

  /** What was opened; null where nothing was, or where it was put away. */
  get spec(): Spec | null {
    return this.#spec;
  }

  /** Why a link could not be opened. */
  get error(): AppError | null {
    return this.#error;
  }

  /** The link's scheme, where another document had its name here already and it was taken in under the next version. */
  get renamed(): Scheme | null {
    return this.#renamed;
  }

  /** What the reader's data is beside that of the link; null while there is none, or while it is being compared. */
  get verdict(): Verdict | null {
    return this.#verdict;
  }

  /** Why the data could not be compared. */
  get checkError(): AppError | null {
    return this.#checkError;
  }

  /** Queries of the link; none of them has run unless the reader said so. */
  get queries(): readonly SharedQuery[] {
    return this.#spec?.queries ?? [];
  }

  answerOf(query: SharedQuery): QueryAnswer | null {
    return this.#answers.get(query) ?? null;
  }

  /** The question is about other data than the sample, which must not be shown as its answer. */
  get excludesSample(): boolean {
    return this.#spec !== null && this.#spec.contract?.sample !== true;
  }

  /** Opens what stands in the address after `#`; where that fails, everything stays as it was. */
  openAddress(hash: string): void {
    this.#open(() => decodeLink(hash));
    // the address shows the page from now on, and going back does not lead to the link again
    if (this.#error) this.#route.stay();
  }

  openFile(text: string): void {
    this.#open(() => readLinkFile(text));
  }

  /** Puts away what is said of a link that could not be opened. */
  dismissError(): void {
    this.#error = null;
  }

  /** Takes up again, after a reload, the link that is not put away yet; the address says where one has got to since. */
  resume(): void {
    const text = keptInTab(kept);
    if (text === null) return;
    try {
      this.#spec = decodeLink(text);
    } catch {
      keepInTab(kept, null);
    }
  }

  /** Puts the link away; what it brought stays. */
  dismiss(): void {
    this.#round += 1;
    keepInTab(kept, null);
    this.#spec = null;
    this.#error = null;
    this.#verdict = null;
    this.#renamed = null;
    this.#answers = new Map();
  }

  /** Compares the reader's data with that of the link. */
  async check(): Promise<void> {
    const contract = this.#spec?.contract;
    this.#round += 1;
    const round = this.#round;
    this.#checkError = null;
    if (!contract || this.#files.tables.length === 0) {
      this.#verdict = null;
      return;
    }
    try {
      const verdict = await this.#compare(contract);
      if (round === this.#round) this.#verdict = verdict;
    } catch (thrown) {
      if (round !== this.#round || isSuperseded(thrown)) return;
      this.#verdict = null;
      this.#checkError = toAppError(thrown);
    }
  }

  /** Runs a query of the link, because the reader said so. */
  async run(query: SharedQuery): Promise<void> {
    this.#answer(query, { state: 'running' });
    try {
      const text = filledQuery(query.sql, query.parameters ?? {});
      const rows = await this.#engine.rows(`link-${query.name}`, text);
      this.#answer(query, { state: 'answered', rows: rows.slice(0, mostRows) });
    } catch (thrown) {
      if (!isSuperseded(thrown))
        this.#answer(query, { state: 'failed', error: toAppError(thrown) });
    }
  }

  #answer(query: SharedQuery, answer: QueryAnswer): void {
    if (this.queries.includes(query)) this.#answers = new Map(this.#answers).set(query, answer);
  }

  #open(read: () => Spec): void {
    this.#error = null;
    try {
      const spec = read();
      const { key, renamed } = this.#takeScheme(spec);
      this.dismiss();
      this.#spec = spec;
      this.#renamed = renamed;
      keepInTab(kept, encodeLink(spec));
      this.#route.take({
        page: toPage(spec.page),
        year: spec.year ?? null,
        scheme: key,
        filters: {
          values: {
            ...noFilters.values,
            ...Object.fromEntries(
              dimensions.map((dimension) => [dimension, spec.filters?.[dimension] ?? []]),
            ),
          },
          search: spec.filters?.search ?? '',
        },
        choices: spec.choices ?? {},
      });
    } catch (thrown) {
      this.#error = toAppError(thrown);
    }
  }

  /** Keeps the link's scheme where it is not known here; `key` is what it is called here. */
  #takeScheme({ scheme: shared }: Spec): { key: string | null; renamed: Scheme | null } {
    if (!shared) return { key: null, renamed: null };
    const scheme = restoredScheme(shared, this.#schemes.presets);
    if (!scheme) return { key: nameOfShared(shared), renamed: null };
    const key = schemeKey(scheme);
    const alike = this.#schemes.all.filter(
      (one) => one.id === scheme.id && rulesOf(one) === rulesOf(scheme),
    );
    if (alike.some((one) => schemeKey(one) === key)) return { key, renamed: null };
    const taken = new Set(this.#schemes.all.map(schemeKey));
    if (!taken.has(key)) {
      this.#schemes.put(scheme);
      return { key, renamed: null };
    }
    // the reader's own document of that name stays as it is; the same link opened again finds what it brought before
    const renamed = alike[0] ?? nextVersion(scheme, taken);
    if (alike.length === 0) this.#schemes.put(renamed);
    return { key: schemeKey(renamed), renamed };
  }

  async #compare(contract: Contract): Promise<Verdict> {
    const { missing, none } = missingColumns(contract, this.#files.tables, (table) =>
      this.#mappings.of(table),
    );
    if (none) return { kind: 'other', missing, periods: [] };
    if (missing.length > 0) return { kind: 'columns', missing };
    const scope = scopeOf(contract.tables);
    const counted = await this.#rows('link-rows', periodRows(scope));
    const { mark } = contract;
    if (mark === undefined) return compareData(contract, counted, null);
    const periods = contract.periods.map(({ id }) => id);
    const groups = groupBytes(contract).length;
    const question = dataMarks({ ...scope, periods, groups, salt: mark });
    return compareData(contract, counted, await this.#rows('link-marks', question));
  }

  async #rows<T>(consumer: string, question: Question<T>): Promise<T[]> {
    return (await this.#engine.rows(consumer, question.sql)).map(question.read);
  }
}

/** What tells documents apart beside their version and what follows from it. */
function rulesOf(scheme: Scheme): string {
  return JSON.stringify({ ...scheme, version: null, follows: null, title: null });
}
