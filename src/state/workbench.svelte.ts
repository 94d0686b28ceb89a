import type { Engine, EngineStatus, Privacy } from '../engine/protocol';
import { sharesCells } from '../ingest/layout/block';
import type { CrosswalkEntry, Decision, Proposal } from '../model/crosswalk';
import { isFiltered, type Filters } from '../model/filters';
import type { Messages } from '../i18n';
import type { TableLayout } from '../model/layout';
import type { ColumnMapping, Role } from '../model/mapping';
import type { SourceSheet, SourceTable } from '../model/source';
import { schemeKey } from '../scheme/choose';
import { stoppable } from '../engine/protocol';
import { Activity } from './activity.svelte';
import { isLink } from '../share/link';
import { isLinkFile } from '../share/link-file';
import { Board } from './board.svelte';
import { Calculation, type Scheme } from './calculation.svelte';
import { CollectiveEconomy } from './collective-economy.svelte';
import { Compare } from './compare.svelte';
import { Corrections } from './corrections.svelte';
import { Explanation } from './explanation.svelte';
import { Exports } from './exports';
import { Firmness } from './firmness.svelte';
import { Indicators } from './indicators.svelte';
import { Files, type NewFile, type Reading } from './files.svelte';
import { Keep } from './keep.svelte';
import { pageLock } from './keep/lock';
import { siteStorage } from './keep/storage';
import { History, type ChangeKind } from './history.svelte';
import { Layouts } from './layouts.svelte';
import { Mappings } from './mappings.svelte';
import { People } from './people';
import { Quality } from './quality.svelte';
import { Query } from './query.svelte';
import { Received, type SharedQuery } from './received.svelte';
import { Route } from './route.svelte';
import { RosterDecisions } from './roster-decisions.svelte';
import { personalSalt } from './salt';
import type { SchemeDesk } from './scheme-desk.svelte';
import { isSchemeFile, Schemes } from './schemes.svelte';
import { Sharing } from './sharing.svelte';
import { SheetView } from './sheet-view.svelte';
import { Settings } from './settings.svelte';
import { Subjects } from './subjects.svelte';
import { SubjectFile } from './subject.svelte';
import { Trends } from './trends.svelte';
import { onWritten } from './stored';
import { workOf } from './work';

/** A file of the sample, by where it can be fetched from. */
export interface SampleFile {
  readonly name: string;
  readonly address: string;
}

/** All state of the page, each noun in a class of its own; this one lets them act together. */
export class Workbench {
  readonly history = new History();
  readonly settings: Settings;
  readonly route = new Route();
  readonly mappings = new Mappings();
  readonly schemes = new Schemes();
  readonly roster = new RosterDecisions();
  readonly files: Files;
  readonly calculation: Calculation;
  readonly board: Board;
  readonly subjects: Subjects;
  readonly activity: Activity;
  readonly compare: Compare;
  readonly explanation: Explanation;
  readonly firmness: Firmness;
  readonly indicators: Indicators;
  readonly collectiveEconomy: CollectiveEconomy;
  readonly trends: Trends;
  readonly subject: SubjectFile;
  readonly sheetView: SheetView;
  readonly corrections = new Corrections(
    () => this.#correct(),
    this.history,
    (decisions) => this.#people.nameless(decisions),
  );
  readonly #people: People;
  readonly quality: Quality;
  readonly #engine: Engine;
  readonly query: Query;
  readonly sharing: Sharing;
  readonly received: Received;
  readonly exports: Exports;
  readonly keep: Keep;
  readonly #sample: readonly SampleFile[];
  #status = $state.raw<EngineStatus>({ state: 'starting' });
  #restarted = $state(false);
  #desk: SchemeDesk | null = null;
  #sampleLeft = $state(false);
  #pastes = 0;

