import type { Engine } from '../engine/protocol';
import { Fault, toAppError, type AppError } from '../model/answer';
import { compareLabels } from '../model/label';
import { timeAxis } from '../model/time-axis';
import type { TrialProgress } from '../model/trial';
import { schemeKey } from '../scheme/choose';
import {
  choosableSubjects,
  trendBands,
  trendPicks,
  trendPoints,
  trendResults,
  trendStreaks,
  trendTracks,
  type Choosable,
  type Grain,
  type TrendBand,
  type TrendResult,
  type TrendStreak,
  type TrendTrack,
} from '../views/trend-questions';
import { ask } from './ask';
import type { Calculation, Scheme } from './calculation.svelte';
import { changesOf, type Change } from './trend-changes';
import { turnsOf, versionsAt, type Ruling, type VersionTurn } from './trend-rules';
import { TrendRuns } from './trend-runs';
import type { Schemes } from './schemes.svelte';

export type { Change, Choosable, Grain, TrendBand, TrendResult, TrendStreak, TrendTrack };
export type { Ruling, VersionTurn };

/** With more lines than this a figure shows where they lie, and only the chosen ones. */
export const mostLines = 300;

/** Of a track with more lines those first, last, and that moved most, so many of each. */
const picked = 20;

/** What a page wants to see. */
export interface TrendWish {
  readonly grain: Grain;
  /** null for the first. */
  readonly track: string | null;
  /** Results by the scheme applied, or each point by the version in force then, or all by one version. */
  readonly ruling: Ruling;
  readonly chosen: readonly string[];
  /** Ends of the change looked at; null for the last two points that have results. */
  readonly from: string | null;
  readonly to: string | null;
  /** The subjects that the filters leave; null for all. */
  readonly kept: ReadonlySet<string> | null;
}

/** Results of one track over time. */
export interface TrendCourse {
  readonly grain: Grain;
  readonly ruling: Ruling;
  readonly tracks: readonly TrendTrack[];
  readonly track: string;
  /** All points from the first to the last, those without results among them. */
  readonly axis: readonly string[];
  /** Points that have results. */
  readonly points: readonly string[];
  /** Points at which no version of the scheme applied was in force, or another one than it is scored by. */
  readonly rescored: readonly string[];
  /** Where another version came into force. */
  readonly turns: readonly VersionTurn[];
  /** Results by subject, in time order; of very many subjects only those picked. */
  readonly results: ReadonlyMap<string, readonly TrendResult[]>;
  readonly isPicked: boolean;
  /** Where the scores lie; empty unless there are too many lines. */
  readonly bands: { readonly score: readonly TrendBand[]; readonly rank: readonly TrendBand[] };
  readonly from: string | null;
  readonly to: string | null;
}

/** Results over time: asked for anew when a wish or the data change, replaced and never edited. */
export class Trends {
  readonly #engine: Engine;
  readonly #calculation: Calculation;
  readonly #schemes: Schemes;
  readonly #runs: TrendRuns;
  #course = $state.raw<TrendCourse | null>(null);
  #streaks = $state.raw<readonly TrendStreak[]>([]);
  #subjects = $state.raw<readonly Choosable[]>([]);
  #loading = $state(true);
  #error = $state.raw<AppError | null>(null);
  #changes = $state.raw<ReadonlyMap<string, Change>>(new Map());
  #changesFor = $state<string | null>(null);
  #progress = $state.raw<TrialProgress | null>(null);
  #stopped = $state(false);
  #round = 0;

  constructor(engine: Engine, calculation: Calculation, schemes: Schemes) {
    this.#engine = engine;
    this.#calculation = calculation;
    this.#schemes = schemes;
    this.#runs = new TrendRuns(engine, calculation);
  }

  get course(): TrendCourse | null {
    return this.#course;
  }

  /** Runs of years at the top, by the scheme's own rule. */
  get streaks(): readonly TrendStreak[] {
    return this.#streaks;
  }

  /** All that can be chosen, of every track. */
  get subjects(): readonly Choosable[] {
    return this.#subjects;
  }

