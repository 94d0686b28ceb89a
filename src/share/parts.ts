import { encodeLink } from './link';
import type { Spec } from './spec';

/** What can be left out of a link. */
export const sharedParts = ['places', 'queries', 'data'] as const;

export type SharedPart = (typeof sharedParts)[number];

/** Keys of a spec, by the part that they are. Page and year are always there. */
const keysOf: Readonly<Record<SharedPart, readonly (keyof Spec)[]>> = {
  places: ['filters', 'choices'],
  queries: ['queries', 'figure'],
  data: ['contract'],
};

export function has(spec: Spec, part: SharedPart): boolean {
  return keysOf[part].some((key) => key in spec);
}

export function without(spec: Spec, parts: readonly SharedPart[]): Spec {
  const gone = new Set<string>(parts.flatMap((part) => keysOf[part]));
  return Object.fromEntries(Object.entries(spec).filter(([key]) => !gone.has(key))) as Spec;
}

/** A spec without lists that are empty: what is not said takes no place. */
export function tidied(spec: Spec): Spec {
  return Object.fromEntries(
    Object.entries(spec).flatMap(([key, value]) => {
      const kept = key === 'filters' || key === 'choices' ? filled(value as object) : value;
      return isEmpty(kept) ? [] : [[key, kept]];
    }),
  ) as Spec;
}

/** Characters that a link has for each of its parts, largest first; those with less than a tenth of it are left out. */
export function weights(
  spec: Spec,
): { readonly part: SharedPart | 'scheme'; readonly length: number }[] {
  const whole = encodeLink(spec).length;
  const { scheme, ...others } = spec;
  const parts = sharedParts
    .filter((part) => has(spec, part))
    .map((part) => ({ part, length: whole - encodeLink(without(spec, [part])).length }));
  const ofScheme = scheme
    ? [{ part: 'scheme' as const, length: whole - encodeLink(others).length }]
    : [];
  return [...parts, ...ofScheme]
    .filter(({ length }) => length * 10 >= whole)
    .sort((one, other) => other.length - one.length);
}

function filled(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => !isEmpty(one)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
