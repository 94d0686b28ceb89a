/** A text file as UTF-8 without a byte order mark. */
export interface PlainText {
  readonly utf8: Blob;
  /** Label of the encoding that it was written in. */
  readonly encoding: 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';
  /** Some bytes could not be read and stand as U+FFFD. */
  readonly replaced: boolean;
}

/** Called with the number of bytes read. */
export type Advance = (bytes: number) => void;

/**
 * Finds out how a text is encoded: by its byte order mark, else UTF-8 where all or most bytes agree, else GB18030.
 * Bytes that don't read are marked by U+FFFD.
 */
export async function toUtf8(content: Blob, advance: Advance): Promise<PlainText> {
  const head = new Uint8Array(await content.slice(0, 3).arrayBuffer());
  if (head[0] === 0xff && head[1] === 0xfe) return recode(content, 'utf-16le', 'UTF-16LE', advance);
  if (head[0] === 0xfe && head[1] === 0xff) return recode(content, 'utf-16be', 'UTF-16BE', advance);
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const body = marked ? content.slice(3) : content;
  const label = marked ? 'UTF-8 BOM' : 'UTF-8';
  const strange = await firstStrange(body, advance);
  if (strange === null) return { utf8: body, encoding: label, replaced: false };
  // GB18030 finds a character in almost any bytes, so a UTF-8 file with a few broken ones must be known by the rest
  if (marked || looksLikeUtf8(strange)) return recode(body, 'utf-8', label, advance);
  return recode(body, 'gb18030', 'GB18030', advance);
}

/** Whether more characters beyond ASCII read as UTF-8 than don't. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let lost = 0;
  for (const character of new TextDecoder().decode(bytes)) {
    if (character === '\ufffd') lost += 1;
    else if (character > '\x7f') good += 1;
  }
  return good > lost;
}

/** The first piece of the text that is not UTF-8; null where every byte is. */
async function firstStrange(content: Blob, advance: Advance): Promise<Uint8Array | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let last = new Uint8Array();
  try {
    for await (const chunk of chunksOf(content)) {
      last = chunk;
      decoder.decode(chunk, { stream: true });
      advance(chunk.length);
    }
    decoder.decode();
    return null;
  } catch {
    return last;
  }
}

async function recode(
  content: Blob,
  label: string,
  encoding: PlainText['encoding'],
  advance: Advance,
): Promise<PlainText> {
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  const parts: Blob[] = [];
  let replaced = false;
  const keep = (text: string) => {
    replaced ||= text.includes('\ufffd');
    // each part becomes a Blob at once, so that a browser may keep it outside the heap
    parts.push(new Blob([encoder.encode(text)]));
  };
  for await (const chunk of chunksOf(content)) {
    keep(decoder.decode(chunk, { stream: true }));
    advance(chunk.length);
  }
  keep(decoder.decode());
  return { utf8: new Blob(parts), encoding, replaced };
}

/** The bytes of a Blob, piece by piece. */
export async function* chunksOf(content: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const size = 4 * 1024 * 1024;
  for (let start = 0; start < content.size; start += size) {
    yield new Uint8Array(await content.slice(start, start + size).arrayBuffer());
  }
}
