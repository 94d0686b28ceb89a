import { reportViews } from '../views';
import { Fault } from '../model/answer';
import { finding } from '../model/finding';
import { cadenceOf } from '../model/period';
import { compileScheme } from '../scheme/compile';
import { scoreMeasures } from '../scheme/tree';
import { id, sql } from '../sql/sql';
import { openCrosswalk } from './crosswalk';
import { readMappings } from './mapping';
import { formatRows, print } from './output';
import { findScheme } from './scheme';
import { Session } from './session';
import { describeFinding, Misuse } from './words';

interface ScoreOptions {
  readonly scheme?: string | undefined;
  readonly mapping?: string | undefined;
  readonly crosswalk?: string | undefined;
  readonly view?: string | undefined;
  readonly format?: string | undefined;
}

/** Scores files by a scheme and prints one view, or the list of views. */
export async function score(paths: readonly string[], options: ScoreOptions): Promise<number> {
  const format = options.format ?? 'csv';
  if (format !== 'csv' && format !== 'json')
    throw new Misuse(`--format takes csv or json, not ${format}`);
  if (options.scheme === undefined) throw new Misuse('score needs --scheme');
  const session = await Session.open(paths);
  await prepare(session, options.scheme, options);
  if (options.view === undefined) {
    const views = reportViews.map((view) => ({
      view: shortName(view.name),
      columns: view.columns.join(' '),
    }));
    await print(formatRows(views, ['view', 'columns'], format));
    return session.refused ? 1 : 0;
  }
  const view = reportViews.find(
    (one) => shortName(one.name) === options.view || one.name === options.view,
  );
  if (!view) {
    const known = reportViews.map((one) => shortName(one.name)).join(', ');
    throw new Fault('view_unknown', { name: options.view, known });
  }
  const found = await session.query(sql`SELECT * FROM ${id(...view.name.split('.'))}`.text);
  await print(formatRows(found, view.columns, format));
  return session.refused ? 1 : 0;
}

function shortName(name: string): string {
  return name.replace('report.', '');
}

/** Arranges what was loaded and applies a scheme to it. */
export async function prepare(
  session: Session,
  scheme: string,
  { mapping, crosswalk }: Pick<ScoreOptions, 'mapping' | 'crosswalk'>,
): Promise<void> {
  const mappings = mapping === undefined ? undefined : await readMappings(mapping, session.tables);
  const arrangement = await session.arrange(mappings, await openCrosswalk(crosswalk));
  const quarters = arrangement.figurePeriods.filter((period) => cadenceOf(period) === 'quarter');
  const found = await findScheme(scheme, quarters.at(-1) ?? null);
  for (const value of arrangement.figurePeriods.filter(
    (period) => cadenceOf(period) !== found.cadence,
  )) {
    process.stderr.write(`${describeFinding(finding('period_unused', { value }))}\n`);
  }
  for (const value of scoreMeasures(found.score)) {
    if (arrangement.indicators.includes(value)) continue;
    process.stderr.write(`${describeFinding(finding('measure_missing', { value }))}\n`);
  }
  await session.apply([...compileScheme(found), ...reportViews]);
}
