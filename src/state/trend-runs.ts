import type { Engine } from '../engine/protocol';
import type { TrialProgress } from '../model/trial';
import { changeTrials, versionTrials, type Scored } from '../robustness';
import type { Scheme } from '../scheme/shape';
import { schemeKey } from '../scheme/choose';
import { rankChanges, scoreChanges, type ChangePart } from '../views/questions/changes';
import { triedVersions } from '../views/questions/tried-versions';
import type { Calculation } from './calculation.svelte';

type Report = (progress: TrialProgress) => void;

/**
 * Runs of other versions of a scheme, and those from which a change is split. A batch takes the place of the one before,
 * so a batch of changes holds the versions that are shown as well. One batch at a time.
 */
export class TrendRuns {
  readonly #engine: Engine;
  readonly #calculation: Calculation;
  #queue: Promise<unknown> = Promise.resolve();
  #abort: AbortController | null = null;

  constructor(engine: Engine, calculation: Calculation) {
    this.#engine = engine;
    this.#calculation = calculation;
  }

  stop(): void {
    this.#abort?.abort();
  }

  /** Has every version scored, unless they stand there: a change of data or views takes them away. */
  versions(schemes: readonly Scheme[], report: Report): Promise<void> {
    return this.#next(async () => {
      const tried = triedVersions();
      const rows = await this.#engine.rows('trend-tried', tried.sql);
      const held = new Set(rows.map(tried.read));
      if (!schemes.every((scheme) => held.has(schemeKey(scheme))))
        await this.#run(versionTrials(schemes), report);
    });
  }

  /** The parts of the changes of these subjects between two scored periods. @param beside versions kept scored */
  async changes(
    from: Scored,
    to: Scored,
    subjects: readonly string[],
    beside: readonly Scheme[],
    report: Report,
  ): Promise<{ scores: ChangePart[]; ranks: ChangePart[] }> {
    await this.#calculation.want('robustness');
    return this.#next(async () => {
      const trials = [...versionTrials(beside), ...changeTrials(from, to, subjects)];
      await this.#run(trials, report);
      const [score, rank] = [scoreChanges(subjects), rankChanges(subjects)];
      const [scores, ranks] = await Promise.all([
        this.#engine.rows('trend-score-changes', score.sql),
        this.#engine.rows('trend-rank-changes', rank.sql),
      ]);
      return { scores: scores.map(score.read), ranks: ranks.map(rank.read) };
    });
  }

  async #run(trials: Parameters<Engine['tryOut']>[0], report: Report): Promise<void> {
    this.#abort = new AbortController();
    report({ done: 0, of: trials.length });
    try {
      await this.#engine.tryOut(trials, report, this.#abort.signal);
    } finally {
      this.#abort = null;
    }
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
