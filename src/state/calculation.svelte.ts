import type { Arrangement, Engine } from '../engine/protocol';
import { toAppError, type AppError } from '../model/answer';
import type { Finding } from '../model/finding';
import type { TableMapping } from '../model/mapping';
import type { View } from '../model/view';
import { inForceOf, versionsOf } from '../scheme/choose';
import { joinedHints } from '../scheme/columns';
import { compileScheme } from '../scheme/compile';
import { isOfPeople } from '../scheme/compile/people';
import type { Scheme } from '../scheme/shape';
import { treeNodes } from '../scheme/tree';
import { findingsUnder } from '../scheme/fit';
import { scoreMeasures } from '../scheme/references';
import { reportViews } from '../views';
import type { Files } from './files.svelte';
import type { Mappings } from './mappings.svelte';
import type { RosterDecisions } from './roster-decisions.svelte';
import type { Route } from './route.svelte';
import type { Schemes } from './schemes.svelte';

export type { Scheme };

/** What a part of the score is called. */
export type PartLabel = NonNullable<Scheme['score']['parts'][number]['label']>;

/** Views of a scheme. @param kept subjects that the filters leave; null for all */
type MakeViews = (scheme: Scheme, kept: readonly string[] | null) => readonly View[];

/** Views that only some pages read; their code is fetched, and they are made, when such a page is opened first. */
const groups = {
  economy: async (): Promise<MakeViews> => {
    const { economyViews } = await import('../views/economy');
    return (scheme, kept) => economyViews(scheme.economy, kept);
  },
  robustness: async (): Promise<MakeViews> => {
    const [{ robustnessViews }, { panelParts }] = await Promise.all([
      import('../views/robustness'),
      import('../robustness'),
    ]);
    return (scheme) => robustnessViews({ top: 10, panels: panelParts(scheme) });
  },
  trends: async (): Promise<MakeViews> => {
    const { trendViews } = await import('../views/trends');
    return () => trendViews;
  },
  subject: async (): Promise<MakeViews> => {
    const { subjectViews } = await import('../views/subject');
    return (scheme) =>
      subjectViews({
        vetoes: scheme.vetoes.length > 0,
        flags: scheme.flags.length > 0,
        rectification: scheme.lists.rectification !== undefined,
        people: isOfPeople(scheme),
      });
  },
  compare: async (): Promise<MakeViews> => {
    const { compareViews } = await import('../views/compare');
    return () => compareViews;
  },
} satisfies Record<string, () => Promise<MakeViews>>;

export type ViewGroup = keyof typeof groups;

/** The scheme that is used where the address names none. */
const firstScheme = 'jiujiang';

/** From loaded files to applied views. Every change runs through `refresh`, one run at a time. */
export class Calculation {
  readonly #engine: Engine;
  readonly #files: Files;
  readonly #mappings: Mappings;
  readonly #schemes: Schemes;
  readonly #route: Route;
  readonly #roster: RosterDecisions;
  #arrangement = $state.raw<Arrangement | null>(null);
  #scheme = $state.raw<Scheme | null>(null);
  #views = $state.raw<readonly View[]>([]);
  #version = $state(0);
  #running = $state(false);
  #error = $state.raw<AppError | null>(null);
  #stopped = $state(false);
  #again = false;
  /** The data, what is said of it, or the scheme may have changed since it was arranged. */
  #stale = true;
  #wanted: readonly ViewGroup[] = [];
  #made = $state.raw<readonly ViewGroup[]>([]);
  #kept: readonly string[] | null = null;
  /** What the address asked for when the scheme was last chosen. */
  #asked: string | null = null;
  #unknownScheme = $state<string | null>(null);

  constructor(
    engine: Engine,
    files: Files,
    mappings: Mappings,
    schemes: Schemes,
    route: Route,
    roster: RosterDecisions,
  ) {
    this.#engine = engine;
    this.#files = files;
    this.#mappings = mappings;
    this.#schemes = schemes;
    this.#route = route;
    this.#roster = roster;
  }

  /** What the data came to; null before any was loaded. */
  get arrangement(): Arrangement | null {
    return this.#arrangement;
  }

  /** The scheme applied. */
  get scheme(): Scheme | null {
    return this.#scheme;
  }

  /** Every view applied, each with its SQL. */
  get views(): readonly View[] {
    return this.#views;
  }

  /** Grows whenever what the views answer may have changed. */
  get version(): number {
    return this.#version;
  }

