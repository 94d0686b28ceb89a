import { read, SSF, type CellObject, type WorkSheet } from '@e965/xlsx';
import { Unzip, UnzipInflate } from 'fflate';
import { isFieldWord } from '../../src/ingest/match-columns';
import { Fault } from '../../src/model/answer';
import { finding, type Finding } from '../../src/model/finding';
import { columnLetter } from '../../src/model/source';
import { chunksOf, type Advance } from './text';

/** A sheet as text cells. `rows[i]` is row `i + 1` of the sheet; blank cells are null, blank rows empty. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Findings name the sheet; the caller adds the file. */
  readonly findings: readonly Finding[];
}

/** A workbook that unpacks to more than this would not fit in a worker's memory. */
const mostBytes = 1024 * 1024 * 1024;

/**
 * Reads the visible sheets of a workbook (XLSX; also the older XLS that the library reads).
 * @throws Fault where the file is encrypted, incomplete, too large, or no workbook
 */
export async function readWorkbook(
  content: Blob,
  container: 'zip' | 'cfb',
  advance: Advance,
): Promise<Workbook> {
  if (container === 'zip') await checkZip(content, advance);
  const bytes = new Uint8Array(await content.arrayBuffer());
  if (container === 'cfb' && isEncrypted(bytes)) throw new Fault('file_encrypted');
  const book = parse(bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const findings: Finding[] = [];
  const sheets: Sheet[] = [];
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    if (!sheet) return;
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      findings.push(finding('sheet_hidden', { sheet: name }));
      return;
    }
    const rows = sheetRows(sheet, name, date1904, findings);
    if (rows.some((row) => row.length > 0)) sheets.push({ name, rows });
    else findings.push(finding('sheet_empty', { sheet: name }));
  });
  return { sheets, findings };
}

function parse(bytes: Uint8Array) {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellText: true,
    });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (/password|encrypt/i.test(message)) throw new Fault('file_encrypted');
    throw new Fault('file_unreadable', { message });
  }
}

/** Counts what the archive really unpacks to: the sizes that it declares prove nothing. */
async function checkZip(content: Blob, advance: Advance): Promise<void> {
  const tail = new Uint8Array(await content.slice(-66_000).arrayBuffer());
  if (!findBytes(tail, [0x50, 0x4b, 0x05, 0x06])) throw new Fault('file_truncated');
  let unpacked = 0;
  const names: string[] = [];
  const unzip = new Unzip((entry) => {
    names.push(entry.name);
    entry.ondata = (error, chunk) => {
      if (error) throw new Fault('file_truncated');
      unpacked += chunk.length;
      if (unpacked > mostBytes)
        throw new Fault('file_too_large', { limit: mostBytes / 1024 / 1024 });
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of chunksOf(content)) {
      unzip.push(chunk);
      advance(chunk.length);
    }
    unzip.push(new Uint8Array(0), true);
  } catch (thrown) {
    if (thrown instanceof Fault) throw thrown;
    throw new Fault('file_truncated');
  }
  if (!names.some((name) => name.startsWith('xl/'))) throw new Fault('file_unknown');
}

/** An encrypted workbook is a compound file with this stream, its name in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return findBytes(
    bytes,
    [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
  );
}

function findBytes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function sheetRows(
  sheet: WorkSheet,
  name: string,
  date1904: boolean,
  findings: Finding[],
): (string | null)[][] {
  const cells = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  const filled = fillMerged(sheet, cells);
  if (filled > 0) findings.push(finding('merged_filled', { sheet: name, count: filled }));
  return Array.from({ length: cells.length }, (_, rowIndex) => {
    const row: (string | null)[] = [];
    cells[rowIndex]?.forEach((cell, columnIndex) => {
      const text = cell ? cellText(cell, date1904) : null;
      if (text === null || text === '') return;
      while (row.length < columnIndex) row.push(null);
      row[columnIndex] = text;
      if (cell?.t === 'e' || text === '#FORMULA') {
        const place = { sheet: name, row: rowIndex + 1, column: columnLetter(columnIndex + 1) };
        findings.push(finding('formula_error', { ...place, value: text }));
      }
    });
    return row;
  });
}

/**
 * Copies the text of a cell that is merged over several rows into each of them: a class or town written once for a
 * block of villages is meant for all. Numbers are left alone, since a sum over a block belongs to none of its rows.
 * @returns how many merged cells were filled down
 */
function fillMerged(sheet: WorkSheet, cells: (CellObject | undefined)[][]): number {
  let filled = 0;
  for (const { s: from, e: to } of sheet['!merges'] ?? []) {
    const top = cells[from.r]?.[from.c];
    // a header over several rows is no block of villages
    if (top?.t !== 's' || to.r === from.r || isFieldWord(String(top.v))) continue;
    for (let row = from.r + 1; row <= to.r; row += 1) (cells[row] ??= [])[from.c] = top;
    filled += 1;
  }
  return filled;
}

/** The parts of the library's formatter that are used; it has no types of its own. */
const { is_date: isDate, parse_date_code: parseDate } = SSF as {
  is_date: (format: string) => boolean;
  parse_date_code: (
    serial: number,
    options: { date1904: boolean },
  ) => { y: number; m: number; d: number; H: number; M: number; S: number } | null;
};

/** A cell as text: numbers with all the digits that a spreadsheet keeps, dates as ISO, percentages with their sign. */
function cellText(cell: CellObject, date1904: boolean): string | null {
  if (cell.t === 'z' || cell.v === undefined) return cell.f === undefined ? null : '#FORMULA';
  if (cell.t === 'e') return cell.w ?? '#ERROR';
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (typeof cell.v !== 'number') return String(cell.v);
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (format !== '' && isDate(format)) return dateText(cell.v, date1904) ?? digits(cell.v);
  // by the number format, not by the text shown, which may hold fewer digits
  if (/%/.test(format.replaceAll(/"[^"]*"|\\./g, ''))) return `${digits(cell.v * 100)}%`;
  return digits(cell.v);
}

/** Fifteen significant digits, as a spreadsheet keeps them; never in the notation with an exponent that ruins codes. */
function digits(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return /e/i.test(text) && Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : text;
}

function dateText(serial: number, date1904: boolean): string | null {
  const parts = parseDate(serial, { date1904 });
  if (!parts) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${parts.y}-${two(parts.m)}-${two(parts.d)}`;
  const time = `${two(parts.H)}:${two(parts.M)}:${two(Math.floor(parts.S))}`;
  if (serial < 1 && serial >= 0) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
