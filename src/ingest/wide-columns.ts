import type { Period } from '../model/period';
import type { SourceTable } from '../model/source';
import { knownIndicator, knownRole } from './dictionary';
import { readHeader, withoutWeight } from './header';
import { headerPeriod, yearOfTable } from './period';
import { periodWords } from './period-words';
import { readTown } from './town';

/** What the header of one column of a wide table says: its period, and the words that are left for its measure. */
export interface WideHeader {
  readonly period: Period | null;
  /** The cells of the header that are left, with blanks between them. */
  readonly name: string;
  /** The header names nothing but the period; the measure is that of the table. */
  readonly bare: boolean;
}

/** The headers of a table, taken apart into period and measure, in the order of its columns. */
export function wideHeaders(table: SourceTable): WideHeader[] {
  const year = yearOfTable(table);
  const headers = table.columns.map(({ header }) => readHeader(header).name);
  // Q1 to Q5 and on are questions, no quarters
  const questions = headers.some((header) => /^[QH](?:[5-9]|\d\d)$/i.test(header));
  const found = headers.map((header, index) => {
    const known = knownRole(header) !== null || (questions && /^[QH]\d$/i.test(header));
    const said = known ? null : headerPeriod(header, year);
    return said && { ...said, rest: restOf(table.columns[index]?.header ?? '', said.rest) };
  });
  const measure = found.some((one) => one?.rest === '') ? measureOf(table, headers) : null;
  return table.columns.map(({ header }, index): WideHeader => {
    const said = found[index];
    if (!said) return { period: null, name: header, bare: false };
    const bare = said.rest === '';
    return { period: said.period, name: bare ? (measure ?? header) : said.rest, bare };
  });
}

/** The words that are left of a header, with the blanks between its cells; a cell that is all period is gone. */
function restOf(header: string, joined: string): string {
  const parts = header
    .trim()
    .split(/\s+/)
    .map((part) => periodWords(readHeader(part).name).rest)
    .filter((part) => part !== '');
  return parts.join('') === joined ? parts.join(' ') : joined;
}

/** What columns that name nothing but periods measure: as the sum of the year calls it, else the title. */
function measureOf(table: SourceTable, headers: readonly string[]): string | null {
  const summed = headers
    .map((header) => /^(?:全年|年度|累计)(.+)$|^(.{2,})(?:合计|小计|总计)$/.exec(header))
    .map((match) => match?.[1] ?? match?.[2])
    .find((word) => word !== undefined && !/星级|等[次级]|名次|排名|奖/.test(word));
  if (summed !== undefined) return withoutWeight(summed);
  const titles = [...table.preamble, table.sheet ?? '', table.file.replace(/\.[^.]*$/, '')];
  return titles.map(titleMeasure).find((word) => word !== null) ?? null;
}

const titleEnds =
  /(?:情况|结果|数据)?(?:统计表|汇总表|一览表|明细表|公示表|登记表|统计|汇总|一览|公示|明细|台账|表)$/;

/** The measure that a title is about: 云岭镇2023年经营性收入统计表 is about 经营性收入. */
function titleMeasure(title: string): string | null {
  if (title.length > 60 || /单位:|单位：/.test(title)) return null;
  const bare = readHeader(periodWords(title).rest).name;
  const town = readTown(bare);
  const words = (town === null ? bare : bare.slice(bare.indexOf(town) + town.length))
    .replace(
      /^(?:全[区县市镇乡]|各)?(?:镇|乡镇|镇街|村居?|村\((?:居|社区)\))?(?:集体)?(?=.{2})/,
      '',
    )
    .replace(titleEnds, '')
    .replace(/^各季度|各(?:季度|月|年)$/, '');
  const measure = knownRole(words);
  if (measure !== null && measure !== 'indicator') return isMeasure(measure) ? words : null;
  return (
    knownIndicator(words) ??
    (/(?:得分|得星|星数|收入|收益|满意度|率|分)$/.test(words) ? words : null)
  );
}

function isMeasure(role: string): boolean {
  return role.startsWith('operating_') || role === 'investment' || role === 'dividend';
}
