import type { Messages } from '../../../i18n';
import { number, percent, worded } from '../../../i18n/format';
import type { Role } from '../../../model/mapping';
import type { Scheme } from '../../../state/calculation.svelte';
import type {
  Basis,
  Counts,
  EconomyGroup,
  Qualifier,
  TierLine,
  TotalLine,
} from '../../../state/collective-economy.svelte';

/** What the parts of the page of the collective economy share: whom figures are taken over, and how things are called. */
export interface EconomyView {
  readonly t: Messages;
  readonly scheme: Scheme;
  readonly basis: Basis;
}

/** The name of a measure: one of ours, a source that the scheme names, or an indicator by its own name. */
export function measureName({ t, scheme }: EconomyView, measure: string): string {
  const source = scheme.economy.sources.find((one) => one.measure === measure);
  if (source?.label) return worded(t, source.label);
  return measure in t.roles ? t.roles[measure as Role] : measure;
}

export function placeName(t: Messages, { scope, place }: EconomyGroup): string {
  if (scope === 'all') return t.common.all;
  return place === '' ? t.collectiveEconomy.noPlace : place;
}

/** The same group, wherever it was read. */
export function isSameGroup(a: EconomyGroup, b: EconomyGroup): boolean {
  return a.scope === b.scope && a.district === b.district && a.place === b.place;
}

/** Whom means and shares are taken over, in words. */
export function overWords({ t, basis }: EconomyView, counts: Counts): string {
  const words = t.collectiveEconomy.over;
  const reporting = number(t, counts.reporting);
  if (basis === 'reporting') return words.reporting(reporting);
  return words[basis](number(t, counts[basis]), reporting);
}

/** The line to reach is one of income; investments and dividends have none. */
export function hasLine(measure: string): boolean {
  return measure === 'operating_income' || measure === 'operating_profit';
}

/** A share of the denominator, or a dash where that is nobody. */
export function shareOf({ t, basis }: EconomyView, part: number, counts: Counts): string {
  return counts[basis] === 0 ? t.common.none : percent(t, part / counts[basis]);
}

/** An amount, with what "over 140" and the like make of it. */
export function amount(t: Messages, value: number, qualifier: Qualifier | null): string {
  const shown = number(t, value);
  return qualifier === null ? shown : t.collectiveEconomy.amount[qualifier](shown);
}

export function tierName(t: Messages, tier: TierLine): string {
  const words = t.collectiveEconomy.tiers;
  const [from, below] = [tier.from ?? 0, tier.below ?? 0].map((bound) => number(t, bound));
  if (tier.kind === 'unreported') return words.unreported;
  if (tier.kind === 'none') return words.none(below ?? '');
  if (tier.below === null) return words.last(from ?? '');
  return tier.ordinal === 1
    ? words.first(from ?? '', below ?? '')
    : words.between(from ?? '', below ?? '');
}

/** Growth with its sign, marked where it is across a break of the series; a dash where there is none. */
export function growthText(t: Messages, growth: number | null, acrossBreak: boolean): string {
  if (growth === null) return t.common.none;
  const shown = `${growth > 0 ? '+' : ''}${percent(t, growth)}`;
  return acrossBreak ? `${shown} ${t.collectiveEconomy.acrossBreak}` : shown;
}

/** The mean over the chosen denominator, with what the figures' qualifiers make of it. */
export function meanText({ t, basis }: EconomyView, line: TotalLine): string {
  return amount(t, line.means[basis], line.qualifier);
}
