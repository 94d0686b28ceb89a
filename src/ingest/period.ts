import type { PeriodOrigin } from '../model/mapping';
import { makePeriod, type Cadence, type Period } from '../model/period';
import type { SourceTable } from '../model/source';

/** What a text says of a period; a sheet may name the quarter and its file the year. */
interface Said {
  year: number | null;
  cadence: Cadence | null;
  number: number;
  /** A quarter or month is meant, but there is none of that number. */
  unclear: boolean;
}

const digits: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
  上: 1,
  下: 2,
  首: 1,
};

function toNumber(text: string): number {
  return digits[text] ?? Number(text);
}

const count = '(?<![\\d十])(十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])';

/** Ways of writing a part of a year, the more exact first. Group 1 is its number. */
const parts: readonly { cadence: Cadence; pattern: RegExp }[] = [
  { cadence: 'quarter', pattern: new RegExp(`第?([一二三四1-4])季`) },
  { cadence: 'quarter', pattern: /Q([1-4])(?!\d)/i },
  { cadence: 'half', pattern: /([上下])半年/ },
  { cadence: 'half', pattern: /H([12])(?!\d)/i },
  { cadence: 'month', pattern: new RegExp(`${count}月`) },
  { cadence: 'month', pattern: /(?<=\d{4}[-./年M])(1[0-2]|0?[1-9])(?!\d)/i },
];

/** Three months written as a range are the quarter that they fill: 2023.1-3, 4月至6月. */
const monthRange = /(1[0-2]|0?[1-9])月?\s*[-–—~至到]\s*(1[0-2]|0?[1-9])月?(?!\d)/;

/** Several quarters or years at once name no single period: 前三季度, 一至二季度, 2022-2023年. */
const several =
  /前[二三四2-4]个?季|[一二三1-3](?:季度?)?[至到、—-]第?[二三四2-4]季|(?:19|20)\d{2}年?[至到、—-](?:19|20)\d{2}/;

function said(text: string): Said {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, '');
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d{2})/.exec(plain);
  const result: Said = {
    year: year ? Number(year[1]) : null,
    cadence: null,
    number: 1,
    unclear: /[季月]/.test(plain),
  };
  const rest = year ? plain.slice(year.index + 4) : plain;
  // -04-06 after a year is a date, not the months from April to June
  const range = /^[-/]/.test(rest) ? null : monthRange.exec(rest);
  if (range && Number(range[2]) - Number(range[1]) === 2 && Number(range[2]) % 3 === 0) {
    return { ...result, cadence: 'quarter', number: Number(range[2]) / 3 };
  }
  for (const { cadence, pattern } of parts) {
    const match = pattern.exec(plain);
    if (match?.[1]) return { ...result, cadence, number: toNumber(match[1]) };
  }
  return result;
}

/**
 * The period that a text names: 2023年第一季度, 2023Q1, 2023年上半年, 2023-03, 2023年.
 * @param year the year where the text names only a part of one
 * @returns null where it names none
 */
export function readPeriod(text: string, year: number | null = null): Period | null {
  if (several.test(text.normalize('NFKC').replaceAll(/\s+/g, ''))) return null;
  const words = said(text);
  const inYear = words.year ?? year;
  if (inYear === null) return null;
  if (words.cadence) return makePeriod(words.cadence, inYear, words.number);
  return words.year === null || words.unclear ? null : makePeriod('year', inYear, 1);
}

/** The year alone that a text names. */
export function readYear(text: string): number | null {
  return said(text).year;
}

/** The period in a table's sheet name, with the year from the file's name where the sheet has none; else in the file's name. */
export function periodOrigin(table: Pick<SourceTable, 'sheet' | 'file'>): PeriodOrigin | null {
  const fileName = table.file.replace(/\.[^.]*$/, '');
  if (table.sheet !== null) {
    const period = readPeriod(table.sheet, readYear(fileName));
    if (period && (period.cadence !== 'year' || !readPeriod(fileName))) {
      return { period: period.id, from: 'sheet', text: table.sheet };
    }
  }
  const period = readPeriod(fileName);
  return period ? { period: period.id, from: 'file', text: fileName } : null;
}
