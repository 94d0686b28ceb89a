import { proxy, wrap, type Remote } from 'comlink';
import { Fault, toAppError, unwrap, type Answer } from '../model/answer';
import type { Correction } from '../model/correction';
import type { Crosswalk } from '../model/crosswalk';
import type { TableLayout } from '../model/layout';
import type { TableMapping } from '../model/mapping';
import type { Row } from '../model/row';
import type { View } from '../model/view';
import { decodeRows } from './decode';
import type {
  Arrangement,
  Engine,
  EngineAssets,
  EngineStatus,
  EngineWorker,
  FileInput,
  LaidOut,
  LoadedFile,
  Progress,
  Relation,
} from './protocol';

/** A worker that doesn't answer a ping for this long is taken for dead. */
const deadAfter = 8_000;
const pingEvery = 2_000;

/** A stopped question that has not ended after this long costs the worker its life. */
const stopWithin = 1_000;

/** Answers kept until the data changes. */
const keptAnswers = 60;

/** One life of the worker: what is pending ends when it ends. */
interface Life {
  readonly worker: Worker;
  readonly remote: Remote<EngineWorker>;
  /** Rejects when the worker dies. */
  readonly death: Promise<never>;
  readonly die: (reason: Fault) => void;
}

/** A question under way; it is stopped when nobody waits for it any more. */
interface Pending {
  readonly key: string;
  readonly call: number;
  readonly rows: Promise<readonly Row[]>;
  waiting: number;
}

/** What a consumer waits for. */
interface Turn {
  readonly pending: Pending;
  /** How it was given up, if it was. */
  ended: 'superseded' | 'cancelled' | null;
}

/**
 * The page's end of the engine in a worker. It keeps what was loaded, so that a worker that dies is replaced and the
 * data restored; it asks identical questions once and forgets a consumer's older question for its newer one.
 */
