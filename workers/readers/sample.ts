import type { Decoder } from './text';

/** Up to this many bytes a text is looked at whole. */
const whole = 256 * 1024;
const pieces = 16;
const pieceSize = 16 * 1024;

/**
 * Pieces of a text from its start, its end and evenly between, each of whole lines.
 * @param decoderOf makes a decoder for a piece
 */
export async function samplePieces(body: Blob, decoderOf: () => Decoder): Promise<string[]> {
  const textOf = async (part: Blob) => {
    const decoder = decoderOf();
    return decoder.decode(new Uint8Array(await part.arrayBuffer())) + decoder.end();
  };
  if (body.size <= whole) return [await textOf(body)];
  const step = (body.size - pieceSize) / (pieces - 1);
  const found: string[] = [];
  for (let index = 0; index < pieces; index += 1) {
    // characters of UTF-16 start at even bytes; others are found again behind the next line end
    const start = 2 * Math.floor((index * step) / 2);
    const text = await textOf(body.slice(start, start + pieceSize));
    const piece = wholeLines(text, index > 0, index < pieces - 1);
    if (piece !== '') found.push(piece);
  }
  return found;
}

/** A piece without what is cut off of a line at its start and end. */
function wholeLines(text: string, cutStart: boolean, cutEnd: boolean): string {
  const from = cutStart ? text.search(/[\r\n]/) + 1 : 0;
  const to = cutEnd ? Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1 : text.length;
  return text.slice(from, Math.max(from, to));
}
