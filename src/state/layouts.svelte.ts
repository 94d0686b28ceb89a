import type { Engine, LaidOut, LoadedFile } from '../engine/protocol';
import { sharesCells } from '../ingest/layout/block';
import {
  forgetLayout,
  headingsOf,
  keepLayout,
  parseLayouts,
  recallLayout,
  type KeptLayout,
} from '../ingest/layout/kept-layout';
import {
  forgetTable,
  keepTable,
  keptTable,
  parseTables,
  recallTables,
  type KeptTable,
} from '../ingest/layout/kept-tables';
import type { TableLayout } from '../model/layout';
import type { SourceSheet, SourceTable } from '../model/source';
import { sheetCells } from './sheet-cells';
import { onReopened, readStored, writeStored } from './stored';

/** Which rows of a sheet are what: as they were found, or as the user said for files of this shape. */
export class Layouts {
  readonly #engine: Engine;
  #kept: readonly KeptLayout[] = parseLayouts(readStored('layouts')) ?? [];
  #made: readonly KeptTable[] = parseTables(readStored('tables')) ?? [];
  /** Headings of the tables as they were found, by sheet. */
  readonly #found = new Map<string, readonly (readonly string[])[]>();

  constructor(engine: Engine) {
    this.#engine = engine;
    onReopened(() => {
      this.#kept = parseLayouts(readStored('layouts')) ?? [];
      this.#made = parseTables(readStored('tables')) ?? [];
    });
  }

  /** Lays a file out as its shape was corrected before. */
  async recall(loaded: LoadedFile): Promise<LoadedFile> {
    let file = loaded;
    for (const sheet of loaded.sheets) {
      const headings = loaded.tables.filter(({ sheetId }) => sheetId === sheet.id).map(headingsOf);
      this.#found.set(sheet.id, headings);
      const corrected = sheet.layout.map(
        (found, index) => recallLayout(this.#kept, headings[index] ?? [], found) ?? found,
      );
      const layout = await this.#recallTables(sheet, corrected);
      const isAsFound = layout.length === sheet.layout.length;
      if (isAsFound && layout.every((one, index) => one === sheet.layout[index])) continue;
      file = withSheet(file, await this.#engine.layOut(sheet.id, layout));
    }
    return file;
  }

  /** Takes other tables from a sheet, and keeps what that says of its shape. */
  async change(sheet: SourceSheet, layout: readonly TableLayout[]): Promise<LaidOut> {
    const laidOut = await this.#engine.layOut(sheet.id, layout);
    const became = successors(sheet.found, layout);
    for (const [index, headings] of (this.#found.get(sheet.id) ?? []).entries()) {
      const [found, changed] = [sheet.found[index], became[index]];
      if (!found || !changed) continue;
      this.#kept =
        found === changed
          ? forgetLayout(this.#kept, headings)
          : keepLayout(this.#kept, headings, found, changed);
    }
    writeStored('layouts', this.#kept);
    await this.#keepTables(sheet, layout);
    return laidOut;
  }

  async #recallTables(
    sheet: SourceSheet,
    layout: readonly TableLayout[],
  ): Promise<readonly TableLayout[]> {
    if (this.#made.length === 0 || sheet.hidden) return layout;
    return recallTables(this.#made, await sheetCells(this.#engine, sheet), layout);
  }

  /** Keeps the tables that the user made on a sheet, in place of those made there before. */
  async #keepTables(sheet: SourceSheet, layout: readonly TableLayout[]): Promise<void> {
    const [before, after] = [sheet.layout, layout].map((tables) => {
      const became = successors(sheet.found, tables);
      return tables.filter((table) => !became.includes(table));
    });
    if (!before || !after || before.length + after.length === 0) return;
    const { rows } = await sheetCells(this.#engine, sheet);
    for (const table of before) {
      const kept = keptTable(table, rows);
      if (kept) this.#made = forgetTable(this.#made, kept);
    }
    for (const table of after) {
      const kept = keptTable(table, rows);
      if (kept) this.#made = keepTable(this.#made, kept);
    }
    writeStored('tables', this.#made);
  }
}

/** What each table that was found has become; null for one that was left out. */
function successors(
  found: readonly TableLayout[],
  layout: readonly TableLayout[],
): (TableLayout | null)[] {
  const free = [...layout];
  return found.map((table) => {
    const at = free.findIndex((one) => sharesCells(one, table));
    return at === -1 ? null : (free.splice(at, 1)[0] ?? null);
  });
}

/** A loaded file with one sheet and its tables replaced; the order of the tables stays. */
export function withSheet(file: LoadedFile, { sheet, tables, findings }: LaidOut): LoadedFile {
  const order = (table: SourceTable) => file.sheets.findIndex(({ id }) => id === table.sheetId);
  const others = file.tables.filter(({ sheetId }) => sheetId !== sheet.id);
  return {
    ...file,
    sheets: file.sheets.map((one) => (one.id === sheet.id ? sheet : one)),
    tables: [...others, ...tables].toSorted((a, b) => order(a) - order(b)),
    findings,
  };
}
