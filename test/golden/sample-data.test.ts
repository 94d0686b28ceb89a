import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';

// The published totals, computed here from the cells of the files and from nothing of the generator
// or the product: two pieces of code that agree are worth more than one.

const folder = new URL('../../sample-data/jiujiang/', import.meta.url);
const years = [2021, 2022, 2023];

interface YearRow {
  key: string;
  track: string;
  /** Scores of the four quarters, in hundredths. */
  scores: number[];
  /** Stars of the four quarters. */
  quarters: number[];
  stars: number;
  score: number;
  level: number;
}

const roster = readRoster();
const results = new Map(years.map((year) => [year, yearOf(year)]));

test('the roster has 109 villages of 9 towns in 3 tracks', () => {
  expect(roster).toHaveLength(109);
  expect(new Set(roster.map(({ code }) => code)).size).toBe(109);
  expect(new Set(roster.map(({ town }) => town)).size).toBe(9);
  expect(countBy(roster.map(({ track }) => track))).toEqual({
    '一类 城市社区': 31,
    '二类 城郊村居': 40,
    '三类 农村': 38,
  });
  expect(roster.every(({ code }) => /^990101\d{6}$/.test(code))).toBe(true);
  expect(roster.every(({ code, name }) => name.endsWith(code[9] === '0' ? '社区' : '村'))).toBe(
    true,
  );
  const repeated = Object.entries(countBy(roster.map(({ name }) => name)));
  expect(repeated.filter(([, count]) => count > 1)).toEqual([['青禾村', 2]]);
});

test.each(years)('the sheets of %i list the villages of the roster in its order', (year) => {
  const sheets = sheetsOf(`${String(year)}年季度考评结果.xlsx`);
  expect([...sheets.keys()]).toEqual(['第一季度', '第二季度', '第三季度', '第四季度']);
  for (const sheet of sheets.values()) {
    expect(sheet[0]?.slice(4)).toEqual(['比红星', '赛擂台', '访群众', '备注']);
    expect(sheet.map((row) => row.slice(0, 4))).toEqual([
      ['序号', '类别', '镇(街道)', '村(社区)'],
      ...roster.map(({ track, town, name }, index) => [index + 1, track, town, name]),
    ]);
  }
});

test('2023 has the published numbers of levels, stars and villages on the watch list', () => {
  const rows = resultsOf(2023);
  expect(countBy(rows.map(({ level }) => level))).toEqual({ 5: 6, 4: 9, 3: 12, 0: 82 });
  expect(rows.filter(({ level }) => level >= 3)).toHaveLength(27);
  expect(rows.filter(({ stars }) => stars <= 6)).toHaveLength(16);
  for (const quarter of [0, 1, 2, 3]) {
    expect(rows.filter(({ quarters }) => quarters[quarter] === 5)).toHaveLength(10);
  }
});

test('2023 shows a quota and a cut point at work', () => {
  const rows = resultsOf(2023);
  expect(rows.some(({ stars, level }) => stars >= 16 && level === 4)).toBe(true);
  const rural = rows.filter(({ track, stars }) => track === '三类 农村' && stars >= 12);
  expect(rural.filter(({ level }) => level >= 3)).toHaveLength(9);
  expect(rural).toHaveLength(9);
});

test.each(years)('no two villages of a track have the same score in a quarter of %i', (year) => {
  for (const quarter of [0, 1, 2, 3]) {
    const scores = resultsOf(year).map((row) => `${row.track} ${String(row.scores[quarter])}`);
    expect(new Set(scores).size).toBe(roster.length);
  }
});

test('two villages are five-star in all three years', () => {
  const always = resultsOf(2023).filter(({ key }) =>
    years.every((year) => resultsOf(year).some((row) => row.key === key && row.level === 5)),
  );
  expect(always.map(({ key, track }) => [key, track])).toEqual([
    ['白鹭街道/星汉社区', '一类 城市社区'],
    ['荷田镇/芙蓉村', '三类 农村'],
  ]);
});

test('the rewards of 2023 stay within 12 million yuan', () => {
  const once: Record<number, number> = { 5: 200_000, 4: 100_000, 3: 50_000 };
  const rewards = resultsOf(2023).map(({ stars, level }) => 5_000 * stars + (once[level] ?? 0));
  expect(sum(rewards)).toBeLessThanOrEqual(12_000_000);
});

