import { mkdir, writeFile } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { problemText } from '../i18n/scheme-problem';
import { Fault } from '../model/answer';
import type { View } from '../model/view';
import { inForceOf } from '../scheme/choose';
import { joinedHints } from '../scheme/columns';
import { compileScheme } from '../scheme/compile';
import { isOfPeople } from '../scheme/compile/people';
import { findingsUnder, lacks } from '../scheme/fit';
import { panelParts } from '../robustness';
import { id, sql } from '../sql/sql';
import { reportViews } from '../views';
import { economyViews } from '../views/economy';
import { robustnessViews } from '../views/robustness';
import { openCrosswalk } from './crosswalk';
import { readMappings } from './mapping';
import { formatRows, print } from './output';
import { findSchemes } from './scheme';
import { Session } from './session';
import { readTry, trialsOf, type Tried, type TryOptions } from './trials';
import { Misuse, t, tell } from './words';

interface ScoreOptions extends TryOptions {
  readonly scheme?: string | undefined;
  readonly mapping?: string | undefined;
  readonly crosswalk?: string | undefined;
  readonly view?: string | undefined;
  readonly out?: string | undefined;
  readonly format?: string | undefined;
}

/** Scores files by a scheme: prints one view or the list of views, or writes every view into a folder. */
export async function score(paths: readonly string[], options: ScoreOptions): Promise<number> {
  const format = options.format ?? 'csv';
  if (format !== 'csv' && format !== 'json')
    throw new Misuse(`--format takes csv or json, not ${format}`);
  if (options.scheme === undefined) throw new Misuse('score needs --scheme');
  if (options.view !== undefined && options.out !== undefined)
    throw new Misuse('--out writes every view; it takes no --view');
  const tried = readTry(options);
  const session = await Session.open(paths);
  const views = await prepare(session, options.scheme, options, tried);
  if (options.out !== undefined) await writeViews(session, views, options.out, format);
  else if (options.view === undefined) await listViews(views, format);
  else await printView(session, views, options.view, format);
  return session.refused ? 1 : 0;
}

async function listViews(views: readonly View[], format: 'csv' | 'json'): Promise<void> {
  const listed = views.map((view) => ({
    view: shortName(view.name),
    columns: view.columns.join(' '),
  }));
  await print(formatRows(listed, ['view', 'columns'], format));
}

async function printView(
  session: Session,
  views: readonly View[],
  name: string,
  format: 'csv' | 'json',
): Promise<void> {
  const view = views.find((one) => shortName(one.name) === name || one.name === name);
  if (!view) {
    const known = views.map((one) => shortName(one.name)).join(', ');
    throw new Fault('view_unknown', { name, known });
  }
  await print(formatRows(await rowsOf(session, view), view.columns, format));
}

async function writeViews(
  session: Session,
  views: readonly View[],
  folder: string,
  format: 'csv' | 'json',
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const view of views) {
    const text = formatRows(await rowsOf(session, view), view.columns, format);
    await writeFile(joinPath(folder, `${shortName(view.name)}.${format}`), text);
  }
  process.stderr.write(`${views.length} views written to ${folder}\n`);
}

function rowsOf(session: Session, view: View) {
  return session.query(sql`SELECT * FROM ${id(...view.name.split('.'))}`.text);
}

/** `report.headline` as `headline`; views of the score keep their schema. */
function shortName(name: string): string {
  return name.replace(/^report\./, '');
}

/**
 * Arranges what was loaded, applies a scheme to it, and tries out what was asked for.
 * @returns the views that may be written, the reports first
 * @throws Fault `scheme_unfit` where the data lacks what every score needs
 */
export async function prepare(
  session: Session,
  scheme: string,
  { mapping, crosswalk }: Pick<ScoreOptions, 'mapping' | 'crosswalk'>,
  tried: Tried | null = null,
): Promise<readonly View[]> {
  const versions = await findSchemes(scheme);
  const hints = joinedHints(versions);
  const mappings = await readMappings(mapping, session.tables, hints);
  const arrangement = await session.arrange(mappings, await openCrosswalk(crosswalk));
  const found = inForceOf(versions, arrangement.figurePeriods);
  if (!found) throw new Fault('scheme_unknown', { name: scheme, known: '' });
  tell(findingsUnder(found, arrangement));
  const needed = lacks(found, arrangement).filter((lack) => lack.needed);
  if (needed.length > 0) {
    const problems = needed.map((lack) => problemText(t, lack)).join('\n  ');
    throw new Fault('scheme_unfit', { problems });
  }
  const views = compileScheme(found);
  const firmness = tried ? robustnessViews({ top: tried.top, panels: panelParts(found) }) : [];
  const reports = [...reportViews, ...economyViews(found.economy), ...firmness];
  await session.apply([...views, ...reports]);
  if (tried) await session.tryOut(await trialsOf(tried, found, versions, session));
  const all = [...reports, ...views];
  return isOfPeople(found) ? all.filter(namesNobody) : all;
}

/** Results of people leave only as those of groups: no view goes out that has a column of their ids. */
function namesNobody({ columns }: View): boolean {
  return !columns.some((column) => ['subject_id', 'ahead', 'behind', 'without'].includes(column));
}
