import { joinedBytes } from '../joined-bytes';
import { Gb18030Transcoder } from './gb18030';
import { isUtf8, legacyEncodings, unmarkedUtf16, type Encoding } from './encoding';

/** A text file as UTF-8 without a byte order mark. */
export interface PlainText {
  readonly utf8: Blob;
  /** Label of the encoding that it was read in. */
  readonly encoding: Encoding;
  /** Some bytes could not be read and stand as U+FFFD. */
  readonly replaced: boolean;
  /** What else the bytes may be, with the first lines that differ: to be asked. Empty where there is no doubt. */
  readonly alternatives: readonly Alternative[];
}

/** A few lines of the file as they read in an encoding. */
export interface Alternative {
  readonly encoding: Encoding;
  readonly preview: readonly string[];
}

/** Called with the number of bytes read. */
export type Advance = (bytes: number) => void;

/** How a text begins: what its mark says, and how many bytes the mark takes. */
export interface Mark {
  readonly encoding: Encoding;
  readonly length: number;
}

/** The encoding that a byte order mark names, or the zeros of UTF-16; null where neither is there. */
export async function markOf(content: Blob): Promise<Mark | null> {
  const head = new Uint8Array(await content.slice(0, 64 * 1024).arrayBuffer());
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'UTF-16LE', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'UTF-16BE', length: 2 };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'UTF-8 BOM', length: 3 };
  const encoding = unmarkedUtf16(head);
  return encoding && { encoding, length: 0 };
}

/** A text as its bytes are, without the mark for its encoding. */
export interface EncodedText {
  readonly body: Blob;
  readonly encoding: Encoding;
  /** Every byte was seen to be UTF-8. */
  readonly isUtf8: boolean;
  readonly alternatives: readonly Alternative[];
}

/** A text in an encoding that the user has named. Bytes that don't read are marked by U+FFFD. */
export async function readAs(
  content: Blob,
  encoding: Encoding,
  advance: Advance,
): Promise<PlainText> {
  return decodedWhole(await namedEncoding(content, encoding), advance);
}

/** A text in the encoding that it seems to be in. Bytes that don't read are marked by U+FFFD. */
export async function toUtf8(content: Blob, advance: Advance): Promise<PlainText> {
  return decodedWhole(await findEncoding(content, advance), advance);
}

export async function namedEncoding(content: Blob, encoding: Encoding): Promise<EncodedText> {
  const mark = await markOf(content);
  const body = content.slice(mark?.length ?? 0);
  return { body, encoding, isUtf8: false, alternatives: [] };
}

/**
 * Finds out how a text is encoded: by its byte order mark, the zeros of UTF-16, as UTF-8 where all or most bytes agree,
 * else by the characters that its bytes would be.
 */
export async function findEncoding(content: Blob, advance: Advance): Promise<EncodedText> {
  const mark = await markOf(content);
  const body = content.slice(mark?.length ?? 0);
  const encoding = mark?.encoding ?? 'UTF-8';
  const known = { body, encoding, isUtf8: false, alternatives: [] };
  if (encoding !== 'UTF-8' && encoding !== 'UTF-8 BOM') return known;
  const strange = await firstStrange(body, advance);
  if (strange === null) return { ...known, isUtf8: true };
  if (mark) return known;
  const sample = await evidence(body, strange);
  const encodings = legacyEncodings(sample);
  const alternatives = encodings.length > 1 ? previews(sample, encodings) : [];
  return { ...known, encoding: encodings[0] ?? 'UTF-8', alternatives };
}

