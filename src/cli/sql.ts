import { existsSync } from 'node:fs';
import { openCrosswalk } from './crosswalk';
import { formatRows, print } from './output';
import { prepare } from './score';
import { Session } from './session';
import { Misuse, tell } from './words';

interface AskOptions {
  readonly scheme?: string | undefined;
  readonly crosswalk?: string | undefined;
  readonly format?: string | undefined;
}

/** Answers one SELECT over the files; with a scheme, over its views too. Without a SELECT it lists what can be asked. */
export async function ask(args: readonly string[], options: AskOptions): Promise<number> {
  const format = options.format ?? 'csv';
  if (format !== 'csv' && format !== 'json')
    throw new Misuse(`--format takes csv or json, not ${format}`);
  const last = args.at(-1);
  const statement = last !== undefined && !existsSync(last) && /\s/.test(last) ? last : null;
  const session = await Session.open(statement === null ? args : args.slice(0, -1));
  if (options.scheme !== undefined) await prepare(session, options.scheme, options);
  else tell((await session.arrange(undefined, await openCrosswalk(options.crosswalk))).findings);
  if (statement === null) {
    const relations = (await session.describe()).map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => column.name).join(' '),
    }));
    await print(formatRows(relations, ['name', 'columns'], format));
  } else {
    const { columns, rows } = await session.table(statement);
    await print(formatRows(rows, columns, format));
  }
  return session.refused ? 1 : 0;
}
