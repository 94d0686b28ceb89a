import { wrap, type Remote } from 'comlink';
import { Fault } from '../model/answer';
import type { EngineWorker } from './protocol';

/** A worker that doesn't answer a ping for this long is taken for dead. */
const deadAfter = 8_000;
const pingEvery = 2_000;

/** One life of the engine's worker, watched over from its start: what waits for it ends when it ends. */
export class Life {
  readonly remote: Remote<EngineWorker>;
  readonly #worker: Worker;
  readonly #onDeath: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #death: Promise<never>;
  #reject: (reason: Fault) => void = () => undefined;
  #over = false;

  /** @param onDeath called once where the worker fails or falls silent, not where it is ended */
  constructor(worker: Worker, onDeath: () => void) {
    this.#worker = worker;
    this.#onDeath = onDeath;
    this.remote = wrap<EngineWorker>(worker);
    this.#death = new Promise<never>((_, reject) => {
      this.#reject = reject;
    });
    this.#death.catch(() => undefined);
    this.#timer = setInterval(() => void this.#watch(), pingEvery);
    worker.addEventListener('error', () => this.#die());
  }

  get over(): boolean {
    return this.#over;
  }

  /** What `work` comes to. @throws Fault `engine_lost` where the worker ends before it is done */
  within<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#death]);
  }

  end(): void {
    if (this.#over) return;
    this.#over = true;
    clearInterval(this.#timer);
    this.#worker.terminate();
    this.#reject(new Fault('engine_lost'));
  }

  #die(): void {
    if (this.#over) return;
    this.end();
    this.#onDeath();
  }

  async #watch(): Promise<void> {
    let late: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<'silent'>((resolve) => {
      late = setTimeout(() => resolve('silent'), deadAfter);
    });
    if ((await Promise.race([this.remote.ping(), silence])) === 'silent') this.#die();
    clearTimeout(late);
  }
}
