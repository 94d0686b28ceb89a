import { Fault } from '../src/model/answer';
import type { Finding } from '../src/model/finding';
import type { SheetCells } from '../src/model/layout';
import type { FileFormat, SourceSheet } from '../src/model/source';
import { id, sql } from '../src/sql/sql';
import { findTables } from '../src/ingest/layout/find-tables';
import type { Connection } from './database';
import type { RawRows } from './raw-rows';
import type { StagedSheet, StagedText } from './readers/read';
import { decodeRows } from './rows';
import { sheetCells } from './sheet-cells';
import { textFindings } from './text-findings';

/** Where a sheet comes from, and the name that its relation gets. */
export interface Origin {
  readonly id: string;
  readonly fileId: string;
  readonly file: string;
  readonly format: FileFormat;
}

/** A sheet as it was stored, with the rows by which its tables are told. */
export interface Stored {
  readonly sheet: SourceSheet;
  readonly cells: SheetCells;
  readonly findings: readonly Finding[];
}

/**
 * Keeps one part of a file as `raw.<id>`: every filled row as text with its number, columns `c1`, `c2`, ….
 * @param rows where rows of texts were put while they were read
 * @returns null where no cell is filled
 * @throws Fault `file_rows_disagree` where the engine holds other rows than the reader counted
 */
export async function storeSheet(
  connection: Connection,
  rows: RawRows,
  origin: Origin,
  part: StagedText | StagedSheet,
  signal: AbortSignal,
): Promise<Stored | null> {
  try {
    if (part.kind === 'sheet') await connection.insert('raw', origin.id, part.ipc);
    else {
      for (const batch of part.batches) await rows.add(origin.id, batch);
      if (!rows.has(origin.id)) return null;
      await rows.widen(origin.id, part.records.width);
    }
    return await describeSheet(connection, origin, part, signal);
  } catch (thrown) {
    await connection.run(sql`DROP TABLE IF EXISTS ${id('raw', origin.id)}`.text);
    throw thrown;
  }
}

async function describeSheet(
  connection: Connection,
  origin: Origin,
  part: StagedText | StagedSheet,
  signal: AbortSignal,
): Promise<Stored | null> {
  const [extent] = decodeRows(
    await connection.run(
      sql`SELECT count(*) AS rows, max(source_row) AS last_row FROM ${id('raw', origin.id)}`.text,
      signal,
    ),
  );
  const rows = Number(extent?.['rows']);
  const lastRow = Number(extent?.['last_row'] ?? 0);
  const text = part.kind === 'text' ? part : null;
  // the last row of both counts is the same only where every record before it was read as one
  if (text && text.records.lastFilled !== lastRow) {
    throw new Fault('file_rows_disagree', { counted: text.records.lastFilled, read: lastRow });
  }
  if (rows === 0) {
    await connection.run(sql`DROP TABLE ${id('raw', origin.id)}`.text);
    return null;
  }
  const facts = {
    ...origin,
    encoding: text?.encoding ?? null,
    delimiter: text?.dialect.delimiter ?? null,
    width: text ? text.records.width : (part as StagedSheet).width,
    rows,
    lastRow,
    ...sheetFacts(part),
  };
  const hiddenRows = part.kind === 'sheet' ? part.hiddenRows : [];
  const seen = text?.records.odd ?? null;
  const cells = await sheetCells(connection, facts, hiddenRows, signal, seen);
  const found = facts.headings
    ? [
        {
          columns: { first: 1, last: facts.width },
          header: [],
          body: { first: 1, last: lastRow },
          marked: [],
        },
      ]
    : findTables(cells);
  const sheet = { ...facts, found, layout: facts.hidden ? [] : found };
  return { sheet, cells, findings: text ? await textFindings(connection, text, sheet) : [] };
}

/** What only a sheet of a workbook, or a file that names its columns, has. */
function sheetFacts(
  part: StagedText | StagedSheet,
): Pick<SourceSheet, 'sheet' | 'hidden' | 'merged' | 'headings'> {
  if (part.kind === 'text') return { sheet: null, hidden: false, merged: [], headings: null };
  const { sheet, hidden, merged, headings } = part;
  return { sheet, hidden, merged, headings };
}
