import { proxy, type Remote } from 'comlink';
import { Fault, toAppError, unwrap, type Answer } from '../model/answer';
import type { Correction } from '../model/correction';
import type { Crosswalk } from '../model/crosswalk';
import type { TableLayout } from '../model/layout';
import type { TableMapping } from '../model/mapping';
import type { Row } from '../model/row';
import type { Trial, TrialProgress } from '../model/trial';
import type { View } from '../model/view';
import { decodeRows } from './decode';
import { Done } from './done';
import { Life } from './life';
import type {
  Arrangement,
  Engine,
  EngineAssets,
  EngineFacts,
  EngineStatus,
  EngineWorker,
  FileInput,
  LaidOut,
  LoadedFile,
  Outcome,
  Progress,
  Relation,
  Rows,
  Statement,
} from './protocol';
import { Questions } from './questions';

/** A stopped question that has not ended after this long costs the worker its life. */
const stopWithin = 1_000;

/** A worker that was ready for this long before it died has not died again. */
const calmAfter = 60_000;

/** After so many deaths in a row another worker would die as well. */
const mostDeaths = 3;

type Work<T> = (remote: Remote<EngineWorker>, call: number) => Promise<Answer<T>>;

/**
 * The page's end of the engine in a worker. A worker that dies is replaced and brought to the same state, until it has
 * died so often in a row that this is given up.
 */
export class EngineClient implements Engine {
  readonly #assets: EngineAssets;
  readonly #startWorker: () => Worker;
  readonly #listeners = new Set<(status: EngineStatus) => void>();
  readonly #done = new Done();
  readonly #questions = new Questions((sql) => this.#put('query', sql));
  readonly #results = new Questions((sql) => this.#put('results', sql));
  #status: EngineStatus = { state: 'starting' };
  #life: Promise<Life>;
  #calls = 0;
  #deaths = 0;
  /** When the worker was ready, in milliseconds of the page's clock. */
  #readyAt = Infinity;

  /**
   * @param assets absolute addresses of the engine's own files
   * @param startWorker makes the engine's worker
   */
  constructor(assets: EngineAssets, startWorker: () => Worker) {
    this.#assets = assets;
    this.#startWorker = startWorker;
    this.#life = this.#begin();
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
    this.#done.loaded(file);
    this.#questions.forgetAnswers();
    return loaded;
  }

  async unload(fileId: string): Promise<void> {
    this.#done.unloaded(fileId);
    await this.#call((remote, call) => remote.unload(call, fileId));
    this.#questions.forgetAnswers();
  }

  async layOut(sheetId: string, layout: readonly TableLayout[]): Promise<LaidOut> {
    const laidOut = await this.#call((remote, call) => remote.layOut(call, sheetId, layout));
    this.#done.laidOut(sheetId, layout);
    this.#questions.forgetAnswers();
    return laidOut;
  }

  async correct(corrections: readonly Correction[]): Promise<readonly LaidOut[]> {
    const laidOut = await this.#call((remote, call) => remote.correct(call, corrections));
    this.#done.corrected(corrections);
    this.#questions.forgetAnswers();
    return laidOut;
  }

