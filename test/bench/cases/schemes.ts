import type { BenchBrowser, BenchPage } from '../browser';
import { compared, limited, type Case } from '../case';
import { measuresCsv } from '../data';
import { Native, nativeName } from '../native';
import { applyNatively } from '../native-views';
import { copyCanon } from '../node-engine';
import type { Options } from '../options';
import { manyIndicators, type Size } from '../scheme-of-size';
import { tell } from '../progress';
import { timed, type Pair } from '../stats';
import { matchColumns } from '../../../src/ingest/match-columns';
import { columnHints } from '../../../src/scheme/columns';
import { compileScheme } from '../../../src/scheme/compile';
import type { Scheme } from '../../../src/scheme/shape';

/** The most that a scheme's views may cost, as a multiple of native DuckDB. */
const target = 2;

/** The most that compiling 200 indicators may take, in ms. */
const compileTarget = 50;

export async function schemeCases(browser: BenchBrowser, { quick }: Options): Promise<Case[]> {
  const rounds = quick ? 2 : 5;
  const size = (subjects: number, measures: number, stars: Size['stars']): Size => ({
    subjects: quick ? Math.ceil(subjects / 20) : subjects,
    measures,
    stars,
  });
  return [
    compiling(quick ? 5 : 51),
    ...(await applied(browser, 'ranks', size(35_000, 7, 'quotas'), rounds)),
    ...(await applied(browser, 'clusters', size(4_600, 95, 'clusters'), rounds)),
    ...(await applied(browser, 'a weight changed', size(75_000, 10, 'quotas'), rounds)),
  ];
}

function compiling(rounds: number): Case {
  const scheme = manyIndicators({ subjects: 0, measures: 200, stars: 'quotas' });
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    compileScheme(scheme);
    return performance.now() - start;
  });
  return limited('scheme: compiling 200 indicators', times, 'median', compileTarget);
}

/** A scheme's views in the browser and natively in turn, then with the weight of one indicator changed. */
async function applied(
  browser: BenchBrowser,
  about: string,
  size: Size,
  rounds: number,
): Promise<Case[]> {
  const prefix = `scheme: ${size.subjects.toLocaleString('en')} × ${size.measures}, ${about}`;
  tell(prefix);
  const path = await measuresCsv(size.subjects, size.measures);
  const scheme = manyIndicators(size);
  const native = await Native.start();
  await copyCanon([path], native, columnHints(scheme));
  try {
    return await browser.fresh(async (page) => {
      await load(page, path, scheme);
      const whole: Pair[] = [];
      const again: Pair[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        // another scheme in between, so that nothing of it is there
        await page.call('apply', []);
        const first = await both(page, native, scheme);
        const second = await both(page, native, reweighted(scheme, round));
        // the first round compiles the module's functions and fills caches on both sides
        if (round === 0) continue;
        whole.push(first);
        again.push(second);
      }
      return [
        compared(`${prefix}: all views`, whole, nativeName, target),
        compared(`${prefix}: again, one weight changed`, again, `${nativeName}, all views`, target),
      ];
    });
  } finally {
    native.close();
  }
}

async function load(page: BenchPage, path: string, scheme: Scheme): Promise<void> {
  await page.call('boot');
  const { tables } = await page.load('f1', path);
  await page.call(
    'arrange',
    tables.map((table) => matchColumns(table, columnHints(scheme))),
  );
}

async function both(page: BenchPage, native: Native, scheme: Scheme): Promise<Pair> {
  const views = compileScheme(scheme);
  const theirs = await timed(() => applyNatively(native, views));
  return { ours: await page.call('apply', views), theirs };
}

function reweighted(scheme: Scheme, round: number): Scheme {
  const [first, ...others] = scheme.score.parts;
  if (!first) throw new Error('a scheme without parts');
  return {
    ...scheme,
    score: { ...scheme.score, parts: [{ ...first, weight: 2 + round }, ...others] },
  };
}
