import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Sheet, SheetCell, SheetKind } from '../../model/sheet';
import { cellText, headings } from './cells';

/** The rows as Parquet: text, or numbers of 64 bits; title and notes stand among the file's own words. */
export function parquetOf(sheet: Sheet): Blob {
  const names = headings(sheet);
  const columnData = sheet.columns.map(({ kind }, index) => ({
    name: names[index] ?? '',
    ...typed(
      sheet.rows.map((row) => row[index] ?? null),
      kind,
    ),
    nullable: true,
  }));
  const kvMetadata = [
    { key: 'title', value: sheet.title },
    { key: 'notes', value: sheet.notes.join('\n') },
  ];
  return new Blob([parquetWriteBuffer({ columnData, kvMetadata })], {
    type: 'application/vnd.apache.parquet',
  });
}

function typed(cells: readonly SheetCell[], kind: SheetKind) {
  // a word among numbers makes the column one of words: nothing is lost
  if (kind === 'text' || cells.some((cell) => typeof cell === 'string'))
    return {
      type: 'STRING' as const,
      data: cells.map((cell) => (cell === null ? null : cellText(cell))),
    };
  const numbers = cells.map((cell) => (Number.isFinite(cell) ? (cell as number) : null));
  if (kind === 'integer' && numbers.every((one) => one === null || Number.isSafeInteger(one)))
    return {
      type: 'INT64' as const,
      data: numbers.map((one) => (one === null ? null : BigInt(one))),
    };
  return { type: 'DOUBLE' as const, data: numbers };
}
