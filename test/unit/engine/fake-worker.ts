import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { expose } from 'comlink';
import type { EngineWorker, FileInput } from '../../../src/engine/protocol';
import type { Answer, AppError } from '../../../src/model/answer';

/** A question that the test answers when it likes. */
export interface Asked {
  readonly sql: string;
  readonly answer: (value: number) => void;
  readonly fail: (error: AppError) => void;
}

/**
 * A worker within the test's own thread. Messages are handed on as microtasks, so that a test under a false clock
 * needs no real time. It notes the calls that reach it; questions wait until the test answers them.
 */
export class FakeWorker extends EventTarget {
  readonly calls: string[] = [];
  readonly asked: Asked[] = [];
  terminated = false;
  /** A worker that hangs takes calls and answers none. */
  hangs = false;
  /** A worker that is deaf goes on with what it is told to stop. */
  deaf = false;
  readonly #inside = new EventTarget();

  constructor(hangs = false) {
    super();
    this.hangs = hangs;
    const send = (message: unknown) => this.#deliver(this, message);
    const inside = Object.assign(this.#inside, { postMessage: send });
    expose(this.#engine(), inside);
  }

  postMessage(message: unknown): void {
    if (!this.hangs) this.#deliver(this.#inside, message);
  }

  terminate(): void {
    this.terminated = true;
  }

  /** As a browser tells of an error that nobody caught within the worker. */
  crash(): void {
    this.hangs = true;
    this.dispatchEvent(new Event('error'));
  }

  #deliver(target: EventTarget, data: unknown): void {
    queueMicrotask(() => {
      if (!this.terminated) target.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  #engine(): EngineWorker {
    const fine = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value });
    const note = (text: string) => void this.calls.push(text);
    const open = new Map<number, Asked>();
    return {
      boot: () => fine({ version: 'fake', bootTime: 1 }),
      ping: () => Promise.resolve(true),
      load: (_, file: FileInput) => {
        note(`load ${file.id}`);
        return fine({
          id: file.id,
          name: file.name,
          sheets: [],
          tables: [],
          findings: [],
          encodings: [],
        });
      },
      unload: (_, fileId) => {
        note(`unload ${fileId}`);
        return fine(null);
      },
      layOut: (_, sheetId) => {
        note(`layOut ${sheetId}`);
        return Promise.resolve({
          ok: false,
          error: { code: 'sheet_unknown', detail: { sheet: sheetId } },
        });
      },
      correct: (_, corrections) => {
        if (corrections.length > 0) note(`correct ${corrections.length}`);
        return fine([]);
      },
      arrange: (_, mappings) => {
        note(`arrange ${mappings.map(({ table }) => table).join(' ')}`);
        return fine({
          subjects: 0,
          observations: 0,
          periods: [],
          figurePeriods: [],
          rosters: [],
          indicators: [],
          attributes: [],
          proposals: [],
          breaks: [],
          coverage: { tables: [], changes: [] },
          findings: [],
        });
      },
      apply: (_, views) => {
        note(`apply ${views.map(({ name }) => name).join(' ')}`);
        return fine(null);
      },
      tryOut: (call, trials, report) =>
        new Promise((resolve) => {
          report({ done: 1, of: trials.length });
          const asked: Asked = {
            sql: '',
            answer: () => resolve({ ok: true, value: null }),
            fail: (error) => resolve({ ok: false, error }),
          };
          this.asked.push(asked);
          open.set(call, asked);
        }),
      run: () => fine({ kind: 'dropped', name: '', time: 0 }),
      check: () => fine(null),
      results: () => fine({ ipc: rowsOf(0), time: 1 }),
      forget: () => fine(null),
      describe: () => fine([]),
      query: (call, { sql }) =>
        new Promise((resolve) => {
          const asked: Asked = {
            sql,
            answer: (value) => resolve({ ok: true, value: { ipc: rowsOf(value), time: 1 } }),
            fail: (error) => resolve({ ok: false, error }),
          };
          this.asked.push(asked);
          open.set(call, asked);
        }),
      cancel: (call) => {
        note('cancel');
        if (!this.deaf) open.get(call)?.fail({ code: 'cancelled', detail: {} });
        return Promise.resolve();
      },
    };
  }
}

function rowsOf(value: number): Uint8Array {
  return tableToIPC(tableFromArrays({ n: Int32Array.of(value) }), 'stream');
}