  constructor(engine: Engine, sample: readonly SampleFile[], words: Messages) {
    this.settings = new Settings(words);
    this.#engine = engine;
    this.#sample = sample;
    this.activity = new Activity(engine);
    this.files = new Files(engine, new Layouts(engine));
    this.calculation = new Calculation(
      engine,
      this.files,
      this.mappings,
      this.schemes,
      this.route,
      this.roster,
    );
    this.board = new Board(engine);
    this.subjects = new Subjects(engine, () => this.route.filters);
    this.compare = new Compare(engine, this.calculation, this.schemes);
    this.explanation = new Explanation(engine);
    this.firmness = new Firmness(engine, this.calculation, this.schemes);
    this.indicators = new Indicators(engine);
    this.collectiveEconomy = new CollectiveEconomy(engine);
    this.trends = new Trends(engine, this.calculation, this.schemes);
    this.subject = new SubjectFile(engine, this.calculation);
    this.sheetView = new SheetView(engine, this.files, (sheet, layout) =>
      this.layOut(sheet, layout),
    );
    this.quality = new Quality(engine, this.calculation, this.files, this.corrections);
    this.query = new Query(engine, this.calculation);
    this.#people = new People(engine, this.files);
    const people = this.#people;
    this.exports = new Exports(this.settings, this.route, this.calculation, this.files, people);
    this.#status = engine.status;
    engine.onStatus((status) => {
      if (this.#status.state === 'restarting' && status.state === 'ready') this.#recover();
      this.#status = status;
    });
    const { files, mappings, schemes, route, calculation } = this;
    this.sharing = new Sharing(
      engine,
      files,
      mappings,
      schemes,
      route,
      calculation,
      this.board,
      people,
    );
    this.received = new Received(engine, files, mappings, schemes, route);
    addEventListener('hashchange', () => {
      if (isLink(location.hash)) void this.#openLink();
    });
    if (isLink(location.hash)) this.received.openAddress(location.hash);
    else this.received.resume();
    this.keep = this.#kept();
    void this.#begin();
  }

  /** What was kept at the last visit, else the sample, unless a link is about other data. */
  async #begin(): Promise<void> {
    if (await this.keep.begin()) return;
    await (this.received.excludesSample ? this.calculation.refresh() : this.useSample());
  }

