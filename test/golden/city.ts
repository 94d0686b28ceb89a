import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { parseScheme } from '../../src/scheme/parse';
import { quarters, years, type Entry, type QuarterResult, type YearResult } from './evaluate';

/*
 * The sample of three districts, read from its three layouts without the product and worked out without the engine. The
 * browser tests read it too: what they import can't import JSON.
 */

const folder = join(import.meta.dirname, '../../sample-data/city');
const schemes = join(import.meta.dirname, '../../src/scheme/presets');
const cityYears = [2021, 2022, 2023] as const;

type Line = readonly (string | number | undefined)[];

function sheets(name: string): Line[][] {
  const book = read(readFileSync(join(folder, name)));
  return book.SheetNames.map((sheet) =>
    utils.sheet_to_json(book.Sheets[sheet] ?? {}, { header: 1 }),
  );
}

function csv(name: string, encoding: string): string[][] {
  const lines = iconv
    .decode(readFileSync(join(folder, name)), encoding)
    .trim()
    .split('\r\n');
  return lines.slice(1).map((line) => line.split(','));
}

/** Marks in hundredths; a village that lacks one has no score in the quarter. */
function entry(
  [district, town, name]: readonly [string, unknown, unknown],
  track: unknown,
  [year, quarter]: readonly [number, number],
  marks: Readonly<Record<string, unknown>>,
): Entry[] {
  const hundredths = Object.fromEntries(
    Object.entries(marks).map(([mark, value]) => [mark, Math.round(100 * Number(value))]),
  );
  if (Object.values(hundredths).some(Number.isNaN)) return [];
  const subject = [district, town, name].join('/');
  return [{ subject, track: String(track), year, quarter, hundredths }];
}

function workbooks(): Entry[] {
  return cityYears.flatMap((year) =>
    sheets(`璟川区${year}年季度考评.xlsx`).flatMap((lines, index) =>
      lines
        .slice(4)
        .flatMap(([, town, name, track, 赛擂台, 比红星, 访群众]) =>
          entry(['璟川区', town, name], track, [year, index + 1], { 比红星, 赛擂台, 访群众 }),
        ),
    ),
  );
}

function summaries(): Entry[] {
  return cityYears.flatMap((year) =>
    csv(`韶浦县${year}年考评汇总.csv`, 'utf8').flatMap(([track, , name, town, ...marks]) =>
      [0, 1, 2, 3].flatMap((index) => {
        const [访群众, 比红星, 赛擂台] = marks.slice(3 * index);
        return entry(['韶浦县', town, name], track, [year, index + 1], { 比红星, 赛擂台, 访群众 });
      }),
    ),
  );
}

function ledger(): Entry[] {
  const names = ['第一季度', '第二季度', '第三季度', '第四季度'];
  return csv('漪岭区2021-2023年考评台账.csv', 'gb18030').flatMap(
    ([year, quarter = '', town, name, track, 比红星, 访群众, 赛擂台]) =>
      entry(['漪岭区', town, name], track, [Number(year), names.indexOf(quarter) + 1], {
        ...{ 比红星, 赛擂台, 访群众 },
      }),
  );
}

export const districtOf = ({ subject }: { readonly subject: string }) =>
  subject.split('/')[0] ?? '';

export interface City {
  readonly quarters: readonly QuarterResult[];
  /** Of the villages that have a score in all four quarters. */
  readonly years: readonly YearResult[];
}

/** What the marks come to under a version of the rules. */
export function city(version: string): City {
  const text = readFileSync(join(schemes, `jiujiang-${version}.json`), 'utf8');
  const parsed = parseScheme(JSON.parse(text));
  if (!parsed.ok) throw new Error(`no version ${version}`);
  const { scheme } = parsed;
  const all = quarters(scheme, [...workbooks(), ...summaries(), ...ledger()]);
  return { quarters: all, years: years(scheme, all) };
}

/** The mean score of a year of the villages that this picks. */
export function meanScore({ years: all }: City, picks: (one: YearResult) => boolean): number {
  const scores = all.filter(picks).map(({ score }) => score / 100);
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
