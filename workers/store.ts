import { Fault } from '../src/model/answer';
import { finding, type Finding } from '../src/model/finding';
import { columnLetter, type DroppedRows, type SourceTable } from '../src/model/source';
import { columnNames, findTable } from '../src/ingest/find-table';
import { id, join, lit, sql, type Sql } from '../src/sql/sql';
import type { Connection, DatabaseHandle } from './database';
import { columnFacts, type Ask } from './column-facts';
import { inFolder } from './lock';
import { decodeRows, type EngineRow } from './rows';
import type { StagedSheet, StagedText } from './readers/read';

/** Rows looked at to find the header. */
const headRows = 50;

/** Bytes of a record that the engine is ready for at least; its buffers are many times as large. */
const longLine = 1024 * 1024;

/** What a raw table is made from. */
export interface Origin {
  readonly id: string;
  readonly fileId: string;
  readonly file: string;
  readonly format: SourceTable['format'];
}

/** A raw table as it was stored, with what was noticed. */
export interface Stored {
  readonly table: SourceTable | null;
  readonly findings: readonly Finding[];
}

/**
 * Stores one part of a file as `raw.<id>`: finds the header among its first rows, keeps every filled row below it as
 * text with the row of the sheet it came from. A part without a filled cell gives no table.
 */
export async function storePart(
  handle: DatabaseHandle,
  connection: Connection,
  origin: Origin,
  part: StagedText | StagedSheet,
  signal: AbortSignal,
): Promise<Stored> {
  const stage = `${origin.id}_stage`;
  // a fixed length: the file table of the module mixes up names of which one begins another
  const name = `${inFolder}${origin.id.padStart(12, '0')}`;
  if (part.kind === 'text') await handle.registerFile(name, part.utf8);
  else await connection.insert('raw', stage, part.ipc);
  try {
    const rows = part.kind === 'text' ? textRows(name, part) : sql`${id('raw', stage)}`;
    const width = part.kind === 'text' ? part.records.width : part.width;
    return await store(connection, origin, part, rows, width, signal);
  } catch (thrown) {
    await connection.run(sql`DROP TABLE IF EXISTS ${id('raw', origin.id)}`.text);
    throw thrown;
  } finally {
    if (part.kind === 'text') await handle.bindings.dropFile(name);
    else await connection.run(sql`DROP TABLE IF EXISTS ${id('raw', stage)}`.text);
  }
}

/** The records of a text as rows with `source_row`. The reader passes over blank records, so later ones are counted on. */
function textRows(name: string, { delimiter, records }: StagedText): Sql {
  const columns = join(
    cellNames(records.width).map((cell) => sql`${lit(cell)}: 'VARCHAR'`),
    ', ',
  );
  const read = sql`
    SELECT CAST(row_number() OVER () AS INTEGER) AS source_row, *
    FROM read_csv(
      ${lit(name)},
      auto_detect = false, header = false, columns = {${columns}},
      delim = ${lit(delimiter)}, quote = '"', escape = '"',
      null_padding = true, strict_mode = false, parallel = false,
      max_line_size = ${lit(Math.max(longLine, records.longest + 2))}
    )`;
  const blank = records.width > 1 ? records.blank : [];
  if (blank.length === 0) return sql`(${read})`;
  const shifts = blankShifts(blank).map(({ after, shift }) => sql`(${lit(after)}, ${lit(shift)})`);
  return sql`(
    SELECT r.source_row + coalesce(b.shift, 0) AS source_row, r.* EXCLUDE (source_row)
    FROM (${read}) AS r
    ASOF LEFT JOIN (VALUES ${join(shifts)}) AS b(after, shift) ON r.source_row > b.after
    ORDER BY r.source_row
  )`;
}

/** After how many filled records the count of blank ones before them becomes which. */
function blankShifts(blank: readonly number[]): { after: number; shift: number }[] {
  const shifts = new Map<number, number>();
  blank.forEach((record, index) => shifts.set(record - 1 - index, index + 1));
  return [...shifts].map(([after, shift]) => ({ after, shift }));
}

function cellNames(width: number): string[] {
  return Array.from({ length: width }, (_, index) => `c${index + 1}`);
}

