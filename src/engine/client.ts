import { proxy, type Remote } from 'comlink';
import { Fault, toAppError, unwrap, type Answer } from '../model/answer';
import type { Correction } from '../model/correction';
import type { Crosswalk } from '../model/crosswalk';
import type { TableLayout } from '../model/layout';
import type { TableMapping } from '../model/mapping';
import type { Row } from '../model/row';
import type { Trial, TrialProgress } from '../model/trial';
import type { View } from '../model/view';
import { decodeRowsInSteps } from './decode';
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
  Work,
  WorkKind,
} from './protocol';
import { Questions, type GivenUp } from './questions';

/** A question that the user stopped and that has not ended after this long costs the worker its life. */
const stopWithin = 1_000;

/** A worker that was ready for this long before it died has not died again. */
const calmAfter = 60_000;

/** After so many deaths in a row another worker would die as well. */
const mostDeaths = 3;

type Call<T> = (remote: Remote<EngineWorker>, call: number) => Promise<Answer<T>>;

/**
 * The page's end of the engine in a worker. A worker that dies is replaced and brought to the same state, until it has
 * died so often in a row that this is given up.
 */
export class EngineClient implements Engine {
  readonly #assets: EngineAssets;
  readonly #startWorker: () => Worker;
  readonly #listeners = new Set<(status: EngineStatus) => void>();
  readonly #done = new Done();
  readonly #questions = new Questions((sql, consumer) => this.#put('query', sql, consumer));
  readonly #results = new Questions((sql, consumer) => this.#put('results', sql, consumer));
  readonly #workers = new Set<Parameters<Engine['onWork']>[0]>();
  /** Calls under way, each with the way to stop it. */
  readonly #underWay = new Map<number, { readonly work: Work; readonly stop: () => void }>();
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

  onWork(listener: Parameters<Engine['onWork']>[0]): () => void {
    this.#workers.add(listener);
    return () => this.#workers.delete(listener);
  }

  cancel(call: number): void {
    this.#underWay.get(call)?.stop();
  }

