import { stoppable, type Engine, type Work, type WorkKind } from '../engine/protocol';
import { memoryInUse } from '../views/questions/memory';

export { stoppable };

/** Work that is over sooner is not told: words that flash by tell nobody anything. */
const worthTelling = 250;

/** Asks for what is told here, which is no work worth telling. */
const consumer = 'memory';

/** What the engine is doing, how long the last took, and what it holds in memory. */
export class Activity {
  readonly #engine: Engine;
  #work = $state.raw<readonly Work[]>([]);
  #isLong = $state(false);
  #last = $state.raw<{ readonly kind: WorkKind; readonly time: number } | null>(null);
  #memory = $state<number | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #longest: { kind: WorkKind; time: number } | null = null;
  #start = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
    engine.onWork((work, ended) => {
      this.#follow(
        work.filter(({ about }) => about !== consumer),
        ended && ended.about !== consumer ? ended : null,
      );
    });
  }

  /** Work under way, the oldest first; none while it is too short to be told. */
  get work(): readonly Work[] {
    return this.#isLong ? this.#work : [];
  }

  /** What took the longest of the work done last, and milliseconds from its beginning to the end of all. */
  get last(): { readonly kind: WorkKind; readonly time: number } | null {
    return this.#last;
  }

  /** Bytes that the database holds in memory; null before it was asked. */
  get memory(): number | null {
    return this.#memory;
  }

  async measure(): Promise<void> {
    const { sql, read } = memoryInUse();
    const rows = await this.#engine.rows(consumer, sql).catch(() => []);
    const [row] = rows;
    if (row) this.#memory = read(row);
  }

  #follow(work: readonly Work[], ended: (Work & { readonly time: number }) | null): void {
    if (ended && ended.time >= (this.#longest?.time ?? 0))
      this.#longest = { kind: ended.kind, time: ended.time };
    if (work.length > 0 && this.#work.length === 0) {
      this.#start = performance.now();
      this.#timer = setTimeout(() => (this.#isLong = true), worthTelling);
    }
    if (work.length === 0 && this.#work.length > 0) {
      clearTimeout(this.#timer);
      this.#isLong = false;
      if (this.#longest)
        this.#last = { kind: this.#longest.kind, time: performance.now() - this.#start };
      this.#longest = null;
    }
    this.#work = work;
  }
}
