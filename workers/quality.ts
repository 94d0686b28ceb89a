import { tableChecks } from '../src/ingest/quality';
import {
  numbersColumns,
  type CheckedRow,
  type CheckedTable,
} from '../src/ingest/quality/checked-table';
import { cut } from '../src/ingest/quality/listed';
import type { Correction } from '../src/model/correction';
import { finding, type Finding } from '../src/model/finding';
import type { RowKind } from '../src/model/layout';
import type { SourceColumn, SourceSheet, SourceTable } from '../src/model/source';
import { id, join, lit, sql, type Sql } from '../src/sql/sql';
import type { Connection } from './database';
import { decodeRows, type EngineRow } from './rows';

/** Cells of a table up to which it is checked row by row as it is loaded. */
const mostCells = 400_000;

/** Lines above and below a table that are looked at. */
const mostTexts = 200;

/**
 * What the checks within the tables of a sheet notice, with cells as they were corrected; a very large table is passed
 * over, and that is said.
 */
export async function sheetFindings(
  connection: Connection,
  sheet: SourceSheet,
  tables: readonly SourceTable[],
  corrections: readonly Correction[],
  signal?: AbortSignal,
): Promise<Finding[]> {
  const ask = async (query: Sql) => decodeRows(await connection.run(query.text, signal));
  const place = { file: sheet.file, sheet: sheet.sheet };
  const own = corrections.filter((one) => one.file === sheet.file && one.sheet === sheet.sheet);
  const findings: Finding[] = [];
  for (const table of tables) {
    const { columns, layout, rows } = table;
    if (rows === 0) continue;
    if (rows * columns.length > mostCells) {
      findings.push(finding('checks_skipped', { ...place, row: layout.body.first, count: rows }));
      continue;
    }
    const checked = await readTable(ask, sheet, table, own);
    for (const check of tableChecks) {
      findings.push(...cut(check.find(checked)).map((found) => ({ ...found, ...place })));
    }
  }
  return findings;
}

async function readTable(
  ask: (query: Sql) => Promise<EngineRow[]>,
  sheet: SourceSheet,
  { layout, columns }: SourceTable,
  corrections: readonly Correction[],
): Promise<CheckedTable> {
  // the column made of groups stands at the place of another
  const own = columns.filter(
    ({ ordinal }, index) => columns.findIndex((one) => one.ordinal === ordinal) === index,
  );
  const kinds = new Map(layout.marked.map(({ row, kind }) => [row, kind]));
  const { first, last } = layout.body;
  const body = await ask(sql`
    SELECT source_row, cells, list_transform(cells, lambda cell: canon.read_number(cell)) AS numbers
    FROM (
      SELECT source_row, [${join(own.map(({ ordinal }) => cellOf(ordinal, corrections)))}] AS cells
      FROM ${id('raw', sheet.id)}
      WHERE source_row BETWEEN ${lit(first)} AND ${lit(last)}
    )
    ORDER BY source_row`);
  return {
    columns: own.map(({ ordinal, letter, header, unit, ...facts }) => ({
      ordinal,
      letter,
      header,
      unit,
      numeric: isNumeric(facts),
    })),
    rows: body.flatMap((row) => toRow(row, kinds)),
    texts: await textsOf(ask, sheet, [...kinds]),
  };
}

/** A cell as it counts: corrected where it still holds what was corrected. */
function cellOf(ordinal: number, corrections: readonly Correction[]): Sql {
  const cell = id(`c${ordinal}`);
  const cases = corrections
    .filter(({ column }) => column === ordinal)
    .map(
      ({ row, was, value }) => sql`
        WHEN source_row = ${lit(row)} AND ${cell} IS NOT DISTINCT FROM ${lit(was)} THEN ${lit(value)}`,
    );
  return cases.length === 0 ? cell : sql`CASE ${join(cases, ' ')} ELSE ${cell} END`;
}

function isNumeric({
  filled,
  missing,
  numeric,
}: Pick<SourceColumn, 'filled' | 'missing' | 'numeric'>): boolean {
  return numeric > 0 && numeric * 2 >= filled - missing;
}

function toRow(row: EngineRow, kinds: ReadonlyMap<number, RowKind>): CheckedRow[] {
  const number = Number(row['source_row']);
  const kind = kinds.get(number) ?? 'data';
  if (kind !== 'data' && kind !== 'total' && kind !== 'group' && kind !== 'hidden') return [];
  const cells = [...(row['cells'] as Iterable<string | null>)];
  // beside another table, a row may be filled there and blank here
  if (cells.every((cell) => cell === null)) return [];
  const numbers = [...(row['numbers'] as Iterable<number | null>)];
  return numbersColumns({ numbers }) ? [] : [{ row: number, kind, cells, numbers }];
}

/** The filled cells of titles, units and notes. */
async function textsOf(
  ask: (query: Sql) => Promise<EngineRow[]>,
  sheet: SourceSheet,
  kinds: readonly (readonly [row: number, kind: RowKind])[],
): Promise<CheckedTable['texts']> {
  const rows = kinds
    .filter(([, kind]) => kind === 'title' || kind === 'note' || kind === 'unit')
    .slice(0, mostTexts)
    .map(([row]) => lit(row));
  if (rows.length === 0) return [];
  const cells = Array.from({ length: sheet.width }, (_, index) => id(`c${index + 1}`));
  const found = await ask(sql`
    SELECT source_row, text
    FROM (
      SELECT source_row, unnest([${join(cells)}]) AS text
      FROM ${id('raw', sheet.id)}
      WHERE source_row IN (${join(rows)})
    )
    WHERE text IS NOT NULL`);
  return found.map((row) => ({ row: Number(row['source_row']), text: String(row['text']) }));
}
