import { id, join, lit, sql, type Sql } from '../src/sql/sql';
import type { Connection, DatabaseHandle } from './database';
import { inFolder } from './lock';
import type { StagedText } from './readers/read';
import { cellNames } from './sheet-cells';

/** A text in UTF-8 as the engine is to read it. */
export interface ReadableText {
  readonly utf8: Blob;
  readonly delimiter: string;
  readonly width: number;
  /** Numbers of the blank records, in order. */
  readonly blank: readonly number[];
  /** Bytes of the longest record. */
  readonly longest: number;
}

export function asText({ utf8, delimiter, records }: StagedText): ReadableText {
  return { utf8, delimiter, width: records.width, blank: records.blank, longest: records.longest };
}

/** Bytes of a record that the engine is ready for at least; its buffers are many times as large. */
const longLine = 1024 * 1024;

/** Reads the records of a text as `raw.<sheetId>`: the number of each and its cells, records without a filled cell left out. */
export async function storeText(
  handle: DatabaseHandle,
  connection: Connection,
  sheetId: string,
  text: ReadableText,
  signal: AbortSignal,
): Promise<void> {
  // a fixed length: the file table of the module mixes up names of which one begins another
  const name = `${inFolder}${sheetId.padStart(12, '0')}`;
  await handle.registerFile(name, text.utf8);
  try {
    const cells = join(cellNames(text.width).map((cell) => id(cell)));
    await connection.run(
      sql`
        CREATE TABLE ${id('raw', sheetId)} AS
        SELECT * FROM ${textRows(name, text)} WHERE coalesce(${cells}) IS NOT NULL`.text,
      signal,
    );
  } finally {
    await handle.bindings.dropFile(name);
  }
}

/** The records of a text as rows with `source_row`. The reader passes over blank records, so later ones are counted on. */
function textRows(name: string, { delimiter, width, blank, longest }: ReadableText): Sql {
  const columns = join(
    cellNames(width).map((cell) => sql`${lit(cell)}: 'VARCHAR'`),
    ', ',
  );
  const read = sql`
    SELECT CAST(row_number() OVER () AS INTEGER) AS source_row, *
    FROM read_csv(
      ${lit(name)},
      auto_detect = false, header = false, columns = {${columns}},
      delim = ${lit(delimiter)}, quote = '"', escape = '"',
      null_padding = true, strict_mode = false, parallel = false,
      max_line_size = ${lit(Math.max(longLine, longest + 2))}
    )`;
  if (width === 1 || blank.length === 0) return sql`(${read})`;
  const shifts = blankShifts(blank).map(({ after, shift }) => sql`(${lit(after)}, ${lit(shift)})`);
  return sql`(
    SELECT r.source_row + coalesce(b.shift, 0) AS source_row, r.* EXCLUDE (source_row)
    FROM (${read}) AS r
    ASOF LEFT JOIN (VALUES ${join(shifts)}) AS b(after, shift) ON r.source_row > b.after
    ORDER BY r.source_row
  )`;
}

/** After how many filled records the count of blank ones before them becomes which. */
function blankShifts(blank: readonly number[]): { after: number; shift: number }[] {
  const shifts = new Map<number, number>();
  blank.forEach((record, index) => shifts.set(record - 1 - index, index + 1));
  return [...shifts].map(([after, shift]) => ({ after, shift }));
}
