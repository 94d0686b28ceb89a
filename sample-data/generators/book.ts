import { utils, write, type WorkBook } from '@e965/xlsx';
import iconv from 'iconv-lite';

export type Cell = string | number | undefined;

/** The files of a folder by name. */
export type Files = Map<string, Uint8Array>;

export interface Sheet {
  readonly name: string;
  readonly rows: Cell[][];
  /** Widths of the columns in characters. */
  readonly widths?: readonly number[];
  /** Merged cells: A1:F1. */
  readonly merges?: readonly string[];
}

/** The library leaves the times of the zip entries and of the document empty: no clock is read. */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const book: WorkBook = utils.book_new();
  for (const { name, rows, widths = [], merges = [] } of sheets) {
    const sheet = utils.aoa_to_sheet(rows);
    if (widths.length > 0) sheet['!cols'] = widths.map((wch) => ({ wch }));
    if (merges.length > 0) sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  const bytes = write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
  return new Uint8Array(bytes);
}

/** Rows as the CSV that Excel writes: CRLF, and in Chinese offices GB18030. */
export function csvFile(
  rows: readonly (readonly Cell[])[],
  encoding: 'gb18030' | 'utf8',
): Uint8Array {
  const lines = rows.map((row) => `${row.map((cell) => cell ?? '').join(',')}\r\n`).join('');
  return iconv.encode(lines, encoding, { addBOM: encoding === 'utf8' });
}
