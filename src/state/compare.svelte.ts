import type { Engine } from '../engine/protocol';
import type { TrialProgress } from '../model/trial';
import { versionTrials } from '../robustness';
import { schemeKey } from '../scheme/choose';
import type { Comparison } from '../views/questions/compare/comparison';
import { sideEconomy, sideMeans, type SideMean } from '../views/questions/compare/means';
import {
  compareGroups,
  sideBins,
  sideCounts,
  sideStars,
  type SideBin,
  type SideCounts,
  type SideStars,
} from '../views/questions/compare/sides';
import {
  versionChanges,
  versionMoves,
  type VersionChange,
  type VersionMove,
} from '../views/questions/compare/versions';
import { triedVersions } from '../views/questions/tried-versions';
import { ask } from './ask';
import { Latest, type Newest } from './latest.svelte';
import type { Calculation, PartLabel, Scheme } from './calculation.svelte';
import { binsOf, type Bins } from './compare-bins';
import { differencesOf, type DifferenceLine } from './compare-differences';
import {
  chosenOf,
  fittingSchemes,
  kindOf,
  labelsOf,
  optionsOf,
  sideOf,
  type CompareKind,
  type CompareOption,
  type CompareOptions,
} from './compare-options';
import type { Schemes } from './schemes.svelte';

export { compareKinds, mostSides } from './compare-options';
export type { CompareKind, CompareOption, CompareOptions } from './compare-options';
export type {
  DifferenceLine,
  SideBin,
  SideCounts,
  SideMean,
  SideStars,
  VersionChange,
  VersionMove,
};

/** Villages listed that rank otherwise under another version. */
const mostMoves = 20;

/** What a page wants to see; null leaves the choice to the data. */
export interface CompareWish {
  readonly kind: CompareKind | null;
  readonly sides: readonly string[];
  readonly year: number | null;
  readonly matched: boolean;
  /** The subjects that the filters leave; null for all. */
  readonly kept: ReadonlySet<string> | null;
}

/** Everything that the page shows of a comparison. */
export interface Compared {
  readonly kind: CompareKind;
  readonly options: CompareOptions;
  readonly sides: readonly CompareOption[];
  /** The year of the results; null where years are compared. */
  readonly year: number | null;
  /** Only subjects that have a result on every side are counted. */
  readonly matched: boolean;
  readonly counts: readonly SideCounts[];
  readonly means: readonly SideMean[];
  readonly differences: readonly DifferenceLine[];
  readonly bins: Bins;
  readonly distribution: readonly SideBin[];
  readonly stars: readonly SideStars[];
  /** What the parts are called under any of the schemes compared. */
  readonly partLabels: ReadonlyMap<string, PartLabel>;
  readonly changes: readonly VersionChange[];
  /** Those that rank otherwise under the second scheme than under the first. */
  readonly moves: readonly VersionMove[];
}

/** Groups, years or schemes beside each other: asked for anew when a wish or the data change, replaced and never edited. */
export class Compare extends Latest<Compared> {
  readonly #engine: Engine;
  readonly #calculation: Calculation;
  readonly #schemes: Schemes;
  #progress = $state.raw<TrialProgress | null>(null);
  #runs: AbortController | null = null;
  /** The schemes that were run last. */
  #tried: readonly Scheme[] = [];

  constructor(engine: Engine, calculation: Calculation, schemes: Schemes) {
    super();
    this.#engine = engine;
    this.#calculation = calculation;
    this.#schemes = schemes;
  }

  /** How far the runs of schemes have come; null while there are none. */
  get progress(): TrialProgress | null {
    return this.#progress;
  }

  stop(): void {
    this.#runs?.abort();
  }

