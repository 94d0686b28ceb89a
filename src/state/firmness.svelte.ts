import type { Engine } from '../engine/protocol';
import { toAppError, type AppError } from '../model/answer';
import type { Trial, TrialProgress } from '../model/trial';
import {
  drawTrials,
  leaveOneOut,
  missingRules,
  normalisations,
  normalises,
  versionTrials,
  withoutSubjects,
} from '../robustness';
import { schemeKey } from '../scheme/choose';
import {
  leftOut,
  levelPairs,
  rankedPeriods,
  rankedSubjects,
  rankIntervalOf,
  rankIntervals,
  reversals,
  versionPairs,
  type LeftOut,
  type LevelPair,
  type Ranked,
  type RankInterval,
  type Reversal,
  type VersionPair,
} from '../views/questions/robustness/ranks';
import { ask } from './ask';
import type { Calculation, Scheme } from './calculation.svelte';
import type { Schemes } from './schemes.svelte';
import { isOvertaken } from './superseded';

export type { LeftOut, LevelPair, Ranked, RankInterval, Reversal, VersionPair };

/** What is tried out. */
export type Tried =
  | { readonly kind: 'leave-out' }
  | {
      readonly kind: 'draws';
      readonly runs: number;
      readonly seed: number;
      /** Share by which weights go up and down. */
      readonly spread: number;
      readonly normalisation: boolean;
      readonly missing: boolean;
    }
  /** Of one subject, or of each in turn where null. */
  | { readonly kind: 'without'; readonly subject: string | null }
  /** Schemes by `id@version`. */
  | { readonly kind: 'versions'; readonly first: string; readonly second: string };

/** What runs came to in one period. */
export interface Found {
  readonly tried: Tried;
  readonly period: string;
  /** Runs beside the scheme as it stands. */
  readonly runs: number;
  readonly parts: readonly LeftOut[];
  readonly intervals: readonly RankInterval[];
  readonly reversals: readonly Reversal[];
  readonly versions: readonly VersionPair[];
  readonly levels: readonly LevelPair[];
}

/** What the runs stand on: other data or another scheme make them worthless. */
interface Ground {
  readonly scheme: Scheme | null;
  readonly arrangement: Calculation['arrangement'];
}

/** How far results hang on the scheme's choices: runs of changed schemes, and what they come to. */
export class Firmness {
  readonly #engine: Engine;
  readonly #calculation: Calculation;
  readonly #schemes: Schemes;
  #progress = $state.raw<TrialProgress | null>(null);
  #found = $state.raw<Found | null>(null);
  #ground = $state.raw<Ground | null>(null);
  #periods = $state.raw<readonly string[]>([]);
  #subjects = $state.raw<readonly Ranked[]>([]);
  #error = $state.raw<AppError | null>(null);
  #stopped = $state(false);
  /** Data or scheme changed while runs were under way. */
  #overtaken = $state(false);
  #stop: AbortController | null = null;

  constructor(engine: Engine, calculation: Calculation, schemes: Schemes) {
    this.#engine = engine;
    this.#calculation = calculation;
    this.#schemes = schemes;
  }

  /** How far the runs have come; null where none is under way. */
  get progress(): TrialProgress | null {
    return this.#progress;
  }

