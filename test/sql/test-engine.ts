import { startDuckDBInNode } from '../../workers/duckdb-node';
import { Engine } from '../../workers/engine';
import { readFile } from '../../workers/readers/read';
import { decodeRows } from '../../src/engine/decode';
import type {
  Arrangement,
  LaidOut,
  LoadedFile,
  Outcome,
  ParameterValue,
} from '../../src/engine/protocol';
import { matchColumns } from '../../src/ingest/match-columns';
import { unwrap, type Answer, type AppError } from '../../src/model/answer';
import { emptyCrosswalk } from '../../src/ingest/crosswalk';
import type { Correction } from '../../src/model/correction';
import type { Crosswalk } from '../../src/model/crosswalk';
import type { TableLayout } from '../../src/model/layout';
import type { TableMapping } from '../../src/model/mapping';
import type { Row } from '../../src/model/row';
import type { SourceTable } from '../../src/model/source';
import type { Trial, TrialProgress } from '../../src/model/trial';
import type { View } from '../../src/model/view';

export type Content = string | Uint8Array;

type Parameters = Readonly<Record<string, ParameterValue>>;

/** The product's engine on the real DuckDB, in this process. */
export class TestEngine {
  readonly #engine: Engine;
  #files: LoadedFile[] = [];
  #calls = 0;

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  static async start(): Promise<TestEngine> {
    return new TestEngine(await Engine.start(await startDuckDBInNode(), readFile));
  }

  get tables(): SourceTable[] {
    return this.#files.flatMap((file) => file.tables);
  }

  async load(name: string, content: Content): Promise<LoadedFile> {
    const loaded = unwrap(await this.#load(name, content));
    this.#files.push(loaded);
    return loaded;
  }

  /** Takes other tables from a sheet than those found. */
  async layOut(sheetId: string, layout: readonly TableLayout[]): Promise<LaidOut> {
    const laidOut = unwrap(await this.#engine.layOut(this.#next(), sheetId, layout));
    this.#files = this.#files.map((file) => ({
      ...file,
      tables: [...file.tables.filter((table) => table.sheetId !== sheetId), ...laidOut.tables],
    }));
    return laidOut;
  }

  /** The error with which a file is refused. */
  async refusal(name: string, content: Content): Promise<AppError> {
    return errorOf(await this.#load(name, content));
  }

  /** Arranges what is loaded, by the headers unless mappings are given. */
  async arrange(
    mappings: readonly TableMapping[] = this.tables.map((table) => matchColumns(table)),
    crosswalk: Crosswalk = emptyCrosswalk,
  ): Promise<Arrangement> {
    return unwrap(await this.#engine.arrange(this.#next(), mappings, crosswalk));
  }

  /** Gives cells other values, in place of those given before. */
  async correct(corrections: readonly Correction[]): Promise<readonly LaidOut[]> {
    return unwrap(await this.#engine.correct(this.#next(), corrections));
  }

  async apply(views: readonly View[]): Promise<void> {
    unwrap(await this.#engine.apply(this.#next(), views));
  }

  async applyError(views: readonly View[]): Promise<AppError> {
    return errorOf(await this.#engine.apply(this.#next(), views));
  }

  /** Runs of changed schemes; their results are in `trial.*` afterwards. */
  async tryOut(
    trials: readonly Trial[],
    report: (progress: TrialProgress) => void = () => undefined,
  ): Promise<void> {
    unwrap(await this.#engine.tryOut(this.#next(), trials, report));
  }

  async rows(sql: string): Promise<readonly Row[]> {
    return decodeRows(unwrap(await this.#engine.query(this.#next(), { sql })).ipc);
  }

  async queryError(sql: string): Promise<AppError> {
    return errorOf(await this.#engine.query(this.#next(), { sql }));
  }

  /** Runs a statement of the user's own; a result without rows is empty. */
  async run(sql: string, parameters: Parameters = {}) {
    const outcome = unwrap(await this.#engine.run(this.#next(), { sql, parameters }));
    const none: Omit<Outcome & { kind: 'rows' }, 'kind'> = {
      result: '',
      columns: [],
      rows: 0,
      more: false,
      time: 0,
    };
    return { ...none, ...outcome };
  }

  async runError(sql: string, parameters: Parameters = {}): Promise<AppError> {
    return errorOf(await this.#engine.run(this.#next(), { sql, parameters }));
  }

  async checkError(sql: string, parameters: Parameters = {}): Promise<AppError> {
    return errorOf(await this.#engine.check(this.#next(), { sql, parameters }));
  }

  /** A question over results of such statements. */
  async results(sql: string): Promise<readonly Row[]> {
    return decodeRows(unwrap(await this.#engine.results(this.#next(), { sql })).ipc);
  }

  async forget(result: string): Promise<void> {
    unwrap(await this.#engine.forget(this.#next(), result));
  }

  /** The rows of a raw table, in the order of the sheet. */
  async raw(table: SourceTable | undefined): Promise<readonly Row[]> {
    return this.rows(`SELECT * FROM raw."${table?.id ?? 'no table'}" ORDER BY source_row`);
  }

  /** The names of all tables and views, each with the names of its columns. */
  async relations(): Promise<Map<string, string[]>> {
    const found = unwrap(await this.#engine.describe(this.#next()));
    return new Map(found.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
  }

  /** The names of the raw tables. */
  async rawTables(): Promise<string[]> {
    return [...(await this.relations()).keys()].filter((name) => name.startsWith('raw.'));
  }

  /** Removes every file. */
  async clear(): Promise<void> {
    for (const { id } of this.#files) unwrap(await this.#engine.unload(this.#next(), id));
    this.#files = [];
  }

  #load(name: string, content: Content): Promise<Answer<LoadedFile>> {
    const call = this.#next();
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const blob = new Blob([Uint8Array.from(bytes)]);
    return this.#engine.load(
      call,
      {
        id: `f${call}`,
        name,
        content: blob,
        pasted: false,
        privacy: { mode: 'replace', salt: 'test' },
      },
      () => undefined,
    );
  }

  #next(): number {
    this.#calls += 1;
    return this.#calls;
  }
}

function errorOf(answer: Answer<unknown>): AppError {
  if (answer.ok) throw new Error('it did not fail');
  return answer.error;
}
