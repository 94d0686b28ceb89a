import { Fault } from '../../src/model/answer';
import { findDialect } from './dialect';
import { samplePieces } from './sample';
import { scanRecords, type Records, type Repair } from './records';
import { repair } from './repair';
import { rewrite } from './rewrite';
import { lineChunks, markOf, readAs, toUtf8, type Advance, type PlainText } from './text';
import type { Encoding } from './encoding';
import type { Dialect } from './tokenize';
import { NotUtf8 } from './utf8';

/** A delimited text, ready to be read by the engine in one pass. */
export interface DelimitedText extends PlainText {
  /** The delimiter of `utf8`, which the engine reads: one character, with double quotes that are doubled within. */
  readonly delimiter: string;
  /** How the file itself was written. */
  readonly dialect: Dialect;
  readonly records: Records;
}

/**
 * Works out encoding and dialect and looks over every record, so that reading it can lose nothing unnoticed. A text that
 * the engine would not read right is written anew.
 * @param encoding the encoding that the user has named; found out where it is left out
 * @throws Fault where quotes are broken in a text too large to be put right
 */
export async function readDelimited(
  content: Blob,
  advance: Advance,
  encoding?: Encoding,
): Promise<DelimitedText> {
  const plain = encoding === undefined ? await readPlain(content, advance) : null;
  if (plain) return ready(plain);
  const text = encoding ? await readAs(content, encoding, advance) : await toUtf8(content, advance);
  const dialect = findDialect(await samplePieces(text.utf8));
  if (!isPlain(dialect)) return written({ ...text, dialect });
  const { delimiter } = dialect;
  const records = await scanRecords(lineChunks(text.utf8, advance), delimiter);
  return ready({ ...text, dialect, delimiter, records });
}

/** A text in UTF-8 and a plain dialect takes one pass; null where it turns out to be anything else. */
async function readPlain(content: Blob, advance: Advance): Promise<DelimitedText | null> {
  const mark = await markOf(content);
  const encoding = mark?.encoding ?? 'UTF-8';
  if (encoding !== 'UTF-8' && encoding !== 'UTF-8 BOM') return null;
  const utf8 = content.slice(mark?.length ?? 0);
  const pieces = await samplePieces(utf8);
  if (pieces.some((piece) => piece.includes('\ufffd'))) return null;
  const dialect = findDialect(pieces);
  if (!isPlain(dialect)) return null;
  const { delimiter } = dialect;
  try {
    const records = await scanRecords(lineChunks(utf8, advance), delimiter);
    return { utf8, encoding, replaced: false, alternatives: [], dialect, delimiter, records };
  } catch (thrown) {
    if (thrown instanceof NotUtf8) return null;
    throw thrown;
  }
}

/** The text as it is where its records agree, else with those put right that can be. */
async function ready(text: DelimitedText): Promise<DelimitedText> {
  const { records, utf8 } = text;
  const isBroken = records.brokenQuotes.length > 0;
  const isSound = !isBroken && !records.innerQuotes && records.widths.size <= 1;
  if (isSound || (!isBroken && utf8.size > mostRepaired)) return text;
  if (utf8.size > mostRepaired)
    throw new Fault('file_quotes_broken', { row: records.brokenQuotes[0]?.record ?? 0 });
  const { parts, repaired } = repair(await utf8.text(), text.dialect, text.delimiter);
  return parts ? scanned(text, new Blob([...parts]), text.delimiter, repaired) : text;
}

/** Whether the engine reads the dialect as it is. */
function isPlain({ delimiter, quote, escape }: Dialect): boolean {
  return /^[\t!-~]$/.test(delimiter) && quote === '"' && escape === 'doubled';
}

/** A repair needs the whole text at once; one that large is no hand-made file. */
const mostRepaired = 128 * 1024 * 1024;

/** What a text in a strange dialect is written with. */
const canonical = ',';

/** A text in a dialect that the engine doesn't read, written in one that it does. */
async function written(text: PlainText & { dialect: Dialect }): Promise<DelimitedText> {
  if (text.utf8.size <= mostRepaired) {
    const { parts, repaired: places } = repair(await text.utf8.text(), text.dialect, canonical);
    return scanned(text, parts ? new Blob([...parts]) : text.utf8, canonical, places);
  }
  return scanned(text, await rewrite(text.utf8, text.dialect, canonical), canonical, []);
}

const mostPlaces = 500;
const mostBroken = 100;

async function scanned(
  text: PlainText & { dialect: Dialect },
  utf8: Blob,
  delimiter: string,
  repairs: readonly Repair[],
): Promise<DelimitedText> {
  const records = await scanRecords(
    lineChunks(utf8, () => undefined),
    delimiter,
  );
  const quotes = repairs.filter(({ kind }) => kind === 'quote').slice(0, mostBroken);
  return {
    ...text,
    utf8,
    delimiter,
    records: {
      ...records,
      brokenQuotes: quotes.map(({ record, field }) => ({ record, field })),
      repaired: repairs.slice(0, mostPlaces),
      repairedCount: repairs.length,
    },
  };
}
