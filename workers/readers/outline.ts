import { lineClose, lineEnd, readRecord, type Dialect } from './tokenize';

/** How the quotes of a record stand. */
export const Quotes = {
  Sound: 0,
  /** One stands behind the first character of a field that doesn't begin with one. */
  Inner: 1,
  /** One is never closed, or text follows one that is. */
  Broken: 2,
} as const;

/** Where a record begins, how many fields it has (0 where it is blank) and how its quotes stand. */
export interface OutlinedRecord {
  readonly start: number;
  readonly width: number;
  readonly quotes: number;
}

/**
 * Looks over all records from a position on. One with a broken quote is a line, so that the quote swallows none of those
 * below.
 */
export function outline(
  text: string,
  dialect: Dialect,
  from = 0,
  to = text.length,
): OutlinedRecord[] {
  const records: OutlinedRecord[] = [];
  for (let at = from; at < to;) {
    const close = lineClose(text, at);
    if (close === at) {
      records.push({ start: at, width: 0, quotes: Quotes.Sound });
      at = lineEnd(text, close);
      continue;
    }
    const record = readRecord(text, at, dialect);
    const isWhole = !record.broken || record.close <= close;
    const { cells, end } = isWhole ? record : readLine(text, at, dialect);
    const inner = record.inner ? Quotes.Inner : Quotes.Sound;
    records.push({
      start: at,
      width: cells.length,
      quotes: record.broken ? Quotes.Broken : inner,
    });
    at = end;
  }
  return records;
}

/** Reads a line as a record of its own, whatever quotes it leaves open. */
export function readLine(
  text: string,
  start: number,
  dialect: Dialect,
): { cells: readonly string[]; close: number; end: number } {
  const close = lineClose(text, start);
  const { cells } = readRecord(text.slice(start, close), 0, dialect);
  return { cells, close, end: lineEnd(text, close) };
}

const neighbours = 20;

/** The width that most of the filled records around one have; null where they don't agree. */
export function widthAround(records: readonly OutlinedRecord[], index: number): number | null {
  const counts = new Map<number, number>();
  let seen = 0;
  for (const step of [-1, 1]) {
    let taken = 0;
    for (let at = index + step; at >= 0 && at < records.length && taken < neighbours; at += step) {
      const width = records[at]?.width ?? 0;
      if (width === 0) continue;
      counts.set(width, (counts.get(width) ?? 0) + 1);
      taken += 1;
    }
    seen += taken;
  }
  const [width, count] = [...counts].reduce(
    (most, next) => (next[1] > most[1] ? next : most),
    [0, 0],
  );
  return count >= 2 && count >= seen * 0.75 ? width : null;
}