  async arrange(mappings: readonly TableMapping[], crosswalk: Crosswalk): Promise<Arrangement> {
    const arrangement = await this.#call((remote, call) =>
      remote.arrange(call, mappings, crosswalk),
    );
    this.#done.arranged(mappings, crosswalk);
    this.#questions.forgetAnswers();
    return arrangement;
  }

  async apply(views: readonly View[]): Promise<void> {
    await this.#call((remote, call) => remote.apply(call, views));
    this.#done.applied(views);
    this.#questions.forgetAnswers();
  }

  async tryOut(
    trials: readonly Trial[],
    report: (progress: TrialProgress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#call((remote, call) => {
      if (signal.aborted) throw new Fault('cancelled');
      signal.addEventListener('abort', () => void remote.cancel(call));
      return remote.tryOut(call, trials, proxy(report));
    });
    this.#questions.forgetAnswers();
  }

  rows(consumer: string, sql: string): Promise<readonly Row[]> {
    return this.#questions.rows(consumer, sql);
  }

  stop(consumer: string): void {
    this.#questions.end(consumer, 'cancelled');
  }

  describe(): Promise<readonly Relation[]> {
    return this.#call((remote, call) => remote.describe(call));
  }

  async run(statement: Statement, signal: AbortSignal): Promise<Outcome> {
    const life = await this.#life;
    const isStopped = () => signal.aborted;
    if (isStopped()) throw new Fault('cancelled');
    this.#calls += 1;
    const call = this.#calls;
    const answered = life.within<Answer<Outcome>>(life.remote.run(call, statement));
    signal.addEventListener('abort', () => void this.#cancel(call, answered));
    try {
      const outcome = unwrap(await answered);
      if (outcome.kind !== 'rows') this.#questions.forgetAnswers();
      return outcome;
    } catch (thrown) {
      throw isStopped() ? new Fault('cancelled') : thrown;
    }
  }

  async check(statement: Statement): Promise<void> {
    await this.#call((remote, call) => remote.check(call, statement));
  }

  results(consumer: string, sql: string): Promise<readonly Row[]> {
    return this.#results.rows(consumer, sql);
  }

  async forget(result: string): Promise<void> {
    await this.#call((remote, call) => remote.forget(call, result));
  }

  #put(kind: 'query' | 'results', sql: string) {
    this.#calls += 1;
    const call = this.#calls;
    const rows = this.#ask(kind, call, sql);
    return { rows, stop: () => void this.#cancel(call, rows) };
  }

  async #ask(kind: 'query' | 'results', call: number, sql: string): Promise<readonly Row[]> {
    const life = await this.#life;
    const answer = await life.within<Answer<Rows>>(life.remote[kind](call, { sql }));
    return decodeRows(unwrap(answer).ipc);
  }

  /** Asks the engine to stop; one that can't is ended and replaced. */
  async #cancel(call: number, rows: Promise<unknown>): Promise<void> {
    const life = await this.#life;
    void life.remote.cancel(call);
    const ended = rows.then(
      () => true,
      () => true,
    );
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), stopWithin));
    if ((await Promise.race([ended, late])) || life.over) return;
    life.end();
    this.#replace();
  }

  async #call<T>(work: Work<T>): Promise<T> {
    return this.#callIn(await this.#life, work);
  }

  async #callIn<T>(life: Life, work: Work<T>): Promise<T> {
    this.#calls += 1;
    return unwrap(await life.within(work(life.remote, this.#calls)));
  }

  #begin(): Promise<Life> {
    this.#readyAt = Infinity;
    const begun = this.#boot(new Life(this.#startWorker(), () => this.#died()));
    begun.catch(() => undefined);
    return begun;
  }

  async #boot(life: Life): Promise<Life> {
    try {
      const booted = await life.within<Answer<EngineFacts>>(life.remote.boot(this.#assets));
      const facts = unwrap(booted);
      await this.#done.again(
        (work) => this.#callIn(life, work),
        proxy(() => undefined),
      );
      this.#readyAt = performance.now();
      this.#become({ state: 'ready', facts });
      return life;
    } catch (thrown) {
      if (!life.over) {
        life.end();
        this.#become({ state: 'failed', error: toAppError(thrown) });
      }
      throw thrown;
    }
  }

  #died(): void {
    const wasCalm = performance.now() - this.#readyAt >= calmAfter;
    this.#deaths = wasCalm ? 1 : this.#deaths + 1;
    if (this.#deaths < mostDeaths) this.#replace();
    else this.#giveUp();
  }

  #replace(): void {
    this.#become({ state: 'restarting' });
    this.#questions.forgetAnswers();
    this.#results.forgetAnswers();
    this.#life = this.#begin();
  }

  #giveUp(): void {
    const reason = new Fault('engine_given_up', { deaths: this.#deaths });
    this.#life = Promise.reject(reason);
    this.#life.catch(() => undefined);
    this.#become({ state: 'failed', error: reason.error });
  }

  #become(status: EngineStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }
}
