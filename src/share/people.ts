import type { Spec } from './spec';

/** A spec without what may name people, and how many texts were left out of it. */
export interface Nameless {
  readonly spec: Spec;
  readonly left: number;
}

/** What of a spec is written by the user or named by the data. */
export function textsOf(spec: Spec): readonly string[] {
  const { title, filters, choices, queries, figure, contract } = spec;
  return [title, filters, choices, queries, figure, contract].flatMap(stringsIn);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/**
 * Leaves out every text that holds one of the names.
 * @param names of people, and the ids that tell them apart
 * @param search `never` leaves it out in any case: where people are scored, it finds them by parts of names
 */
export function withoutPeople(
  spec: Spec,
  names: readonly string[],
  search: 'never' | 'nameless',
): Nameless {
  let left = 0;
  const known = new Set(names);
  const long = names.filter((name) => [...name].length > 1);
  const hasName = (text: string) => known.has(text) || long.some((name) => text.includes(name));
  const keeps = (...texts: readonly unknown[]) => {
    const named = texts.some((text) => typeof text === 'string' && hasName(text));
    if (named) left += 1;
    return !named;
  };
  const kept = <T>(lists: Readonly<Record<string, readonly T[]>>) =>
    Object.fromEntries(
      Object.entries(lists).map(([key, values]) => [key, values.filter((value) => keeps(value))]),
    );
  const { title, filters, choices, queries, figure, contract, ...plain } = spec;
  const { search: typed, ...values } = filters ?? {};
  const keepsSearch = typed !== undefined && search === 'nameless' && keeps(typed);
  if (typed !== undefined && search === 'never') left += 1;
  const next: Spec = {
    ...plain,
    ...(title !== undefined && keeps(title) ? { title } : {}),
    ...(filters ? { filters: { ...kept(values), ...(keepsSearch ? { search: typed } : {}) } } : {}),
    ...(choices ? { choices: kept(choices) } : {}),
    ...(queries
      ? {
          queries: queries.filter(({ name, sql, parameters = {} }) =>
            keeps(name, sql, ...Object.values(parameters)),
          ),
        }
      : {}),
    ...(figure
      ? {
          figure: Object.fromEntries(
            Object.entries(figure).filter(([, value]) =>
              Array.isArray(value) ? keeps(...value) : keeps(value),
            ),
          ),
        }
      : {}),
    ...(contract
      ? {
          contract: {
            ...contract,
            tables: contract.tables.map((table) => ({
              ...table,
              columns: table.columns.filter(({ header, name }) => keeps(header, name)),
            })),
          },
        }
      : {}),
  };
  return { spec: next, left };
}
