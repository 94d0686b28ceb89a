import { quoted, readRecord, type Dialect } from './tokenize';
import { lineChunks } from './text';

/** Writes a text of any size in another dialect: double quotes, doubled within, where a field needs them. */
export async function rewrite(utf8: Blob, dialect: Dialect, delimiter: string): Promise<Blob> {
  const parts: Blob[] = [];
  let pending = '';
  for await (const bytes of lineChunks(utf8, () => undefined)) {
    pending += new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const { text, rest } = written(pending, dialect, delimiter, false);
    parts.push(new Blob([text]));
    pending = rest;
  }
  return new Blob([...parts, written(pending, dialect, delimiter, true).text]);
}

/** Characters after which a quote that isn't closed is taken for a stray one. */
const longestField = 16 * 1024 * 1024;

/** The records that are there whole, and what is left of the text. */
function written(
  text: string,
  dialect: Dialect,
  delimiter: string,
  last: boolean,
): { text: string; rest: string } {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cells, close, end, open } = readRecord(text, at, dialect);
    // the record, or the CR LF behind it, may go on in the next piece
    const goesOn = end >= text.length || (open && text.length - at < longestField);
    if (!last && goesOn) break;
    const blank = close === at;
    const fields = cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
    lines.push(blank ? '' : fields || '""', text.slice(close, end));
    at = end;
  }
  return { text: lines.join(''), rest: text.slice(at) };
}
