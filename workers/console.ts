import type { Outcome, Statement } from '../src/engine/protocol';
import { Fault } from '../src/model/answer';
import { mostKeptRows } from '../src/model/kept-rows';
import { scratch } from '../src/model/view';
import { id, join, lit, Sql, sql } from '../src/sql/sql';
import { answerRows, checkedSelect, type KnownStatements, type SelectColumn } from './answer-rows';
import type { Connection } from './database';
import { errorPlace } from './error-place';
import { decodeRows } from './rows';
import { fillIn, scratchStatement, type ScratchStatement } from './statement';

/**
 * Runs statements of the user's own, on a connection that nothing else uses.
 *
 * A SELECT runs in a read-only transaction and its rows are kept in a temporary table, the only thing that such a
 * transaction can write; pages of it are asked for later. What changes the scratch schema is put together here from
 * its name and a SELECT proved as such. Nothing else runs.
 */
export class Console {
  readonly #connection: Connection;
  readonly #known: KnownStatements = new Map();
  #results = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * @throws Fault `query_failed` (with the place where the text is wrong), `query_parameter`, `query_read_only`,
   * `query_not_select` or `cancelled`
   */
  async run(statement: Statement, signal: AbortSignal): Promise<Outcome> {
    const start = performance.now();
    const outcome = await this.#exclusive<Came>(statement, (written, change) => {
      if (change?.act === 'drop') return this.#drop(change);
      if (change) return this.#create(change, signal);
      return this.#keep(written, signal);
    });
    return { ...outcome, time: performance.now() - start };
  }

  /** Finds what is wrong with a statement without running it; throws as `run` does. */
  async check(statement: Statement): Promise<void> {
    await this.#exclusive(statement, async (written, change) => {
      if (change?.act === 'drop') return;
      const select = change?.select ?? written;
      await this.#readOnly(() => checkedSelect(this.#connection, select));
    });
  }

  /** Rows of a result. */
  rows(text: string, signal: AbortSignal): Promise<Uint8Array> {
    return answerRows(this.#connection, text, this.#known, signal);
  }

  /** Gives up a result's memory. */
  forget(result: string): Promise<void> {
    return this.#connection.exclusive(() =>
      this.#connection.quick(sql`DROP TABLE IF EXISTS ${resultName(result)}`.text),
    );
  }

  #exclusive<T>(
    statement: Statement,
    work: (written: string, change: ScratchStatement | null) => Promise<T>,
  ): Promise<T> {
    const { sql: text, written } = fillIn(statement.sql, statement.parameters);
    return this.#connection.exclusive(async () => {
      const change = scratchStatement(text);
      try {
        return await work(text, change);
      } catch (thrown) {
        const isMade = change?.act === 'create';
        const [asked, from] = isMade ? [change.select, change.from] : [text, 0];
        throw withPlace(thrown, statement.sql, asked, (place) => written(from + place));
      }
    });
  }

  async #keep(text: string, signal: AbortSignal) {
    const result = `result_${this.#results + 1}`;
    this.#results += 1;
    return this.#readOnly(async () => {
      const { select, columns } = await checkedSelect(this.#connection, text);
      await this.#connection.run(keepResult(result, select, columns).text, signal);
      const rows = await this.#count(resultName(result));
      const more = rows > mostKeptRows;
      return { kind: 'rows' as const, result, columns, rows: Math.min(rows, mostKeptRows), more };
    });
  }

  async #create(
    { kind, replace, name, select: text }: ScratchStatement & { act: 'create' },
    signal: AbortSignal,
  ) {
    const { select } = await this.#readOnly(() => checkedSelect(this.#connection, text));
    const target = id(scratch, name);
    const verb = replace ? sql`CREATE OR REPLACE` : sql`CREATE`;
    const head = sql`${verb} ${words[kind]} ${target} AS`;
    await this.#connection.transaction(() =>
      this.#connection.run(`${head.text}\nSELECT *\nFROM (\n${select}\n)`, signal),
    );
    const rows = kind === 'TABLE' ? await this.#count(target) : null;
    return { kind: 'made' as const, name: `${scratch}.${name}`, rows };
  }

  async #drop({ kind, ifExists, name }: ScratchStatement & { act: 'drop' }) {
    const target = id(scratch, name);
    const verb = ifExists ? sql`DROP ${words[kind]} IF EXISTS` : sql`DROP ${words[kind]}`;
    await this.#connection.quick(sql`${verb} ${target}`.text);
    return { kind: 'dropped' as const, name: `${scratch}.${name}` };
  }

  async #count(table: Sql): Promise<number> {
    const [row] = decodeRows(
      await this.#connection.run(sql`SELECT count(*)::INTEGER AS n FROM ${table}`.text),
    );
    return Number(row?.['n']);
  }

  async #readOnly<T>(work: () => Promise<T>): Promise<T> {
    await this.#connection.quick('BEGIN TRANSACTION READ ONLY');
    try {
      const value = await work();
      await this.#connection.quick('COMMIT');
      return value;
    } catch (thrown) {
      await this.#connection.quick('ROLLBACK');
      throw thrown;
    }
  }
}

/** An outcome without its time. */
type Came = Outcome extends infer One ? (One extends unknown ? Omit<One, 'time'> : never) : never;

const words = { TABLE: sql`TABLE`, VIEW: sql`VIEW` } as const;

function resultName(result: string): Sql {
  return id('temp', result);
}

/** Columns are kept by their place: a result may have a name twice. One row more than shown tells that there are more. */
function keepResult(result: string, select: string, columns: readonly SelectColumn[]): Sql {
  const kept = columns.map(({ type }, index) => {
    const column = id(`c${index + 1}`);
    // an ENUM comes out of the engine as nothing at all
    return /^ENUM/.test(type) ? sql`CAST(${column} AS VARCHAR) AS ${column}` : column;
  });
  const names = join(columns.map((_, index) => id(`c${index + 1}`)));
  const head = sql`
    CREATE TEMPORARY TABLE ${resultName(result)} AS
    SELECT ${join(kept)}`;
  const foot = sql`AS t(${names}) LIMIT ${lit(mostKeptRows + 1)}`;
  return new Sql(`${head.text}\nFROM (\n${select}\n) ${foot.text}`, true);
}

/** The fault with the place in the written text where it is wrong, as far as the engine says. */
function withPlace(
  thrown: unknown,
  written: string,
  asked: string,
  back: (place: number) => number,
): unknown {
  if (!(thrown instanceof Fault)) return thrown;
  const { code, detail, sql: run = '' } = thrown.error;
  if (code !== 'query_failed') return new Fault(code, detail, written);
  const before = run.indexOf(asked);
  const place = before < 0 ? null : errorPlace(String(detail['message']), run);
  if (place === null || place < before) return new Fault(code, detail, written);
  return new Fault(code, { ...detail, place: back(place - before) }, written);
}
