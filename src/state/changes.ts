import type { Privacy } from '../engine/protocol';
import { sharesCells } from '../ingest/layout/block';
import type { CrosswalkEntry, Decision, Proposal } from '../model/crosswalk';
import { isFiltered, type Filters } from '../model/filters';
import type { TableLayout } from '../model/layout';
import type { ColumnMapping, Role } from '../model/mapping';
import type { SourceSheet, SourceTable } from '../model/source';
import type { Calculation } from './calculation.svelte';
import type { Files, Reading } from './files.svelte';
import type { ChangeKind, History } from './history.svelte';
import type { Mappings } from './mappings.svelte';
import type { RosterDecisions } from './roster-decisions.svelte';
import type { Route } from './route.svelte';
import { personalSalt } from './salt';
import type { Sample } from './sample.svelte';

interface Parts {
  readonly history: History;
  readonly route: Route;
  readonly files: Files;
  readonly sample: Sample;
  readonly mappings: Mappings;
  readonly roster: RosterDecisions;
  readonly calculation: Calculation;
}

/** Something said by the user that is put back as a whole. */
interface Said<T> {
  readonly now: () => T;
  readonly restore: (said: T) => void;
  readonly same: (one: T, other: T) => boolean;
}

/** What the user does to files, columns, villages and filters: each can be taken back, and works everything out anew. */
export class Changes {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async removeFiles(ids: readonly string[]): Promise<void> {
    const { files, sample, calculation, history } = this.#parts;
    const order = files.entries.map(({ id }) => id);
    const remove = async () => {
      await files.remove(ids);
      await calculation.refresh();
    };
    const given = files.entries.filter(({ id }) => ids.includes(id));
    history.push({
      kind: 'filesRemoved',
      about: given.map(({ name }) => name),
      undo: async () => {
        await files.bringBack(given, order);
        await sample.giveWay();
        await calculation.refresh();
      },
      redo: remove,
    });
    await remove();
  }

  /** Reads a file again: one that failed, in another encoding, or with personal data treated otherwise. */
  async readAgain(fileId: string, choice: Partial<Reading> = {}): Promise<void> {
    const { files, sample, calculation, history } = this.#parts;
    const entry = files.entries.find(({ id }) => id === fileId);
    if (!entry) return;
    const read = async (reading: Reading) => {
      await files.readAgain(fileId, reading);
      await sample.giveWay();
      await calculation.refresh();
    };
    const [before, next] = [entry.reading, { ...entry.reading, ...choice }];
    const chosen = Object.keys(choice).length > 0;
    if (chosen)
      history.push({
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

  /** Says anew which rows and columns of a sheet are which. */
  async layOut(sheet: SourceSheet, layout: readonly TableLayout[]): Promise<void> {
    const { files, mappings, calculation, history } = this.#parts;
    const [before, said] = [sheet.layout, mappings.said];
    await this.#layOut(sheet, layout);
    history.push({
      kind: 'layout',
      about: [sheet.sheet ?? sheet.file],
      undo: async () => {
        const now = files.sheets.find(({ id }) => id === sheet.id);
        if (now) await files.layOut(now, before);
        mappings.restore(said);
        await calculation.refresh();
      },
      redo: async () => {
        const now = files.sheets.find(({ id }) => id === sheet.id);
        if (now) await this.#layOut(now, layout);
        await calculation.refresh();
      },
    });
    // what is seen can be taken back, also while the results are on their way
    await calculation.refresh();
  }

  async #layOut(sheet: SourceSheet, layout: readonly TableLayout[]): Promise<void> {
    const { files, mappings } = this.#parts;
    const tables = files.tables.filter(({ sheetId }) => sheetId === sheet.id);
    await files.layOut(sheet, layout);
    // tables keep their ids by their order: where one is taken out, an id goes on to another table
    const isSame = sheet.layout.every(
      (one, index) => layout[index] && sharesCells(one, layout[index]),
    );
    if (!isSame) mappings.forgetPeriods(tables);
  }

  async setRole(table: SourceTable, column: string, role: Role): Promise<void> {
    await this.#map('mapping', table, (mappings) => mappings.setRole(table, column, role));
  }

  async setColumn(table: SourceTable, mapping: ColumnMapping): Promise<void> {
    await this.#map('mapping', table, (mappings) => mappings.setColumn(table, mapping));
  }

  /** @returns false where the text names no period */
  setPeriod(table: SourceTable, text: string): boolean {
    let given = false;
    void this.#map('period', table, (mappings) => (given = mappings.setPeriod(table, text)));
    return given;
  }

  async resetMapping(table: SourceTable): Promise<void> {
    await this.#map('mapping', table, (mappings) => mappings.reset(table));
  }

  /** Decides whether villages of two times are one. */
  async decide(proposal: Proposal, decision: Decision, note: string): Promise<void> {
    await this.#decide(proposal.to, (roster) => roster.decide(proposal, decision, note));
  }

  /** Forgets what was decided on villages. */
  async undecide(entry: CrosswalkEntry): Promise<void> {
    await this.#decide(entry.to, (roster) => roster.undo(entry));
  }

  async readCrosswalk(text: string): Promise<void> {
    await this.#decide([], (roster) => roster.read(text));
  }

  /** Narrows what every page shows. */
  filter(filters: Filters): void {
    const { route, history } = this.#parts;
    const before = route.filters;
    const show = (shown: Filters) => (route.filters = shown);
    const typed = filters.values === before.values;
    history.push({
      kind: 'filters',
      about: [],
      undo: () => show(before),
      redo: () => show(filters),
      ...(typed && isFiltered(filters) ? { key: 'search' } : {}),
    });
    show(filters);
  }

  #map(
    kind: ChangeKind,
    { file, sheet }: SourceTable,
    work: (mappings: Mappings) => unknown,
  ): Promise<void> {
    const { mappings } = this.#parts;
    const said = {
      now: () => mappings.said,
      restore: (before: Mappings['said']) => mappings.restore(before),
      same: (one: Mappings['said'], other: Mappings['said']) =>
        one.kept === other.kept && one.periods === other.periods,
    };
    return this.#say(kind, [sheet ?? file], said, () => work(mappings));
  }

  #decide(
    about: readonly { readonly name: string }[],
    work: (roster: RosterDecisions) => unknown,
  ): Promise<void> {
    const { roster } = this.#parts;
    const said = {
      now: () => roster.crosswalk,
      restore: (before: RosterDecisions['crosswalk']) => roster.restore(before),
      same: Object.is,
    };
    return this.#say(
      'roster',
      about.map(({ name }) => name),
      said,
      () => work(roster),
    );
  }

  /** The work is done at once; where it changed nothing, nothing is entered. */
  async #say<T>(
    kind: ChangeKind,
    about: readonly string[],
    said: Said<T>,
    work: () => unknown,
  ): Promise<void> {
    const { calculation, history } = this.#parts;
    const before = said.now();
    work();
    const after = said.now();
    if (said.same(before, after)) return;
    const show = (shown: T) => {
      said.restore(shown);
      return calculation.refresh();
    };
    history.push({ kind, about, undo: () => show(before), redo: () => show(after) });
    await calculation.refresh();
  }
}
