import type { Spec } from './spec';

/** A spec without what may name people, and how many texts were left out of it. */
export interface Nameless {
  readonly spec: Spec;
  readonly left: number;
}

/**
 * Leaves out every text that holds one of the names, and the search, which finds people by parts of names.
 * @param names of people, and the ids that tell them apart
 */
export function withoutPeople(spec: Spec, names: readonly string[]): Nameless {
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
  const { search, ...values } = filters ?? {};
  if (search !== undefined) left += 1;
  const next: Spec = {
    ...plain,
    ...(title !== undefined && keeps(title) ? { title } : {}),
    ...(filters ? { filters: kept(values) } : {}),
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
