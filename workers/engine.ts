import type {
  Arrangement,
  EngineCalls,
  FileInput,
  LoadedFile,
  Progress,
  Question,
  Relation,
  Rows,
} from '../src/engine/protocol';
import { answer, Fault, type Answer } from '../src/model/answer';
import { canonSetup } from '../src/ingest/canon';
import type { Finding } from '../src/model/finding';
import type { TableMapping } from '../src/model/mapping';
import type { SourceTable } from '../src/model/source';
import { floors, type View } from '../src/model/view';
import { id, lit, sql, type Sql } from '../src/sql/sql';
import { answerRows, type KnownStatements } from './answer-rows';
import { arrange } from './arrange';
import { Connection, type DatabaseHandle } from './database';
import { lockDown } from './lock';
import type { Reader } from './readers/read';
import { decodeRows } from './rows';
import { storePart } from './store';

/** The engine on any DuckDB handle. Statements that change something run one after the other; questions beside them. */
export class Engine implements EngineCalls {
  readonly #handle: DatabaseHandle;
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #readFile: Reader;
  readonly #calls = new Map<number, AbortController>();
  readonly #tables = new Map<string, SourceTable>();
  #applied: readonly View[] = [];
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
    for (const floor of floors)
      await writer.run(sql`CREATE SCHEMA IF NOT EXISTS ${id(floor)}`.text);
    for (const statement of canonSetup()) await writer.run(statement.text);
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
      const reading = (share: number | null) => report({ stage: 'reading', share });
      const read = await this.#readFile(file.content, file.name, reading, signal);
      report({ stage: 'storing', share: null });
      return this.#change(async () => {
        const tables: SourceTable[] = [];
        const findings: Finding[] = read.findings.map((found) => ({ ...found, file: file.name }));
        try {
          for (const [index, part] of read.parts.entries()) {
            const format = file.pasted ? 'paste' : read.format;
            const table = `${file.id}_${index + 1}`;
            const origin = { id: table, fileId: file.id, file: file.name, format } as const;
            const stored = await storePart(this.#handle, this.#writer, origin, part, signal);
            if (stored.table) tables.push(stored.table);
            findings.push(...stored.findings);
          }
          if (tables.length === 0) throw new Fault('file_no_table');
        } catch (thrown) {
          for (const table of tables) await this.#drop(table.id);
          throw thrown;
        }
        for (const table of tables) this.#tables.set(table.id, table);
        return { id: file.id, name: file.name, tables, findings };
      });
    });
  }

  unload(call: number, fileId: string): Promise<Answer<null>> {
    return this.#run(call, () =>
      this.#change(async () => {
        for (const table of [...this.#tables.values()].filter((one) => one.fileId === fileId)) {
          await this.#drop(table.id);
          this.#tables.delete(table.id);
        }
        return null;
      }),
    );
  }

  arrange(call: number, mappings: readonly TableMapping[]): Promise<Answer<Arrangement>> {
    return this.#run(call, (signal) =>
      this.#change(async () => {
        const mapped = mappings.map((mapping) => {
          const source = this.#tables.get(mapping.table);
          if (!source) throw new Fault('mapping_invalid', { table: mapping.table });
          return { source, mapping };
        });
        return arrange(this.#writer, mapped, signal);
      }),
    );
  }

  apply(call: number, views: readonly View[]): Promise<Answer<null>> {
    return this.#run(call, (signal) =>
      this.#change(() =>
        this.#writer.transaction(async () => {
          for (const view of this.#applied.toReversed()) await this.#writer.run(dropView(view));
          for (const view of views) await this.#writer.run(createView(view), signal);
          this.#applied = views;
          return null;
        }),
      ),
    );
  }

  query(call: number, question: Question): Promise<Answer<Rows>> {
    return this.#run(call, async (signal) => {
      const start = performance.now();
      const ipc = await answerRows(this.#reader, question.sql, this.#known, signal);
      return { ipc, time: performance.now() - start };
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
              WHERE table_schema IN (${lit('raw')}, ${lit('canon')}, ${lit('score')}, ${lit('report')})
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

  /** Changes run one after the other; what was planned before one may not hold after it. */
  #change<T>(work: () => Promise<T>): Promise<T> {
    return this.#writer.exclusive(async () => {
      try {
        return await work();
      } finally {
        this.#known.clear();
      }
    });
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

  async #drop(table: string): Promise<void> {
    await this.#writer.run(sql`DROP TABLE IF EXISTS ${id('raw', table)}`.text);
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