  async load(
    file: FileInput,
    report: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<LoadedFile> {
    if (signal.aborted) throw new Fault('cancelled');
    const loaded = await this.#call('load', file.name, (remote, call) => {
      signal.addEventListener('abort', () => void remote.cancel(call));
      return remote.load(call, file, proxy(report));
    });
    this.#done.loaded(file);
    this.#questions.forgetAnswers();
    return loaded;
  }

  async unload(fileId: string): Promise<void> {
    this.#done.unloaded(fileId);
    await this.#call('unload', '', (remote, call) => remote.unload(call, fileId));
    this.#questions.forgetAnswers();
  }

  async layOut(sheetId: string, layout: readonly TableLayout[]): Promise<LaidOut> {
    const laidOut = await this.#call('layOut', '', (remote, call) =>
      remote.layOut(call, sheetId, layout),
    );
    this.#done.laidOut(sheetId, layout);
    this.#questions.forgetAnswers();
    return laidOut;
  }

  async correct(corrections: readonly Correction[]): Promise<readonly LaidOut[]> {
    const laidOut = await this.#call('correct', '', (remote, call) =>
      remote.correct(call, corrections),
    );
    this.#done.corrected(corrections);
    this.#questions.forgetAnswers();
    return laidOut;
  }

  async arrange(mappings: readonly TableMapping[], crosswalk: Crosswalk): Promise<Arrangement> {
    // a page always applies views to what it arranged
    const arrangement = await this.#call('arrange', '', (remote, call) =>
      remote.arrange(call, mappings, crosswalk, true),
    );
    this.#done.arranged(mappings, crosswalk);
    this.#questions.forgetAnswers();
    return arrangement;
  }

  async apply(views: readonly View[]): Promise<void> {
    await this.#call('apply', '', (remote, call) => remote.apply(call, views));
    this.#done.applied(views);
    this.#questions.forgetAnswers();
  }

  async tryOut(
    trials: readonly Trial[],
    report: (progress: TrialProgress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#call('tryOut', '', (remote, call) => {
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
    return this.#call('describe', '', (remote, call) => remote.describe(call));
  }

  async run(statement: Statement, signal: AbortSignal): Promise<Outcome> {
    const life = await this.#life;
    const isStopped = () => signal.aborted;
    if (isStopped()) throw new Fault('cancelled');
    this.#calls += 1;
    const call = this.#calls;
    const answered = life.within<Answer<Outcome>>(life.remote.run(call, statement));
    const stop = () => void this.#cancel(call, answered);
    signal.addEventListener('abort', stop);
    try {
      const outcome = unwrap(await this.#watched({ call, kind: 'run', about: '' }, stop, answered));
      if (outcome.kind !== 'rows') this.#questions.forgetAnswers();
      return outcome;
    } catch (thrown) {
      throw isStopped() ? new Fault('cancelled') : thrown;
    }
  }

  async check(statement: Statement): Promise<void> {
    await this.#call('check', '', (remote, call) => remote.check(call, statement));
  }

  results(consumer: string, sql: string): Promise<readonly Row[]> {
    return this.#results.rows(consumer, sql);
  }

  async forget(result: string): Promise<void> {
    await this.#call('forget', '', (remote, call) => remote.forget(call, result));
  }

  #put(kind: 'query' | 'results', sql: string, consumer: string) {
    this.#calls += 1;
    const call = this.#calls;
    const rows = this.#ask(kind, call, sql);
    const stop = () => void this.#cancel(call, rows);
    return {
      rows: this.#watched({ call, kind, about: consumer }, stop, rows),
      // loading all files again takes longer than any answer that nobody waits for
      stop: (how: GivenUp) => (how === 'cancelled' ? stop() : void this.#letGo(call)),
    };
  }

  /** Tells of a call from its beginning to its end. */
  async #watched<T>(work: Work, stop: () => void, answer: Promise<T>): Promise<T> {
    const start = performance.now();
    this.#underWay.set(work.call, { work, stop });
    // a question may be put while a page is drawn, when nothing may be changed by it yet
    queueMicrotask(() => this.#tell(null));
    try {
      return await answer;
    } finally {
      this.#underWay.delete(work.call);
      this.#tell({ ...work, time: performance.now() - start });
    }
  }

  #tell(ended: (Work & { readonly time: number }) | null): void {
    const work = [...this.#underWay.values()].map((one) => one.work);
    for (const listener of this.#workers) listener(work, ended);
  }

  async #ask(kind: 'query' | 'results', call: number, sql: string): Promise<readonly Row[]> {
    const life = await this.#life;
    const answer = await life.within<Answer<Rows>>(life.remote[kind](call, { sql }));
    return decodeRowsInSteps(unwrap(answer).ipc);
  }

  /** Asks the engine to stop. */
  async #letGo(call: number): Promise<Life> {
    const life = await this.#life;
    void life.remote.cancel(call);
    return life;
  }

  /** Asks the engine to stop; one that can't is ended and replaced. */
  async #cancel(call: number, rows: Promise<unknown>): Promise<void> {
    const life = await this.#letGo(call);
    const ended = rows.then(
      () => true,
      () => true,
    );
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), stopWithin));
    if ((await Promise.race([ended, late])) || life.over) return;
    life.end();
    this.#replace();
  }

  async #call<T>(kind: WorkKind, about: string, make: Call<T>): Promise<T> {
    const life = await this.#life;
    this.#calls += 1;
    const call = this.#calls;
    const answer = this.#callIn(life, call, make);
    return this.#watched({ call, kind, about }, () => void life.remote.cancel(call), answer);
  }

  async #callIn<T>(life: Life, call: number, make: Call<T>): Promise<T> {
    return unwrap(await life.within(make(life.remote, call)));
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
        (make) => {
          this.#calls += 1;
          return this.#callIn(life, this.#calls, make);
        },
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
