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
 * Finds out how a text is encoded: by its byte order mark, else UTF-8 where every byte agrees, else GB18030.
 * Where neither reads every byte, the one that loses less is taken and what is lost is marked.
 */
export async function toUtf8(content: Blob, advance: Advance): Promise<PlainText> {
  const head = new Uint8Array(await content.slice(0, 3).arrayBuffer());
  if (head[0] === 0xff && head[1] === 0xfe) return recode(content, 'utf-16le', 'UTF-16LE', advance);
  if (head[0] === 0xfe && head[1] === 0xff) return recode(content, 'utf-16be', 'UTF-16BE', advance);
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const body = marked ? content.slice(3) : content;
  if (await decodes(body, 'utf-8', advance)) {
    return { utf8: body, encoding: marked ? 'UTF-8 BOM' : 'UTF-8', replaced: false };
  }
  const chinese = await recode(body, 'gb18030', 'GB18030', advance);
  if (!chinese.replaced) return chinese;
  const unicode = await recode(body, 'utf-8', marked ? 'UTF-8 BOM' : 'UTF-8', advance);
  return unicode.lost < chinese.lost ? unicode : chinese;
}

/** Whether every byte of the text reads under an encoding. */
async function decodes(content: Blob, label: string, advance: Advance): Promise<boolean> {
  const decoder = new TextDecoder(label, { fatal: true });
  try {
    for await (const chunk of chunksOf(content)) {
      decoder.decode(chunk, { stream: true });
      advance(chunk.length);
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

async function recode(
  content: Blob,
  label: string,
  encoding: PlainText['encoding'],
  advance: Advance,
): Promise<PlainText & { readonly lost: number }> {
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  const parts: Blob[] = [];
  let lost = 0;
  const keep = (text: string) => {
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) lost += 1;
    // each part becomes a Blob at once, so that a browser may keep it outside the heap
    parts.push(new Blob([encoder.encode(text)]));
  };
  for await (const chunk of chunksOf(content)) {
    keep(decoder.decode(chunk, { stream: true }));
    advance(chunk.length);
  }
  keep(decoder.decode());
  return { utf8: new Blob(parts), encoding, replaced: lost > 0, lost };
}

/** The bytes of a Blob, piece by piece. */
export async function* chunksOf(content: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const size = 4 * 1024 * 1024;
  for (let start = 0; start < content.size; start += size) {
    yield new Uint8Array(await content.slice(start, start + size).arrayBuffer());
  }
}
