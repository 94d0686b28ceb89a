import { cadenceOf, makePeriod, periodsInYear } from '../../model/period';

/** From when until when something was seen: months counted from year 0, and the ids of the first and last period. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly first: string;
  readonly last: string;
}

const spans = new Map<string, Span | null>();

/** The months of a period; null for an id that is none. */
export function spanOf(period: string): Span | null {
  const known = spans.get(period);
  if (known !== undefined) return known;
  const span = readSpan(period);
  spans.set(period, span);
  return span;
}

function readSpan(id: string): Span | null {
  const parts = partsOf(id);
  if (!parts) return null;
  const { cadence, year, number } = parts;
  const months = 12 / periodsInYear(cadence);
  const start = year * 12 + (number - 1) * months;
  return { start, end: start + months - 1, first: id, last: id };
}

function partsOf(id: string) {
  const found = /^(\d{4})(?:[HQBM](\d{1,2}))?$/.exec(id);
  if (!found) return null;
  const cadence = cadenceOf(id);
  const year = Number(found[1]);
  const number = Number(found[2] ?? 1);
  return number >= 1 && number <= periodsInYear(cadence) ? { cadence, year, number } : null;
}

/** The span that covers both. */
export function cover(one: Span | null, other: Span | null): Span | null {
  if (!one || !other) return one ?? other;
  const earlier = one.start - other.start || compare(one.first, other.first);
  const later = other.end - one.end || compare(one.last, other.last);
  const { start, first } = earlier <= 0 ? one : other;
  const { end, last } = later <= 0 ? one : other;
  return { start, end, first, last };
}

/** Whether one ends before the other begins; false where either is not known. */
export function isBefore(one: Span | null, other: Span | null): boolean {
  return one !== null && other !== null && one.end < other.start;
}

/** The period before this one, of the same cadence. */
export function periodBefore(id: string): string | null {
  const parts = partsOf(id);
  if (!parts) return null;
  const { cadence, year, number } = parts;
  const before =
    number > 1
      ? makePeriod(cadence, year, number - 1)
      : makePeriod(cadence, year - 1, periodsInYear(cadence));
  return before?.id ?? null;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
