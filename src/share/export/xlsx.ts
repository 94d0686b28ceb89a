import { strToU8, Zip, ZipDeflate } from 'fflate';
import { Fault } from '../../model/answer';
import type { Sheet } from '../../model/sheet';
import { inPieces } from './cells';
import { closing, fixedParts, looksOf, opening, rowWriter } from './xlsx-xml';

/** A sheet of a workbook holds no more rows; a few are needed above and below. */
const mostRows = 1_048_000;

/**
 * The rows as a workbook: numbers as numbers, the header in sight while rows are scrolled, notes below.
 * @throws Fault `export_too_long` where a sheet cannot hold the rows
 */
export async function xlsxOf(sheet: Sheet): Promise<Blob> {
  if (sheet.rows.length > mostRows) throw new Fault('export_too_long', { limit: mostRows });
  const chunks: BlobPart[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, text] of Object.entries(fixedParts(sheet.title))) {
    const part = new ZipDeflate(path);
    zip.add(part);
    part.push(strToU8(text), true);
  }
  const part = new ZipDeflate('xl/worksheets/sheet1.xml');
  zip.add(part);
  const looks = await looksOf(sheet);
  const start = opening(sheet, looks);
  const write = rowWriter(looks);
  part.push(strToU8(start.xml));
  await inPieces(
    sheet.rows,
    (cells, index) => write(cells, start.rows + 1 + index),
    (text) => part.push(strToU8(text)),
  );
  part.push(strToU8(closing(sheet, start.rows + sheet.rows.length)), true);
  zip.end();
  return new Blob(chunks, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
