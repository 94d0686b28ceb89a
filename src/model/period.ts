export type Cadence = 'month' | 'bimonth' | 'quarter' | 'half' | 'year' | 'round';

/**
 * A period of assessment. Ids sort in time order within a cadence: 2023, 2023H1, 2023Q1, 2023M01, 2023B1.
 * Rounds are counted on from year to year (R15) or within one (2023R03), and have no days of their own; from R100 on
 * their ids need `comparePeriods`.
 */
export interface Period {
  readonly id: string;
  readonly cadence: Cadence;
  /** null for a round that is counted on through the years. */
  readonly year: number | null;
  /** 1-based within the year; 1 for a year. */
  readonly number: number;
  /** First and last day, ISO; null for a round. */
  readonly starts: string | null;
  readonly ends: string | null;
}

/** Periods of each cadence in a year, and how its ids are written. */
const cadences: Record<Cadence, { count: number; id: (year: number, number: number) => string }> = {
  month: { count: 12, id: (year, number) => `${year}M${String(number).padStart(2, '0')}` },
  bimonth: { count: 6, id: (year, number) => `${year}B${number}` },
  quarter: { count: 4, id: (year, number) => `${year}Q${number}` },
  half: { count: 2, id: (year, number) => `${year}H${number}` },
  year: { count: 1, id: (year) => String(year) },
  // a round has no fixed place in a year
  round: { count: 0, id: roundId },
};

/** How many there are in a year; 0 for rounds. */
export function periodsInYear(cadence: Cadence): number {
  return cadences[cadence].count;
}

function roundId(year: number | null, number: number): string {
  return `${year ?? ''}R${String(number).padStart(2, '0')}`;
}

/** The period with this number, or null where the year has no such period. */
export function makePeriod(cadence: Cadence, year: number, number: number): Period | null {
  const { count, id } = cadences[cadence];
  if (!Number.isInteger(number) || number < 1 || number > count) return null;
  const months = 12 / count;
  const starts = new Date(Date.UTC(year, (number - 1) * months, 1));
  const ends = new Date(Date.UTC(year, number * months, 0));
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return { id: id(year, number), cadence, year, number, starts: day(starts), ends: day(ends) };
}

/** The round with this number, of a year or of all time. */
export function makeRound(year: number | null, number: number): Period {
  return { id: roundId(year, number), cadence: 'round', year, number, starts: null, ends: null };
}

/** The period of an id; null for a text that is none. */
export function periodOfId(text: string): Period | null {
  const found = /^((?:19|20)\d{2})?(?:[HQBMR](\d{1,3}))?$/.exec(text);
  if (!found) return null;
  const year = found[1] === undefined ? null : Number(found[1]);
  const number = Number(found[2] ?? 1);
  if (number < 1) return null;
  const cadence = cadenceOf(text);
  if (cadence === 'round') return sameId(makeRound(year, number), text);
  return year === null ? null : sameId(makePeriod(cadence, year, number), text);
}

/** Order in time of the ids of two periods of one cadence; rounds go on from R99 to R100. */
export function comparePeriods(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

function sameId(period: Period | null, text: string): Period | null {
  return period?.id === text ? period : null;
}

/** The cadence of a period, told by its id. */
export function cadenceOf(period: string): Cadence {
  const letter = /^(?:\d{4})?([A-Z])/.exec(period)?.[1];
  if (letter === 'R') return 'round';
  if (letter === 'M') return 'month';
  if (letter === 'B') return 'bimonth';
  if (letter === 'Q') return 'quarter';
  return letter === 'H' ? 'half' : 'year';
}