  get loading(): boolean {
    return this.#loading;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** How far runs of other versions have come; null while there are none. */
  get progress(): TrialProgress | null {
    return this.#progress;
  }

  /** Runs were stopped before they were done. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** What changed between the two ends, split; of the subjects asked for last. */
  get changes(): ReadonlyMap<string, Change> {
    return this.#changes;
  }

  /** The ends and rules that the changes are of. */
  get changesFor(): string | null {
    return this.#changesFor;
  }

  /** Versions of the scheme applied, oldest first. */
  get versions(): readonly Scheme[] {
    const { scheme } = this.#calculation;
    return scheme ? this.#schemes.all.filter(({ id }) => id === scheme.id).sort(byVersion) : [];
  }

  /** Stops runs under way; what was shown before stays. */
  stop(): void {
    this.#runs.stop();
  }

  async show(wish: TrendWish): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.#loading = true;
    this.#stopped = false;
    try {
      await this.#calculation.want('trends');
      if (!this.#calculation.has('trends')) return;
      const [tracks, streaks, subjects] = await Promise.all([
        ask(this.#engine, 'trend-tracks', trendTracks(wish.grain)),
        ask(this.#engine, 'trend-streaks', trendStreaks()),
        ask(this.#engine, 'trend-subjects', choosableSubjects()),
      ]);
      const course = await this.#load(wish, tracks);
      if (round !== this.#round) return;
      this.#course = course;
      this.#streaks = streaks;
      this.#subjects = subjects;
      this.#error = null;
    } catch (thrown) {
      if (round !== this.#round) return;
      if (isCancelled(thrown)) this.#stopped = true;
      else if (!isSuperseded(thrown)) this.#error = toAppError(thrown);
    } finally {
      if (round === this.#round) {
        this.#loading = false;
        this.#progress = null;
      }
    }
  }

  /** Splits what changed between the ends of the course shown, for these subjects. */
  async split(subjects: readonly string[]): Promise<void> {
    const { scheme } = this.#calculation;
    const course = this.#course;
    if (!scheme || course?.grain !== 'period') return;
    const { from, to, ruling } = course;
    if (from === null || to === null || subjects.length === 0) return;
    this.#stopped = false;
    this.#error = null;
    try {
      const [before, after] = versionsAt([from, to], this.versions, scheme, ruling);
      if (!before || !after) return;
      const versions = ruling === 'applied' ? [] : this.versions;
      const asked = await this.#runs.changes(
        { period: from, scheme: before.scheme },
        { period: to, scheme: after.scheme },
        subjects,
        versions,
        (progress) => (this.#progress = progress),
      );
      this.#changes = changesOf(asked.scores, asked.ranks);
      this.#changesFor = endsKey(course);
    } catch (thrown) {
      if (isCancelled(thrown)) this.#stopped = true;
      else if (!isSuperseded(thrown)) this.#error = toAppError(thrown);
    } finally {
      this.#progress = null;
    }
  }

  async #load(wish: TrendWish, found: readonly TrendTrack[]): Promise<TrendCourse | null> {
    const { scheme } = this.#calculation;
    const tracks = found.toSorted((a, b) => compareLabels(a.track, b.track));
    const at = tracks.find(({ track }) => track === wish.track) ?? tracks[0];
    if (!scheme || !at) return null;
    const { track } = at;
    const { grain, ruling } = wish;
    const known = await ask(this.#engine, 'trend-points', trendPoints(grain));
    const points = known.map(({ point }) => point);
    const axis = timeAxis(points);
    const versions = this.versions;
    const ruled =
      ruling === 'applied'
        ? null
        : versionsAt(points, versions, scheme, ruling).map(({ point, scheme: one }) => ({
            point,
            version: schemeKey(one),
          }));
    if (ruled) await this.#runs.versions(versions, (progress) => (this.#progress = progress));
    const course = { grain, ruled };
    const to = wish.to !== null && points.includes(wish.to) ? wish.to : (points.at(-1) ?? null);
    const earlier = points.filter((point) => to !== null && point < to);
    const from =
      wish.from !== null && earlier.includes(wish.from) ? wish.from : (earlier.at(-1) ?? null);
    const own = wish.kept && [...wish.kept];
    const few = own !== null && own.length <= mostLines;
    const isPicked = at.subjects > mostLines && !few;
    const only = few
      ? own
      : isPicked
        ? await this.#picks(course, track, from, to, wish.chosen)
        : null;
    const [rows, score, rank] = await Promise.all([
      ask(this.#engine, 'trend-results', trendResults(course, track, only)),
      isPicked ? ask(this.#engine, 'trend-band-score', trendBands(course, track, 'score')) : [],
      isPicked ? ask(this.#engine, 'trend-band-rank', trendBands(course, track, 'rank')) : [],
    ]);
    const results = new Map<string, TrendResult[]>();
    for (const row of rows) {
      if (wish.kept && !wish.kept.has(row.subject)) continue;
      const list = results.get(row.subject);
      if (list) list.push(row);
      else results.set(row.subject, [row]);
    }
    return {
      ...{ grain, ruling, tracks, track, axis, points, results, isPicked, from, to },
      rescored: ruling === 'applied' ? known.flatMap((one) => (one.inForce ? [] : one.point)) : [],
      turns: turnsOf(axis, versions),
      bands: { score, rank },
    };
  }

  async #picks(
    course: Parameters<typeof trendPicks>[0],
    track: string,
    from: string | null,
    to: string | null,
    chosen: readonly string[],
  ): Promise<string[]> {
    const question = trendPicks(course, track, from ?? '', to ?? '', picked);
    return [...new Set([...(await ask(this.#engine, 'trend-picks', question)), ...chosen])];
  }
}

/** What the split of changes depends on. */
export function endsKey({ track, from, to, ruling }: TrendCourse): string {
  return [track, from, to, ruling].join(' ');
}

function byVersion(a: Scheme, b: Scheme): number {
  return a.version.localeCompare(b.version, 'en', { numeric: true });
}

function isCancelled(thrown: unknown): boolean {
  return thrown instanceof Fault && thrown.error.code === 'cancelled';
}

function isSuperseded(thrown: unknown): boolean {
  return thrown instanceof Fault && thrown.error.code === 'superseded';
}
