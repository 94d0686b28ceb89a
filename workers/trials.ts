import { Fault } from '../src/model/answer';
import { trialTables, type Trial, type TrialProgress, type TrialTable } from '../src/model/trial';
import type { View } from '../src/model/view';
import { id, join, lit, sql, type Sql } from '../src/sql/sql';
import type { Connection } from './database';
import { decodeRows } from './rows';
import { unchangedViews } from './unchanged-views';

/** The database in which runs are worked out, gone when they are done. */
const apart = 'sandbox';

const tables = Object.keys(trialTables) as TrialTable[];

/** Statements that make the tables of results anew, without rows. */
export function emptyTrialTables(database?: string): Sql[] {
  const within = database === undefined ? [] : [database];
  return tables.map((table) => {
    const columns = Object.entries(trialTables[table]).map(
      ([name, type]) => sql`${id(name)} ${types[type]}`,
    );
    return sql`CREATE OR REPLACE TABLE ${id(...within, 'trial', table)} (${join(columns)})`;
  });
}

const types = { INTEGER: sql`INTEGER`, VARCHAR: sql`VARCHAR`, DOUBLE: sql`DOUBLE` } as const;

/**
 * Works out runs one after the other. What a run has in common with the one before is not worked out again.
 * @param connection one that nothing else uses meanwhile
 * @param take called when all is done, with statements that copy the results into the user's database
 * @throws Fault `cancelled`, and nothing is taken
 */
export async function runTrials(
  connection: Connection,
  trials: readonly Trial[],
  report: (progress: TrialProgress) => void,
  take: (statements: readonly Sql[]) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const main = await openApart(connection);
  try {
    let made: readonly View[] = [];
    const canon = await canonViews(connection, main);
    for (const [index, trial] of trials.entries()) {
      await breathe();
      if (signal.aborted) throw new Fault('cancelled');
      const views = withData(canon, trial.views);
      await makeViews(connection, made, views, signal);
      made = views;
      for (const table of tables) {
        const rows = trial.keep[table];
        if (rows !== undefined) await connection.quick(kept(table, index + 1, trial, rows));
      }
      report({ done: index + 1, of: trials.length });
    }
    if (signal.aborted) throw new Fault('cancelled');
    await take(tables.flatMap(copied));
  } finally {
    await connection.quick(sql`USE ${id(main)}`.text);
    await connection.quick(sql`DETACH ${id(apart)}`.text);
  }
}

/** @returns the name of the user's database */
async function openApart(connection: Connection): Promise<string> {
  const [row] = decodeRows(await connection.run('SELECT current_database() AS name'));
  await connection.quick(sql`ATTACH ':memory:' AS ${id(apart)}`.text);
  await connection.quick(sql`USE ${id(apart)}`.text);
  for (const schema of ['origin', 'canon', 'score', 'trial'])
    await connection.quick(sql`CREATE SCHEMA ${id(schema)}`.text);
  for (const statement of emptyTrialTables()) await connection.quick(statement.text);
  return String(row?.['name']);
}

/** The user's data under the names that the views know. */
async function canonViews(connection: Connection, main: string): Promise<View[]> {
  const found = decodeRows(
    await connection.run(
      sql`
        SELECT table_name AS name
        FROM information_schema.tables
        WHERE table_catalog = ${lit(main)} AND table_schema = 'canon'
        ORDER BY name`.text,
    ),
  );
  const views: View[] = [];
  for (const row of found) {
    const table = String(row['name']);
    const origin = sql`CREATE VIEW ${id('origin', table)} AS SELECT * FROM ${id(main, 'canon', table)}`;
    await connection.quick(origin.text);
    views.push({
      name: `canon.${table}`,
      reads: [],
      columns: [],
      stored: false,
      sql: sql`SELECT * FROM ${id('origin', table)}`.text,
    });
  }
  return views;
}

/** A run's own views of the data take the place of the data. */
function withData(canon: readonly View[], own: readonly View[]): View[] {
  const names = new Set(own.map(({ name }) => name));
  return [...canon.filter(({ name }) => !names.has(name)), ...own];
}

/** Puts views in the place of those before, but for those that nothing changes. */
async function makeViews(
  connection: Connection,
  before: readonly View[],
  views: readonly View[],
  signal: AbortSignal,
): Promise<void> {
  const kept = unchangedViews(before, views);
  const changes = ({ name }: View) => !kept.has(name);
  for (const view of before.filter(changes).toReversed()) await connection.quick(dropped(view));
  for (const view of views.filter(changes)) {
    if (signal.aborted) throw new Fault('cancelled');
    await connection.quick(created(view));
  }
}

function kindOf(view: View): Sql {
  return view.stored ? sql`TABLE` : sql`VIEW`;
}

function created(view: View): string {
  const name = id(...view.name.split('.'));
  return `${sql`CREATE ${kindOf(view)} ${name} AS`.text}\n${view.sql}`;
}

function dropped(view: View): string {
  return sql`DROP ${kindOf(view)} IF EXISTS ${id(...view.name.split('.'))}`.text;
}

/** Statement that puts the rows of a run into a table of results. */
function kept(table: TrialTable, run: number, { kind, what }: Trial, rows: string): string {
  const told = ['run', 'kind', 'what'];
  const own = Object.keys(trialTables[table]).filter((name) => !told.includes(name));
  const insert = sql`
    INSERT INTO ${id('trial', table)}
    SELECT ${lit(run)}, ${lit(kind)}, ${lit(what)}, ${join(own.map((name) => id(name)))}`;
  return `${insert.text}\nFROM (\n${rows}\n)`;
}

/** Takes the place of the results before. */
function copied(table: TrialTable): Sql[] {
  return [
    sql`DELETE FROM ${id('trial', table)}`,
    sql`INSERT INTO ${id('trial', table)} SELECT * FROM ${id(apart, 'trial', table)}`,
  ];
}

/** A turn of the event loop, in which a cancellation may arrive. */
async function breathe(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}