  /** null where nothing was tried, or what was tried is of other data or another scheme. */
  readonly found: Found | null = $derived.by(() => (this.#isCurrent() ? this.#found : null));

  /** There were results, and they no longer hold. */
  readonly gone: boolean = $derived.by(
    () => this.#overtaken || (this.#found !== null && !this.#isCurrent()),
  );

  /** Periods that have ranks, in time order. */
  get periods(): readonly string[] {
    return this.#periods;
  }

  /** Who can be removed. */
  get subjects(): readonly Ranked[] {
    return this.#subjects;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** The last runs were stopped before their end. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Whether other normalisations can be tried: the scheme has one. */
  get normalises(): boolean {
    return this.#calculation.scheme !== null && normalises(this.#calculation.scheme);
  }

  /** Schemes that the data may be worked out by beside the one in use: of the same periods and kind of subject. */
  get comparable(): readonly { readonly key: string; readonly scheme: Scheme }[] {
    const own = this.#calculation.scheme;
    return this.#schemes.all
      .filter((one) => one.cadence === own?.cadence && one.subject.kind === own.subject.kind)
      .map((scheme) => ({ key: schemeKey(scheme), scheme }));
  }

  /** Makes the views and learns what there is to try. */
  async open(): Promise<void> {
    try {
      await this.#calculation.want('robustness');
      if (!this.#calculation.has('robustness')) return;
      const [periods, subjects] = await Promise.all([
        ask(this.#engine, 'firmness-periods', rankedPeriods()),
        ask(this.#engine, 'firmness-subjects', rankedSubjects()),
      ]);
      this.#periods = periods;
      this.#subjects = subjects;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** Works runs out; their results take the place of those before. */
  async run(tried: Tried, period: string): Promise<void> {
    const { scheme, arrangement } = this.#calculation;
    if (!scheme || this.#progress) return;
    const trials = this.#trialsOf(scheme, tried);
    const stop = new AbortController();
    this.#stop = stop;
    this.#progress = { done: 0, of: trials.length };
    this.#stopped = false;
    this.#overtaken = false;
    this.#error = null;
    try {
      await this.#engine.tryOut(
        trials,
        (progress) => {
          if (this.#stop === stop && !stop.signal.aborted) this.#progress = progress;
        },
        stop.signal,
      );
      const runs = trials.filter(({ kind }) => kind !== 'as-is').length;
      const found = await this.#read(tried, period, runs);
      this.#ground = { scheme, arrangement };
      this.#found = found;
    } catch (thrown) {
      if (stop.signal.aborted) this.#stopped = true;
      else if (isOvertaken(thrown)) this.#overtaken = true;
      else this.#error = toAppError(thrown);
    } finally {
      this.#progress = null;
      this.#stop = null;
    }
  }

  /** Ends the runs under way; results from before stay. */
  stop(): void {
    this.#stop?.abort();
  }

  /** Shows what the runs came to in another period. */
  async show(period: string): Promise<void> {
    const found = this.found;
    if (!found || found.period === period) return;
    try {
      const other = await this.#read(found.tried, period, found.runs);
      if (this.found === found) this.#found = other;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** How firm the rank of a subject is, by the draws that were made; null without. */
  async intervalOf(subject: string, period: string): Promise<RankInterval | null> {
    if (this.found?.tried.kind !== 'draws') return null;
    try {
      return (
        (await ask(this.#engine, 'firmness-subject', rankIntervalOf(subject, period)))[0] ?? null
      );
    } catch {
      return null;
    }
  }

  #isCurrent(): boolean {
    const { scheme, arrangement } = this.#calculation;
    const ground = this.#ground;
    return ground !== null && ground.scheme === scheme && ground.arrangement === arrangement;
  }

  #trialsOf(scheme: Scheme, tried: Tried): readonly Trial[] {
    switch (tried.kind) {
      case 'leave-out':
        return leaveOneOut(scheme);
      case 'draws':
        return drawTrials(scheme, {
          runs: tried.runs,
          seed: tried.seed,
          spread: tried.spread,
          normalisations: tried.normalisation ? normalisations : ['as-is'],
          missing: tried.missing ? missingRules : [null],
        });
      case 'without': {
        const all = this.#subjects.map(({ subject }) => subject);
        return withoutSubjects(scheme, tried.subject === null ? all : [tried.subject]);
      }
      case 'versions':
        return versionTrials(
          [tried.first, tried.second].flatMap(
            (key) => this.comparable.find((one) => one.key === key)?.scheme ?? [],
          ),
        );
    }
  }

  async #read(tried: Tried, period: string, runs: number): Promise<Found> {
    const { kind } = tried;
    const none = Promise.resolve([]);
    const [parts, intervals, reversed, versions, levels] = await Promise.all([
      kind === 'leave-out' ? ask(this.#engine, 'firmness-parts', leftOut(period)) : none,
      kind === 'draws' ? ask(this.#engine, 'firmness-intervals', rankIntervals(period)) : none,
      kind === 'without' ? ask(this.#engine, 'firmness-reversals', reversals(period)) : none,
      kind === 'versions' ? ask(this.#engine, 'firmness-versions', versionPairs(period)) : none,
      kind === 'versions' ? ask(this.#engine, 'firmness-levels', levelPairs()) : none,
    ]);
    return { tried, period, runs, parts, intervals, reversals: reversed, versions, levels };
  }

  #fail(thrown: unknown): void {
    if (!isOvertaken(thrown)) this.#error = toAppError(thrown);
  }
}
