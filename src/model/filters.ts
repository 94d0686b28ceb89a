/** What subjects can be narrowed down by; each to some of its values, or not at all. */
export const dimensions = ['district', 'town', 'track', 'kind', 'level'] as const;

export type Dimension = (typeof dimensions)[number];

/** The subjects that every page shows. A dimension without values, and an empty search, leave nothing out. */
export interface Filters {
  readonly values: Readonly<Record<Dimension, readonly string[]>>;
  /** Part of a name or of a town, or the initials of its pinyin. */
  readonly search: string;
}

export const noFilters: Filters = {
  values: { district: [], town: [], track: [], kind: [], level: [] },
  search: '',
};

export function isFiltered({ values, search }: Filters): boolean {
  return search !== '' || dimensions.some((dimension) => values[dimension].length > 0);
}
