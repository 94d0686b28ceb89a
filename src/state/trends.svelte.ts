import type { Engine } from '../engine/protocol';
import { compareLabels } from '../model/label';
import { timeAxis } from '../model/time-axis';
import type { TrialProgress } from '../model/trial';
import { schemeKey } from '../scheme/choose';
import { choosableSubjects, type Choosable } from '../views/questions/subjects';
import {
  trendBands,
  trendPicks,
  trendPoints,
  trendResults,
  trendStreaks,
  trendTracks,
  type Grain,
  type TrendBand,
  type TrendResult,
  type TrendStreak,
  type TrendTrack,
} from '../views/questions/trends';
import { ask } from './ask';
import { Latest, type Newest } from './latest.svelte';
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
export class Trends extends Latest<TrendCourse> {
  readonly #engine: Engine;
  readonly #calculation: Calculation;
  readonly #schemes: Schemes;
  readonly #runs: TrendRuns;
  #streaks = $state.raw<readonly TrendStreak[]>([]);
  #subjects = $state.raw<readonly Choosable[]>([]);
  #changes = $state.raw<ReadonlyMap<string, Change>>(new Map());
  #changesFor = $state<string | null>(null);
  #progress = $state.raw<TrialProgress | null>(null);

  constructor(engine: Engine, calculation: Calculation, schemes: Schemes) {
    super();
    this.#engine = engine;
    this.#calculation = calculation;
    this.#schemes = schemes;
    this.#runs = new TrendRuns(engine, calculation);
  }

  /** Runs of years at the top, by the scheme's own rule. */
  get streaks(): readonly TrendStreak[] {
    return this.#streaks;
  }

  /** All that can be chosen, of every track. */
  get subjects(): readonly Choosable[] {
    return this.#subjects;
  }

  /** How far runs of other versions have come; null while there are none. */
  get progress(): TrialProgress | null {
    return this.#progress;
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
    await this.answer(async (newest) => {
      await newest(this.#calculation.want('trends'));
      // shown once they are made
      if (!this.#calculation.has('trends')) return undefined;
      const [tracks, streaks, subjects] = await Promise.all([
        ask(this.#engine, 'trend-tracks', trendTracks(wish.grain)),
        ask(this.#engine, 'trend-streaks', trendStreaks()),
        ask(this.#engine, 'trend-subjects', choosableSubjects()),
      ]);
      const course = await newest(this.#load(wish, tracks, newest));
      this.#streaks = streaks;
      this.#subjects = subjects;
      return course;
    });
  }

  /** Splits what changed between the ends of the course shown, for these subjects. */
  async split(subjects: readonly string[]): Promise<void> {
    const { scheme } = this.#calculation;
    const course = this.data;
    if (!scheme || course?.grain !== 'period') return;
    const { from, to, ruling } = course;
    if (from === null || to === null || subjects.length === 0) return;
    this.clear();
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
      this.fail(thrown);
    } finally {
      this.#progress = null;
    }
  }

  async #load(
    wish: TrendWish,
    found: readonly TrendTrack[],
    newest: Newest,
  ): Promise<TrendCourse | null> {
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
    if (ruled)
      await newest(
        this.#runs
          .versions(versions, (progress) => (this.#progress = progress))
          .finally(() => (this.#progress = null)),
      );
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
