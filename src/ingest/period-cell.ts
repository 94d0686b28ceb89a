import type { DateCadence } from '../model/mapping';
import { makePeriod, type Period } from '../model/period';
import { dayOrder, readDate, type DayOrder } from './dates';
import { readPeriod } from './period';
import { followEachOther, periodWords } from './period-words';

/** How a column of periods is to be read where one of its cells does not tell. */
export interface CellForms {
  /** What the days of dates are rolled to. */
  readonly cadence: DateCadence;
  readonly order: DayOrder | null;
  /** 2011-12 is a year of two, as 2012-13 beside it must be. */
  readonly yearPairs: boolean;
}

/** What the cells of a column of periods show of how they are written. */
export function cellForms(texts: readonly string[], cadence: DateCadence): CellForms {
  const order = dayOrder(texts);
  const yearPairs = texts.some((text) => followingYears(text) && !mayBeMonth(text));
  return { cadence, order, yearPairs };
}

const range = /^((?:19|20)\d{2})\s*[-–—~/]\s*((?:19|20)?\d{2})$/;

/** The first of two years that make up a cell and follow each other: 2023-2024, 2023/24. */
function followingYears(text: string): number | null {
  const [, first = '', second = ''] = range.exec(plainCell(text)) ?? [];
  return first !== '' && followEachOther(first, second) ? Number(first) : null;
}

/** 2011-12 may be a month, 2012-13 is none. */
function mayBeMonth(text: string): boolean {
  const [, , second = ''] = range.exec(plainCell(text)) ?? [];
  return second.length === 2 && Number(second) <= 12;
}

function plainCell(text: string): string {
  return text.normalize('NFKC').trim();
}

/**
 * The period that a cell of a column of periods names: also a date, the years of a school year, a spreadsheet's day
 * number. `several` where a date can be read in two ways that are of different periods.
 */
export function readPeriodCell(
  text: string,
  year: number | null,
  { cadence, order, yearPairs }: CellForms,
): Period | 'several' | null {
  const date = readDate(text, cadence, order);
  if (date === 'impossible') return null;
  if (date) return date === 'several' ? date : date.period;
  if (!range.test(plainCell(text)) || (mayBeMonth(text) && !yearPairs))
    return readPeriod(text, year);
  const first = followingYears(text);
  return first === null ? null : makePeriod('year', first, 1);
}

/** Whether the words of a period are of one that runs over two years, and counts under the first. */
export function runsOverTwoYears(text: string): boolean {
  return periodWords(text).spans !== null || followingYears(text) !== null;
}
