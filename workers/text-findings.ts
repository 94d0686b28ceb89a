import { finding, type Finding } from '../src/model/finding';
import { columnLetter, type SourceSheet } from '../src/model/source';
import { id, join, lit, sql } from '../src/sql/sql';
import type { Connection } from './database';
import type { Place } from './readers/records';
import type { StagedText } from './readers/read';
import { decodeRows, type EngineRow } from './rows';
import { cellNames } from './sheet-cells';

/** What the pass over a text's bytes noticed, with the cells as they were stored. */
export async function textFindings(
  connection: Connection,
  { records, replaced, encoding }: StagedText,
  { id: sheet, file, width }: SourceSheet,
): Promise<Finding[]> {
  const repaired = records.repaired.filter(({ kind }) => kind !== 'quote');
  const lost = replaced ? records.replaced : [];
  const places = [...lost, ...records.brokenQuotes, ...repaired];
  if (places.length === 0) return [];
  const numbers = [...new Set(places.map(({ record }) => lit(record)))];
  const rows = decodeRows(
    await connection.run(
      sql`SELECT * FROM ${id('raw', sheet)} WHERE source_row IN (${join(numbers)})`.text,
    ),
  );
  const byNumber = new Map(rows.map((row) => [Number(row['source_row']), row]));
  const at = ({ record, field }: Place) => {
    const value = (byNumber.get(record)?.[`c${field}`] as string | null | undefined) ?? null;
    return { file, sheet: null, row: record, column: columnLetter(field), value };
  };
  return [
    ...lost.map((place) => finding('bytes_replaced', { ...at(place), about: encoding })),
    ...records.brokenQuotes.map((place) => finding('quote_broken', at(place))),
    ...repaired.map((place) => {
      const value = inOneLine(byNumber.get(place.record), width);
      return finding('row_repaired', { ...at(place), value, about: place.kind });
    }),
  ];
}

/** The cells of a row, for a reader to compare with the file. */
function inOneLine(row: EngineRow | undefined, width: number): string {
  return cellNames(width)
    .map((cell) => (row?.[cell] as string | null | undefined) ?? '')
    .join(' | ');
}
