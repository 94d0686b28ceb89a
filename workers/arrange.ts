import type { Arrangement } from '../src/engine/protocol';
import {
  aliasColumns,
  canonTables,
  mentionedIn,
  mentionsOf,
  subjectColumns,
} from '../src/ingest/canon';
import { canonFindings } from '../src/ingest/canon-findings';
import { withColumn } from '../src/ingest/column-of-finding';
import { hasFigures, hasRole, mayBeRoster, type MappedTable } from '../src/ingest/mapped-table';
import { Places } from '../src/ingest/places';
import { matchRoster, mentionKey, type Mention } from '../src/ingest/roster';
import { sizeColumns } from '../src/ingest/roster-evidence';
import { canonChecks } from '../src/ingest/quality/canon-checks';
import type { Crosswalk } from '../src/model/crosswalk';
import { finding, type Finding } from '../src/model/finding';
import { id, sql, type Sql } from '../src/sql/sql';
import { textTable } from './columns';
import type { Connection } from './database';
import { readPeriods, type FoundPeriods } from './read-periods';
import { decodeRows, type EngineRow } from './rows';

type Ask = (statement: Sql) => Promise<EngineRow[]>;

/** Makes the canonical tables from the raw ones by their mappings, all of it or nothing. */
export async function arrange(
  connection: Connection,
  tables: readonly MappedTable[],
  crosswalk: Crosswalk,
  signal: AbortSignal,
): Promise<Arrangement> {
  const ask: Ask = async (statement) => decodeRows(await connection.run(statement.text, signal));
  const named = tables.filter((table) => hasRole(table, 'name') || hasRole(table, 'code'));
  const places = new Places(tables.map((table) => table.source));

  const mentions: Mention[] = [];
  for (const table of named) {
    for (const row of await ask(mentionsOf(table))) mentions.push(toMention(table, row));
  }
  const rosters = rosterTables(named, mentions);
  const scored = named.filter((table) => hasFigures(table) && !rosters.has(table.source.id));
  const periods = await readPeriods(ask, scored);
  const roster = matchRoster(await inTime(ask, scored, periods, mentions), rosters, crosswalk);
  const input = { tables, periods: periods.periods, periodTexts: periods.texts };
  await connection.transaction(async () => {
    await replaceTable(connection, 'subject', subjectColumns(roster.subjects));
    await replaceTable(connection, 'alias', aliasColumns(roster.aliases));
    for (const statement of canonTables(input)) await connection.run(statement.text, signal);
  });

  const unused = tables.filter((table) => !named.includes(table));
  return {
    ...(await extentOf(ask)),
    periods: periods.periods.map((period) => period.id),
    rosters: [...rosters],
    proposals: roster.proposals,
    breaks: roster.breaks,
    coverage: roster.coverage,
    findings: [
      ...[...roster.findings, ...periods.findings].map((found) => {
        const table = named.find(({ source }) => source.id === found.file);
        return places.named(table ? withColumn(found, table) : found);
      }),
      ...unused.map(({ source }) =>
        finding('table_unused', { file: source.file, sheet: source.sheet }),
      ),
      ...tables.flatMap(assumedUnits),
      ...(await findingsOf(ask, places)),
    ],
  };
}

/**
 * The mentions with the periods that they are of. Where a column says the period, words that stand in several are
 * mentioned with the first and the last of them: that tells when a name came and went.
 */
async function inTime(
  ask: Ask,
  scored: readonly MappedTable[],
  periods: FoundPeriods,
  mentions: readonly Mention[],
): Promise<Mention[]> {
  const spans = new Map<string, { first: string; last: string }>();
  for (const table of scored) {
    const texts = periods.texts.filter((text) => text.table === table.source.id);
    if (texts.length < 2) continue;
    for (const row of await ask(mentionedIn(table, texts))) {
      const span = { first: String(row['first_period']), last: String(row['last_period']) };
      spans.set(`${table.source.id} ${String(row['mention'])}`, span);
    }
  }
  return mentions.flatMap((mention) => {
    const span = spans.get(`${mention.table} ${mentionKey(mention)}`);
    if (!span) return [mention];
    // sizes are of one row, and of its period alone
    if (span.first === span.last) return [{ ...mention, period: span.first }];
    const first = { ...mention, period: span.first, sizes: {} };
    return [first, { ...first, period: span.last, count: 0 }];
  });
}

/** How many subjects and values there are, of which indicators and periods. */
async function extentOf(ask: Ask) {
  const [counts] = await ask(sql`
    SELECT
      (SELECT count(*) FROM canon.subject) AS subjects,
      (SELECT count(*) FROM canon.observation) AS observations`);
  const indicators = await ask(sql`SELECT DISTINCT measure FROM canon.reading ORDER BY 1`);
  const attributes = await ask(sql`SELECT DISTINCT attribute FROM canon.attribute ORDER BY 1`);
  const periods = await ask(sql`
    SELECT DISTINCT period_id
    FROM canon.reading
    WHERE family <> 'economy' AND value IS NOT NULL AND period_id IS NOT NULL
    ORDER BY 1`);
  return {
    subjects: Number(counts?.['subjects']),
    observations: Number(counts?.['observations']),
    indicators: indicators.map((row) => String(row['measure'])),
    attributes: attributes.map((row) => String(row['attribute'])),
    figurePeriods: periods.map((row) => String(row['period_id'])),
  };
}

async function findingsOf(ask: Ask, places: Places): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { query, findings } of [...canonFindings, ...canonChecks])
    found.push(...findings(await ask(query), places));
  return found;
}

/** Columns of money of which nothing says the unit; they are read as yuan. */
function assumedUnits({ source, mapping }: MappedTable): Finding[] {
  const assumed = mapping.columns.filter((column) => column.unitBy === 'assumed');
  return source.columns
    .filter(({ name }) => assumed.some((column) => column.column === name))
    .map(({ letter, header }) =>
      finding('unit_assumed', {
        file: source.file,
        sheet: source.sheet,
        row: source.headerRow,
        column: letter,
        value: header,
      }),
    );
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

function toMention(table: MappedTable, row: EngineRow): Mention {
  const { source, mapping } = table;
  const text = (key: string) => (row[key] as string | null) ?? null;
  return {
    table: source.id,
    code: text('code'),
    district: text('district'),
    town: text('town'),
    name: text('name') ?? text('code'),
    track: text('track'),
    period: mapping.period?.period ?? null,
    remark: text('remark'),
    sizes: sizesOf(sizeColumns(table), row),
    row: Number(row['first_row']),
    count: Number(row['row_count']),
  };
}

/** The sizes that a row of `mentionsOf` gives, by what they count. */
function sizesOf(columns: ReturnType<typeof sizeColumns>, row: EngineRow): Record<string, number> {
  return Object.fromEntries(
    columns.flatMap(({ measure }, index) => {
      const size = row[`size_${index}`] as number | null;
      return size === null ? [] : [[measure, size]];
    }),
  );
}
