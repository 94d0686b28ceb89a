import type { Engine, Outcome, ParameterValue } from '../engine/protocol';
import { toAppError, type AppError } from '../model/answer';
import { sqlParameters, type SqlStatement } from '../model/sql-text';
import type { View } from '../model/view';
import type { Calculation } from './calculation.svelte';
import { QueryCatalog } from './query-catalog.svelte';
import { KeptQueries, storedTabs, storeTabs } from './query-kept.svelte';
import { parameterUses, type ParameterUse } from './query-parameters';
import { QueryResult } from './query-result.svelte';

/** Text that someone else wrote, to be shown in tabs of its own. */
export interface OfferedQuery {
  readonly name: string | null;
  readonly sql: string;
}

/** What a tab's last statement came to. */
export interface Ran {
  readonly sql: string;
  readonly outcome: Outcome | null;
  readonly error: AppError | null;
  /** The rows, where it has some. */
  readonly result: QueryResult | null;
}

/** A text with its parameters and its last result. */
export class QueryTab {
  readonly id: number;
  /** Name of the saved query or view that it shows. */
  name = $state<string | null>(null);
  sql = $state('');
  /** What was typed for the parameters, by name. */
  values = $state.raw<Readonly<Record<string, string>>>({});
  /** It came with a link: nobody here has written it. */
  foreign = $state(false);
  ran = $state.raw<Ran | null>(null);

  constructor(id: number, name: string | null, sql: string) {
    this.id = id;
    this.name = name;
    this.sql = sql;
  }
}

/** The reader's own questions in SQL. Nothing here runs a statement but `run`, at the reader's own word. */
export class Query {
  readonly kept = new KeptQueries();
  readonly catalog: QueryCatalog;
  readonly #engine: Engine;
  readonly #calculation: Calculation;
  #tabs = $state.raw<readonly QueryTab[]>([]);
  #active = $state(0);
  #running = $state.raw<{ tab: number; start: number; abort: AbortController } | null>(null);
  #ids = 0;

