import type { Engine, EngineStatus, Privacy } from '../engine/protocol';
import { sharesCells } from '../ingest/layout/block';
import type { CrosswalkEntry, Decision, Proposal } from '../model/crosswalk';
import type { TableLayout } from '../model/layout';
import type { ColumnMapping, Role } from '../model/mapping';
import type { SourceSheet, SourceTable } from '../model/source';
import { schemeKey } from '../scheme/choose';
import { Board } from './board.svelte';
import { Calculation, type Scheme } from './calculation.svelte';
import { Corrections } from './corrections.svelte';
import { Explanation } from './explanation.svelte';
import { Exports } from './exports';
import { Files, type FileEntry, type NewFile, type Reading } from './files.svelte';
import { Keep } from './keep.svelte';
import { pageLock } from './keep/lock';
import { siteStorage } from './keep/storage';
import { Layouts } from './layouts.svelte';
import { Mappings } from './mappings.svelte';
import { Quality } from './quality.svelte';
import { Route } from './route.svelte';
import { RosterDecisions } from './roster-decisions.svelte';
import { personalSalt } from './salt';
import type { SchemeDesk } from './scheme-desk.svelte';
import { isSchemeFile, Schemes } from './schemes.svelte';
import { SheetView } from './sheet-view.svelte';
import { Settings } from './settings.svelte';
import { onWritten } from './stored';
import { workOf } from './work';

/** A file of the sample, by where it can be fetched from. */
export interface SampleFile {
  readonly name: string;
  readonly address: string;
}

/** All state of the page, each noun in a class of its own; this one lets them act together. */
export class Workbench {
  readonly settings = new Settings();
  readonly route = new Route();
  readonly mappings = new Mappings();
  readonly schemes = new Schemes();
  readonly roster = new RosterDecisions();
  readonly files: Files;
  readonly calculation: Calculation;
  readonly board: Board;
  readonly explanation: Explanation;
  readonly sheetView: SheetView;
  readonly corrections = new Corrections(() => void this.#correct());
  readonly quality: Quality;
  readonly exports: Exports;
  readonly keep: Keep;
  readonly #sample: readonly SampleFile[];
  #status = $state.raw<EngineStatus>({ state: 'starting' });
  #restarted = $state(false);
  #desk: SchemeDesk | null = null;
  #removed = $state.raw<readonly FileEntry[]>([]);
  #sampleLeft = $state(false);
  #pastes = 0;

  constructor(engine: Engine, sample: readonly SampleFile[]) {
    this.#sample = sample;
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
    this.explanation = new Explanation(engine);
    this.sheetView = new SheetView(engine, this.files, (sheet, layout) =>
      this.layOut(sheet, layout),
    );
    this.quality = new Quality(engine, this.calculation, this.files, this.corrections);
    this.exports = new Exports(this.settings, this.route, this.calculation, this.files);
    this.#status = engine.status;
    engine.onStatus((status) => {
      if (this.#status.state === 'restarting' && status.state === 'ready') this.#recover();
      this.#status = status;
    });
    this.keep = this.#kept();
    void this.#begin();
  }

  /** What was kept at the last visit, else the sample. */
  async #begin(): Promise<void> {
    if (!(await this.keep.begin())) await this.useSample();
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

  /** The files taken away last, which can be brought back. */
  get removed(): readonly FileEntry[] {
    return this.#removed;
  }

  /** The sample has stepped aside for the user's files. */
  get sampleLeft(): boolean {
    return this.#sampleLeft;
  }

  get showsSample(): boolean {
    return this.files.entries.some((entry) => entry.sample);
  }

  /** Takes files from the user's hand, wherever on the pages they were dropped, and shows what becomes of them. */
  takeIn(given: readonly File[]): void {
    const files = given.map((file) => ({ name: file.name, content: file }));
    // where schemes are read, a document is read first and applied when the user says so
    if (this.route.page === 'scheme' && given.every(({ name }) => /\.json$/i.test(name))) {
      void this.openSchemes(files);
      return;
    }
    void this.addFiles(files);
    this.route.open('data');
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

  /** The desk of the scheme page, made once: its code comes with the page. */
  schemeDesk(make: (schemes: Schemes, inUse: () => Scheme | null) => SchemeDesk): SchemeDesk {
    this.#desk ??= make(this.schemes, () => this.calculation.scheme);
    return this.#desk;
  }

  /** Reads scheme documents to be looked at on the scheme page; nothing is worked out by them yet. */
  async openSchemes(files: readonly NewFile[]): Promise<void> {
    const last = (await this.schemes.add(files)).at(-1);
    if (last) this.#desk?.choose(schemeKey(last));
  }

  /** Works everything out by the scheme that is read on the scheme page. */
  async applyScheme(): Promise<void> {
    const key = this.#desk?.accept() ?? null;
    if (key === null) return;
    this.route.scheme = key;
    await this.calculation.refresh();
  }

  /** Loads a table copied from a spreadsheet. */
  addPaste(text: string): Promise<void> {
    this.#pastes += 1;
    const name = this.settings.t.data.pastedName(this.#pastes);
    return this.addFiles([{ name, content: new Blob([text]), pasted: true }]);
  }

  async removeFiles(ids: readonly string[]): Promise<void> {
    this.#removed = await this.files.remove(ids);
    await this.calculation.refresh();
  }

  /** Brings back what was removed last. */
  async undoRemoval(): Promise<void> {
    const files = this.#removed;
    this.#removed = [];
    await this.files.add(files);
    await this.calculation.refresh();
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
    const tables = this.files.tables.filter(({ sheetId }) => sheetId === sheet.id);
    await this.files.layOut(sheet, layout);
    // tables keep their ids by their order: where one is taken out, an id goes on to another table
    const isSame = sheet.layout.every(
      (one, index) => layout[index] && sharesCells(one, layout[index]),
    );
    if (!isSame) this.mappings.forgetPeriods(tables);
    await this.calculation.refresh();
  }

  /** Reads a file again: one that failed, in another encoding, or with personal data treated otherwise. */
  async readAgain(fileId: string, choice: Partial<Reading> = {}): Promise<void> {
    await this.files.readAgain(fileId, choice);
    await this.#putSampleAside();
    await this.calculation.refresh();
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
    this.roster.decide(proposal, decision, note);
    await this.calculation.refresh();
  }

  async undoChange(entry: CrosswalkEntry): Promise<void> {
    this.roster.undo(entry);
    await this.calculation.refresh();
  }

  async readCrosswalk(text: string): Promise<void> {
    if (this.roster.read(text)) await this.calculation.refresh();
  }

  async setRole(table: SourceTable, column: string, role: Role): Promise<void> {
    this.mappings.setRole(table, column, role);
    await this.calculation.refresh();
  }

  async setColumn(table: SourceTable, mapping: ColumnMapping): Promise<void> {
    this.mappings.setColumn(table, mapping);
    await this.calculation.refresh();
  }

  /** @returns false where the text names no period */
  setPeriod(table: SourceTable, text: string): boolean {
    const given = this.mappings.setPeriod(table, text);
    if (given) void this.calculation.refresh();
    return given;
  }

  async resetMapping(table: SourceTable): Promise<void> {
    this.mappings.reset(table);
    await this.calculation.refresh();
  }

  #recover(): void {
    this.#restarted = true;
    void this.calculation.refresh();
  }
}
