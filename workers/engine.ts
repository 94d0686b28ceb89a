import type {
  Arrangement,
  EngineCalls,
  FileInput,
  LaidOut,
  LoadedFile,
  Outcome,
  Progress,
  Question,
  Relation,
  Rows,
  Statement,
} from '../src/engine/protocol';
import { answer, Fault, type Answer } from '../src/model/answer';
import { canonSetup } from '../src/ingest/canon';
import type { Correction } from '../src/model/correction';
import type { Crosswalk } from '../src/model/crosswalk';
import type { TableLayout } from '../src/model/layout';
import type { TableMapping } from '../src/model/mapping';
import type { Trial, TrialProgress } from '../src/model/trial';
import { floors, scratch, type View } from '../src/model/view';
import { id, join, lit, sql, type Sql } from '../src/sql/sql';
import { answerRows, type KnownStatements } from './answer-rows';
import { arrange } from './arrange';
import { Console } from './console';
import { Connection, type DatabaseHandle } from './database';
import { findingsOf, loadedFile, tablesOf, type KeptFile } from './kept-file';
import { dropFile, keptSheet, layOutSheet, sheetName, storeFile } from './load';
import { lockDown } from './lock';
import { RawRows } from './raw-rows';
import type { Reader, TakeRows } from './readers/read';
import { decodeRows } from './rows';
import { emptyTrialTables, runTrials } from './trials';
import { unchangedViews } from './unchanged-views';

/** The engine on any DuckDB handle. Statements that change something run one after the other; questions beside them. */
export class Engine implements EngineCalls {
  readonly #handle: DatabaseHandle;
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #readFile: Reader;
  readonly #calls = new Map<number, AbortController>();
  readonly #files = new Map<string, KeptFile>();
  #corrections: readonly Correction[] = [];
  #applied: readonly View[] = [];
  /** The data has changed since the views were made. */
  #isStale = false;
  #trials: Promise<Connection> | null = null;
  #console: Promise<Console> | null = null;
  /** Counts the changes of data and views. */
  #changes = 0;
  readonly #known: KnownStatements = new Map();

  private constructor(
    handle: DatabaseHandle,
    writer: Connection,
    reader: Connection,
    readFile: Reader,
  ) {
    this.#handle = handle;
    this.#writer = writer;
    this.#reader = reader;
    this.#readFile = readFile;
  }

  /** @throws Fault `engine_lock` where the lock does not hold */
  static async start(handle: DatabaseHandle, readFile: Reader): Promise<Engine> {
    const writer = await Connection.open(handle);
    await lockDown(writer);
    for (const floor of [...floors, scratch])
      await writer.run(sql`CREATE SCHEMA IF NOT EXISTS ${id(floor)}`.text);
    for (const statement of [...canonSetup(), ...emptyTrialTables()])
      await writer.run(statement.text);
    return new Engine(handle, writer, await Connection.open(handle), readFile);
  }

  version(): string | Promise<string> {
    return this.#handle.version();
  }

