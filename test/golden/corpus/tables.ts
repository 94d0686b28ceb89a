import { matchColumns } from '../../../src/ingest/match-columns';
import type { ColumnMapping } from '../../../src/model/mapping';
import type { SourceTable } from '../../../src/model/source';
import type { TestEngine } from '../../sql/test-engine';
import type { ExpectedTable } from './case';

/** A table as a test shows it: a line for each row and kind. */
type Shown = Readonly<Record<string, unknown>>;

/** An expected table, in the form of `shownTable`. */
export function shownExpectation(table: ExpectedTable): Shown {
  return { ...table, rows: table.rows.map(line), kinds: kindLines(Object.entries(table.kinds)) };
}

/** What was found of a table, as far as the expectation says something of it; all of it where none is expected. */
export async function shownTable(
  engine: TestEngine,
  table: SourceTable,
  wanted: ExpectedTable | undefined,
): Promise<Shown> {
  const rows = await engine.raw(table);
  const names = table.columns.map(({ name }) => name);
  const { period, town, columns } = matchColumns(table);
  const keys = table.columns.map(({ letter }, index, all) =>
    all.findIndex((other) => other.letter === letter) === index ? letter : 'group',
  );
  const roles = columns.map((column, index): [string, string] => [
    keys[index] ?? '',
    roleOf(column),
  ]);
  const units = table.columns.map(({ unit }, index) => [keys[index] ?? '', unit] as const);
  return {
    file: table.file,
    ...(wanted?.sheet !== undefined && { sheet: table.sheet }),
    header: table.columns.map(({ header }) => header),
    rows: rows.map((row) => line(names.map((name) => row[name] as string | null))),
    kinds: kindLines(kindsOf(table)),
    ...(wanted?.units && { units: pick(units, Object.keys(wanted.units)) }),
    ...(wanted?.roles && { roles: pick(roles, Object.keys(wanted.roles)) }),
    ...(wanted?.period !== undefined && {
      period: period && { id: period.period, from: period.from },
    }),
    ...(wanted?.town !== undefined && { town }),
  };
}

function line(cells: readonly (string | null)[]): string {
  return JSON.stringify(cells);
}

function kindsOf({ layout }: SourceTable): [string, number[]][] {
  const kinds = new Set(layout.marked.map(({ kind }) => kind));
  return [...kinds].map((kind) => [
    kind,
    layout.marked.filter((marked) => marked.kind === kind).map(({ row }) => row),
  ]);
}

function kindLines(kinds: readonly (readonly [string, readonly number[]])[]): string[] {
  return kinds.map(([kind, rows]) => `${kind}: ${rows.join(' ')}`).sort();
}

function roleOf({ role, indicator, period }: ColumnMapping): string {
  const name = role === 'indicator' ? `indicator:${indicator ?? ''}` : role;
  return period === undefined ? name : `${name}@${period}`;
}

function pick<T>(
  entries: readonly (readonly [string, T])[],
  keys: readonly string[],
): Record<string, T> {
  return Object.fromEntries(entries.filter(([key]) => keys.includes(key)));
}
