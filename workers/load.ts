import type { FileInput } from '../src/engine/protocol';
import { Fault } from '../src/model/answer';
import type { Correction } from '../src/model/correction';
import { finding, type Finding } from '../src/model/finding';
import type { SheetCells, TableLayout } from '../src/model/layout';
import type { SourceSheet, SourceTable } from '../src/model/source';
import { id, sql } from '../src/sql/sql';
import type { Connection } from './database';
import { filledCells } from './filled-cells';
import { seenOf, tablesOf, type KeptFile, type KeptSheet } from './kept-file';
import { replacePersonal } from './personal';
import { sheetFindings } from './quality';
import type { RawRows } from './raw-rows';
import type { ReadFile } from './readers/read';
import { shapeFindings } from './shape-findings';
import { sheetCells } from './sheet-cells';
import { storeSheet } from './store';
import { makeTable } from './tables';

type Part = ReadFile['parts'][number];

/**
 * Stores a file that was read: its sheets, and the tables found on them. All of it or nothing.
 * @param rows where rows of texts were put while they were read
 * @param corrections of cells, of this file and others
 * @throws Fault `file_no_table` where no sheet has a filled cell, or none a table
 */
export async function storeFile(
  connection: Connection,
  file: FileInput,
  { parts, findings }: ReadFile,
  rows: RawRows,
  corrections: readonly Correction[],
  signal: AbortSignal,
): Promise<KeptFile> {
  let kept: KeptFile = {
    id: file.id,
    name: file.name,
    privacy: file.privacy,
    read: findings.map((found) => ({ ...found, file: nameWithin(file.name, found.file) })),
    encodings: parts.flatMap((part) => (part.kind === 'text' ? part.alternatives : [])),
    sheets: [],
  };
  try {
    for (const [index, part] of parts.entries()) {
      const origin = {
        id: sheetName(file.id, index),
        fileId: file.id,
        file: nameWithin(file.name, part.member),
        format: file.pasted ? ('paste' as const) : part.format,
      };
      const stored = await storeSheet(connection, rows, origin, part, signal);
      if (!stored) continue;
      const { sheet, cells, findings: noticed } = stored;
      // what is stored can be taken away again from here on
      kept = withSheet(kept, newSheet(sheet, part, noticed));
      const made = await makeTables(connection, kept, sheet, cells, corrections, signal);
      kept = withSheet(kept, made);
    }
    if (kept.sheets.every(({ sheet }) => sheet.found.length === 0))
      throw new Fault('file_no_table');
  } catch (thrown) {
    await dropFile(connection, kept);
    throw thrown;
  }
  return kept;
}

/** The name of the relation of a file's n-th sheet, counted from 0. */
export function sheetName(fileId: string, index: number): string {
  return `${fileId}_s${index + 1}`;
}

/** The name of a file, or of one within an archive. */
function nameWithin(file: string, member: string | null): string {
  return member === null ? file : `${file}/${member}`;
}

function newSheet(sheet: SourceSheet, part: Part, findings: readonly Finding[]): KeptSheet {
  const { file, sheet: name } = sheet;
  const bare =
    sheet.found.length === 0 ? [finding('sheet_without_table', { file, sheet: name })] : [];
  return {
    sheet,
    tables: [],
    records: part.kind === 'text' ? part.records : null,
    hiddenRows: part.kind === 'sheet' ? part.hiddenRows : [],
    stored: [...findings, ...bare],
    checks: [],
  };
}

function withSheet(file: KeptFile, kept: KeptSheet): KeptFile {
  const isNew = file.sheets.every(({ sheet }) => sheet.id !== kept.sheet.id);
  const sheets = isNew
    ? [...file.sheets, kept]
    : file.sheets.map((one) => (one.sheet.id === kept.sheet.id ? kept : one));
  return { ...file, sheets };
}

/**
 * Makes the tables of a sheet that is kept in `file` by the layout of `sheet`. Tables keep their ids in order; further
 * ones are numbered on.
 */
async function makeTables(
  connection: Connection,
  file: KeptFile,
  sheet: SourceSheet,
  cells: SheetCells,
  corrections: readonly Correction[],
  signal?: AbortSignal,
): Promise<KeptSheet> {
  const kept = keptSheet(file, sheet.id);
  // tables of a hidden sheet may be taken in later
  const layouts = sheet.layout.length > 0 ? sheet.layout : sheet.found;
  const seen = seenOf(file, kept);
  const { privacy } = file;
  const masked = await replacePersonal(connection, sheet, cells, layouts, privacy, seen, signal);
  let next = Math.max(0, ...tablesOf(file).map((table) => Number(table.id.split('_').at(-1))));
  const tables: SourceTable[] = [];
  for (const [index, layout] of sheet.layout.entries()) {
    const tableId = kept.tables[index]?.id ?? `${file.id}_${(next += 1)}`;
    const filled = seen && filledCells(masked.cells, layout, seen.columns);
    const given = { sheet, cells: masked.cells, layout, filled };
    tables.push(await makeTable(connection, given, tableId, corrections, signal));
  }
  const checks = await sheetFindings(connection, sheet, tables, corrections, signal);
  for (const table of tables)
    checks.push(...(await shapeFindings(connection, sheet, table, kept.records)));
  return { ...kept, sheet, tables, stored: [...kept.stored, ...masked.findings], checks };
}

/** @throws Fault `sheet_unknown` */
export function keptSheet(file: KeptFile, sheetId: string): KeptSheet {
  const kept = file.sheets.find(({ sheet }) => sheet.id === sheetId);
  if (!kept) throw new Fault('sheet_unknown', { sheet: sheetId });
  return kept;
}

/** Takes other tables from a sheet than those in use, or the same ones with other corrections. */
export async function layOutSheet(
  connection: Connection,
  file: KeptFile,
  sheetId: string,
  layout: readonly TableLayout[] | null,
  corrections: readonly Correction[],
): Promise<KeptFile> {
  const kept = keptSheet(file, sheetId);
  const sheet = { ...kept.sheet, layout: layout ?? kept.sheet.layout };
  const seen = seenOf(file, kept)?.odd ?? null;
  const cells = await sheetCells(connection, sheet, kept.hiddenRows, undefined, seen);
  return connection.transaction(async () => {
    for (const table of kept.tables) await dropTable(connection, table.id);
    return withSheet(file, await makeTables(connection, file, sheet, cells, corrections));
  });
}

/** Takes the relations of a file away. */
export async function dropFile(connection: Connection, file: KeptFile): Promise<void> {
  for (const table of tablesOf(file)) await dropTable(connection, table.id);
  for (const { sheet } of file.sheets) await dropSheet(connection, sheet.id);
}

async function dropSheet(connection: Connection, sheetId: string): Promise<void> {
  await connection.run(sql`DROP TABLE IF EXISTS ${id('raw', sheetId)}`.text);
}

async function dropTable(connection: Connection, table: string): Promise<void> {
  await connection.run(sql`DROP VIEW IF EXISTS ${id('raw', table)}`.text);
}
