import type { Answer, AppError } from '../model/answer';
import type { Correction } from '../model/correction';
import type { Coverage } from '../model/coverage';
import type { Crosswalk, Proposal, SeriesBreak } from '../model/crosswalk';
import type { Finding } from '../model/finding';
import type { TableLayout } from '../model/layout';
import type { TableMapping } from '../model/mapping';
import type { Row } from '../model/row';
import type { EncodingChoice, SourceSheet, SourceTable } from '../model/source';
import type { Trial, TrialProgress } from '../model/trial';
import type { View } from '../model/view';

/*
 * The contract between a page and an engine. Every call answers with an Answer; an error carries a code, its figures,
 * and the SQL where there is some. Nothing here says which engine answers.
 */

/** Where the engine finds its own files; absolute addresses within the app. */
export interface EngineAssets {
  readonly duckdbModule: string;
  readonly duckdbWorker: string;
  readonly fileWorker: string;
}

export interface EngineFacts {
  readonly version: string;
  /** Milliseconds from the call to the first answer. */
  readonly bootTime: number;
}

/** A file on its way in. `id` is chosen by the caller and names the file in every later call. */
export interface FileInput {
  readonly id: string;
  readonly name: string;
  readonly content: Blob;
  /** Pasted text has no name of its own. */
  readonly pasted: boolean;
  /** The encoding of a text, where the user has chosen one. */
  readonly encoding?: string;
  readonly privacy: Privacy;
}

/** What is done with names of people, identity and phone numbers as a file is loaded. */
export interface Privacy {
  readonly mode: 'replace' | 'keep' | 'drop';
  /** Kept by the caller: the same salt gives a person the same pseudonym in every file. */
  readonly salt: string;
}

export interface LoadedFile {
  readonly id: string;
  readonly name: string;
  readonly sheets: readonly SourceSheet[];
  readonly tables: readonly SourceTable[];
  readonly findings: readonly Finding[];
  /** Other ways to read the text, the one in use among them; none where its bytes leave no doubt. */
  readonly encodings: readonly EncodingChoice[];
}

/** The tables of a sheet after its layout was changed. */
export interface LaidOut {
  readonly sheet: SourceSheet;
  readonly tables: readonly SourceTable[];
  /** What is noticed about the sheet and its tables, in place of what was before. */
  readonly findings: readonly Finding[];
}

export type LoadStage = 'reading' | 'storing';

export interface Progress {
  readonly stage: LoadStage;
  /** Between 0 and 1; null where the end is not known. */
  readonly share: number | null;
}

/** What arranging the raw tables into canonical ones came to. */
export interface Arrangement {
  readonly subjects: number;
  readonly observations: number;
  /** Ids in time order. */
  readonly periods: readonly string[];
  /** Periods that have values of indicators, in time order. */
  readonly figurePeriods: readonly string[];
  /** Ids of the tables that say who is assessed. */
  readonly rosters: readonly string[];
  /** Indicators that the data has. */
  readonly indicators: readonly string[];
  /** Columns of words about subjects that the data has. */
  readonly attributes: readonly string[];
  /** Changes of subjects over time that nobody has decided on. */
  readonly proposals: readonly Proposal[];
  /** Where the series of a subject is not one. */
  readonly breaks: readonly SeriesBreak[];
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
}

export interface Question {
  /** One SELECT statement. */
  readonly sql: string;
}

export type ParameterValue = string | number | null;

