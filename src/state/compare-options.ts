import { compareLabels } from '../model/label';
import { schemeKey } from '../scheme/choose';
import { scoreMeasures } from '../scheme/references';
import { treeNodes } from '../scheme/tree';
import type { CompareSide } from '../views/questions/compare/comparison';
import type { CompareGroup } from '../views/questions/compare/sides';
import type { PartLabel, Scheme } from './calculation.svelte';

/** What can stand beside each other. */
export const compareKinds = ['district', 'town', 'track', 'year', 'scheme'] as const;
export type CompareKind = (typeof compareKinds)[number];

/** More sides than this can't be told apart in a figure. */
export const mostSides = 6;

/** One that can be chosen as a side: `key` stands in the address. */
export interface CompareOption {
  readonly key: string;
  /** District of a town, where the data has several; else null. */
  readonly district: string | null;
  /** Name of the place; `2023`; `id@version`. */
  readonly name: string;
  /** The scheme, of those that are compared. */
  readonly scheme: Scheme | null;
}

export type CompareOptions = Readonly<Record<CompareKind, readonly CompareOption[]>>;

/** What the data lets one compare, each in the order in which it is read. */
export function optionsOf(
  groups: readonly CompareGroup[],
  year: number,
  schemes: readonly Scheme[],
): CompareOptions {
  const placed = (scope: CompareGroup['scope']) =>
    groups.filter((one) => one.year === year && one.scope === scope && one.place !== '');
  const several = placed('district').length > 1;
  const years = [...new Set(groups.map((one) => one.year))].sort((a, b) => a - b);
  return {
    district: placed('district')
      .map(({ place }) => plain(place))
      .sort(byName),
    town: placed('town')
      .map(({ district, place }): CompareOption => ({
        ...{ key: `${district}/${place}`, name: place, scheme: null },
        district: several ? district : null,
      }))
      .sort((a, b) => compareLabels(a.district ?? '', b.district ?? '') || byName(a, b)),
    // a scheme without tracks has all in one
    track: placed('track')
      .filter(({ place }) => place !== '*')
      .map(({ place }) => plain(place))
      .sort(byName),
    year: years.map((one) => plain(String(one))),
    scheme: schemes.map((scheme) => ({ ...plain(schemeKey(scheme)), scheme })),
  };
}

function plain(name: string): CompareOption {
  return { key: name, name, district: null, scheme: null };
}

function byName(one: CompareOption, other: CompareOption): number {
  return compareLabels(one.name, other.name);
}

/** The scheme applied, and those that give results of the same periods from indicators that the data has. */
export function fittingSchemes(
  schemes: readonly Scheme[],
  applied: Scheme,
  indicators: ReadonlySet<string>,
): Scheme[] {
  const isApplied = (one: Scheme) => schemeKey(one) === schemeKey(applied);
  return schemes
    .filter(
      (one) =>
        isApplied(one) ||
        (one.cadence === applied.cadence &&
          scoreMeasures(one).every((measure) => indicators.has(measure))),
    )
    .toSorted((a, b) => schemeKey(a).localeCompare(schemeKey(b), 'en', { numeric: true }));
}

/** The kind wished for, else the first of which there are two; null where there is nothing to compare. */
export function kindOf(wished: CompareKind | null, options: CompareOptions): CompareKind | null {
  const possible = compareKinds.filter((kind) => options[kind].length > 1);
  return possible.find((kind) => kind === wished) ?? possible[0] ?? null;
}

/** At least two sides, in the order of the options: those wished for, else those that one would look at first. */
export function chosenOf(
  wished: readonly string[],
  options: readonly CompareOption[],
  kind: CompareKind,
  applied: string,
): CompareOption[] {
  const chosen = options.filter(({ key }) => wished.includes(key)).slice(0, mostSides);
  if (chosen.length > 1) return chosen;
  if (kind === 'district' || kind === 'track') return options.slice(0, mostSides);
  if (kind === 'year') return options.slice(-2);
  if (kind === 'town') return options.slice(0, 2);
  const at = Math.max(
    1,
    options.findIndex(({ key }) => key === applied),
  );
  return options.slice(at - 1, at + 1);
}

/** @param year of the results, where the side names none */
export function sideOf(kind: CompareKind, { key, name }: CompareOption, year: number): CompareSide {
  const everyone = { source: '', year, scope: 'all', district: '', place: '' } as const;
  switch (kind) {
    case 'year':
      return { ...everyone, year: Number(name) };
    case 'scheme':
      return { ...everyone, source: key };
    case 'town':
      return { ...everyone, scope: kind, district: key.slice(0, key.indexOf('/')), place: name };
    default:
      return { ...everyone, scope: kind, place: name };
  }
}

/** What the parts are called under any of the schemes, by id; the first that names one counts. */
export function labelsOf(schemes: readonly Scheme[]): ReadonlyMap<string, PartLabel> {
  const labels = new Map<string, PartLabel>();
  for (const { score } of schemes)
    for (const { id, node } of treeNodes(score))
      if ('label' in node && node.label && !labels.has(id)) labels.set(id, node.label);
  return labels;
}
