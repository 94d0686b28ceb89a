export type Cadence = 'month' | 'bimonth' | 'quarter' | 'half' | 'year';

/** A period of assessment. Ids sort in time order within a cadence: 2023, 2023H1, 2023Q1, 2023M01, 2023B1. */
export interface Period {
  readonly id: string;
  readonly cadence: Cadence;
  readonly year: number;
  /** 1-based within the year; 1 for a year. */
  readonly number: number;
  /** First and last day, ISO. */
  readonly starts: string;
  readonly ends: string;
}

/** Periods of each cadence in a year, and how its ids are written. */
const cadences: Record<Cadence, { count: number; id: (year: number, number: number) => string }> = {
  month: { count: 12, id: (year, number) => `${year}M${String(number).padStart(2, '0')}` },
  bimonth: { count: 6, id: (year, number) => `${year}B${number}` },
  quarter: { count: 4, id: (year, number) => `${year}Q${number}` },
  half: { count: 2, id: (year, number) => `${year}H${number}` },
  year: { count: 1, id: (year) => String(year) },
};

export function periodsInYear(cadence: Cadence): number {
  return cadences[cadence].count;
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

/** The cadence of a period, told by its id. */
export function cadenceOf(period: string): Cadence {
  const letter = /^\d{4}([A-Z])/.exec(period)?.[1];
  if (letter === 'M') return 'month';
  if (letter === 'B') return 'bimonth';
  if (letter === 'Q') return 'quarter';
  return letter === 'H' ? 'half' : 'year';
}
