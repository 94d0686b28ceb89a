import type { Sheet, SheetCell } from '../../model/sheet';
import { headings, inPieces } from './cells';

/** The rows as a list of objects, one a line; a value that is missing is null. */
export async function jsonOf(sheet: Sheet): Promise<Blob> {
  const names = headings(sheet).map((name) => JSON.stringify(name));
  const line = (cells: readonly SheetCell[]) =>
    `{${names.map((name, index) => `${name}:${JSON.stringify(cells[index] ?? null)}`).join(',')}}`;
  const parts: string[] = ['['];
  await inPieces(
    sheet.rows,
    (cells, index) => `${index > 0 ? ',' : ''}\n${line(cells)}`,
    (text) => parts.push(text),
  );
  parts.push('\n]\n');
  return new Blob(parts, { type: 'application/json' });
}
