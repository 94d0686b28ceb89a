import type { Sheet, SheetCell } from '../../model/sheet';
import { headings, inPieces, plainCell } from './cells';
import { gb18030 } from './gb18030';

export type Delimited = 'csv' | 'csv-gb18030';

/** A header and the rows as CSV. UTF-8 opens with its mark, without which a spreadsheet takes it for something else. */
export async function csvOf(sheet: Sheet, encoding: Delimited): Promise<Blob> {
  const wide = encoding === 'csv-gb18030';
  const parts: BlobPart[] = wide ? [] : ['\ufeff'];
  const line = (cells: readonly SheetCell[]) => `${cells.map(csvCell).join(',')}\r\n`;
  await inPieces([headings(sheet), ...sheet.rows], line, (text) =>
    parts.push(wide ? gb18030(text) : text),
  );
  return new Blob(parts, { type: `text/csv;charset=${wide ? 'gb18030' : 'utf-8'}` });
}

function csvCell(cell: SheetCell): string {
  const text = plainCell(cell);
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A header and the rows as a spreadsheet takes them from the clipboard; a cell is one line there. */
export function tsvOf(sheet: Sheet): string {
  return [headings(sheet), ...sheet.rows]
    .map((cells) => cells.map((cell) => plainCell(cell).replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\r\n');
}