async function store(
  connection: Connection,
  origin: Origin,
  part: StagedText | StagedSheet,
  rows: Sql,
  width: number,
  signal: AbortSignal,
): Promise<Stored> {
  const cells = cellNames(width);
  const ask: Ask = async (statement) => decodeRows(await connection.run(statement.text, signal));
  const head = await ask(sql`SELECT * FROM ${rows} LIMIT ${lit(headRows)}`);
  const headCells = head.map((row) => cells.map((cell) => (row[cell] as string | null) ?? null));
  const start = findTable(headCells);
  if (!start) return { table: null, findings: [] };
  const headerRow = Number(head[start.header]?.['source_row']);
  const headers = headCells[start.header] ?? [];
  const letters = cells.map((_, index) => columnLetter(index + 1));
  const names = columnNames(headers, letters);
  const filled = sql`coalesce(${join(cells.map((cell) => id(cell)))}) IS NOT NULL`;
  await connection.run(
    sql`
      CREATE OR REPLACE TABLE ${id('raw', origin.id)} AS
      SELECT source_row, ${join(cells.map((cell, index) => sql`${id(cell)} AS ${id(names[index] ?? cell)}`))}
      FROM ${rows}
      WHERE source_row > ${lit(headerRow)} AND ${filled}`.text,
    signal,
  );
  const [extent] = await ask(sql`
    SELECT count(*) AS rows, max(source_row) AS last_row FROM ${id('raw', origin.id)}`);
  const rowCount = Number(extent?.['rows']);
  const lastRow = Math.max(headerRow, Number(extent?.['last_row'] ?? 0));
  const facts = await columnFacts(ask, origin.id, names);
  const below = headCells.slice(start.header + 1);
  const columns = names.map((name, index) => ({
    ordinal: index + 1,
    letter: letters[index] ?? '',
    header: headers[index] ?? '',
    name,
    filled: facts[index]?.filled ?? 0,
    missing: facts[index]?.missing ?? 0,
    numeric: facts[index]?.numeric ?? 0,
    examples: firstDistinct(below.map((row) => row[index] ?? null)),
  }));
  const table: SourceTable = {
    ...origin,
    sheet: part.kind === 'sheet' ? part.sheet : null,
    encoding: part.kind === 'text' ? part.encoding : null,
    delimiter: part.kind === 'text' ? part.delimiter : null,
    range: `A${headerRow}:${letters.at(-1) ?? 'A'}${lastRow}`,
    preamble: headCells
      .slice(0, start.header)
      .flatMap((row) => row.filter((cell) => cell !== null)),
    headerRow,
    rows: rowCount,
    columns,
    dropped: droppedRows(head, headCells, headerRow, lastRow, rowCount),
  };
  if (part.kind === 'text') {
    const { records } = part;
    // the last row of both counts is the same only where every record before it was read as one
    if (Math.max(headerRow, records.lastFilled) !== lastRow) {
      throw new Fault('file_rows_disagree', { counted: records.lastFilled, read: lastRow });
    }
    return { table, findings: await textFindings(ask, part, table) };
  }
  return { table, findings: [] };
}

const mostExamples = 3;

function firstDistinct(cells: readonly (string | null)[]): string[] {
  return [...new Set(cells.filter((cell) => cell !== null))].slice(0, mostExamples);
}

function droppedRows(
  head: readonly EngineRow[],
  headCells: readonly (readonly (string | null)[])[],
  headerRow: number,
  lastRow: number,
  rows: number,
): DroppedRows[] {
  const above = head
    .filter(
      (row, index) =>
        Number(row['source_row']) < headerRow && headCells[index]?.some((cell) => cell !== null),
    )
    .map((row) => Number(row['source_row']));
  const blank = lastRow - headerRow - rows + (headerRow - 1 - above.length);
  return [
    { reason: 'header' as const, rows: [headerRow], count: 1 },
    { reason: 'before_header' as const, rows: above, count: above.length },
    { reason: 'blank' as const, rows: [], count: blank },
  ].filter(({ count }) => count > 0);
}

/** What the pass over a text's bytes noticed, with the cells as they were stored. */
async function textFindings(ask: Ask, part: StagedText, table: SourceTable): Promise<Finding[]> {
  const findings: Finding[] = [];
  const place = { file: table.file, sheet: null };
  const cell = async (record: number, field: number) => {
    const column = table.columns[field - 1];
    if (!column || record <= table.headerRow) return column?.header ?? null;
    const found = await ask(sql`
      SELECT ${id(column.name)} AS cell FROM ${id('raw', table.id)} WHERE source_row = ${lit(record)}`);
    return (found[0]?.['cell'] as string | null | undefined) ?? null;
  };
  if (part.replaced) {
    for (const { record, field } of part.records.replaced) {
      const where = { ...place, row: record, column: columnLetter(field) };
      findings.push(
        finding('bytes_replaced', {
          ...where,
          value: await cell(record, field),
          about: part.encoding,
        }),
      );
    }
  }
  for (const { record, field } of part.records.brokenQuotes) {
    const where = { ...place, row: record, column: columnLetter(field) };
    findings.push(finding('quote_broken', { ...where, value: await cell(record, field) }));
  }
  return findings;
}
