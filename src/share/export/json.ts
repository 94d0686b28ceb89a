import type { Sheet, SheetCell } from '../../model/sheet';
import { blocksOf, headings } from './cells';

/** The rows as a list of objects, one a line; a value that is missing is null. */
export async function jsonOf(sheet: Sheet): Promise<Blob> {
  const names = headings(sheet).map((name) => JSON.stringify(name));
  const line = (cells: readonly SheetCell[]) =>
    `{${names.map((name, index) => `${name}:${JSON.stringify(cells[index] ?? null)}`).join(',')}}`;
  const parts: string[] = [];
  for await (const rows of blocksOf(sheet.rows)) parts.push(rows.map(line).join(',\n'));
  return new Blob(['[\n', parts.join(',\n'), '\n]\n'], { type: 'application/json' });
}
