/*
 * The libraries for messages give away neither the addresses of the parts nor parts that a lost end leaves open, and a
 * workbook saved as one web page needs both.
 */

/** A part of a message. */
export interface MimePart {
  /** Its address among the parts; '' where it has none. */
  readonly location: string;
  /** Its kind without parameters, in lower case. */
  readonly type: string;
  readonly charset: string | undefined;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Head {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** The parts of a message, those of parts within parts too; a message of one part is that part. */
export function mimeParts(message: Uint8Array): readonly MimePart[] {
  // one character for each byte, so that the texts of the parts can be told apart without knowing their encodings
  let text = '';
  for (let at = 0; at < message.length; at += 32_768)
    text += String.fromCharCode(...message.subarray(at, at + 32_768));
  return partsOf(text, 0);
}

function partsOf(text: string, depth: number): MimePart[] {
  const { headers, body } = headOf(text);
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = parameter(type, 'boundary');
  if (/^\s*multipart\//i.test(type) && boundary !== undefined && depth < 5)
    return split(body, boundary).flatMap((part) => partsOf(part, depth + 1));
  return [
    {
      location: headers.get('content-location') ?? '',
      type: (type.split(';')[0] ?? '').trim().toLowerCase(),
      charset: parameter(type, 'charset'),
      bytes: decoded(body, headers.get('content-transfer-encoding') ?? ''),
    },
  ];
}

/** Headers by name in lower case; lines that begin with a blank go on from the line before. */
function headOf(text: string): Head {
  const start = /^(?:\r?\n)+/.exec(text)?.[0].length ?? 0;
  const blank = /\r?\n\r?\n/.exec(text.slice(start));
  const end = blank ? start + blank.index : text.length;
  const lines = text
    .slice(start, end)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: blank ? text.slice(end + blank[0].length) : '' };
}

function parameter(header: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2];
}

/** The last part may lack its end. */
function split(body: string, boundary: string): string[] {
  const pieces = `\n${body}`.split(`\n--${boundary}`);
  const parts: string[] = [];
  for (const piece of pieces.slice(1)) {
    if (piece.startsWith('--')) break;
    const lineEnd = piece.indexOf('\n');
    if (lineEnd >= 0) parts.push(piece.slice(lineEnd + 1));
  }
  return parts;
}

function decoded(body: string, encoding: string): Uint8Array<ArrayBuffer> {
  const kind = encoding.trim().toLowerCase();
  if (kind === 'base64') return bytesOf(base64(body));
  return bytesOf(kind === 'quoted-printable' ? quotedPrintable(body) : body);
}

function base64(body: string): string {
  const clean = body.replaceAll(/[^A-Za-z0-9+/]/g, '');
  return atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0)));
}

function quotedPrintable(body: string): string {
  return body
    .replaceAll(/[ \t]+(?=\r?\n)/g, '')
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
