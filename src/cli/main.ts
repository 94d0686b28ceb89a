import { parseArgs } from 'node:util';
import { Fault } from '../model/answer';
import { inspect } from './inspect';
import { rows } from './rows';
import { score } from './score';
import { ask } from './sql';
import { describeFault, Misuse, usage } from './words';

const commands = {
  inspect: { run: inspect, takes: ['table'] },
  rows: { run: rows, takes: ['table', 'out'] },
  score: {
    run: score,
    takes: [
      'scheme',
      'mapping',
      'crosswalk',
      'view',
      'out',
      'format',
      'try',
      'seed',
      'draws',
      'top',
      'subject',
    ],
  },
  sql: { run: ask, takes: ['scheme', 'crosswalk', 'format'] },
} as const;

/** The options of all commands. */
const options = {
  table: { type: 'string' },
  out: { type: 'string' },
  scheme: { type: 'string' },
  mapping: { type: 'string' },
  crosswalk: { type: 'string' },
  view: { type: 'string' },
  format: { type: 'string' },
  try: { type: 'string' },
  seed: { type: 'string' },
  draws: { type: 'string' },
  top: { type: 'string' },
  subject: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @returns the exit code: 0 done, 1 input refused, 2 misuse */
async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    const [name, ...rest] = positionals;
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    const command = Object.entries(commands).find(([known]) => known === name)?.[1];
    if (!command) throw new Misuse(name === undefined ? 'no command' : `unknown command: ${name}`);
    const takes: readonly string[] = command.takes;
    const stranger = Object.keys(values).find((option) => !takes.includes(option));
    if (stranger !== undefined) throw new Misuse(`${name ?? ''} takes no --${stranger}`);
    return await command.run(rest, values);
  } catch (thrown) {
    if (thrown instanceof Misuse) {
      process.stderr.write(`${thrown.message}\n\n${usage}`);
      return 2;
    }
    if (thrown instanceof Fault) {
      process.stderr.write(`${describeFault(thrown)}\n`);
      return 1;
    }
    throw thrown;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (thrown) {
    throw new Misuse(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

process.exitCode = await main(process.argv.slice(2));
