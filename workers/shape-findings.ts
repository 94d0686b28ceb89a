import { finding, type Finding } from '../src/model/finding';
import { columnLetter, type SourceSheet, type SourceTable } from '../src/model/source';
import { id, join, lit, sql } from '../src/sql/sql';
import type { Connection } from './database';
import type { Records } from './readers/records';
import { decodeRows } from './rows';

/** Findings of one kind that are listed at the most. */
const mostListed = 500;

/** Where a table is not the rectangle that its header promises: blank rows, headers and cells. */
export async function shapeFindings(
  connection: Connection,
  sheet: SourceSheet,
  table: SourceTable,
  records: Records | null,
): Promise<Finding[]> {
  const place = { file: sheet.file, sheet: sheet.sheet };
  return [
    ...(await totalRows(connection, sheet, table)),
    ...headerFindings(table, records ? headerWidth(table, records) : sheet.width),
    ...(records ? await cellFindings(connection, sheet, table, records) : []),
    ...[
      ...(await blankRows(connection, sheet, table)),
      ...(records && table.layout.body.last === sheet.lastRow ? blankEnd(records) : []),
    ].map((row) => finding('row_blank', { row })),
  ].map((found) => ({ ...found, ...place }));
}

/** Totals that were found, by their first words: they are left out of every sum. */
async function totalRows(
  connection: Connection,
  { id: sheet }: SourceSheet,
  { layout: { columns, marked } }: SourceTable,
): Promise<Finding[]> {
  const totals = marked.filter(({ kind }) => kind === 'total').slice(0, mostListed);
  if (totals.length === 0) return [];
  const cells = Array.from({ length: columns.last - columns.first + 1 }, (_, index) =>
    id(`c${columns.first + index}`),
  );
  const rows = decodeRows(
    await connection.run(
      sql`
        SELECT source_row, coalesce(${join(cells)}) AS words
        FROM ${id('raw', sheet)}
        WHERE source_row IN (${join(totals.map(({ row }) => lit(row)))})
        ORDER BY source_row`.text,
    ),
  );
  return rows.map((row) =>
    finding('total_row', { row: Number(row['source_row']), value: row['words'] as string | null }),
  );
}

/** Fields of the header of a text. */
function headerWidth({ layout }: SourceTable, { ragged, usual }: Records): number {
  const headerRow = layout.header.at(-1);
  return ragged.find(({ record }) => record === headerRow)?.fields ?? usual;
}

/** @param width the columns that the header reaches over; cells beyond are a matter of their rows */
function headerFindings({ columns, headerRow, layout }: SourceTable, width: number): Finding[] {
  if (layout.header.length === 0) return [];
  const own = columns.filter(({ name, ordinal }) => name !== 'group' && ordinal <= width);
  return own.flatMap(({ header, letter }, index) => {
    const place = { row: headerRow, column: letter };
    const words = header.trim();
    if (words === '') return [finding('header_blank', place)];
    const isRepeated = own.slice(0, index).some((other) => other.header.trim() === words);
    return isRepeated ? [finding('header_repeated', { ...place, value: words })] : [];
  });
}

/** Cells that a record of a text has less or more than its header. */
async function cellFindings(
  connection: Connection,
  sheet: SourceSheet,
  table: SourceTable,
  records: Records,
): Promise<Finding[]> {
  const { body, marked } = table.layout;
  const aside = new Set(marked.map(({ row }) => row));
  const width = headerWidth(table, records);
  const within = records.ragged.filter(
    ({ record }) => record >= body.first && record <= body.last && !aside.has(record),
  );
  const findings: Finding[] = [];
  for (const { record, fields } of within) {
    if (findings.length >= mostListed) return findings;
    for (let field = fields + 1; field <= width; field += 1)
      findings.push(finding('cell_missing', { row: record, column: columnLetter(field) }));
    for (let field = width + 1; field <= fields; field += 1) {
      const [row] = decodeRows(
        await connection.run(
          sql`
            SELECT ${id(`c${field}`)} AS cell FROM ${id('raw', sheet.id)}
            WHERE source_row = ${lit(record)}`.text,
        ),
      );
      const value = (row?.['cell'] as string | null | undefined) ?? null;
      // separators at the end of a row with nothing behind them are no cells
      if (value !== null)
        findings.push(finding('cell_extra', { row: record, column: columnLetter(field), value }));
    }
  }
  return findings;
}

/** Records of nothing but delimiters after the last filled one. */
function blankEnd({ blank, count, lastFilled }: Records): number[] {
  const lines = new Set(blank);
  return Array.from({ length: count - lastFilled }, (_, index) => lastFilled + 1 + index)
    .filter((record) => !lines.has(record))
    .slice(0, mostListed);
}

/** Rows between the first and the last of a table that hold nothing. */
async function blankRows(
  connection: Connection,
  { id: sheet, headings, rows: filled, lastRow }: SourceSheet,
  { layout: { body } }: SourceTable,
): Promise<number[]> {
  // most long sheets have none, and looking for them means sorting
  if (headings !== null || body.last < body.first || filled === lastRow) return [];
  const rows = decodeRows(
    await connection.run(
      sql`
        SELECT source_row, source_row - lag(source_row) OVER (ORDER BY source_row) AS step
        FROM ${id('raw', sheet)}
        WHERE source_row BETWEEN ${lit(body.first)} AND ${lit(body.last)}
        QUALIFY step > 1
        ORDER BY source_row
        LIMIT ${lit(mostListed)}`.text,
    ),
  );
  return rows
    .flatMap((row) => {
      const [end, step] = [Number(row['source_row']), Number(row['step'])];
      return Array.from(
        { length: Math.min(step - 1, mostListed) },
        (_, index) => end - step + 1 + index,
      );
    })
    .slice(0, mostListed);
}
