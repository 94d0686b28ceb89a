import { formatRows, print } from './output';
import { prepare } from './score';
import { Session } from './session';
import { Misuse } from './words';

/** Answers one SELECT over the files; with a scheme, over its views too. */
export async function ask(
  args: readonly string[],
  options: { scheme?: string | undefined; format?: string | undefined },
): Promise<number> {
  const statement = args.at(-1);
  const paths = args.slice(0, -1);
  if (statement === undefined || paths.length === 0)
    throw new Misuse('sql takes files and one SELECT');
  const format = options.format ?? 'csv';
  if (format !== 'csv' && format !== 'json')
    throw new Misuse(`--format takes csv or json, not ${format}`);
  const session = await Session.open(paths);
  if (options.scheme === undefined) await session.arrange();
  else await prepare(session, options.scheme);
  const rows = await session.query(statement);
  await print(formatRows(rows, Object.keys(rows[0] ?? {}), format));
  return session.refused ? 1 : 0;
}
