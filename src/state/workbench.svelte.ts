import { stoppable, type Engine, type EngineStatus } from '../engine/protocol';
import type { Messages } from '../i18n';
import { isLink } from '../share/link';
import { Activity } from './activity.svelte';
import { autosave } from './autosave.svelte';
import { Board } from './board.svelte';
import { Calculation } from './calculation.svelte';
import { Changes } from './changes';
import { CollectiveEconomy } from './collective-economy.svelte';
import { Compare } from './compare.svelte';
import { Corrections } from './corrections.svelte';
import { Explanation } from './explanation.svelte';
import { Exports } from './exports';
import { Files } from './files.svelte';
import { Firmness } from './firmness.svelte';
import { History } from './history.svelte';
import { Indicators } from './indicators.svelte';
import { Intake } from './intake';
import { Keep } from './keep.svelte';
import { pageLock } from './keep/lock';
import { siteStorage } from './keep/storage';
import { Layouts } from './layouts.svelte';
import { Mappings } from './mappings.svelte';
import { People } from './people';
import { Quality } from './quality.svelte';
import { Query } from './query.svelte';
import { Received } from './received.svelte';
import { RosterDecisions } from './roster-decisions.svelte';
import { Route } from './route.svelte';
import { Sample, type SampleFile } from './sample.svelte';
import { SchemeUse } from './scheme-use.svelte';
import { Schemes } from './schemes.svelte';
import { Settings } from './settings.svelte';
import { Sharing } from './sharing.svelte';
import { SheetView } from './sheet-view.svelte';
import { SubjectFile } from './subject.svelte';
import { Subjects } from './subjects.svelte';
import { Trends } from './trends.svelte';
import { workOf } from './work';

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
  readonly sample: Sample;
  readonly schemeUse: SchemeUse;
  readonly changes: Changes;
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
  readonly query: Query;
  readonly sharing: Sharing;
  readonly received: Received;
  readonly exports: Exports;
  readonly intake: Intake;
  readonly keep: Keep;
  readonly #engine: Engine;
  #status = $state.raw<EngineStatus>({ state: 'starting' });
  #restarted = $state(false);

  constructor(engine: Engine, sampleFiles: readonly SampleFile[], words: Messages) {
    this.settings = new Settings(words);
    this.#engine = engine;
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
    this.sample = new Sample(sampleFiles, this.files, this.calculation);
    this.schemeUse = new SchemeUse(this.schemes, this.calculation, this.route, this.history);
    this.changes = new Changes(this);
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
      this.changes.layOut(sheet, layout),
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
    this.intake = new Intake(this);
    addEventListener('hashchange', () => {
      if (isLink(location.hash)) void this.intake.openLink();
    });
    if (isLink(location.hash)) this.received.openAddress(location.hash);
    else this.received.resume();
    const work = workOf(this);
    this.keep = new Keep(work, siteStorage, pageLock, () => this.settings.t.keep.newName());
    autosave(this.keep, work);
    void this.#begin();
  }

  /** What was kept at the last visit, else the sample, unless a link is about other data. */
  async #begin(): Promise<void> {
    if (await this.keep.begin()) return;
    await (this.received.excludesSample ? this.calculation.refresh() : this.sample.show());
  }

  get status(): EngineStatus {
    return this.#status;
  }

  /** The engine died and was replaced during this visit. */
  get restarted(): boolean {
    return this.#restarted;
  }

  /** Opens a sheet on the mapping page, at a row. */
  seeSheet(sheetId: string, row: number | null): void {
    this.sheetView.choose(sheetId, 0, row);
    this.route.open('mapping');
  }

  async #correct(): Promise<void> {
    await this.files.correct(this.corrections.list);
    await this.calculation.refresh();
  }

  /** Stops all that is under way and can be stopped; what was before stays. */
  stop(): void {
    for (const { id, state } of this.files.entries)
      if (state === 'waiting' || state === 'reading' || state === 'storing') this.files.cancel(id);
    for (const { call, kind } of this.activity.work)
      if (kind !== 'load' && stoppable.has(kind)) this.#engine.cancel(call);
  }

  #recover(): void {
    this.#restarted = true;
    this.query.lost();
    void this.calculation.refresh();
  }
}
