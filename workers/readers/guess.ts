import { findDialect } from './dialect';
import { outline, Quotes } from './outline';
import { isUtf8 } from './encoding';

/** What the start of a plain text tells: enough to let the engine begin. */
export interface Guess {
  readonly delimiter: string;
  /** Fields of every record that was looked at. */
  readonly width: number;
  readonly bom: boolean;
}

/** Bytes that are looked at. */
const size = 256 * 1024;

/**
 * Guesses how a text is to be read from its start alone. The rest may turn out to be different, so what is read by the
 * guess must be checked against the pass over the whole text.
 * @returns null unless everything is plain: UTF-8, one of four delimiters, quotes in place, one width
 */
export async function guessText(head: Blob): Promise<Guess | null> {
  const bytes = new Uint8Array(await head.slice(0, size).arrayBuffer());
  const cut = head.size > size ? bytes.lastIndexOf(0x0a) + 1 : bytes.length;
  const lines = bytes.subarray(0, cut);
  if (lines.length === 0 || lines.includes(0) || !isUtf8(lines)) return null;
  const bom = lines[0] === 0xef && lines[1] === 0xbb && lines[2] === 0xbf;
  const text = new TextDecoder().decode(lines);
  const { delimiter, quote, escape } = findDialect([text]);
  const isPlain = /^[,\t;|]$/.test(delimiter) && quote === '"' && escape === 'doubled';
  if (!isPlain) return null;
  const records = outline(text, { delimiter, quote, escape });
  const filled = new Set(records.flatMap((record) => (record.width > 0 ? [record.width] : [])));
  const isSound = records.every(({ quotes }) => quotes === Quotes.Sound);
  const [width = 0] = filled;
  return isSound && filled.size === 1 && width > 1 ? { delimiter, width, bom } : null;
}
