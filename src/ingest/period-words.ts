import type { Cadence } from '../model/period';

/** What a text says of a period; a sheet may name the quarter and its file the year. */
export interface PeriodWords {
  readonly year: number | null;
  /** null where no part of a year is named. */
  readonly cadence: Cadence | null;
  readonly number: number;
  /** The first of two years that the period runs over: 2023 of 2023-2024学年; else null. */
  readonly spans: number | null;
  /** Something of a period is meant that can't be told: no such month, several at once. */
  readonly unclear: boolean;
  /** The text without the words of the period. */
  readonly rest: string;
}

const digits = '零一二三四五六七八九';
const yearInDigits = /(?<!\d)(?:FY)?((?:19|20)\d{2})(?!\d)(?:年[度底末]?|[-./_](?=\d))?/gi;
const yearAndMonth = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(?!\d)/;
const wholeDate =
  /(?<year>(?:19|20)\d{2})(?:年(?<month>1[0-2]|0?[1-9])月|(?<by>[-./])(?<number>1[0-2]|0?[1-9])\k<by>)(?:3[01]|[12]\d|0?[1-9])日?(?!\d)/g;

/** 〇二三年 in numerals, 23年 before words of a period. */
const yearInNumerals = /(?:二[〇零○Oo]|一九)[〇零○Oo一二三四五六七八九]{2}(?=年)/g;
const shortYear =
  /(?<![\d.近满第])([1-4]\d)年(?=度|全年|[上下]半年|第?[一二三四1-4]个?季|Q[1-4]|1?\d(?:[-–—~至到]1?\d)?月|考)|^([1-4]\d)年$/;

/** Several quarters or years at once name no single period: 前三季度, 一至二季度, 2022-2023年. */
const several =
  /前[二三四2-4]个?季|[一二三1-3](?:季度?)?[至到、—-]第?[二三四2-4]季|(?:19|20)\d{2}年?[至到、—-](?:19|20)\d{2}/;

/** One year of work, school or accounts over two of the calendar: 2023-2024年度, 2023—24学年, FY2023/24. */
const twoYears =
  /(?<!\d)(?<mark>FY|AY|SY|(?:school|academic|fiscal|financial)year)?(?<first>(?:19|20)\d{2})年?[-–—~至到/](?<second>(?:19|20)?\d{2})(?!\d)(?<kind>学年度?|年度|财年|财政年度)?/iu;

/** Parts of such a year, which are none of the calendar's. */
const schoolTerm = /学期|semester/i;

/** Months written as a range are the part of the year that they fill: 2023.1-3, 4月至6月, 1-2月. */
const monthRange = /(1[0-2]|0?[1-9])月?[-–—~至到](1[0-2]|0?[1-9])(?!\d)月?份?/;
const parts12: Readonly<Record<number, Cadence>> = {
  1: 'month',
  2: 'bimonth',
  3: 'quarter',
  6: 'half',
  12: 'year',
};

const count = '(?<![\\d十])(十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])';

/** Ways of writing a part of a year, the more exact first. Group 1 is its number. */
const parts: readonly { cadence: Cadence; pattern: RegExp }[] = [
  {
    cadence: 'round',
    pattern:
      /第(\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])[轮輪]次?/,
  },
  // 四季青 is a place
  {
    cadence: 'quarter',
    pattern: /第?([一二三四1-4])个?季(?:度末?|末|(?!\p{Script=Han})|(?=[初考评报]))/u,
  },
  { cadence: 'quarter', pattern: /Q([1-4])(?!\d)/i },
  { cadence: 'half', pattern: /([上下])半年度?/ },
  { cadence: 'half', pattern: /H([12])(?!\d)/i },
  { cadence: 'month', pattern: new RegExp(`${count}月份?`) },
  { cadence: 'month', pattern: /(?<=(?:19|20)\d{2}[-./M])(1[0-2]|0?[1-9])(?!\d)/i },
];

/** A quarter or month is meant, though its number can't be read. */
const timed = /季(?:度|末|(?!\p{Script=Han}))|月(?!亮)/u;

/** A number up to 99 in digits or numerals; 上 and 下 are the first and second half. */
function toNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '上' || text === '下') return text === '上' ? 1 : 2;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  const digit = (numeral = '', absent: number) =>
    numeral === '' ? absent : digits.indexOf(numeral);
  return digit(tens, 1) * 10 + digit(ones, 0);
}