/** A statement of the user's own: a SELECT, or one that makes or drops a table or view of the scratch schema. */
export interface Statement {
  readonly sql: string;
  /** What stands for its `$parameters`, by name. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** What such a statement came to; `time` in milliseconds. */
export type Outcome = { readonly time: number } & (
  | {
      readonly kind: 'rows';
      /** The table `temp.<result>` that keeps the rows, with columns `c1`, `c2`, …; `results` asks for pages of it. */
      readonly result: string;
      readonly columns: readonly { readonly name: string; readonly type: string }[];
      /** Rows that can be asked for. */
      readonly rows: number;
      /** The statement has more rows than these. */
      readonly more: boolean;
    }
  | {
      readonly kind: 'made';
      /** `scratch.name` */
      readonly name: string;
      /** Null for a view. */
      readonly rows: number | null;
    }
  | { readonly kind: 'dropped'; readonly name: string }
);

/** Rows as an Arrow IPC stream, handed over by transfer. */
export interface Rows {
  readonly ipc: Uint8Array;
  /** Milliseconds that the engine needed. */
  readonly time: number;
}

/** One table or view of the database. */
export interface Relation {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Each call carries an id of the caller's, by which it can be cancelled. */
export interface EngineCalls {
  load(
    call: number,
    file: FileInput,
    report: (progress: Progress) => void,
  ): Promise<Answer<LoadedFile>>;
  unload(call: number, fileId: string): Promise<Answer<null>>;
  layOut(call: number, sheetId: string, layout: readonly TableLayout[]): Promise<Answer<LaidOut>>;
  /** Other values for cells, in place of those given before; answers with the sheets whose tables they touch. */
  correct(call: number, corrections: readonly Correction[]): Promise<Answer<readonly LaidOut[]>>;
  /**
   * @param hold nobody sees the arrangement before the views over it are applied: where that fails or is stopped, all is
   * as it was before both
   */
  arrange(
    call: number,
    mappings: readonly TableMapping[],
    crosswalk: Crosswalk,
    hold?: boolean,
  ): Promise<Answer<Arrangement>>;
  apply(call: number, views: readonly View[]): Promise<Answer<null>>;
  /**
   * Works out runs of changed schemes apart from the views applied; their results take the place of those before in
   * `trial.*` when all is done. Ends as `superseded` where the data or the views below the reports change meanwhile; they
   * empty it.
   */
  tryOut(
    call: number,
    trials: readonly Trial[],
    report: (progress: TrialProgress) => void,
  ): Promise<Answer<null>>;
  query(call: number, question: Question): Promise<Answer<Rows>>;
  /** Runs a statement of the user's own. */
  run(call: number, statement: Statement): Promise<Answer<Outcome>>;
  /** Finds what is wrong with such a statement, without running it. */
  check(call: number, statement: Statement): Promise<Answer<null>>;
  /** A question over results of such statements. */
  results(call: number, question: Question): Promise<Answer<Rows>>;
  /** A result is not needed any more. */
  forget(call: number, result: string): Promise<Answer<null>>;
  describe(call: number): Promise<Answer<readonly Relation[]>>;
  cancel(call: number): Promise<void>;
}

/** What an engine can be doing. */
export type WorkKind = Exclude<keyof EngineCalls, 'cancel'>;

/** A call under way. */
export interface Work {
  readonly call: number;
  readonly kind: WorkKind;
  /** The name of the file that is loaded, or the consumer that asks. */
  readonly about: string;
}

/** Calls that can be stopped; the others are over in no time. */
export const stoppable: ReadonlySet<WorkKind> = new Set([
  'load',
  'arrange',
  'apply',
  'tryOut',
  'query',
  'run',
  'results',
]);

/** What a worker exposes: it is started once, then answers calls. */
export interface EngineWorker extends EngineCalls {
  boot(assets: EngineAssets): Promise<Answer<EngineFacts>>;
  /** Answers at once while the worker lives. */
  ping(): Promise<true>;
}

export type EngineStatus =
  | { readonly state: 'starting' }
  | { readonly state: 'ready'; readonly facts: EngineFacts }
  | { readonly state: 'restarting' }
  | { readonly state: 'failed'; readonly error: AppError };

/** The page's end of an engine: what state and pages are given. Calls reject with a Fault. */
export interface Engine {
  readonly status: EngineStatus;
  /** Called at every change of status; returns the way to stop listening. */
  onStatus(listener: (status: EngineStatus) => void): () => void;
  load(
    file: FileInput,
    report: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<LoadedFile>;
  unload(fileId: string): Promise<void>;
  /** Takes other tables from a sheet than those in use; ids of tables are kept in order. */
  layOut(sheetId: string, layout: readonly TableLayout[]): Promise<LaidOut>;
  correct(corrections: readonly Correction[]): Promise<readonly LaidOut[]>;
  arrange(mappings: readonly TableMapping[], crosswalk: Crosswalk): Promise<Arrangement>;
  apply(views: readonly View[]): Promise<void>;
  tryOut(
    trials: readonly Trial[],
    report: (progress: TrialProgress) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** A newer question of the same consumer supersedes the one under way, which then rejects with `superseded`. */
  rows(consumer: string, sql: string): Promise<readonly Row[]>;
  /** Called whenever work begins or ends, with all that is under way; returns the way to stop listening. */
  onWork(
    listener: (work: readonly Work[], ended: (Work & { readonly time: number }) | null) => void,
  ): () => void;
  /** Stops a call under way, which then rejects with `cancelled`; what was before stays. */
  cancel(call: number): void;
  /** Stops what a consumer has under way. */
  stop(consumer: string): void;
  describe(): Promise<readonly Relation[]>;
  /** Runs a statement of the user's own; its scratch tables and results are lost when the engine dies. */
  run(statement: Statement, signal: AbortSignal): Promise<Outcome>;
  check(statement: Statement): Promise<void>;
  /** Rows of results, by the rules of `rows`. */
  results(consumer: string, sql: string): Promise<readonly Row[]>;
  forget(result: string): Promise<void>;
}