  constructor(engine: Engine, calculation: Calculation) {
    this.#engine = engine;
    this.#calculation = calculation;
    this.catalog = new QueryCatalog(engine);
    this.#tabs = storedTabs().map(({ name, sql }) => this.#made(name, sql));
    if (this.#tabs.length === 0) this.#tabs = [this.#made(null, '')];
    this.#active = this.#tabs[0]?.id ?? 0;
  }

  get tabs(): readonly QueryTab[] {
    return this.#tabs;
  }

  get tab(): QueryTab {
    const [first] = this.#tabs;
    const found = this.#tabs.find(({ id }) => id === this.#active) ?? first;
    if (!found) throw new RangeError('there is always a tab');
    return found;
  }

  /** When the statement under way began, in milliseconds of the page's clock; null where none is. */
  get runningSince(): number | null {
    return this.#running?.start ?? null;
  }

  /** The tab whose statement is under way. */
  get runningTab(): number | null {
    return this.#running?.tab ?? null;
  }

  /** The parameters of the tab's text, each with how it is used. */
  readonly parameters: readonly ParameterUse[] = $derived.by(() =>
    parameterUses(this.tab.sql, this.catalog.relations),
  );

  choose(id: number): void {
    this.#active = id;
  }

  /** Opens a tab, or the one that shows the same already. */
  open(name: string | null, sql: string): QueryTab {
    const same = name === null ? null : this.#tabs.find((tab) => tab.name === name);
    const tab = same ?? this.#made(name, sql);
    if (!same) {
      // an empty tab gives way
      const others = this.#tabs.filter((one) => one.sql.trim() !== '' || one.name !== null);
      this.#tabs = [...others, tab];
    }
    this.#active = tab.id;
    this.#store();
    return tab;
  }

  /** A tab for something new. */
  add(): void {
    const tab = this.#made(null, '');
    this.#tabs = [...this.#tabs, tab];
    this.#active = tab.id;
  }

  close(id: number): void {
    const at = this.#tabs.findIndex((tab) => tab.id === id);
    const closed = this.#tabs[at];
    if (!closed) return;
    if (this.#running?.tab === id) this.stop();
    this.#forget(closed.ran);
    const left = this.#tabs.filter((tab) => tab.id !== id);
    this.#tabs = left.length > 0 ? left : [this.#made(null, '')];
    if (this.#active === id) this.#active = (this.#tabs[at] ?? this.#tabs.at(-1))?.id ?? 0;
    this.#store();
  }

  /** Shows texts that came from elsewhere, each in a tab of its own. They are shown and nothing else. */
  offer(queries: readonly OfferedQuery[]): void {
    const tabs = queries.map(({ name, sql }) => {
      const tab = this.#made(name, sql);
      tab.foreign = true;
      return tab;
    });
    const [first] = tabs;
    if (!first) return;
    const others = this.#tabs.filter((one) => one.sql.trim() !== '' || one.name !== null);
    this.#tabs = [...others, ...tabs];
    this.#active = first.id;
  }

  /** Shows the SQL of one of the views applied. @returns false where there is none by this name */
  openView(name: string): boolean {
    const view = this.views.find((one) => one.name === name);
    // the scheme may have changed since its tab was opened
    if (view) this.open(view.name, view.sql).sql = view.sql;
    return view !== undefined;
  }

  /** Shows a saved query. @returns false where there is none by this name */
  openSaved(name: string): boolean {
    const saved = this.kept.saved.find((one) => one.name === name);
    if (saved) this.open(saved.name, saved.sql);
    return saved !== undefined;
  }

  get views(): readonly View[] {
    return this.#calculation.views;
  }

  write(sql: string): void {
    const { tab } = this;
    tab.sql = sql;
    // what was changed is that view no more
    if (this.views.some((view) => view.name === tab.name && view.sql !== sql)) tab.name = null;
    this.#store();
  }

  fill(name: string, text: string): void {
    this.tab.values = { ...this.tab.values, [name]: text };
  }

  /** Keeps the tab's text under a name. */
  save(name: string): void {
    this.tab.name = name;
    this.kept.save({ name, sql: this.tab.sql });
    this.#store();
  }

  /** Runs a statement of the tab shown, in place of what it ran before; one runs at a time. */
  async run(sql: string): Promise<void> {
    if (this.#running) return;
    const { tab } = this;
    const abort = new AbortController();
    this.#running = { tab: tab.id, start: performance.now(), abort };
    this.#forget(tab.ran);
    tab.ran = null;
    tab.foreign = false;
    try {
      const outcome = await this.#engine.run({ sql, parameters: this.#given(sql) }, abort.signal);
      tab.ran = { sql, outcome, error: null, result: this.#resultOf(outcome) };
      if (outcome.kind !== 'rows') void this.catalog.refresh();
    } catch (thrown) {
      tab.ran = { sql, outcome: null, error: toAppError(thrown), result: null };
    } finally {
      this.#running = null;
    }
    const { outcome } = tab.ran;
    const rows = outcome?.kind === 'rows' ? outcome.rows : null;
    this.kept.remember({ sql, at: Date.now(), rows, failed: outcome === null });
  }

  stop(): void {
    this.#running?.abort.abort();
  }

  /** What is wrong with a statement of the tab; null where nothing is, or nobody can tell now. */
  async check({ sql }: SqlStatement): Promise<AppError | null> {
    if (this.#running) return null;
    const missing = sqlParameters(sql).map((name) => [name, null] as const);
    const parameters = { ...Object.fromEntries(missing), ...this.#given(sql) };
    return this.#engine.check({ sql, parameters }).then(() => null, toAppError);
  }

  /** The engine was replaced: what it kept of the results is gone. */
  lost(): void {
    for (const tab of this.#tabs) if (tab.ran?.result) tab.ran = null;
    void this.catalog.refresh();
  }

  /** The values of the parameters that are filled in. */
  #given(sql: string): Record<string, ParameterValue> {
    const uses = new Map(this.parameters.map((use) => [use.name, use]));
    const given = sqlParameters(sql).flatMap((name) => {
      const text = this.tab.values[name]?.trim() ?? '';
      if (text === '') return [];
      const number = Number(text);
      const isNumber = uses.get(name)?.kind === 'number' && Number.isFinite(number);
      return [[name, isNumber ? number : text] as const];
    });
    return Object.fromEntries(given);
  }

  #resultOf(outcome: Outcome): QueryResult | null {
    if (outcome.kind !== 'rows') return null;
    const { result, columns, rows, more } = outcome;
    return new QueryResult(this.#engine, { result, columns }, rows, more);
  }

  #forget(ran: Ran | null): void {
    if (ran?.result) void this.#engine.forget(ran.result.kept.result).catch(() => undefined);
  }

  #made(name: string | null, sql: string): QueryTab {
    this.#ids += 1;
    return new QueryTab(this.#ids, name, sql);
  }

  /** Text from elsewhere is kept once it was run here. */
  #store(): void {
    const own = this.#tabs.filter((tab) => !tab.foreign && tab.sql.trim() !== '');
    storeTabs(own.map(({ name, sql }) => ({ name, sql })));
  }
}
