import type { Engine } from '../engine/protocol';
import {
  economyInvestors,
  economyReturns,
  economySources,
  type InvestorLine,
  type ReturnsLine,
  type SourceLine,
} from '../views/questions/economy/composition';
import {
  economyBins,
  economyInequality,
  economyLorenz,
  economyTiers,
  type Bin,
  type InequalityLine,
  type LorenzPoint,
  type TierLine,
} from '../views/questions/economy/distribution';
import {
  everyone,
  type Counts,
  type EconomyGroup,
  type Scope,
} from '../views/questions/economy/group';
import {
  economyPairs,
  economyPlans,
  type PairLine,
  type PlanLine,
} from '../views/questions/economy/plans';
import {
  economyCells,
  economyMovers,
  economySubjects,
  economyUnreported,
  type SubjectCell,
  type SubjectLine,
} from '../views/questions/economy/subjects';
import { economyGroups, economyTotals, type TotalLine } from '../views/questions/economy/totals';
import { ask } from './ask';
import { Latest } from './latest.svelte';

export { everyone, scopes } from '../views/questions/economy/group';
export { mostSubjects } from '../views/questions/economy/subjects';
export type { InvestorLine, ReturnsLine, SourceLine } from '../views/questions/economy/composition';
export type { TierLine } from '../views/questions/economy/distribution';
export type { Counts, EconomyGroup, Qualifier, Scope } from '../views/questions/economy/group';
export type { PairLine, PlanLine } from '../views/questions/economy/plans';
export type { SubjectCell, SubjectLine } from '../views/questions/economy/subjects';
export type { TotalLine } from '../views/questions/economy/totals';

/** Whom a figure is taken over: those that report it, those in force in the year, or the whole roster. */
export type Basis = keyof Counts;

export const bases: readonly Basis[] = ['reporting', 'present', 'roster'];

/** What is asked for; null leaves the choice to the data. */
export interface EconomyChoice {
  readonly group: EconomyGroup;
  /** The scope whose groups stand beside each other. */
  readonly by: Scope | null;
  readonly year: number | null;
  readonly measure: string | null;
  /** Ordinal of a class. */
  readonly tier: number | null;
  /** The measure of what investments bring in. */
  readonly returns: string | null;
  /** The scheme pairs strong and weak subjects. */
  readonly pairs: boolean;
}

/** Everything that the page shows of a measure in a year. */
export interface EconomyYear {
  readonly group: EconomyGroup;
  readonly by: (typeof tellingScopes)[number];
  readonly year: number;
  /** Years that have figures, newest first. */
  readonly years: readonly number[];
  readonly measure: string;
  /** Every measure in every year. */
  readonly totals: readonly TotalLine[];
  /** The scopes that tell subjects apart; one that has a single group does not. */
  readonly scopes: readonly Scope[];
  readonly groups: readonly TotalLine[];
  readonly tiers: readonly TierLine[];
  readonly tier: TierLine | null;
  /** null where it can't be told: a figure below zero, or nothing but zeros. */
  readonly inequality: InequalityLine | null;
  readonly lorenz: readonly LorenzPoint[];
  readonly bins: readonly Bin[];
  readonly subjects: readonly SubjectLine[];
  readonly unreported: readonly Pick<SubjectLine, 'subject' | 'name' | 'town' | 'found'>[];
  readonly movers: readonly SubjectLine[];
  readonly sources: readonly SourceLine[];
  readonly returns: ReturnsLine | null;
  readonly investors: readonly InvestorLine[];
  readonly plans: readonly PlanLine[];
  readonly pairs: readonly PairLine[];
}

const tellingScopes = ['district', 'town', 'track'] as const satisfies readonly Scope[];

/** The figures of the collective economy: asked for anew when choices or data change, replaced and never edited. */
export class CollectiveEconomy extends Latest<EconomyYear> {
  readonly #engine: Engine;
  #cells = $state.raw<readonly SubjectCell[]>([]);
  #cellRound = 0;

  constructor(engine: Engine) {
    super();
    this.#engine = engine;
  }

