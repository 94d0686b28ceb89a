/** Up to this many bytes a text is looked at whole. */
const whole = 256 * 1024;
const pieces = 16;
const pieceSize = 16 * 1024;

/** Pieces of a text from its start, its end and evenly between, each of whole lines. */
export async function samplePieces(utf8: Blob): Promise<string[]> {
  if (utf8.size <= whole) return [await utf8.text()];
  const step = (utf8.size - pieceSize) / (pieces - 1);
  const found: string[] = [];
  for (let index = 0; index < pieces; index += 1) {
    const start = Math.floor(index * step);
    const text = await utf8.slice(start, start + pieceSize).text();
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