/** Bytes to tell the encoding by: where the first strange ones are, and from further on. */
async function evidence(body: Blob, strange: number): Promise<Uint8Array> {
  const size = 512 * 1024;
  const starts = [0, strange, (strange + body.size) / 2, body.size - size].map(Math.floor);
  const parts: Blob[] = [];
  let end = 0;
  for (const start of starts) {
    const from = Math.max(start, end);
    parts.push(body.slice(from, start + size));
    end = Math.max(end, start + size);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Where the first piece of the text starts that is not UTF-8; null where every byte is. */
async function firstStrange(content: Blob, advance: Advance): Promise<number | null> {
  let start = 0;
  for await (const bytes of lineChunks(content, advance)) {
    if (!isUtf8(bytes)) return start;
    start += bytes.length;
  }
  return null;
}

const mostPreviewed = 5;

/** The first lines that come out differently. */
function previews(sample: Uint8Array, encodings: readonly Encoding[]): Alternative[] {
  const texts = encodings.map((encoding) => {
    const decoder = decoderOf(encoding);
    return (decoder.decode(sample) + decoder.end()).split(/\r\n|[\r\n]/);
  });
  const differing = (texts[0] ?? []).flatMap((line, index) =>
    texts.some((lines) => lines[index] !== line) ? [index] : [],
  );
  const shown = differing.slice(0, mostPreviewed);
  return encodings.map((encoding, at) => ({
    encoding,
    preview: shown.map((index) => texts[at]?.[index] ?? ''),
  }));
}

/** Decodes a text piece by piece. */
export interface Decoder {
  decode: (bytes: Uint8Array) => string;
  end: () => string;
}

export function decoderOf(encoding: Encoding): Decoder {
  if (encoding === 'UTF-8 + GB18030') return new LineDecoder();
  const decoder = new TextDecoder(encoding === 'UTF-8 BOM' ? 'utf-8' : encoding);
  return {
    decode: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/** Decodes each line as UTF-8 where it is that, else as GB18030. */
class LineDecoder implements Decoder {
  #rest = new Uint8Array();

  decode(bytes: Uint8Array): string {
    const all = joinedBytes([this.#rest, bytes]);
    const cut = all.lastIndexOf(0x0a) + 1;
    this.#rest = all.slice(cut);
    return lines(all.subarray(0, cut));
  }

  end(): string {
    return lines(this.#rest);
  }
}

function lines(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const legacy = new TextDecoder('gb18030');
  const parts: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    parts.push(isUtf8(line) ? new TextDecoder().decode(line) : legacy.decode(line));
    start = end;
  }
  return parts.join('');
}

/** A text decoded as a whole. */
export async function decodedWhole(text: EncodedText, advance: Advance): Promise<PlainText> {
  const { body, encoding, isUtf8, alternatives } = text;
  if (isUtf8) return { utf8: body, encoding, replaced: false, alternatives };
  const decoding = new Decoding(text, advance);
  const pieces = decoding.pieces();
  let isDone: boolean | undefined = false;
  while (!isDone) isDone = (await pieces.next()).done;
  return decoding.text;
}

/** Writes a text in another encoding as UTF-8, piece by piece. */
interface Transcoder {
  /** Some bytes could not be read and stand as U+FFFD. */
  readonly replaced: boolean;
  /** @returns what can be written so far; it holds until the next call */
  utf8: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;
  end: () => Uint8Array<ArrayBuffer>;
}

/** By way of the platform's decoder. */
class DecodingTranscoder implements Transcoder {
  replaced = false;
  readonly #decoder: Decoder;
  readonly #encoder = new TextEncoder();

  constructor(encoding: Encoding) {
    this.#decoder = decoderOf(encoding);
  }

  utf8(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return this.#encode(this.#decoder.decode(bytes));
  }

  end(): Uint8Array<ArrayBuffer> {
    return this.#encode(this.#decoder.end());
  }

  #encode(text: string): Uint8Array<ArrayBuffer> {
    this.replaced ||= text.includes('\ufffd');
    return this.#encoder.encode(text);
  }
}

/** Decodes a text piece by piece and keeps the pieces, so that it can be read again as a whole. */
export class Decoding {
  readonly #source: EncodedText;
  readonly #transcoder: Transcoder;
  readonly #advance: Advance;
  readonly #parts: Blob[] = [];

  constructor(source: EncodedText, advance: Advance) {
    const { encoding } = source;
    this.#source = source;
    this.#transcoder =
      encoding === 'GB18030' ? new Gb18030Transcoder() : new DecodingTranscoder(encoding);
    this.#advance = advance;
  }

  /** The text in UTF-8, cut between characters; each piece holds until the next is asked for. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunksOf(this.#source.body)) {
      yield this.#keep(this.#transcoder.utf8(chunk));
      this.#advance(chunk.length);
    }
    yield this.#keep(this.#transcoder.end());
  }

  /** What was decoded so far. */
  get text(): PlainText {
    const { encoding, alternatives } = this.#source;
    const { replaced } = this.#transcoder;
    return { utf8: new Blob(this.#parts), encoding, replaced, alternatives };
  }

  #keep(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
    // each part becomes a Blob at once, so that a browser may keep it outside the heap
    this.#parts.push(new Blob([bytes]));
    return bytes;
  }
}

const chunkSize = 4 * 1024 * 1024;

/** The bytes of a text, piece by piece, cut behind the last LF of each, or at least between two characters. */
export async function* lineChunks(
  content: Blob,
  advance: Advance,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < content.size;) {
    const end = start + chunkSize;
    const bytes = new Uint8Array(await content.slice(start, end).arrayBuffer());
    const cut = end < content.size ? cutBehindLine(bytes) : bytes.length;
    yield bytes.subarray(0, cut);
    advance(cut);
    start += cut;
  }
}

/** Behind the last LF, else before a character that the end of the piece may have cut in two. */
function cutBehindLine(bytes: Uint8Array): number {
  const line = bytes.lastIndexOf(0x0a) + 1;
  if (line > 0) return line;
  let cut = bytes.length;
  while (cut > bytes.length - 4 && ((bytes[cut - 1] ?? 0) & 0xc0) === 0x80) cut -= 1;
  return (bytes[cut - 1] ?? 0) >= 0xc0 ? cut - 1 : bytes.length;
}

/** The bytes of a Blob, piece by piece. */
export async function* chunksOf(content: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < content.size; start += chunkSize) {
    yield new Uint8Array(await content.slice(start, start + chunkSize).arrayBuffer());
  }
}
