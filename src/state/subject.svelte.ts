import type { Engine } from '../engine/protocol';
import { explain, rewardOf, starPlaces, stepsOf } from '../views/questions/explanation';
import { levelLines } from '../views/questions/star-board';
import type { LevelLine } from '../views/questions/star-board';
import type { PeriodResult } from '../views/result-rows';
import {
  eventsOf,
  peersOf,
  peopleGroups,
  resultsOf,
  standingOf,
  yearsOf,
  type PartStanding,
  type Peer,
  type PeopleGroup,
  type SubjectEvent,
  type SubjectYear,
} from '../views/questions/subject';
import { economyYearsOf, type EconomyYear } from '../views/questions/subject-economy';
import { choosableSubjects, type Choosable } from '../views/questions/subjects';
import { trendBands, type TrendBand } from '../views/questions/trends';
import { ask } from './ask';
import type { Calculation } from './calculation.svelte';
import type { Explained } from './explanation.svelte';
import { Latest } from './latest.svelte';

export type { EconomyYear, PartStanding, Peer, PeopleGroup, SubjectEvent, SubjectYear };

/** How many of the nearest subjects are named. */
const nearest = 5;

/** Everything that the page of one subject shows. */
export interface SubjectData {
  readonly about: Choosable;
  /** Results of all periods, in time order. */
  readonly results: readonly PeriodResult[];
  readonly years: readonly SubjectYear[];
  /** The period that is explained; null where there is none with a score. */
  readonly period: string | null;
  readonly explained: Explained | null;
  /** What the levels took in the year of the period. */
  readonly levelLines: readonly LevelLine[];
  readonly standing: readonly PartStanding[];
  readonly peers: readonly Peer[];
  readonly economy: readonly EconomyYear[];
  readonly events: readonly SubjectEvent[];
  /** Where the scores of its track lie in each period. */
  readonly bands: readonly TrendBand[];
}

/** One subject: asked for anew when another is chosen or the data change, replaced and never edited. */
export class SubjectFile extends Latest<SubjectData> {
  readonly #engine: Engine;
  readonly #calculation: Calculation;
  #subjects = $state.raw<readonly Choosable[]>([]);
  #groups = $state.raw<readonly PeopleGroup[]>([]);

  constructor(engine: Engine, calculation: Calculation) {
    super();
    this.#engine = engine;
    this.#calculation = calculation;
  }

  /** All that can be chosen. */
  get subjects(): readonly Choosable[] {
    return this.#subjects;
  }

  /** Results of people, in groups; empty under a scheme of organisations. */
  get groups(): readonly PeopleGroup[] {
    return this.#groups;
  }

  /** @param wished the period to explain; the last one with a score where it has none */
  async show(subject: string | null, wished: string | null): Promise<void> {
    await this.answer(async (newest) => {
      const groups = ['trends', 'subject'] as const;
      await newest(Promise.all(groups.map((group) => this.#calculation.want(group))));
      // shown once they are made
      if (!groups.every((group) => this.#calculation.has(group))) return undefined;
      const [subjects, people] = await Promise.all([
        ask(this.#engine, 'subject-list', choosableSubjects()),
        ask(this.#engine, 'subject-groups', peopleGroups()),
      ]);
      const about = subjects.find((one) => one.subject === subject);
      const data = await newest(about ? this.#load(about, wished) : Promise.resolve(null));
      this.#subjects = subjects;
      this.#groups = people;
      return data;
    });
  }

  async #load(about: Choosable, wished: string | null): Promise<SubjectData> {
    const { subject, track } = about;
    const [results, years, economy, events, bands] = await Promise.all([
      ask(this.#engine, 'subject-results', resultsOf(subject)),
      ask(this.#engine, 'subject-years', yearsOf(subject)),
      ask(this.#engine, 'subject-economy', economyYearsOf(subject)),
      ask(this.#engine, 'subject-events', eventsOf(subject)),
      ask(
        this.#engine,
        'subject-bands',
        trendBands({ grain: 'period', ruled: null }, track, 'score'),
      ),
    ]);
    const scored = results.filter(({ score }) => score !== null);
    const shown = results.find(({ period }) => period === wished) ?? scored.at(-1);
    const period = shown?.period ?? results.at(-1)?.period ?? null;
    const year = period === null ? null : Number(/^\d{4}/.exec(period)?.[0] ?? NaN);
    const base = { about, results, years, period, economy, events, bands };
    if (period === null) {
      return { ...base, explained: null, levelLines: [], standing: [], peers: [] };
    }
    const ofYear = year !== null && Number.isInteger(year);
    const [parts, steps, places, standing, peers, rewards, lines] = await Promise.all([
      ask(this.#engine, 'subject-parts', explain(subject, period)),
      ask(this.#engine, 'subject-steps', stepsOf(subject, period)),
      ask(this.#engine, 'subject-places', starPlaces(period, track)),
      ask(this.#engine, 'subject-standing', standingOf(subject, period)),
      ask(this.#engine, 'subject-peers', peersOf(subject, period, nearest)),
      ofYear ? ask(this.#engine, 'subject-reward', rewardOf(subject, year)) : [],
      ofYear ? ask(this.#engine, 'subject-levels', levelLines(year)) : [],
    ]);
    const reward = rewards[0] ?? null;
    return {
      ...base,
      explained: { subject, period, parts, steps, places, reward, economy: [] },
      levelLines: lines.filter((line) => line.track === track),
      standing,
      peers,
    };
  }
}
