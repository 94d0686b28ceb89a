/** A figure for each subject and period that has one. */
export type Values = ReadonlyMap<string, number>;

/** A subject in a period. */
export interface Cell {
  readonly subject: string;
  readonly period: string;
}

export function keyOf({ subject, period }: Cell): string {
  return `${subject} ${period}`;
}

export function cellOf(key: string): Cell {
  const [subject = '', period = ''] = key.split(' ');
  return { subject, period };
}

/** Changes every figure; one that becomes nothing, or no number, is absent. */
export function mapValues(
  values: Values,
  change: (value: number, key: string) => number | null,
): Values {
  const changed = new Map<string, number>();
  for (const [key, value] of values) {
    const result = change(value, key);
    if (result !== null && Number.isFinite(result)) changed.set(key, result);
  }
  return changed;
}

export function groupBy<T>(items: Iterable<T>, nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}

export const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

export const mean = (values: readonly number[]) => sum(values) / values.length;

/** Interpolated between neighbours: `share` of the way from the lowest to the highest. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = Number(((sorted.length - 1) * share).toPrecision(12));
  const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** A figure as it is compared: what lies beyond nine decimals is the chance of binary fractions. */
export const compared = (value: number) =>
  Math.abs(value) < 1e15 ? Number(value.toFixed(9)) : value;

export const reaches = (value: number, bound: number) => compared(value) >= compared(bound);

export const above = (value: number, bound: number) => compared(value) > compared(bound);

export const same = (one: number, other: number) => compared(one) === compared(other);
