import type { Sheet, SheetCell } from '../../model/sheet';
import { blocksOf, headings, plainCell } from './cells';
import { gb18030 } from './gb18030';

export type Delimited = 'csv' | 'csv-gb18030';

/** A header and the rows as CSV. UTF-8 opens with its mark, without which a spreadsheet takes it for something else. */
export async function csvOf(sheet: Sheet, encoding: Delimited): Promise<Blob> {
  const wide = encoding === 'csv-gb18030';
  const parts: BlobPart[] = wide ? [] : ['\ufeff'];
  const add = (rows: readonly (readonly SheetCell[])[]) => {
    const text = rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
    parts.push(wide ? gb18030(text) : text);
  };
  add([headings(sheet)]);
  for await (const rows of blocksOf(sheet.rows)) add(rows);
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