  /** Everything that is changed is kept a moment later. */
  #kept(): Keep {
    const work = workOf({ ...this.#parts(), useSample: () => this.useSample() });
    const keep = new Keep(work, siteStorage, pageLock, () => this.settings.t.keep.newName());
    const moment = 100;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let seen = '';
    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void keep.save(), moment);
    };
    onWritten(soon);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void keep.save();
    });
    $effect.root(() => {
      $effect(() => {
        const { document: words, files } = work.now();
        const now = JSON.stringify([words, files.map(({ about }) => about)]);
        if (now !== seen && keep.state === 'ready') {
          seen = now;
          soon();
        }
      });
    });
    return keep;
  }

  /** Queries that came with a link: shown, and not run before the reader says so. */
  get offered(): readonly SharedQuery[] {
    return this.received.queries;
  }

  #parts() {
    const { files, mappings, corrections, route, calculation } = this;
    return { files, mappings, corrections, route, calculation };
  }

  get status(): EngineStatus {
    return this.#status;
  }

  /** The engine died and was replaced during this visit. */
  get restarted(): boolean {
    return this.#restarted;
  }

  /** The sample has stepped aside for the user's files. */
  get sampleLeft(): boolean {
    return this.#sampleLeft;
  }

  get showsSample(): boolean {
    return this.files.entries.some((entry) => entry.sample);
  }

  /** Takes files from the user's hand, wherever on the pages they were dropped, and shows what becomes of them. */
  async takeIn(given: readonly File[]): Promise<void> {
    const files = given.map((file) => ({ name: file.name, content: file }));
    const texts = await Promise.all(files.map(linkText));
    const link = texts.findLast((text) => text !== null) ?? null;
    if (link !== null) {
      this.received.openFile(link);
      await this.#answerLink();
    }
    const others = files.filter((_, index) => texts[index] === null);
    if (others.length > 0) await this.#takeOthers(others);
  }

  async #takeOthers(files: readonly NewFile[]): Promise<void> {
    // where schemes are read, a document is read first and applied when the user says so
    if (this.route.page === 'scheme' && files.every(({ name }) => /\.json$/i.test(name))) {
      await this.openSchemes(files);
      return;
    }
    // the question of a link stays in sight while its data is dropped
    if (!this.received.spec) this.route.open('data');
    await this.addFiles(files);
  }

  /** Opens the link in the address over what is there. */
  async #openLink(): Promise<void> {
    this.received.openAddress(location.hash);
    await this.#answerLink();
  }

  /** The sample is no answer to a question about other data. */
  async #answerLink(): Promise<void> {
    const sample = this.files.entries.filter((entry) => entry.sample);
    if (this.received.excludesSample && sample.length > 0) {
      await this.files.remove(sample.map(({ id }) => id));
      await this.calculation.refresh();
    } else if (!this.received.excludesSample && this.files.entries.length === 0) {
      await this.useSample();
    } else await this.received.check();
  }

  /** Takes a table copied from a spreadsheet. */
  takePaste(text: string): void {
    void this.addPaste(text);
    this.route.open('data');
  }

  /** Opens a sheet on the mapping page, at a row. */
  seeSheet(sheetId: string, row: number | null): void {
    this.sheetView.choose(sheetId, 0, row);
    this.route.open('mapping');
  }

  /** Takes what the user gave: scheme documents are put to use, everything else is loaded as data. */
  async addFiles(files: readonly NewFile[]): Promise<void> {
    const meant = await Promise.all(files.map(({ name, content }) => isSchemeFile(name, content)));
    const schemes = await this.schemes.add(files.filter((_, index) => meant[index]));
    const last = schemes.at(-1);
    if (last) this.route.scheme = schemeKey(last);
    const loaded = await this.#addData(files.filter((_, index) => !meant[index]));
    if (last || loaded) await this.calculation.refresh();
  }

  async #addData(files: readonly NewFile[]): Promise<boolean> {
    const loaded = await this.files.add(files);
    await this.#putSampleAside();
    return loaded.length > 0;
  }

  /** The sample steps aside as soon as a file of the user's is loaded: their figures must never be counted together. */
  async #putSampleAside(): Promise<void> {
    const { entries } = this.files;
    const sample = entries.filter((entry) => entry.sample).map((entry) => entry.id);
    const hasOwn = entries.some((entry) => !entry.sample && entry.state === 'loaded');
    if (!hasOwn || sample.length === 0) return;
    await this.files.remove(sample);
    this.#sampleLeft = true;
  }

  /** The desk of the scheme page, made once: its code comes with the page, and it outlives it. */
  schemeDesk(
    make: (schemes: Schemes, inUse: () => Scheme | null, history: History) => SchemeDesk,
  ): SchemeDesk {
    this.#desk ??= outliving(() => make(this.schemes, () => this.calculation.scheme, this.history));
    return this.#desk;
  }

  /** Reads scheme documents to be looked at on the scheme page; nothing is worked out by them yet. */
  async openSchemes(files: readonly NewFile[]): Promise<void> {
    const last = (await this.schemes.add(files)).at(-1);
    if (last) this.#desk?.choose(schemeKey(last));
  }

  /** Works everything out by the scheme that is read on the scheme page. */
  async applyScheme(): Promise<void> {
    const accepted = this.#desk?.accept();
    if (!accepted) return;
    const before = this.route.scheme;
    const use = (scheme: string | null) => {
      this.route.scheme = scheme;
      return this.calculation.refresh();
    };
    this.history.push({
      kind: 'schemeUsed',
      about: [accepted.key],
      undo: () => {
        accepted.undo();
        return use(before);
      },
      redo: () => {
        accepted.redo();
        return use(accepted.key);
      },
    });
    await use(accepted.key);
  }

  /** Loads a table copied from a spreadsheet. */
  addPaste(text: string): Promise<void> {
    this.#pastes += 1;
    const name = this.settings.t.data.pastedName(this.#pastes);
    return this.addFiles([{ name, content: new Blob([text]), pasted: true }]);
  }

  async removeFiles(ids: readonly string[]): Promise<void> {
    const order = this.files.entries.map(({ id }) => id);
    const remove = async () => {
      const gone = await this.files.remove(ids);
      await this.calculation.refresh();
      return gone;
    };
    const given = this.files.entries.filter(({ id }) => ids.includes(id));
    this.history.push({
      kind: 'filesRemoved',
      about: given.map(({ name }) => name),
      undo: async () => {
        await this.files.bringBack(given, order);
        await this.#putSampleAside();
        await this.calculation.refresh();
      },
      redo: remove,
    });
    await remove();
  }

  /** Loads the sample; where it cannot be fetched the page stays empty and says what to drop. */
  async useSample(): Promise<void> {
    const fetched = await Promise.allSettled(
      this.#sample.map(async ({ name, address }) => {
        const response = await fetch(address);
        if (!response.ok) throw new Error(`${response.status} ${address}`);
        return { name, content: await response.blob(), sample: true };
      }),
    );
    // the user's own files may have come first
    if (this.files.entries.some((entry) => !entry.sample)) return;
    await this.files.add(
      fetched.flatMap((file) => (file.status === 'fulfilled' ? [file.value] : [])),
    );
    this.#sampleLeft = false;
    await this.calculation.refresh();
  }

  /** Says anew which rows and columns of a sheet are which; what was before can be brought back. */
  async layOut(sheet: SourceSheet, layout: readonly TableLayout[]): Promise<void> {
    const [before, said] = [sheet.layout, this.mappings.said];
    await this.#layOut(sheet, layout);
    this.history.push({
      kind: 'layout',
      about: [sheet.sheet ?? sheet.file],
      undo: async () => {
        const now = this.files.sheets.find(({ id }) => id === sheet.id);
        if (now) await this.files.layOut(now, before);
        this.mappings.restore(said);
        await this.calculation.refresh();
      },
      redo: async () => {
        const now = this.files.sheets.find(({ id }) => id === sheet.id);
        if (now) await this.#layOut(now, layout);
        await this.calculation.refresh();
      },
    });
    // what is seen can be taken back, also while the results are on their way
    await this.calculation.refresh();
  }

  async #layOut(sheet: SourceSheet, layout: readonly TableLayout[]): Promise<void> {
    const tables = this.files.tables.filter(({ sheetId }) => sheetId === sheet.id);
    await this.files.layOut(sheet, layout);
    // tables keep their ids by their order: where one is taken out, an id goes on to another table
    const isSame = sheet.layout.every(
      (one, index) => layout[index] && sharesCells(one, layout[index]),
    );
    if (!isSame) this.mappings.forgetPeriods(tables);
  }

  /** Reads a file again: one that failed, in another encoding, or with personal data treated otherwise. */
  async readAgain(fileId: string, choice: Partial<Reading> = {}): Promise<void> {
    const entry = this.files.entries.find(({ id }) => id === fileId);
    if (!entry) return;
    const read = async (reading: Reading) => {
      await this.files.readAgain(fileId, reading);
      await this.#putSampleAside();
      await this.calculation.refresh();
    };
    const [before, next] = [entry.reading, { ...entry.reading, ...choice }];
    const chosen = Object.keys(choice).length > 0;
    if (chosen)
      this.history.push({
        kind: 'fileReadAgain',
        about: [entry.name],
        undo: () => read(before),
        redo: () => read(next),
      });
    await read(next);
  }

  async setPersonal(fileId: string, mode: Privacy['mode']): Promise<void> {
    await this.readAgain(fileId, { privacy: { mode, salt: personalSalt() } });
  }

  async #correct(): Promise<void> {
    await this.files.correct(this.corrections.list);
    await this.calculation.refresh();
  }

  /** Decides whether villages of two times are one. */
  async decideChange(proposal: Proposal, decision: Decision, note: string): Promise<void> {
    const about = proposal.to.map(({ name }) => name);
    await this.#decide(about, () => this.roster.decide(proposal, decision, note));
  }

  async undoChange(entry: CrosswalkEntry): Promise<void> {
    const about = entry.to.map(({ name }) => name);
    await this.#decide(about, () => this.roster.undo(entry));
  }

  async readCrosswalk(text: string): Promise<void> {
    await this.#decide([], () => this.roster.read(text));
  }

  async setRole(table: SourceTable, column: string, role: Role): Promise<void> {
    await this.#map('mapping', table, () => this.mappings.setRole(table, column, role));
  }

  async setColumn(table: SourceTable, mapping: ColumnMapping): Promise<void> {
    await this.#map('mapping', table, () => this.mappings.setColumn(table, mapping));
  }

  /** @returns false where the text names no period */
  setPeriod(table: SourceTable, text: string): boolean {
    let given = false;
    void this.#map('period', table, () => (given = this.mappings.setPeriod(table, text)));
    return given;
  }

  async resetMapping(table: SourceTable): Promise<void> {
    await this.#map('mapping', table, () => this.mappings.reset(table));
  }

  /** Stops all that is under way and can be stopped; what was before stays. */
  stop(): void {
    for (const { id, state } of this.files.entries)
      if (state === 'waiting' || state === 'reading' || state === 'storing') this.files.cancel(id);
    for (const { call, kind } of this.activity.work)
      if (kind !== 'load' && stoppable.has(kind)) this.#engine.cancel(call);
  }

  /** Narrows what every page shows. */
  filter(filters: Filters): void {
    const before = this.route.filters;
    const show = (shown: Filters) => (this.route.filters = shown);
    const typed = filters.values === before.values;
    this.history.push({
      kind: 'filters',
      about: [],
      undo: () => show(before),
      redo: () => show(filters),
      ...(typed && isFiltered(filters) ? { key: 'search' } : {}),
    });
    show(filters);
  }

  /** Changes what is said of columns and periods, and works everything out anew. */
  async #map(kind: ChangeKind, { file, sheet }: SourceTable, work: () => unknown): Promise<void> {
    const before = this.mappings.said;
    work();
    const after = this.mappings.said;
    if (after.kept === before.kept && after.periods === before.periods) return;
    const show = (said: typeof before) => {
      this.mappings.restore(said);
      return this.calculation.refresh();
    };
    this.history.push({
      kind,
      about: [sheet ?? file],
      undo: () => show(before),
      redo: () => show(after),
    });
    await this.calculation.refresh();
  }

  /** Changes decisions on villages, and works everything out anew. */
  async #decide(about: readonly string[], work: () => unknown): Promise<void> {
    const before = this.roster.crosswalk;
    work();
    const after = this.roster.crosswalk;
    if (after === before) return;
    const show = (crosswalk: typeof before) => {
      this.roster.restore(crosswalk);
      return this.calculation.refresh();
    };
    this.history.push({
      kind: 'roster',
      about,
      undo: () => show(before),
      redo: () => show(after),
    });
    await this.calculation.refresh();
  }

  #recover(): void {
    this.#restarted = true;
    this.query.lost();
    void this.calculation.refresh();
  }
}

/** Makes something on behalf of no page: what it derives would stand still when the page that asked first is closed. */
function outliving<T>(make: () => T): T {
  const made: T[] = [];
  $effect.root(() => {
    made.push(make());
  });
  return made[0] as T;
}

/** The text of a file that holds a link; null for any other. */
async function linkText({ name, content }: NewFile): Promise<string | null> {
  if (!/\.json$/i.test(name) || content.size > 4 * 1024 * 1024) return null;
  const text = await content.text().catch(() => '');
  return isLinkFile(text) ? text : null;
}
