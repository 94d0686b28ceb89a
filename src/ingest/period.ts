import type { PeriodOrigin } from '../model/mapping';
import { makePeriod, makeRound, periodOfId, type Period } from '../model/period';
import type { SourceTable } from '../model/source';
import { periodWords, withoutDates, type PeriodWords } from './period-words';

/**
 * The period that a text names: 2023年第一季度, 2023Q1, 2023年上半年, 2023-03, 2023年, 第15轮; also the id of any period.
 * @param year the year where the text names only a part of one
 * @returns null where it names none
 */
export function readPeriod(text: string, year: number | null = null): Period | null {
  return periodOfId(text.normalize('NFKC').trim()) ?? toPeriod(periodWords(text), year);
}

function toPeriod(words: PeriodWords, year: number | null): Period | null {
  if (words.spans !== null) return makePeriod('year', words.spans, 1);
  if (words.cadence === 'round') return makeRound(words.year, words.number);
  const inYear = words.year ?? year;
  if (inYear === null || words.unclear) return null;
  if (words.cadence) return makePeriod(words.cadence, inYear, words.number);
  return words.year === null ? null : makePeriod('year', inYear, 1);
}

/** The year alone that a text names. */
export function readYear(text: string): number | null {
  return periodWords(text).year;
}

/** The period that a header names and the words that are left: 经营性收入 2022年, 一季度得分. */
export function headerPeriod(
  header: string,
  year: number | null,
): { readonly period: Period; readonly rest: string } | null {
  const words = periodWords(header);
  const period = toPeriod(words, year);
  return period && { period, rest: words.rest };
}

type Place = Pick<SourceTable, 'preamble' | 'sheet' | 'file'>;

interface PlaceWords {
  readonly from: 'title' | 'sheet' | 'file';
  readonly text: string;
  readonly words: PeriodWords;
}

/** Where a table may say its period beside its columns: the lines above it, its sheet's name, its file's name. */
function placesOf({ preamble, sheet, file }: Place): PlaceWords[] {
  const place = (from: PlaceWords['from'], text: string) => ({
    from,
    text,
    words: periodWords(withoutDates(text)),
  });
  return [
    ...preamble.filter((line) => line.length <= 200).map((line) => place('title', line)),
    ...(sheet === null ? [] : [place('sheet', sheet)]),
    place('file', file.replace(/\.[^.]*$/, '')),
  ];
}

/** The year that a table's title, sheet or file names, the first of them that does. */
export function yearOfTable(table: Place): number | null {
  return placesOf(table).find(({ words }) => words.year !== null)?.words.year ?? null;
}

function isPart({ words }: PlaceWords): boolean {
  return words.cadence !== null && words.cadence !== 'year';
}

/**
 * The period that a table's title names, else its sheet, else its file. A part of a year is preferred to a whole year;
 * where it stands without one, the year is that of the other places.
 */
export function periodOrigin(table: Place): PeriodOrigin | null {
  const places = placesOf(table);
  // a quarter of a school year is none of the calendar's
  if (places.some(({ words }) => words.spans !== null && places.some(isPart))) return null;
  const year = yearOfTable(table);
  const part = places.find(({ words }) => words.cadence !== null && toPeriod(words, year));
  const found = part ?? places.find(({ words }) => toPeriod(words, null));
  const period = found && toPeriod(found.words, year);
  return period ? { period: period.id, from: found.from, text: found.text } : null;
}