  load(
    call: number,
    file: FileInput,
    report: (progress: Progress) => void,
  ): Promise<Answer<LoadedFile>> {
    return this.#run(call, async (signal) => {
      const progress = (share: number) => report({ stage: 'reading', share });
      const rows = new RawRows(this.#writer);
      const take: TakeRows = (part, batch) =>
        this.#change(() => {
          const name = sheetName(file.id, part);
          return batch ? rows.add(name, batch) : rows.drop(name);
        });
      try {
        const { content, name, encoding } = file;
        const read = await this.#readFile(content, name, progress, encoding, take, signal);
        report({ stage: 'storing', share: null });
        return await this.#change(async () => {
          const kept = await storeFile(this.#writer, file, read, rows, this.#corrections, signal);
          this.#files.set(file.id, kept);
          return loadedFile(kept);
        });
      } catch (thrown) {
        await this.#change(() => rows.dropAll());
        throw rows.failure ?? thrown;
      }
    });
  }

  unload(call: number, fileId: string): Promise<Answer<null>> {
    return this.#run(call, () =>
      this.#change(async () => {
        const kept = this.#files.get(fileId);
        if (kept) await dropFile(this.#writer, kept);
        this.#files.delete(fileId);
        return null;
      }),
    );
  }

  layOut(call: number, sheetId: string, layout: readonly TableLayout[]): Promise<Answer<LaidOut>> {
    return this.#run(call, () => this.#change(() => this.#layOut(sheetId, layout)));
  }

  correct(call: number, corrections: readonly Correction[]): Promise<Answer<readonly LaidOut[]>> {
    return this.#run(call, () =>
      this.#change(async () => {
        const touched = new Set([...this.#corrections, ...corrections].map(sheetKey));
        this.#corrections = corrections;
        const sheets = [...this.#files.values()].flatMap((file) => file.sheets);
        const laidOut: LaidOut[] = [];
        for (const { sheet } of sheets.filter((one) => touched.has(sheetKey(one.sheet))))
          laidOut.push(await this.#layOut(sheet.id, null));
        return laidOut;
      }),
    );
  }

  arrange(
    call: number,
    mappings: readonly TableMapping[],
    crosswalk: Crosswalk,
    hold = false,
  ): Promise<Answer<Arrangement>> {
    return this.#run(call, (signal) =>
      this.#change(async () => {
        const tables = [...this.#files.values()].flatMap(tablesOf);
        const mapped = mappings.map((mapping) => {
          const source = tables.find(({ id: table }) => table === mapping.table);
          if (!source) throw new Fault('mapping_invalid', { table: mapping.table });
          return { source, mapping };
        });
        await this.#writer.begin();
        try {
          await this.#forgetTrials();
          this.#isStale = true;
          const arrangement = await arrange(this.#writer, mapped, crosswalk, signal);
          if (!hold) await this.#writer.commit();
          return arrangement;
        } catch (thrown) {
          await this.#writer.rollback();
          throw thrown;
        }
      }),
    );
  }

  apply(call: number, views: readonly View[]): Promise<Answer<null>> {
    return this.#run(call, (signal) =>
      this.#changeHeld(async () => {
        const kept = this.#isStale ? new Set() : unchangedViews(this.#applied, views);
        const changes = ({ name }: View) => !kept.has(name);
        // reports read runs and change nothing in them
        const isReport = ({ name }: View) => name.startsWith('report.');
        const rescored = [...this.#applied, ...views].some(
          (view) => changes(view) && !isReport(view),
        );
        if (!this.#writer.isOpen) await this.#writer.begin();
        await this.#writer.concluding(async () => {
          if (this.#isStale || rescored) await this.#forgetTrials();
          for (const view of this.#applied.filter(changes).toReversed())
            await this.#writer.run(dropView(view));
          for (const view of views.filter(changes))
            await this.#writer.run(createView(view), signal);
        });
        this.#applied = views;
        this.#isStale = false;
        return null;
      }),
    );
  }

  tryOut(
    call: number,
    trials: readonly Trial[],
    report: (progress: TrialProgress) => void,
  ): Promise<Answer<null>> {
    return this.#run(call, async (signal) => {
      this.#trials ??= Connection.open(this.#handle);
      const connection = await this.#trials;
      await connection.exclusive(async () => {
        const changes = this.#changes;
        const current = () => {
          if (this.#changes !== changes) throw new Fault('superseded');
        };
        const told = (progress: TrialProgress) => {
          current();
          report(progress);
        };
        const take = (statements: readonly Sql[]) =>
          this.#changeHeld(async () => {
            current();
            await this.#writer.transaction(async () => {
              for (const statement of statements) await this.#writer.quick(statement.text);
            });
          });
        await runTrials(connection, trials, told, take, signal);
      });
      return null;
    });
  }

  query(call: number, question: Question): Promise<Answer<Rows>> {
    return this.#run(call, async (signal) => {
      const start = performance.now();
      const ipc = await answerRows(this.#reader, question.sql, this.#known, signal);
      return { ipc, time: performance.now() - start };
    });
  }

  run(call: number, statement: Statement): Promise<Answer<Outcome>> {
    return this.#run(call, async (signal) => {
      const outcome = await (await this.#ownConsole()).run(statement, signal);
      // what was known of the columns of a scratch table may be wrong now
      if (outcome.kind !== 'rows') this.#known.clear();
      return outcome;
    });
  }

  check(call: number, statement: Statement): Promise<Answer<null>> {
    return this.#run(call, async () => {
      await (await this.#ownConsole()).check(statement);
      return null;
    });
  }

  results(call: number, question: Question): Promise<Answer<Rows>> {
    return this.#run(call, async (signal) => {
      const start = performance.now();
      const ipc = await (await this.#ownConsole()).rows(question.sql, signal);
      return { ipc, time: performance.now() - start };
    });
  }

  forget(call: number, result: string): Promise<Answer<null>> {
    return this.#run(call, async () => {
      await (await this.#ownConsole()).forget(result);
      return null;
    });
  }

  describe(call: number): Promise<Answer<readonly Relation[]>> {
    return this.#run(call, async () => {
      const rows = decodeRows(
        await this.#reader.exclusive(() =>
          this.#reader.run(
            sql`
              SELECT table_schema || '.' || table_name AS name, column_name, data_type
              FROM information_schema.columns
              WHERE
                table_catalog = current_database()
                AND table_schema IN (${join([...floors, scratch].map((floor) => lit(floor)))})
              ORDER BY table_schema, table_name, ordinal_position`.text,
          ),
        ),
      );
      const relations = new Map<string, { name: string; type: string }[]>();
      for (const row of rows) {
        const columns = relations.get(String(row['name'])) ?? [];
        columns.push({ name: String(row['column_name']), type: String(row['data_type']) });
        relations.set(String(row['name']), columns);
      }
      return [...relations].map(([name, columns]) => ({ name, columns }));
    });
  }

  cancel(call: number): Promise<void> {
    this.#calls.get(call)?.abort();
    return Promise.resolve();
  }

  #ownConsole(): Promise<Console> {
    this.#console ??= Connection.open(this.#handle).then((connection) => new Console(connection));
    return this.#console;
  }

  /** A change of anything but the views: an arrangement that waits for them is kept as it is. */
  #change<T>(work: () => Promise<T>): Promise<T> {
    return this.#changeHeld(async () => {
      if (this.#writer.isOpen) await this.#writer.commit();
      return work();
    });
  }

  /** Changes run one after the other; what was planned before one may not hold after it. */
  #changeHeld<T>(work: () => Promise<T>): Promise<T> {
    return this.#writer.exclusive(async () => {
      try {
        return await work();
      } finally {
        this.#known.clear();
      }
    });
  }

  /** The results of runs are those of other data or views, and runs under way lead to no result. */
  async #forgetTrials(): Promise<void> {
    this.#changes += 1;
    for (const statement of emptyTrialTables()) await this.#writer.quick(statement.text);
  }

  async #run<T>(call: number, work: (signal: AbortSignal) => Promise<T>): Promise<Answer<T>> {
    const controller = new AbortController();
    this.#calls.set(call, controller);
    try {
      return await answer(() => work(controller.signal));
    } finally {
      this.#calls.delete(call);
    }
  }

  /** @param layout null where it stays as it is */
  async #layOut(sheetId: string, layout: readonly TableLayout[] | null): Promise<LaidOut> {
    const file = [...this.#files.values()].find(({ sheets }) =>
      sheets.some(({ sheet }) => sheet.id === sheetId),
    );
    if (!file) throw new Fault('sheet_unknown', { sheet: sheetId });
    const kept = await layOutSheet(this.#writer, file, sheetId, layout, this.#corrections);
    this.#files.set(kept.id, kept);
    const { sheet, tables } = keptSheet(kept, sheetId);
    return { sheet, tables, findings: findingsOf(kept) };
  }
}

function kindOf(view: View): Sql {
  return view.stored ? sql`TABLE` : sql`VIEW`;
}

function nameOf(view: View): Sql {
  return id(...view.name.split('.'));
}

function dropView(view: View): string {
  return sql`DROP ${kindOf(view)} IF EXISTS ${nameOf(view)}`.text;
}

function createView(view: View): string {
  return `${sql`CREATE ${kindOf(view)} ${nameOf(view)} AS`.text}\n${view.sql}`;
}

/** Tells sheets apart as a correction names them. */
function sheetKey({ file, sheet }: Pick<Correction, 'file' | 'sheet'>): string {
  return JSON.stringify([file, sheet]);
}