test('the economy of 2023 adds up to the published totals', () => {
  const [header, ...rows] = sheetsOf('2023年村集体经济.xlsx').get('2023年') ?? [];
  expect(header?.slice(3).join()).toBe('经营性收入(万元),经营性收益(万元),注资(万元),分红(万元)');
  expect(rows.map((row) => row.slice(0, 3))).toEqual(
    roster.map(({ code, town, name }) => [code, town, name]),
  );
  const column = (index: number) =>
    rows.map((row) => row[index]).filter((cell) => cell !== undefined);
  const cents = (index: number) => sum(column(index).map((cell) => hundredths(Number(cell))));
  expect([3, 4, 5, 6].map((index) => column(index).length)).toEqual([109, 109, 84, 76]);
  expect([3, 4, 5, 6].map(cents)).toEqual([1168480, 498566, 1710000, 286500]);
  expect(rows.every((row) => Number(row[4]) < Number(row[3]))).toBe(true);
});

/** Quarter stars, year stars and levels by version 2.0 of the rules, in whole hundredths. */
function yearOf(year: number): YearRow[] {
  const sheets = [...sheetsOf(`${String(year)}年季度考评结果.xlsx`).values()];
  const rows = roster.map(({ town, name, track }, index) => {
    const scores = sheets.map((sheet) => {
      const [contest = NaN, arena = NaN, visits = NaN] = (sheet[index + 1] ?? [])
        .slice(4, 7)
        .map((cell) => Math.min(Math.max(hundredths(Number(cell)), 0), 10000));
      return Math.floor((5 * contest + 3 * arena + 2 * visits + 5) / 10);
    });
    const score = Math.floor((sum(scores) + 2) / 4);
    return { key: `${town}/${name}`, track, scores, score, quarters: [0, 0, 0, 0] };
  });

  return [...new Set(rows.map(({ track }) => track))].flatMap((track) => {
    const peers = rows.filter((row) => row.track === track);
    const count = peers.length;
    for (const row of peers) {
      row.quarters = row.scores.map((score, quarter) => {
        // Every tied village counts: a group that straddles the last place is left out as a whole.
        const atLeast = peers.filter((peer) => (peer.scores[quarter] ?? 0) >= score).length;
        if (score >= 8500 && atLeast <= Math.floor(count / 10)) return 5;
        return [8000, 7000, 6000, 5000].filter((cut) => score >= cut).length;
      });
    }
    const totals = peers.map((row) => ({ ...row, stars: sum(row.quarters) }));
    return totals.map((row) => {
      const better = (peer: { stars: number; score: number }) =>
        peer.stars > row.stars || (peer.stars === row.stars && peer.score > row.score);
      const rank = 1 + totals.filter(better).length;
      const within = (percent: number) => rank <= Math.floor((percent * count + 50) / 100);
      const levels = [
        { level: 5, stars: 16, percent: 6 },
        { level: 4, stars: 14, percent: 14 },
        { level: 3, stars: 12, percent: 25 },
      ];
      const won = levels.find(({ stars, percent }) => row.stars >= stars && within(percent));
      return { ...row, level: won?.level ?? 0 };
    });
  });
}

function resultsOf(year: number): YearRow[] {
  return results.get(year) ?? [];
}

function readRoster() {
  const text = new TextDecoder('gb18030', { fatal: true }).decode(bytesOf('村居名册.csv'));
  const [header, ...lines] = text.trimEnd().split('\r\n');
  expect(header).toBe('统计用区划代码,镇(街道),村(社区),类别');
  return lines.map((line) => {
    const [code = '', town = '', name = '', track = ''] = line.split(',');
    return { code, town, name, track };
  });
}

function sheetsOf(file: string): Map<string, unknown[][]> {
  const book = read(bytesOf(file));
  const cells = (name: string) =>
    utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 });
  return new Map(book.SheetNames.map((name) => [name, cells(name)]));
}

function bytesOf(name: string): Buffer {
  return readFileSync(new URL(encodeURIComponent(name), folder));
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}

function countBy(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
