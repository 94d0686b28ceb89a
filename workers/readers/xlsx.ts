import { read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { Fault } from '../../src/model/answer';
import { finding, type Finding } from '../../src/model/finding';
import { columnLetter, type FileFormat } from '../../src/model/source';
import { cellText, uncalculated } from './cell-text';
import type { Cell, Grid } from './grid';
import { fillDown } from './merged';

export interface Workbook {
  readonly format: FileFormat;
  /** Sheets that hold a cell, hidden ones too. */
  readonly grids: readonly Grid[];
  /** Findings name the sheet. */
  readonly findings: readonly Finding[];
}

// texts of the oldest workbooks are in the encoding of the machine that wrote them
const encodings: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10008: 'gb18030',
  20936: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};
const decode = (codepage: number, bytes: ArrayLike<number>) =>
  new TextDecoder(encodings[codepage] ?? 'windows-1252').decode(Uint8Array.from(bytes));
set_cptable({ utils: { decode } });

/** A sheet by the names that the workbook has for it. */
export interface SheetNames {
  readonly name: string;
  readonly relation: string | undefined;
}

/** What is hidden in workbooks of kinds of which the library doesn't tell. */
export interface Hidden {
  readonly isSheet: (sheet: SheetNames) => boolean;
  /** Numbers of hidden rows. */
  readonly rows: (sheet: SheetNames) => ReadonlySet<number> | undefined;
}

/**
 * Reads the sheets of a workbook, whatever the version of its format.
 * @throws Fault where it is encrypted or no workbook
 */
export function readWorkbook(
  bytes: Uint8Array,
  container: 'zip' | 'cfb' | 'biff' | 'xml',
  more: Hidden | null = null,
): Workbook {
  if (container === 'cfb' && isEncrypted(bytes)) throw new Fault('file_encrypted');
  const book = parse(bytes);
  const findings: Finding[] = [];
  const grids = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    const properties = book.Workbook?.Sheets?.[index] as SheetProperties | undefined;
    const names = { name, relation: properties?.id };
    const hidden = Boolean(properties?.Hidden) || more?.isSheet(names) === true;
    const about = { name, hidden, date1904: isDate1904(book), hiddenRows: more?.rows(names) };
    const grid = sheet && gridOf(sheet, about, findings);
    if (!grid) findings.push(finding('sheet_empty', { sheet: name }));
    else if (hidden) findings.push(finding('sheet_hidden', { sheet: name }));
    return grid ? [grid] : [];
  });
  return { format: formatOf(book, container), grids, findings };
}

/** What the library keeps of a sheet; its types lack the name under which the workbook has it. */
interface SheetProperties {
  readonly Hidden?: 0 | 1 | 2;
  readonly id?: string;
}

function isDate1904(book: WorkBook): boolean {
  return book.Workbook?.WBProps?.date1904 === true;
}

function formatOf(book: WorkBook, container: string): FileFormat {
  if (container === 'xml') return 'xml';
  const { bookType } = book;
  if (bookType === 'xlsb' || bookType === 'ods') return bookType;
  return container === 'zip' ? 'xlsx' : 'xls';
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellHTML: false,
      // what is shown of a cell is not needed, and making it takes a third of the time
      cellText: false,
    });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (/password|encrypt|RC4|HMAC/i.test(message)) throw new Fault('file_encrypted');
    throw new Fault('file_unreadable', { message });
  }
}

/** An encrypted workbook is a compound file with this stream, its name in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const wanted = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** Errors of a sheet that are named one by one. */
const mostErrors = 200;

interface About {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly hiddenRows: ReadonlySet<number> | undefined;
}

/** The cells of a sheet; null where none holds anything. */
function gridOf(sheet: WorkSheet, about: About, findings: Finding[]): Grid | null {
  // a chart keeps copies of the cells that it shows
  if (sheet['!type'] === 'chart') return null;
  const cells = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  const merges = sheet['!merges'] ?? [];
  const filled = fillDown(cells, merges);
  const { numbers, columns } = textCells(cells, about, findings);
  if (numbers.length === 0) return null;
  if (filled > 0) findings.push(finding('merged_filled', { sheet: about.name, count: filled }));
  return {
    sheet: about.name,
    hidden: about.hidden,
    numbers,
    columns,
    merged: merges.map(({ s: from, e: to }) => ({
      rows: { first: from.r + 1, last: to.r + 1 },
      columns: { first: from.c + 1, last: to.c + 1 },
    })),
    hiddenRows: numbers.filter(
      (row) => isHidden(sheet['!rows']?.[row - 1]) || about.hiddenRows?.has(row) === true,
    ),
    headings: null,
  };
}

function isHidden(row: { hidden?: boolean } | undefined): boolean {
  return row?.hidden === true;
}

function textCells(
  cells: readonly (readonly (CellObject | undefined)[] | undefined)[],
  { name, date1904 }: About,
  findings: Finding[],
): Pick<Grid, 'numbers' | 'columns'> {
  const numbers: number[] = [];
  const columns: Cell[][] = [];
  let errors = 0;
  // rows and cells that are absent are passed over: a sheet may claim a million of them
  cells.forEach((row, rowIndex) => {
    let filled = false;
    row?.forEach((cell, columnIndex) => {
      const text = cell ? cellText(cell, date1904) : null;
      if (text === null || text === '') return;
      if (!filled) numbers.push(rowIndex + 1);
      filled = true;
      while (columns.length <= columnIndex) columns.push([]);
      const column = columns[columnIndex] ?? [];
      while (column.length < numbers.length - 1) column.push(null);
      column.push(text);
      if (cell?.t !== 'e' && text !== uncalculated) return;
      errors += 1;
      if (errors > mostErrors) return;
      const code = text === uncalculated ? 'formula_uncalculated' : 'formula_error';
      const place = { sheet: name, row: rowIndex + 1, column: columnLetter(columnIndex + 1) };
      findings.push(finding(code, { ...place, value: text }));
    });
  });
  if (errors > mostErrors)
    findings.push(finding('findings_cut', { sheet: name, count: mostErrors }));
  for (const column of columns) while (column.length < numbers.length) column.push(null);
  return { numbers, columns };
}