export class EngineClient implements Engine {
  readonly #assets: EngineAssets;
  readonly #startWorker: () => Worker;
  readonly #listeners = new Set<(status: EngineStatus) => void>();
  readonly #files = new Map<string, FileInput>();
  /** Layouts that were changed, by sheet, as they are restored. */
  readonly #layouts = new Map<string, readonly TableLayout[]>();
  readonly #pending = new Map<string, Pending>();
  readonly #turns = new Map<string, Turn>();
  readonly #answers = new Map<string, readonly Row[]>();
  /** The last arrangement and views, as they are restored. */
  #arranged: {
    arranged: { mappings: readonly TableMapping[]; crosswalk: Crosswalk } | null;
    views: readonly View[] | null;
  } = { arranged: null, views: null };
  #corrections: readonly Correction[] = [];
  /** Counts the changes of data or views; an answer to an older state is not kept. */
  #version = 0;
  #status: EngineStatus = { state: 'starting' };
  #life: Promise<Life>;
  #calls = 0;

  /**
   * @param assets absolute addresses of the engine's own files
   * @param startWorker makes the engine's worker
   */
  constructor(assets: EngineAssets, startWorker: () => Worker) {
    this.#assets = assets;
    this.#startWorker = startWorker;
    this.#life = this.#begin();
    this.#life.catch(() => undefined);
  }

  get status(): EngineStatus {
    return this.#status;
  }

  onStatus(listener: (status: EngineStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load(
    file: FileInput,
    report: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<LoadedFile> {
    if (signal.aborted) throw new Fault('cancelled');
    const loaded = await this.#call((remote, call) => {
      signal.addEventListener('abort', () => void remote.cancel(call));
      return remote.load(call, file, proxy(report));
    });
    this.#files.set(file.id, file);
    this.#forgetAnswers();
    return loaded;
  }

  async unload(fileId: string): Promise<void> {
    this.#forget(fileId);
    await this.#call((remote, call) => remote.unload(call, fileId));
    this.#forgetAnswers();
  }

  async layOut(sheetId: string, layout: readonly TableLayout[]): Promise<LaidOut> {
    const laidOut = await this.#call((remote, call) => remote.layOut(call, sheetId, layout));
    this.#layouts.set(sheetId, layout);
    this.#forgetAnswers();
    return laidOut;
  }

  async correct(corrections: readonly Correction[]): Promise<readonly LaidOut[]> {
    const laidOut = await this.#call((remote, call) => remote.correct(call, corrections));
    this.#corrections = corrections;
    this.#forgetAnswers();
    return laidOut;
  }

  async arrange(mappings: readonly TableMapping[], crosswalk: Crosswalk): Promise<Arrangement> {
    const arrangement = await this.#call((remote, call) =>
      remote.arrange(call, mappings, crosswalk),
    );
    this.#arranged = { ...this.#arranged, arranged: { mappings, crosswalk } };
    this.#forgetAnswers();
    return arrangement;
  }

  async apply(views: readonly View[]): Promise<void> {
    await this.#call((remote, call) => remote.apply(call, views));
    this.#arranged = { ...this.#arranged, views };
    this.#forgetAnswers();
  }

  async rows(consumer: string, sql: string): Promise<readonly Row[]> {
    const known = this.#answers.get(sql);
    // the new question is taken up before the old one is let go: they may be the same
    const turn: Turn | null = known ? null : { pending: this.#ask(sql), ended: null };
    this.#end(consumer, 'superseded');
    if (known || !turn) return known ?? [];
    this.#turns.set(consumer, turn);
    try {
      const rows = await turn.pending.rows;
      if (turn.ended !== null) throw new Fault(turn.ended);
      return rows;
    } catch (thrown) {
      throw turn.ended === null ? thrown : new Fault(turn.ended);
    } finally {
      if (this.#turns.get(consumer) === turn) this.#turns.delete(consumer);
    }
  }

  stop(consumer: string): void {
    this.#end(consumer, 'cancelled');
  }

  describe(): Promise<readonly Relation[]> {
    return this.#call((remote, call) => remote.describe(call));
  }

  /** Gives up what a consumer waits for; the engine stops a question that nobody else waits for. */
  #end(consumer: string, how: 'superseded' | 'cancelled'): void {
    const turn = this.#turns.get(consumer);
    if (!turn) return;
    this.#turns.delete(consumer);
    turn.ended = how;
    turn.pending.waiting -= 1;
    if (turn.pending.waiting > 0 || this.#pending.get(turn.pending.key) !== turn.pending) return;
    this.#pending.delete(turn.pending.key);
    void this.#cancel(turn.pending);
  }

  /** The question under way with this SQL over this state of the data, or a new one. */
  #ask(sql: string): Pending {
    const key = `${this.#version} ${sql}`;
    const underWay = this.#pending.get(key);
    if (underWay) {
      underWay.waiting += 1;
      return underWay;
    }
    this.#calls += 1;
    const call = this.#calls;
    const rows = this.#query(call, sql).finally(() => {
      if (this.#pending.get(key)?.call === call) this.#pending.delete(key);
    });
    const pending = { key, call, rows, waiting: 1 };
    this.#pending.set(key, pending);
    return pending;
  }

  async #query(call: number, sql: string): Promise<readonly Row[]> {
    const life = await this.#life;
    const version = this.#version;
    const answer = await Promise.race([life.remote.query(call, { sql }), life.death]);
    const rows = decodeRows(unwrap(answer).ipc);
    if (version === this.#version) this.#remember(sql, rows);
    return rows;
  }

  #forgetAnswers(): void {
    this.#version += 1;
    this.#answers.clear();
  }

  #remember(sql: string, rows: readonly Row[]): void {
    const oldest =
      this.#answers.size >= keptAnswers ? this.#answers.keys().next().value : undefined;
    if (oldest !== undefined) this.#answers.delete(oldest);
    this.#answers.set(sql, rows);
  }

  /** Asks the engine to stop; one that can't is ended and replaced. */
  async #cancel(pending: Pending): Promise<void> {
    const life = await this.#life;
    void life.remote.cancel(pending.call);
    const ended = pending.rows.then(
      () => true,
      () => true,
    );
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), stopWithin));
    if (!(await Promise.race([ended, late]))) life.die(new Fault('engine_lost'));
  }

  /** A file that is gone, with the mappings of its tables. */
  #forget(fileId: string): void {
    this.#files.delete(fileId);
    for (const sheet of this.#layouts.keys())
      if (sheet.startsWith(`${fileId}_`)) this.#layouts.delete(sheet);
    const { arranged } = this.#arranged;
    if (!arranged) return;
    const mappings = arranged.mappings.filter(({ table }) => !table.startsWith(`${fileId}_`));
    this.#arranged = { ...this.#arranged, arranged: { ...arranged, mappings } };
  }

  async #call<T>(
    work: (remote: Remote<EngineWorker>, call: number) => Promise<Answer<T>>,
  ): Promise<T> {
    const life = await this.#life;
    this.#calls += 1;
    return unwrap(await Promise.race([work(life.remote, this.#calls), life.death]));
  }

  async #begin(): Promise<Life> {
    const worker = this.#startWorker();
    const remote = wrap<EngineWorker>(worker);
    let reject: (reason: Fault) => void = () => undefined;
    const death = new Promise<never>((_, fail) => {
      reject = fail;
    });
    death.catch(() => undefined);
    let dead = false;
    const die = (reason: Fault) => {
      if (dead) return;
      dead = true;
      clearInterval(timer);
      worker.terminate();
      reject(reason);
      if (this.#status.state === 'ready') this.#replace();
    };
    const timer = setInterval(() => void watch(remote, die), pingEvery);
    worker.addEventListener('error', () => die(new Fault('engine_lost')));
    const life = { worker, remote, death, die };
    try {
      const facts = unwrap(await Promise.race([remote.boot(this.#assets), death]));
      await this.#restore(life);
      this.#become({ state: 'ready', facts });
      return life;
    } catch (thrown) {
      dead = true;
      clearInterval(timer);
      worker.terminate();
      this.#become({ state: 'failed', error: toAppError(thrown) });
      throw thrown;
    }
  }

  #replace(): void {
    this.#become({ state: 'restarting' });
    this.#forgetAnswers();
    this.#life = this.#begin();
    this.#life.catch(() => undefined);
  }

  /** Does again what the dead worker had done; ids come from the page, so they come out the same. */
  async #restore({ remote, death }: Life): Promise<void> {
    const again = async <T>(work: (call: number) => Promise<Answer<T>>) => {
      this.#calls += 1;
      return unwrap(await Promise.race([work(this.#calls), death]));
    };
    await again((call) => remote.correct(call, this.#corrections));
    for (const file of [...this.#files.values()]) {
      try {
        await again((call) =>
          remote.load(
            call,
            file,
            proxy(() => undefined),
          ),
        );
      } catch (thrown) {
        // a large file may have been changed on disk; the others must not be lost with it
        if (!toAppError(thrown).code.startsWith('file_') && toAppError(thrown).code !== 'internal')
          throw thrown;
        this.#forget(file.id);
      }
    }
    for (const [sheet, layout] of this.#layouts)
      await again((call) => remote.layOut(call, sheet, layout));
    const { arranged, views } = this.#arranged;
    if (arranged)
      await again((call) => remote.arrange(call, arranged.mappings, arranged.crosswalk));
    if (views) await again((call) => remote.apply(call, views));
  }

  #become(status: EngineStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }
}

async function watch(remote: Remote<EngineWorker>, die: (reason: Fault) => void): Promise<void> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<'silent'>((resolve) => {
    late = setTimeout(() => resolve('silent'), deadAfter);
  });
  if ((await Promise.race([remote.ping(), silence])) === 'silent') die(new Fault('engine_lost'));
  clearTimeout(late);
}
