import type { BenchBrowser } from '../browser';
import { compared, type Case } from '../case';
import type { Options } from '../options';
import type { Pair } from '../stats';

/** The engine's start beside the bare module's, in turn, each in a page with an empty cache. */
export async function bootCases(browser: BenchBrowser, { quick }: Options): Promise<Case[]> {
  const pairs: Pair[] = [];
  const rounds = quick ? 2 : 15;
  for (let round = 0; round <= rounds; round += 1) {
    const theirs = await browser.fresh((page) => page.call('bareBoot'));
    const ours = await browser.fresh((page) => page.call('boot'));
    // the first round warms the disk and the server
    if (round > 0) pairs.push({ ours, theirs });
  }
  return [compared('boot: engine', pairs, 'bare module', 1.2)];
}