  async show(wish: CompareWish): Promise<void> {
    this.stop();
    await this.answer((newest) => this.#load(wish, newest));
  }

  async #load(wish: CompareWish, newest: Newest): Promise<Compared | null> {
    const { scheme } = this.#calculation;
    const groups = await ask(this.#engine, 'compare-groups', compareGroups());
    const years = [...new Set(groups.map(({ year }) => year))].sort((a, b) => b - a);
    const [last] = years;
    if (!scheme || last === undefined) return null;
    const year = years.find((one) => one === wish.year) ?? last;
    const indicators = new Set(this.#calculation.arrangement?.indicators);
    const fitting = fittingSchemes(this.#schemes.all, scheme, indicators);
    const options = optionsOf(groups, year, fitting);
    const kind = kindOf(wish.kind, options);
    if (kind === null) return null;
    const sides = chosenOf(wish.sides, options[kind], kind, schemeKey(scheme));
    const schemes = sides.flatMap((one) => one.scheme ?? []);
    if (kind === 'scheme') await newest(this.#tryOut(schemes, newest));
    const canMatch = kind === 'year' || kind === 'scheme';
    const comparison: Comparison = {
      sides: sides.map((one) => sideOf(kind, one, year)),
      matched: canMatch && wish.matched,
      kept: wish.kept && [...wish.kept].sort(),
    };
    const shown = schemes.length > 0 ? schemes : [scheme];
    const answers = await this.#answers(comparison, shown, kind === 'scheme', scheme);
    return {
      ...{ kind, options, sides, ...answers },
      year: kind === 'year' ? null : year,
      matched: comparison.matched,
      differences: differencesOf(answers.means, sides.length),
      partLabels: labelsOf(shown),
    };
  }

  async #answers(
    comparison: Comparison,
    shown: readonly Scheme[],
    ofVersions: boolean,
    applied: Scheme,
  ) {
    const levels = shown.flatMap((one) => one.year?.levels ?? []).map(({ level }) => level);
    const [first, second] = comparison.sides;
    const versions = ofVersions && first && second ? ([first, second] as const) : null;
    const [counts, scored, economy, stars, changes, moves] = await Promise.all([
      ask(this.#engine, 'compare-counts', sideCounts(comparison)),
      ask(this.#engine, 'compare-means', sideMeans(comparison, [...new Set(levels)])),
      // money is the same under every scheme
      ofVersions
        ? []
        : ask(
            this.#engine,
            'compare-economy',
            sideEconomy(comparison, applied.economy.denominator),
          ),
      ask(this.#engine, 'compare-stars', sideStars(comparison)),
      versions
        ? ask(this.#engine, 'compare-changes', versionChanges(versions[0].year, comparison.kept))
        : [],
      versions
        ? ask(
            this.#engine,
            'compare-moves',
            versionMoves(
              [versions[0].source, versions[1].source],
              versions[0].year,
              comparison.kept,
              mostMoves,
            ),
          )
        : [],
    ]);
    const scores = scored.filter(({ kind }) => kind === 'score');
    const bins = binsOf(
      Math.min(...scores.map(({ low }) => low)),
      Math.max(...scores.map(({ high }) => high)),
    );
    const distribution =
      scores.length > 0
        ? await ask(this.#engine, 'compare-bins', sideBins(comparison, bins.from, bins.width))
        : [];
    return { counts, means: [...scored, ...economy], stars, changes, moves, bins, distribution };
  }

  /** Runs the schemes, unless their results stand there. */
  async #tryOut(schemes: readonly Scheme[], newest: Newest): Promise<void> {
    // a change of the data empties the runs, and another page may have run something else meanwhile
    const standing = await newest(ask(this.#engine, 'compare-tried', triedVersions()));
    const isStanding =
      standing.join(' ') === schemes.map(schemeKey).join(' ') &&
      schemes.every((one, index) => one === this.#tried[index]);
    if (isStanding) return;
    this.#tried = [];
    const runs = new AbortController();
    this.#runs = runs;
    this.#progress = { done: 0, of: schemes.length };
    const report = (progress: TrialProgress | null) => {
      if (this.#runs === runs) this.#progress = progress;
    };
    await this.#engine
      .tryOut(versionTrials(schemes), report, runs.signal)
      .finally(() => report(null));
    this.#tried = schemes;
  }
}
