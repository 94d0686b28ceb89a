import type { Engine, LaidOut, LoadedFile } from '../engine/protocol';
import {
  forgetLayout,
  headingsOf,
  keepLayout,
  parseLayouts,
  recallLayout,
  type KeptLayout,
} from '../ingest/layout/kept-layout';
import type { TableLayout } from '../model/layout';
import type { SourceSheet, SourceTable } from '../model/source';
import { readStored, writeStored } from './stored';

/** Which rows of a sheet are what: as they were found, or as the user said for files of this shape. */
export class Layouts {
  readonly #engine: Engine;
  #kept = $state.raw<readonly KeptLayout[]>(parseLayouts(readStored('layouts')) ?? []);
  /** Headings of the tables as they were found, by sheet. */
  readonly #found = new Map<string, readonly (readonly string[])[]>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Lays a file out as its shape was corrected before. */
  async recall(loaded: LoadedFile): Promise<LoadedFile> {
    let file = loaded;
    for (const sheet of loaded.sheets) {
      const headings = loaded.tables.filter(({ sheetId }) => sheetId === sheet.id).map(headingsOf);
      this.#found.set(sheet.id, headings);
      const layout = sheet.layout.map(
        (found, index) => recallLayout(this.#kept, headings[index] ?? [], found) ?? found,
      );
      if (layout.every((one, index) => one === sheet.layout[index])) continue;
      file = withSheet(file, await this.#engine.layOut(sheet.id, layout));
    }
    return file;
  }

  /** Whether the user's own layout of a table is in use. */
  isOwn({ id, found, layout }: SourceSheet): boolean {
    return this.#found.has(id) && JSON.stringify(found) !== JSON.stringify(layout);
  }

  /** Takes other tables from a sheet, and keeps what that says of its shape. */
  async change(sheet: SourceSheet, layout: readonly TableLayout[]): Promise<LaidOut> {
    const laidOut = await this.#engine.layOut(sheet.id, layout);
    for (const [index, headings] of (this.#found.get(sheet.id) ?? []).entries()) {
      const [found, changed] = [sheet.found[index], layout[index]];
      if (!found || !changed) continue;
      this.#kept =
        found === changed
          ? forgetLayout(this.#kept, headings)
          : keepLayout(this.#kept, headings, found, changed);
    }
    writeStored('layouts', this.#kept);
    return laidOut;
  }
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
