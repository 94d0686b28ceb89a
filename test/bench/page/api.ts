import type { TableMapping } from '../../../src/model/mapping';
import type { SourceTable } from '../../../src/model/source';
import type { View } from '../../../src/model/view';

/** A question by name. */
export interface Asked {
  readonly name: string;
  readonly sql: string;
}

/** Milliseconds and rows of one question. */
export interface Told {
  readonly name: string;
  readonly time: number;
  readonly rows: number;
}

/** Milliseconds of loading one file: until the reader had looked over it, then until its table was stored. */
export interface LoadTime {
  readonly reading: number;
  readonly storing: number;
  readonly total: number;
  readonly tables: readonly SourceTable[];
}

/** What the page of the benchmark does for the process that drives it. All times are taken within the page. */
export interface Bench {
  /** Milliseconds from making the engine's client to its being ready. */
  boot(): Promise<number>;
  /** Milliseconds of starting the bare module and asking it one question. */
  bareBoot(): Promise<number>;
  /** Loads the file in the page's file input into the engine that was booted. */
  load(id: string): Promise<LoadTime>;
  /** Reads the workbook in the page's file input with the bare library. */
  bareWorkbook(): Promise<number>;
  arrange(mappings: readonly TableMapping[]): Promise<{ time: number; periods: readonly string[] }>;
  apply(views: readonly View[]): Promise<number>;
  /** Asks one after the other, until each answer's Arrow bytes are in the page. */
  ask(questions: readonly Asked[]): Promise<Told[]>;
  /** Asks all at once through the client, as the board does, until all rows are values of the page. */
  show(questions: readonly Asked[]): Promise<number>;
}
