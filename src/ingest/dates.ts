import { makePeriod, type Period } from '../model/period';
import type { DateCadence } from '../model/mapping';

/** Which comes first where the year stands last: 15/4/2023 or 4/15/2023. */
export type DayOrder = 'day' | 'month';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const time = '(?:T|\\s*)(?:\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?';
const inWords = new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})日?${time}$`);
// 2023.7-9 is no day: both marks are the same
const yearFirst = new RegExp(`^(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})${time}$`);
const withoutMarks = /^(\d{4})(\d{2})(\d{2})$/;
const yearLast = new RegExp(`^(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4})${time}$`);
const dayNumber = /^\d{5}(?:\.\d+)?$/;

/** Whether a cell holds a day, and nothing else. A number of five digits alone is none: it may count anything. */
export function isDate(text: string): boolean {
  const plain = plainly(text);
  return !dayNumber.test(plain) && daysOf(plain).length > 0;
}

/**
 * The order that a column shows by dates that can be read in one way only.
 * @returns null where none does, or where they contradict each other
 */
export function dayOrder(texts: readonly string[]): DayOrder | null {
  const orders = new Set(
    texts.flatMap((text): DayOrder[] => {
      const [one, other] = inBothOrders(plainly(text));
      if (one && !other) return ['day'];
      return other && !one ? ['month'] : [];
    }),
  );
  const [order] = orders;
  return order !== undefined && orders.size === 1 ? order : null;
}

/** What a cell comes to as a date: `impossible` is one that no calendar has, null is none at all. */
export type DateReading = { readonly period: Period } | 'several' | 'impossible' | null;

/**
 * The period in which the day of a cell is: 2023-04-15, 2023年4月15日, 20230415, 4/15/2023, a spreadsheet's day number.
 * @param order of the other dates of the column; without it a date that can be read in two ways may be `several` periods
 */
export function readDate(text: string, cadence: DateCadence, order: DayOrder | null): DateReading {
  const plain = plainly(text);
  const both = inBothOrders(plain);
  const ordered = order === null ? null : both[order === 'day' ? 0 : 1];
  const periods = new Map(
    (ordered ? [ordered] : daysOf(plain)).flatMap((day) => {
      const period = periodOfDay(day, cadence);
      return period ? [[period.id, period]] : [];
    }),
  );
  const [period] = periods.values();
  if (!period) return looksLikeDate(plain) ? 'impossible' : null;
  return periods.size === 1 ? { period } : 'several';
}

function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s*([年月日])\s*/g, '$1');
}

function looksLikeDate(plain: string): boolean {
  return [inWords, yearFirst, withoutMarks, yearLast, dayNumber].some((form) => form.test(plain));
}

/** The days that a text may mean. */
function daysOf(plain: string): Day[] {
  if (dayNumber.test(plain)) return numbered(Number(plain));
  const marked = yearFirst.exec(plain);
  if (marked) return real(Number(marked[1]), Number(marked[3]), Number(marked[4]));
  const found = inWords.exec(plain) ?? withoutMarks.exec(plain);
  if (found) return real(Number(found[1]), Number(found[2]), Number(found[3]));
  return inBothOrders(plain).filter((day) => day !== null);
}

/** The day of a text whose year stands last: with the day first, with the month first. */
function inBothOrders(plain: string): readonly [day: Day | null, month: Day | null] {
  const found = yearLast.exec(plain);
  if (!found) return [null, null];
  const [one, other, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  return [real(year, other, one)[0] ?? null, real(year, one, other)[0] ?? null];
}

function real(year: number, month: number, day: number): Day[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year < 2100 ? [{ year, month, day }] : [];
}

/** The day of a spreadsheet's number, for the days of this century. */
function numbered(number: number): Day[] {
  const date = new Date(Date.UTC(1899, 11, 30 + Math.floor(number)));
  const year = date.getUTCFullYear();
  return year < 2000 ? [] : real(year, date.getUTCMonth() + 1, date.getUTCDate());
}

const monthsIn: Record<DateCadence, number> = { month: 1, quarter: 3, half: 6, year: 12 };

function periodOfDay({ year, month }: Day, cadence: DateCadence): Period | null {
  return makePeriod(cadence, year, Math.ceil(month / monthsIn[cadence]));
}
