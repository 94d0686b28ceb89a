import { Fault } from '../src/model/answer';
import { joinedBytes } from './joined-bytes';

/** A value that a binding gives at once (Node) or later (browser). */
type Eventually<T> = T | Promise<T>;

/** The calls that the engine needs of DuckDB-WASM; both its blocking and its asynchronous bindings have them. */
export interface Bindings {
  runQuery(connection: number, text: string): Eventually<Uint8Array>;
  startPendingQuery(
    connection: number,
    text: string,
    stream: boolean,
  ): Eventually<Uint8Array | null>;
  pollPendingQuery(connection: number): Eventually<Uint8Array | null>;
  cancelPendingQuery(connection: number): Eventually<boolean>;
  fetchQueryResults(connection: number): Eventually<Uint8Array | null>;
  createPrepared(connection: number, text: string): Eventually<number>;
  closePrepared(connection: number, statement: number): Eventually<void>;
  insertArrowFromIPCStream(
    connection: number,
    bytes: Uint8Array,
    options: { name: string; schema: string; create: boolean },
  ): Eventually<void>;
  dropFile(name: string): Eventually<unknown>;
}

/** A DuckDB handle as the engine takes it: browser or Node. */
export interface DatabaseHandle {
  readonly bindings: Bindings;
  connect(): Eventually<number>;
  /** Makes the content readable in SQL under the name. */
  registerFile(name: string, content: Blob): Promise<void>;
  version(): Eventually<string>;
}

/** One connection: statements run one after the other, each can be stopped. */
export class Connection {
  readonly #bindings: Bindings;
  readonly #id: number;
  #tail: Promise<unknown> = Promise.resolve();
  #isOpen = false;

  private constructor(bindings: Bindings, id: number) {
    this.#bindings = bindings;
    this.#id = id;
  }

  static async open(handle: DatabaseHandle): Promise<Connection> {
    return new Connection(handle.bindings, await handle.connect());
  }

  /** Runs `work` when everything asked before is done, so that a transaction is not broken into. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  /** Runs a statement that is over in no time: one call to the engine, which can't be stopped. */
  async quick(text: string): Promise<void> {
    try {
      await this.#bindings.runQuery(this.#id, text);
    } catch (thrown) {
      throw toQueryFault(thrown, text);
    }
  }

  /** A transaction was begun and neither kept nor given up. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  async begin(): Promise<void> {
    await this.quick('BEGIN TRANSACTION');
    this.#isOpen = true;
  }

  async commit(): Promise<void> {
    await this.quick('COMMIT');
    this.#isOpen = false;
  }

  async rollback(): Promise<void> {
    this.#isOpen = false;
    await this.quick('ROLLBACK');
  }

  /** Runs `work` within one transaction: all of it is kept, or nothing. Within an open one, that one decides. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isOpen) return work();
    await this.begin();
    return this.concluding(work);
  }

  /** Runs the last of the work of the open transaction: then all of it is kept, or nothing. */
  async concluding<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      await this.commit();
      return result;
    } catch (thrown) {
      await this.rollback();
      throw thrown;
    }
  }

  /**
   * Runs one statement and returns its rows as one Arrow IPC stream.
   * @throws Fault `query_failed` with the statement, or `cancelled`
   */
  async run(text: string, signal?: AbortSignal): Promise<Uint8Array> {
    let cancelling: Eventually<boolean> | undefined;
    const cancel = () => {
      cancelling = this.#bindings.cancelPendingQuery(this.#id);
    };
    if (signal?.aborted) throw new Fault('cancelled');
    signal?.addEventListener('abort', cancel);
    try {
      let header = await this.#bindings.startPendingQuery(this.#id, text, true);
      while (header === null) {
        await breathe(signal);
        header = await this.#bindings.pollPendingQuery(this.#id);
      }
      const chunks = [header];
      for (;;) {
        await breathe(signal);
        if (signal?.aborted) throw new Fault('cancelled');
        const chunk = await this.#bindings.fetchQueryResults(this.#id);
        if (chunk === null) continue;
        if (chunk.length === 0) return joinedBytes(chunks);
        chunks.push(chunk);
      }
    } catch (thrown) {
      await cancelling;
      if (signal?.aborted) throw new Fault('cancelled');
      throw toQueryFault(thrown, text);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Checks that the text is one statement that can be planned, without running it. */
  async check(text: string): Promise<void> {
    try {
      const statement = await this.#bindings.createPrepared(this.#id, text);
      await this.#bindings.closePrepared(this.#id, statement);
    } catch (thrown) {
      throw toQueryFault(thrown, text);
    }
  }

  /** Stores an Arrow IPC stream as a new table. */
  insert(schema: string, name: string, ipc: Uint8Array): Promise<void> {
    return this.#insert(ipc, { schema, name, create: true });
  }

  /** Adds an Arrow IPC stream to a table. */
  append(schema: string, name: string, ipc: Uint8Array): Promise<void> {
    return this.#insert(ipc, { schema, name, create: false });
  }

  async #insert(
    ipc: Uint8Array,
    table: { schema: string; name: string; create: boolean },
  ): Promise<void> {
    try {
      await this.#bindings.insertArrowFromIPCStream(this.#id, ipc, table);
    } catch (thrown) {
      throw toQueryFault(thrown, `INSERT INTO ${table.schema}.${table.name}`);
    }
  }
}

/** Blocking bindings never yield by themselves; a turn of the event loop lets a cancellation arrive. */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  if (signal) await new Promise((resolve) => setTimeout(resolve));
}

function toQueryFault(thrown: unknown, text: string): Fault {
  if (thrown instanceof Fault) return thrown;
  const message = plainMessage(thrown instanceof Error ? thrown.message : String(thrown));
  const memory = /Out of Memory|memory access out of bounds|could not allocate/i.test(message);
  return new Fault(memory ? 'engine_memory' : 'query_failed', { message }, text);
}

/** Some errors come as an object in JSON, with the message that the others are as one of its parts. */
function plainMessage(message: string): string {
  if (!message.startsWith('{"exception_type"')) return message;
  const parts = JSON.parse(message) as { exception_type: string; exception_message: string };
  return `${parts.exception_type} Error: ${parts.exception_message}`;
}
