import { cadenceOf, makePeriod, makeRound, periodOfId, periodsInYear } from './period';

/**
 * Ids of all periods from the first to the last, those without data among them, so that a gap stays a gap on an axis.
 * Rounds of a year can't be counted on into the next: of those, and of ids that are none, only the given ones are known.
 *
 * @param ids of one cadence, in any order
 */
export function timeAxis(ids: Iterable<string>): string[] {
  const known = [...new Set(ids)].sort();
  const [first, last] = [known[0], known.at(-1)].map((id) => periodOfId(id ?? ''));
  if (!first || !last || first.cadence !== last.cadence) return known;
  if (first.cadence === 'round') {
    if (first.year !== null || last.year !== null) return known;
    return range(first.number, last.number).map((number) => makeRound(null, number).id);
  }
  const { cadence } = first;
  const perYear = periodsInYear(cadence);
  const place = (year: number | null, number: number) => (year ?? 0) * perYear + number - 1;
  return range(place(first.year, first.number), place(last.year, last.number)).flatMap(
    (at) => makePeriod(cadence, Math.floor(at / perYear), (at % perYear) + 1)?.id ?? [],
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A period's id as short as an axis needs it: 23Q1, 2023. */
export function shortPeriod(id: string): string {
  return cadenceOf(id) === 'year' ? id : id.replace(/^(?:19|20)(?=\d\d\D)/, '');
}

/** The year that a period lies in; null for a round that is counted on through the years. */
export function yearOfPeriod(id: string): number | null {
  return periodOfId(id)?.year ?? null;
}
