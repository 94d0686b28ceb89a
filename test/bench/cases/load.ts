import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchBrowser } from '../browser';
import { compared, held, measured, type Case } from '../case';
import { largeCsv } from '../data';
import { largeXlsx } from '../workbook';
import { Native, nativeName } from '../native';
import type { Options } from '../options';
import type { LoadTime } from '../page/api';
import { sampleFolder } from '../places';

/** The files that the product's sample button loads. */
export function sampleFiles(): string[] {
  return readdirSync(sampleFolder)
    .filter((name) => /\.(csv|xlsx)$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'zh-CN'))
    .map((name) => join(sampleFolder, name));
}

export async function loadCases(browser: BenchBrowser, options: Options): Promise<Case[]> {
  const rows = options.quick ? 100_000 : 2_000_000;
  const rounds = options.quick ? 1 : 5;
  const { utf8, gb18030 } = await largeCsv(rows);
  return [
    measured('load: sample, 5 files', await loadSample(browser, options.quick ? 1 : 5)),
    ...(await loadLarge(browser, 'CSV', utf8, { rows, rounds, beside: utf8, target: 2 })),
    // native DuckDB cannot decode GB18030, so it reads the same rows in UTF-8
    ...(await loadLarge(browser, 'GB18030 CSV', gb18030, {
      rows,
      rounds,
      beside: utf8,
      target: 3,
    })),
    await loadWorkbook(browser, options.quick ? 10_000 : 200_000, options.quick ? 1 : 3),
  ];
}

/** A workbook from the file input to its tables, beside the bare library reading the same bytes in the page. */
async function loadWorkbook(browser: BenchBrowser, rows: number, rounds: number): Promise<Case> {
  const path = largeXlsx(rows);
  const runs: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const theirs = await browser.fresh(async (page) => {
      await page.choose(path);
      return page.call('bareWorkbook');
    });
    const ours = await browser.fresh(async (page) => {
      await page.call('boot');
      return page.load('f1', path);
    });
    if (ours.tables[0]?.rows !== rows)
      throw new Error(`${path}: ${String(ours.tables[0]?.rows)} rows instead of ${rows}`);
    runs.push({ ours: ours.total, theirs });
  }
  return compared('load: XLSX', runs, 'the bare library', 1.5);
}

async function loadSample(browser: BenchBrowser, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const time = await browser.fresh(async (page) => {
      await page.call('boot');
      let sum = 0;
      for (const [index, path] of sampleFiles().entries())
        sum += (await page.load(`f${index + 1}`, path)).total;
      return sum;
    });
    times.push(time);
  }
  return times;
}

interface Large {
  readonly rows: number;
  readonly rounds: number;
  /** What native DuckDB reads. */
  readonly beside: string;
  readonly target: number;
}

async function loadLarge(
  browser: BenchBrowser,
  name: string,
  path: string,
  { rows, rounds, beside, target }: Large,
): Promise<Case[]> {
  const runs: { ours: LoadTime; theirs: number }[] = [];
  const peaks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const native = await Native.start();
    const theirs = await native.loadCsv(beside);
    native.close();
    const ours = await browser.fresh(async (page) => {
      await page.call('boot');
      const loaded = await page.load('f1', path);
      const peak = await page.peakMemory();
      if (peak !== null) peaks.push(peak);
      return loaded;
    });
    const [table] = ours.tables;
    if (table?.rows !== rows)
      throw new Error(`${path}: ${String(table?.rows)} rows instead of ${rows}`);
    runs.push({ ours, theirs });
  }
  const part = (key: 'total' | 'reading' | 'storing') =>
    runs.map(({ ours, theirs }) => ({ ours: ours[key], theirs }));
  const against = path === beside ? nativeName : `${nativeName}, the UTF-8 file`;
  return [
    compared(`load: ${name}`, part('total'), against, target),
    compared(`load: ${name}, of it reading`, part('reading'), against, null),
    compared(`load: ${name}, of it storing`, part('storing'), against, null),
    ...(peaks.length > 0 ? [held(`load: ${name}, most memory of the page`, peaks)] : []),
  ];
}
