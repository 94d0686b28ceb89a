import { BenchBrowser } from './browser';
import type { Case } from './case';
import { bootCases } from './cases/boot';
import { interactCases } from './cases/interact';
import { loadCases } from './cases/load';
import { schemeCases } from './cases/schemes';
import { sizeCases } from './cases/sizes';
import { viewCases } from './cases/views';
import { describeMachine } from './machine';
import { readOptions, type Group, type Options } from './options';
import { tell } from './progress';
import { formatReport } from './report';

// npm run bench: see README.md

const work: Record<Group, (browser: BenchBrowser, options: Options) => Promise<Case[]>> = {
  boot: bootCases,
  load: loadCases,
  views: viewCases,
  schemes: schemeCases,
  sizes: sizeCases,
  interact: interactCases,
};

/** @returns the exit code: 0 where every case ran, met or missed; 1 where one did not */
async function main(args: readonly string[]): Promise<number> {
  const options = parse(args);
  if (!options) return 1;
  const browser = await BenchBrowser.start();
  const cases: Case[] = [];
  let failed = false;
  try {
    for (const group of options.groups) {
      tell(group);
      try {
        cases.push(...(await work[group](browser, options)));
      } catch (thrown) {
        // the other groups are still worth having
        failed = true;
        tell(
          `${group} failed: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`,
        );
      }
    }
    const machine = await describeMachine(browser.version);
    const report = options.json
      ? `${JSON.stringify({ machine, cases }, null, 2)}\n`
      : formatReport(machine, cases);
    process.stdout.write(report);
  } finally {
    await browser.close();
  }
  return failed ? 1 : 0;
}

function parse(args: readonly string[]): Options | null {
  try {
    return readOptions(args);
  } catch (thrown) {
    tell(thrown instanceof Error ? thrown.message : String(thrown));
    return null;
  }
}

process.exitCode = await main(process.argv.slice(2));
