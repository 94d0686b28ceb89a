import type { Engine } from '../engine/protocol';
import { giveWay, tableOfBlock, type Block } from '../ingest/layout/block';
import {
  boundaries,
  boundaryRow,
  markRow,
  moveBoundary,
  type Boundary,
} from '../ingest/layout/edit';
import { toAppError, type AppError } from '../model/answer';
import type { RowKind, SheetRow, TableLayout } from '../model/layout';
import type { Row } from '../model/row';
import type { SourceSheet, SourceTable } from '../model/source';
import { sheetRows, tableRows } from '../views/source-rows';
import type { Files } from './files.svelte';
import { sheetCells } from './sheet-cells';
import { isOvertaken } from './superseded';

export { boundaries, boundaryRow, type Block, type Boundary };

/** Rows of a long sheet that are shown at first, and that each further request adds. */
const page = 200;

/** Rows that are shown around the one that was asked for. */
const nearby = [-3, -2, -1, 0, 1, 2, 3];

/** Rows of the understood table that are shown beside the sheet. */
const previewRows = 5;

/** The sheet that is looked at beside what was made of it, and the corrections made to it. */
export class SheetView {
  readonly #engine: Engine;
  readonly #files: Files;
  readonly #layOut: (sheet: SourceSheet, layout: readonly TableLayout[]) => Promise<void>;
  #wanted = $state<string | null>(null);
  #tableIndex = $state(0);
  #upTo = $state(page);
  #row = $state<number | null>(null);
  #rows = $state.raw<readonly SheetRow[]>([]);
  #preview = $state.raw<readonly Row[]>([]);
  #error = $state.raw<AppError | null>(null);

  constructor(
    engine: Engine,
    files: Files,
    layOut: (sheet: SourceSheet, layout: readonly TableLayout[]) => Promise<void>,
  ) {
    this.#engine = engine;
    this.#files = files;
    this.#layOut = layOut;
  }

  /** The sheet chosen, else the first. */
  get sheet(): SourceSheet | null {
    const { sheets } = this.#files;
    return sheets.find(({ id }) => id === this.#wanted) ?? sheets[0] ?? null;
  }

  /** The tables in use on the sheet. */
  get tables(): readonly SourceTable[] {
    return this.#files.tables.filter(({ sheetId }) => sheetId === this.sheet?.id);
  }

  get tableIndex(): number {
    return Math.min(this.#tableIndex, Math.max(0, this.tables.length - 1));
  }

  get table(): SourceTable | null {
    return this.tables[this.tableIndex] ?? null;
  }

  /** The row that was asked for. */
  get row(): number | null {
    return this.#row;
  }

  get rows(): readonly SheetRow[] {
    return this.#rows;
  }

  get preview(): readonly Row[] {
    return this.#preview;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** Whether more rows can be shown between those from the beginning and those from the end. */
  get hasMore(): boolean {
    return this.#rows.length < (this.sheet?.rows ?? 0);
  }

  /** @param row a row to be shown, wherever it stands */
  choose(sheet: string, tableIndex = 0, row: number | null = null): void {
    this.#row = row;
    if (sheet !== this.sheet?.id) this.#upTo = page;
    this.#wanted = sheet;
    this.#tableIndex = tableIndex;
  }

  showMore(): void {
    this.#upTo += page;
  }

  /** Asks for the cells of the sheet and the first rows of the table. */
  async refresh(): Promise<void> {
    const { sheet, table } = this;
    if (!sheet) return;
    const marked = sheet.layout.flatMap((layout) => layout.marked.map(({ row }) => row));
    const around = this.#row === null ? [] : nearby.map((step) => step + (this.#row ?? 0));
    const cells = sheetRows(sheet, this.#upTo, [...marked, ...around]);
    const shown = table && tableRows(table, previewRows);
    try {
      const rows = await this.#engine.rows('sheet-cells', cells.sql);
      const preview = shown ? await this.#engine.rows('sheet-table', shown.sql) : [];
      this.#rows = rows.map(cells.read);
      this.#preview = preview;
      this.#error = null;
    } catch (thrown) {
      if (!isOvertaken(thrown)) this.#error = toAppError(thrown);
    }
  }

  move(boundary: Boundary, row: number): Promise<void> {
    return this.#correct((layout) => moveBoundary(layout, boundary, row, this.#filled));
  }

  mark(row: number, kind: RowKind): Promise<void> {
    const cells = this.#rows.find((one) => one.row === row)?.cells ?? [];
    const words = cells.find((cell) => cell !== null) ?? '';
    return this.#correct((layout) => markRow(layout, row, kind, words, this.#filled));
  }

  setColumns(first: number, last: number): Promise<void> {
    const columns = { first: Math.min(first, last), last: Math.max(first, last) };
    return this.#correct((layout) => ({ ...layout, columns }));
  }

  /** Takes the tables of a hidden sheet in, or those of any sheet as they were found. */
  useFound(): Promise<void> {
    return this.#change(this.sheet?.found ?? []);
  }

  /** Leaves the table out of everything. */
  leaveOut(): Promise<void> {
    const layouts = this.sheet?.layout ?? [];
    return this.#change(layouts.filter((_, index) => index !== this.tableIndex));
  }

  /** Makes a table of the cells of a block; a table that has some of them gives way. */
  async makeTable(block: Block): Promise<void> {
    const { sheet } = this;
    if (!sheet) return;
    try {
      const cells = await sheetCells(this.#engine, sheet);
      const filled = cells.rows.map(({ row }) => row);
      const others = sheet.layout.flatMap((table) => giveWay(table, block, filled) ?? []);
      this.#tableIndex = others.length;
      await this.#change([...others, tableOfBlock(cells, block)]);
    } catch (thrown) {
      this.#error = toAppError(thrown);
    }
  }

  get #filled(): readonly number[] {
    return this.#rows.map(({ row }) => row);
  }

  #correct(change: (layout: TableLayout) => TableLayout): Promise<void> {
    const layouts = this.sheet?.layout ?? [];
    return this.#change(
      layouts.map((layout, index) => (index === this.tableIndex ? change(layout) : layout)),
    );
  }

  async #change(layout: readonly TableLayout[]): Promise<void> {
    const { sheet } = this;
    if (sheet) await this.#layOut(sheet, layout);
  }
}
