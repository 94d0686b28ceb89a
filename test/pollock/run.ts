import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from './csv-text';
import { loadDirectly } from './direct';
import { mean, score, scoreNames, total, type Scores } from './score';

// npx tsx test/pollock/run.ts DIR [--direct] [--weights FILE]
// DIR/csv/<name> is loaded and compared with DIR/clean/<name>: ten numbers for each kind of file and in total.
// The command line loads them all at once; --direct takes the records as the reader gives them, without looking for
// tables. A file of weights, {"<name>": number}, adds the weighted score.

const [dir, ...options] = process.argv.slice(2);
if (dir === undefined) throw new Error('Say which folder: run.ts DIR [--direct] [--weights FILE]');
const weightsFile = options.includes('--weights')
  ? options[options.indexOf('--weights') + 1]
  : null;
const names = readdirSync(join(dir, 'csv')).filter((name) => existsSync(join(dir, 'clean', name)));
const load = options.includes('--direct') ? direct : commandLine(join(dir, 'csv'));
const scores = new Map<string, Scores>();
for (const name of names) {
  const clean = parseCsv(readFileSync(join(dir, 'clean', name), 'utf8'));
  scores.set(name, score(clean, await load(name)));
}
report(scores);

/** Loads by the reader alone; null where it refuses. */
async function direct(name: string): Promise<string[][] | null> {
  try {
    return await loadDirectly(new Blob([readFileSync(join(dir ?? '', 'csv', name))]));
  } catch {
    return null;
  }
}

/** Loads the whole folder by the command line; a file is null where it wrote none. */
function commandLine(folder: string): (name: string) => string[][] | null {
  const out = mkdtempSync(join(tmpdir(), 'pollock-'));
  const run = ['run', '--silent', 'starflag', '--', 'rows', folder, '--out', out];
  spawnSync('npm', run, { stdio: ['ignore', 'inherit', 'ignore'] });
  return (name) => {
    const file = join(out, `${name}.csv`);
    return existsSync(file) ? parseCsv(readFileSync(file, 'utf8')) : null;
  };
}

/** Kinds of files are named alike up to their numbers. */
function kindOf(name: string): string {
  return name.replace(/\.csv$/, '').replaceAll(/\d+/g, '#');
}

function report(all: ReadonlyMap<string, Scores>): void {
  const kinds = new Map<string, Scores[]>();
  for (const [name, scored] of all) {
    const kind = kindOf(name);
    kinds.set(kind, [...(kinds.get(kind) ?? []), scored]);
  }
  const width = Math.max(...[...kinds.keys()].map(({ length }) => length), 5);
  const line = (label: string, count: string, numbers: readonly string[]) =>
    console.log([label.padEnd(width), count.padStart(6), ...numbers].join(' '));
  line(
    'kind',
    'files',
    [...scoreNames, 'score'].map((name) => name.padStart(8)),
  );
  const row = (label: string, scored: readonly Scores[]) => {
    const numbers = mean(scored);
    const shown = [...numbers, total(numbers)].map((number) => number.toFixed(4).padStart(8));
    line(label, String(scored.length), shown);
  };
  for (const [kind, scored] of kinds) row(kind, scored);
  row('all', [...all.values()]);
  if (weightsFile) console.log(`weighted: ${weighted(all, weightsFile).toFixed(4)}`);
}

/** The score in which each file counts as often as such files are met. */
function weighted(all: ReadonlyMap<string, Scores>, file: string): number {
  const weights = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  let sum = 0;
  let most = 0;
  for (const [name, scored] of all) {
    const weight = weights[name] ?? 0;
    sum += weight * total(scored);
    most += weight;
  }
  return sum / Math.max(most, Number.MIN_VALUE);
}
