import { utils, write } from '@e965/xlsx';

/** The bytes of an XLSX file with these sheets. */
export function workbook(sheets: Record<string, (string | number | null)[][]>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  }
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}
