import type { Finding } from './finding';

/** Another value for one cell of a file, with why; the file itself stays as it is. */
export interface Correction {
  readonly file: string;
  readonly sheet: string | null;
  /** Row of the sheet, 1-based. */
  readonly row: number;
  /** 1 for column A. */
  readonly column: number;
  readonly header: string;
  /** What the cell holds; null where it is blank. */
  readonly was: string | null;
  readonly value: string | null;
  readonly note: string;
  /** ISO date and time. */
  readonly at: string;
}

/** A finding that was looked at and may stand. */
export interface Acceptance {
  /** `findingKey` of the finding. */
  readonly key: string;
  readonly note: string;
  readonly at: string;
}

/** What was decided about findings: kept together, so that one file carries all of it. */
export interface Decisions {
  readonly corrections: readonly Correction[];
  readonly accepted: readonly Acceptance[];
}

/** Tells findings apart by what they are about, so that one is known again when its file is loaded again. */
export function findingKey({ code, file, sheet, row, column, value, about }: Finding): string {
  return JSON.stringify([code, file, sheet, row, column, value, about]);
}

/** Tells cells apart: two corrections of one cell are about the same. */
export function cellKey(cell: Pick<Correction, 'file' | 'sheet' | 'row' | 'column'>): string {
  return JSON.stringify([cell.file, cell.sheet, cell.row, cell.column]);
}