  /** The figures of the chosen subject with the cells that they came from. */
  get cells(): readonly SubjectCell[] {
    return this.#cells;
  }

  async show(choice: EconomyChoice): Promise<void> {
    await this.answer(() => this.#load(choice));
  }

  /** Follows a subject's figures to their cells. */
  async explain(subject: string | null): Promise<void> {
    this.#cellRound += 1;
    const round = this.#cellRound;
    if (subject === null) {
      this.#cells = [];
      return;
    }
    try {
      const cells = await ask(this.#engine, 'economy-cells', economyCells(subject));
      if (round === this.#cellRound) this.#cells = cells;
    } catch (thrown) {
      if (round === this.#cellRound) this.fail(thrown);
    }
  }

  async #load(choice: EconomyChoice): Promise<EconomyYear | null> {
    // a group that the data does not have, as after other files were dropped, gives way to all
    const own = await ask(this.#engine, 'economy-totals', economyTotals(choice.group));
    const totals =
      own.length > 0 ? own : await ask(this.#engine, 'economy-totals', economyTotals(everyone));
    const group = own.length > 0 ? choice.group : everyone;
    const years = [...new Set(totals.map((line) => line.year))].sort((a, b) => b - a);
    const year = years.find((one) => one === choice.year) ?? years[0];
    if (year === undefined) return null;
    const ofYear = totals.filter((line) => line.year === year);
    const line =
      ofYear.find(({ measure }) => measure === choice.measure) ??
      ofYear.find(({ measure }) => measure === 'operating_income') ??
      ofYear[0];
    if (!line) return null;
    const { measure } = line;
    const [groups, tiers] = await Promise.all([
      this.#groups(year, measure),
      ask(this.#engine, 'economy-tiers', economyTiers(group, measure)),
    ]);
    const telling = tellingScopes.filter((scope) => (groups.get(scope) ?? []).length > 1);
    const by = telling.find((scope) => scope === choice.by) ?? telling[0] ?? 'town';
    const tier = tiers.find((one) => one.year === year && one.ordinal === choice.tier) ?? null;
    const [
      unequal,
      lorenz,
      bins,
      subjects,
      unreported,
      movers,
      sources,
      returns,
      investors,
      plans,
      pairs,
    ] = await Promise.all([
      ask(this.#engine, 'economy-inequality', economyInequality(group, year, measure)),
      ask(this.#engine, 'economy-lorenz', economyLorenz(group, year, measure)),
      ask(this.#engine, 'economy-bins', economyBins(group, year, measure)),
      tier?.kind === 'unreported'
        ? []
        : ask(this.#engine, 'economy-subjects', economySubjects(group, year, measure, tier)),
      ask(this.#engine, 'economy-unreported', economyUnreported(group, year, measure)),
      ask(this.#engine, 'economy-movers', economyMovers(group, year, measure)),
      ask(this.#engine, 'economy-sources', economySources(group, by, year)),
      ask(this.#engine, 'economy-returns', economyReturns(group, year)),
      ask(this.#engine, 'economy-investors', economyInvestors(group, year, choice.returns)),
      ask(this.#engine, 'economy-plans', economyPlans(group, by, year)),
      choice.pairs ? ask(this.#engine, 'economy-pairs', economyPairs(group, year)) : [],
    ]);
    return {
      group,
      by,
      year,
      years,
      measure,
      totals,
      scopes: telling,
      groups: groups.get(by) ?? [],
      tiers,
      tier,
      inequality: unequal[0] ?? null,
      lorenz,
      bins,
      subjects,
      unreported,
      movers,
      sources,
      returns: returns[0] ?? null,
      investors,
      plans,
      pairs,
    };
  }

  /** The groups of each scope that tells subjects apart. */
  async #groups(year: number, measure: string): Promise<Map<Scope, readonly TotalLine[]>> {
    const found = await Promise.all(
      tellingScopes.map(
        async (scope) =>
          [
            scope,
            await ask(this.#engine, `economy-groups-${scope}`, economyGroups(scope, year, measure)),
          ] as const,
      ),
    );
    return new Map(found);
  }
}
