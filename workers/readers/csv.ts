import { Fault } from '../../src/model/answer';
import { findDialect } from './dialect';
import type { Encoding } from './encoding';
import { scanRecords, type Records, type Repair } from './records';
import { repair } from './repair';
import { rewrite } from './rewrite';
import { samplePieces } from './sample';
import {
  decodedWhole,
  decoderOf,
  Decoding,
  findEncoding,
  lineChunks,
  markOf,
  namedEncoding,
  type Advance,
  type PlainText,
} from './text';
import { TextRows, type Batch, type TakeBatch } from './text-rows';
import type { Dialect } from './tokenize';
import { NotUtf8 } from './utf8';

/** A delimited text, and its rows. */
export interface DelimitedText extends PlainText {
  /** The delimiter of `utf8`: one character, with double quotes that are doubled within. */
  readonly delimiter: string;
  /** How the file itself was written. */
  readonly dialect: Dialect;
  readonly records: Records;
  /** The filled rows, but for those that were taken while the text was read. */
  readonly batches: readonly Batch[];
}

/** A text whose dialect is known. */
interface KnownText extends PlainText {
  readonly dialect: Dialect;
}

/**
 * Works out encoding and dialect, looks over every record and cuts it into its cells. A text that cannot be cut as it
 * stands is written anew before.
 * @param encoding the encoding that the user has named; found out where it is left out
 * @param take takes the rows of a long text while it is read; without it all are in the answer
 * @throws Fault where quotes are broken in a text too large to be put right
 */
export async function readDelimited(
  content: Blob,
  advance: Advance,
  encoding?: Encoding,
  take: TakeBatch | null = null,
): Promise<DelimitedText> {
  const plain = encoding === undefined ? await readPlain(content, advance, take) : null;
  if (plain) return plain;
  const source = encoding
    ? await namedEncoding(content, encoding)
    : await findEncoding(content, advance);
  const dialect = findDialect(await samplePieces(source.body, () => decoderOf(source.encoding)));
  if (!isPlain(dialect))
    return written({ ...(await decodedWhole(source, advance)), dialect }, take);
  const decoding = new Decoding(source, advance);
  const rows = new TextRows(take);
  const records = await scanRecords(decoding.pieces(), dialect.delimiter, rows);
  return ready({ ...decoding.text, dialect }, records, rows, take);
}

/** A text in UTF-8 and a plain dialect takes one pass; null where it turns out to be anything else. */
async function readPlain(
  content: Blob,
  advance: Advance,
  take: TakeBatch | null,
): Promise<DelimitedText | null> {
  const mark = await markOf(content);
  const encoding = mark?.encoding ?? 'UTF-8';
  if (encoding !== 'UTF-8' && encoding !== 'UTF-8 BOM') return null;
  const utf8 = content.slice(mark?.length ?? 0);
  const pieces = await samplePieces(utf8, () => decoderOf(encoding));
  if (pieces.some((piece) => piece.includes('\ufffd'))) return null;
  const dialect = findDialect(pieces);
  if (!isPlain(dialect)) return null;
  const rows = new TextRows(take);
  const text = { utf8, encoding, replaced: false, alternatives: [], dialect };
  try {
    const records = await scanRecords(lineChunks(utf8, advance), dialect.delimiter, rows);
    return await ready(text, records, rows, take);
  } catch (thrown) {
    if (!(thrown instanceof NotUtf8)) throw thrown;
    await rows.discard();
    return null;
  }
}

/** The rows as they were cut where the records agree, else those of a text with what can be put right. */
async function ready(
  text: KnownText,
  records: Records,
  rows: TextRows,
  take: TakeBatch | null,
): Promise<DelimitedText> {
  const { utf8, dialect } = text;
  const { delimiter } = dialect;
  const isBroken = records.brokenQuotes.length > 0;
  const isSound = !isBroken && !records.innerQuotes && records.widths.size <= 1;
  if (isBroken && utf8.size > mostRepaired)
    throw new Fault('file_quotes_broken', { row: records.brokenQuotes[0]?.record ?? 0 });
  if (!isSound && utf8.size <= mostRepaired) {
    const { parts, repaired } = repair(await utf8.text(), dialect, delimiter);
    if (parts) {
      await rows.discard();
      return scanned(text, new Blob([...parts]), delimiter, repaired, take);
    }
  }
  return { ...text, delimiter, records, batches: await rows.end() };
}

/** Whether a text can be cut as it stands. */
function isPlain({ delimiter, quote, escape }: Dialect): boolean {
  return /^[\t!-~]$/.test(delimiter) && quote === '"' && escape === 'doubled';
}

/** A repair needs the whole text at once; one that large is no hand-made file. */
const mostRepaired = 128 * 1024 * 1024;

/** What a text in a strange dialect is written with. */
const canonical = ',';

/** A text in a strange dialect, written in one that can be cut. */
async function written(text: KnownText, take: TakeBatch | null): Promise<DelimitedText> {
  if (text.utf8.size > mostRepaired)
    return scanned(text, await rewrite(text.utf8, text.dialect, canonical), canonical, [], take);
  const { parts, repaired } = repair(await text.utf8.text(), text.dialect, canonical);
  return scanned(text, parts ? new Blob([...parts]) : text.utf8, canonical, repaired, take);
}

const mostPlaces = 500;
const mostBroken = 100;

async function scanned(
  text: KnownText,
  utf8: Blob,
  delimiter: string,
  repairs: readonly Repair[],
  take: TakeBatch | null,
): Promise<DelimitedText> {
  const rows = new TextRows(take);
  const records = await scanRecords(
    lineChunks(utf8, () => undefined),
    delimiter,
    rows,
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
    batches: await rows.end(),
  };
}
