import type { Arrangement } from '../src/engine/protocol';
import {
  aliasColumns,
  canonTables,
  mostListed,
  hasFigures,
  hasRole,
  mayBeRoster,
  mentionsOf,
  periodTextsOf,
  repeatedCells,
  subjectColumns,
  subjectsWithoutTrack,
  unreadableCells,
  type MappedTable,
  type PeriodText,
} from '../src/ingest/canon';
import { withoutUnit } from '../src/ingest/match-columns';
import { readPeriod, readYear } from '../src/ingest/period';
import { matchRoster, type Mention } from '../src/ingest/roster';
import { finding, type Finding } from '../src/model/finding';
import type { Period } from '../src/model/period';
import { columnLetter, type SourceTable } from '../src/model/source';
import { id, sql, type Sql } from '../src/sql/sql';
import { textTable } from './columns';
import type { Connection } from './database';
import { decodeRows, type EngineRow } from './rows';

/** Makes the canonical tables from the raw ones by their mappings, all of it or nothing. */
export async function arrange(
  connection: Connection,
  tables: readonly MappedTable[],
  signal: AbortSignal,
): Promise<Arrangement> {
  const ask = async (statement: Sql) => decodeRows(await connection.run(statement.text, signal));
  const named = tables.filter((table) => hasRole(table, 'name') || hasRole(table, 'code'));
  const places = new Places(tables.map((table) => table.source));

  const mentions: Mention[] = [];
  for (const table of named) {
    for (const row of await ask(mentionsOf(table))) mentions.push(toMention(table.source.id, row));
  }
  const rosters = rosterTables(named, mentions);
  const roster = matchRoster(mentions, rosters);

  const scored = named.filter((table) => hasFigures(table) && !rosters.has(table.source.id));
  const periods = await readPeriods(ask, scored);
  const input = { tables, periods: periods.periods, periodTexts: periods.texts };
  await connection.transaction(async () => {
    await replaceTable(connection, 'subject', subjectColumns(roster.subjects));
    await replaceTable(connection, 'alias', aliasColumns(roster.aliases));
    for (const statement of canonTables(input)) await connection.run(statement.text, signal);
  });

  const [counts] = await ask(sql`
    SELECT
      (SELECT count(*) FROM canon.subject) AS subjects,
      (SELECT count(*) FROM canon.observation) AS observations`);
  const indicators = await ask(
    sql`SELECT DISTINCT measure FROM canon.reading WHERE family = 'indicator' ORDER BY 1`,
  );
  const figurePeriods = await ask(sql`SELECT DISTINCT period_id FROM canon.observation ORDER BY 1`);
  const unyearly = await ask(
    sql`SELECT DISTINCT period_id FROM canon.economy WHERE cadence <> 'year' ORDER BY 1`,
  );
  const unused = tables.filter((table) => !named.includes(table));
  const unreadable = await ask(unreadableCells);
  return {
    subjects: Number(counts?.['subjects']),
    observations: Number(counts?.['observations']),
    periods: periods.periods.map((period) => period.id),
    figurePeriods: figurePeriods.map((row) => String(row['period_id'])),
    indicators: indicators.map((row) => String(row['measure'])),
    rosters: [...rosters],
    findings: [
      ...roster.findings.map((found) => places.named(found)),
      ...periods.findings.map((found) => places.named(found)),
      ...unused.map(({ source }) =>
        finding('table_unused', { file: source.file, sheet: source.sheet }),
      ),
      ...tables.flatMap(({ source, mapping }) =>
        withoutUnit(source, mapping).map((column) =>
          finding('unit_assumed', {
            file: source.file,
            sheet: source.sheet,
            row: source.headerRow,
            column: column.letter,
            value: column.header,
          }),
        ),
      ),
      ...unyearly.map((row) => finding('period_unused', { value: String(row['period_id']) })),
      ...unreadable.map((row) => places.cell('value_unreadable', row)),
      ...(unreadable.length >= mostListed ? [finding('findings_cut', { count: mostListed })] : []),
      ...(await ask(repeatedCells)).map((row) => repeated(row, places)),
      ...(await trackFindings(ask)),
    ],
  };
}