/** A text in plain forms without blanks; years in digits, before the part that they are of. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(Q[1-4]|H[12])[\s,/.-]*((?:19|20)\d{2})(?!\d)/i, '$2$1')
    .replaceAll(/\s+/g, '')
    .replaceAll(yearInNumerals, (numerals) =>
      numerals.replaceAll(/[〇○Oo]/g, '零').replaceAll(/./gu, (one) => String(digits.indexOf(one))),
    )
    .replace(shortYear, (_, before?: string, alone?: string) => `20${before ?? alone ?? ''}年`)
    .replace(yearAndMonth, '$1年$2月');
}

/** The words of a period in a text. A date in full is in its month. */
export function periodWords(text: string): PeriodWords {
  const plain = plainly(text).replaceAll(wholeDate, '$<year>年$<month>$<number>月');
  const years = [...plain.matchAll(yearInDigits)];
  const year = years[0] ? Number(years[0][1]) : null;
  const span = spanIn(plain);
  if (span) return span;
  const unsure = new Set(years.map((match) => match[1])).size > 1 || several.test(plain);
  const nothing = {
    year: unsure ? null : year,
    cadence: null,
    number: 1,
    spans: null,
    rest: plain,
  };
  if (unsure) return { ...nothing, unclear: true };
  const part = rangeIn(plain, years[0]) ?? partIn(plain);
  if (!part) return { ...nothing, rest: without(plain, years), unclear: timed.test(plain) };
  const { cadence, number, match } = part;
  const rest = without(plain, [...years, match]);
  return cadence === null
    ? { ...nothing, rest, unclear: true }
    : { year, cadence, number, spans: null, rest, unclear: false };
}

/** A period over two years that follow each other; where a part of it is named beside, no period can be told. */
function spanIn(plain: string): PeriodWords | null {
  const match = twoYears.exec(plain);
  const { first = '', second = '', mark, kind } = match?.groups ?? {};
  if (!match || (mark === undefined && kind === undefined)) return null;
  if (!followEachOther(first, second)) return null;
  const rest = without(plain, [match]);
  const isPart = (partIn(rest) ?? monthRange.exec(rest)) !== null || schoolTerm.test(rest);
  const isUnclear = isPart || rest.search(yearInDigits) >= 0;
  const spans = isUnclear ? null : Number(first);
  return { year: null, cadence: null, number: 1, spans, rest, unclear: isUnclear };
}

/** Whether two years are written that follow each other, the second with all its digits or the last two. */
export function followEachOther(first: string, second: string): boolean {
  const next = String(Number(first) + 1);
  return second === next || second === next.slice(2);
}

interface Part {
  readonly cadence: Cadence | null;
  readonly number: number;
  readonly match: RegExpExecArray;
}

/** A range counts only right behind a year or with its months named: 1-3 elsewhere may be anything. */
function rangeIn(plain: string, year: RegExpMatchArray | undefined): Part | null {
  const match = monthRange.exec(year ? mask(plain, [year]) : plain);
  if (!match) return null;
  const follows = year?.index !== undefined && match.index === year.index + year[0].length;
  if (!follows && !match[0].includes('月')) return null;
  const [from, to] = [Number(match[1]), Number(match[2])];
  const cadence = parts12[to - from + 1] ?? null;
  const fills = cadence !== null && to % (to - from + 1) === 0;
  return { cadence: fills ? cadence : null, number: to / (to - from + 1), match };
}

function partIn(plain: string): Part | null {
  for (const { cadence, pattern } of parts) {
    const match = pattern.exec(plain);
    if (match?.[1]) return { cadence, number: toNumber(match[1]), match };
  }
  return null;
}

/** The text with blanks for what was matched, so that places stay the same. */
function mask(text: string, matches: readonly RegExpMatchArray[]): string {
  return matches.reduce((masked, { 0: words, index = 0 }) => {
    return masked.slice(0, index) + ' '.repeat(words.length) + masked.slice(index + words.length);
  }, text);
}

function without(text: string, matches: readonly RegExpMatchArray[]): string {
  return mask(text, matches)
    .replaceAll(/\s+/g, '')
    .replaceAll('()', '')
    .replaceAll(/^[-_.:：、,/]+|[-_.:：、,/]+$/g, '');
}

/** A text without dates in full: those on a title say when it was printed, those of a file's name when it was sent. */
export function withoutDates(text: string): string {
  return plainly(text)
    .replaceAll(wholeDate, '')
    .replaceAll(/(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g, '');
}