  get running(): boolean {
    return this.#running;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** The last run was stopped: what is shown is older than what the user has said since. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** The scheme that the address names, where there is none by this name and another is in use. */
  get unknownScheme(): string | null {
    return this.#unknownScheme;
  }

  /** What the parts of the score are called, by id; a part without a label is not in it. */
  get partLabels(): ReadonlyMap<string, PartLabel> {
    const nodes = this.#scheme ? treeNodes(this.#scheme.score) : [];
    return new Map(
      nodes.flatMap(({ id, node }) =>
        'label' in node && node.label ? [[id, node.label] as const] : [],
      ),
    );
  }

  /** The scheme scores people: their results leave the page only as those of groups. */
  get ofPeople(): boolean {
    return this.#scheme !== null && isOfPeople(this.#scheme);
  }

  /** The measures that the scheme needs. */
  get measures(): readonly string[] {
    return this.#scheme ? scoreMeasures(this.#scheme) : [];
  }

  /** The measures that the scheme needs and the data lacks. */
  get missingMeasures(): readonly string[] {
    const known = new Set(this.#arrangement?.indicators ?? []);
    return this.measures.filter((measure) => !known.has(measure));
  }

  /** Everything noticed about the data, files first. */
  get findings(): readonly Finding[] {
    const arrangement = this.#files.tables.length > 0 ? this.#arrangement : null;
    const arranged =
      this.#scheme && arrangement
        ? findingsUnder(this.#scheme, arrangement)
        : (arrangement?.findings ?? []);
    return [...this.#files.findings, ...arranged];
  }

  /** Arranges the data and applies the scheme anew; a change during a run makes one more run follow. */
  async refresh(): Promise<void> {
    this.#stale = true;
    await this.#rerun();
  }

  async #rerun(): Promise<void> {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#again) {
        this.#again = false;
        const error = await this.#run().then(() => null, toAppError);
        this.#stopped = error?.code === 'cancelled';
        this.#error = this.#stopped ? null : error;
      }
    } finally {
      this.#running = false;
    }
  }

  /** Has a group of views made too, from now on. */
  async want(group: ViewGroup): Promise<void> {
    if (this.#wanted.includes(group)) return;
    this.#wanted = [...this.#wanted, group];
    if (this.#version > 0) await this.#rerun();
  }

  /**
   * Takes the groups of the collective economy over these subjects alone; what is not of them is left as it is.
   * @param subjects null leaves nobody out
   */
  async keep(subjects: ReadonlySet<string> | null): Promise<void> {
    const kept = subjects && [...subjects].sort();
    const isSame =
      kept?.length === this.#kept?.length && kept?.every((id, at) => id === this.#kept?.[at]);
    if (isSame ?? kept === this.#kept) return;
    this.#kept = kept;
    if (this.#version > 0 && this.#wanted.includes('economy')) await this.#rerun();
  }

  /** Whether the views of a group stand as they should. */
  has(group: ViewGroup): boolean {
    return this.#made.includes(group);
  }

  /** Applies the scheme that the address names, where it is not the one applied. */
  async follow(wanted: string | null): Promise<void> {
    if (this.#version > 0 && wanted !== this.#asked) await this.refresh();
  }

  async #run(): Promise<void> {
    const known = this.#schemes.all;
    const named = this.#route.scheme === null ? [] : versionsOf(known, this.#route.scheme);
    const versions = named.length > 0 ? named : versionsOf(this.#schemes.presets, firstScheme);
    this.#mappings.hint(joinedHints(versions));
    const mappings = this.#files.tables.map((table) => this.#mappings.of(table));
    const arrangement = await this.#arrange(mappings);
    const scheme = inForceOf(versions, arrangement.figurePeriods);
    this.#asked = this.#route.scheme;
    const wanted = this.#wanted;
    const makers = await Promise.all(wanted.map((group) => groups[group]()));
    const views = scheme
      ? [
          ...compileScheme(scheme),
          ...reportViews,
          ...makers.flatMap((make) => make(scheme, this.#kept)),
        ]
      : [];
    await this.#apply(views);
    this.#arrangement = arrangement;
    this.#scheme = scheme;
    this.#views = views;
    this.#made = scheme ? wanted : [];
    this.#version += 1;
    this.#unknownScheme = named.length === 0 ? this.#asked : null;
  }

  async #apply(views: readonly View[]): Promise<void> {
    try {
      await this.#engine.apply(views);
    } catch (thrown) {
      // the engine has gone back to what was before the data was arranged
      this.#stale = true;
      throw thrown;
    }
  }

  async #arrange(mappings: readonly TableMapping[]): Promise<Arrangement> {
    if (!this.#stale && this.#arrangement) return this.#arrangement;
    this.#stale = false;
    try {
      return await this.#engine.arrange(mappings, this.#roster.crosswalk);
    } catch (thrown) {
      this.#stale = true;
      throw thrown;
    }
  }
}