/** The tables that say who is assessed. A short list of names beside the rest (villages with problems, say) is none. */
function rosterTables(tables: readonly MappedTable[], mentions: readonly Mention[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { table } of mentions) counts.set(table, (counts.get(table) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const long = tables.filter((table) => (counts.get(table.source.id) ?? 0) * 2 >= most);
  return new Set(long.filter(mayBeRoster).map((table) => table.source.id));
}

async function replaceTable(
  connection: Connection,
  name: string,
  columns: Readonly<Record<string, readonly (string | null)[]>>,
): Promise<void> {
  await connection.run(sql`DROP TABLE IF EXISTS ${id('canon', name)}`.text);
  await connection.insert('canon', name, textTable(columns));
}

function toMention(table: string, row: EngineRow): Mention {
  const text = (key: string) => (row[key] as string | null) ?? null;
  return {
    table,
    code: text('code'),
    district: text('district'),
    town: text('town'),
    name: text('name') ?? text('code'),
    track: text('track'),
    row: Number(row['first_row']),
    count: Number(row['row_count']),
  };
}

interface FoundPeriods {
  readonly periods: readonly Period[];
  readonly texts: readonly PeriodText[];
  readonly findings: readonly Finding[];
}

async function readPeriods(
  ask: (statement: Sql) => Promise<EngineRow[]>,
  tables: readonly MappedTable[],
): Promise<FoundPeriods> {
  const periods = new Map<string, Period>();
  const texts: PeriodText[] = [];
  const findings: Finding[] = [];
  for (const table of tables) {
    const { source, mapping } = table;
    const origin = mapping.period ? readPeriod(mapping.period.period) : null;
    for (const row of await ask(periodTextsOf(table))) {
      const period = (row['period'] as string | null) ?? null;
      const year = (row['year'] as string | null) ?? null;
      const inYear =
        year === null
          ? (origin?.year ?? readYear(source.sheet ?? '') ?? readYear(source.file))
          : readYear(year);
      const found =
        period !== null ? readPeriod(period, inYear) : year !== null ? readPeriod(year) : origin;
      if (found) {
        periods.set(found.id, found);
        texts.push({ table: source.id, period, year, id: found.id });
        continue;
      }
      const said = [year, period].filter((part) => part !== null).join(' ');
      const place = {
        file: source.id,
        row: Number(row['first_row']),
        count: Number(row['row_count']),
      };
      findings.push(
        said === ''
          ? finding('period_unknown', place)
          : finding('period_unreadable', { ...place, value: said }),
      );
    }
  }
  const inOrder = [...periods.values()].sort((a, b) => a.id.localeCompare(b.id, 'en'));
  return { periods: inOrder, texts, findings };
}

/** Turns table ids and column numbers into the names that a user knows. */
class Places {
  readonly #tables: ReadonlyMap<string, SourceTable>;

  constructor(tables: readonly SourceTable[]) {
    this.#tables = new Map(tables.map((table) => [table.id, table]));
  }

  /** A finding whose `file` is a table's id, with the names of the file and the sheet. */
  named(found: Finding): Finding {
    const table = this.#tables.get(found.file ?? '');
    return table ? { ...found, file: table.file, sheet: table.sheet } : found;
  }

  cell(code: Finding['code'], row: EngineRow): Finding {
    const column = columnLetter(Number(row['source_column']));
    const place = { file: String(row['source_id']), row: Number(row['source_row']), column };
    return this.named(finding(code, { ...place, value: row['text'] as string }));
  }

  /** `file › sheet › B7`, for the second place that a finding is about. */
  words(source: string, row: number, column: number): string {
    const table = this.#tables.get(source);
    return [table?.file, table?.sheet, `${columnLetter(column)}${row}`].filter(Boolean).join(' › ');
  }
}

function repeated(row: EngineRow, places: Places): Finding {
  const list = (key: string) => [...(row[key] as Iterable<unknown>)];
  const sources = list('source_ids').map(String);
  const rows = list('source_rows').map(Number);
  const columns = list('source_columns').map(Number);
  const others = sources
    .slice(1)
    .map((source, index) => places.words(source, rows[index + 1] ?? 0, columns[index + 1] ?? 0));
  const code = row['conflict'] ? 'observation_conflict' : 'observation_repeated';
  return places.named(
    finding(code, {
      file: sources[0] ?? null,
      row: rows[0] ?? null,
      column: columnLetter(columns[0] ?? 1),
      value: `${String(row['name'])} ${String(row['period_id'])} ${String(row['measure'])} ${String(row['texts'])}`,
      about: others.join('、'),
    }),
  );
}

/** Few are named one by one; where a whole file lacks the column, one finding says so. */
async function trackFindings(ask: (statement: Sql) => Promise<EngineRow[]>): Promise<Finding[]> {
  const names = (await ask(subjectsWithoutTrack)).map((row) =>
    [row['town'], row['name']].filter(Boolean).join(' '),
  );
  if (names.length <= 10) return names.map((value) => finding('track_missing', { value }));
  return [finding('track_missing', { value: names.slice(0, 3).join('、'), count: names.length })];
}
