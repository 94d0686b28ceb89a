import { Fault, type ErrorCode } from '../../src/model/answer';
import { unmarkedUtf16 } from './encoding';

export type Container =
  'text' | 'zip' | 'gzip' | 'cfb' | 'biff' | 'xml' | 'html' | 'mht' | 'json' | 'parquet' | 'arrow';

/** First bytes of the kinds of file that are read. */
const known: readonly { readonly magic: string; readonly container: Container }[] = [
  { magic: 'PK\x03\x04', container: 'zip' },
  { magic: '\x1f\x8b', container: 'gzip' },
  { magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', container: 'cfb' },
  // workbooks from before compound files
  { magic: '\x09\x00\x04\x00', container: 'biff' },
  { magic: '\x09\x02\x06\x00', container: 'biff' },
  { magic: '\x09\x04\x06\x00', container: 'biff' },
  { magic: '\x09\x08\x08\x00', container: 'biff' },
  { magic: '\x09\x08\x10\x00', container: 'biff' },
  { magic: 'PAR1', container: 'parquet' },
  { magic: 'ARROW1', container: 'arrow' },
  { magic: '\xff\xff\xff\xff', container: 'arrow' },
];

/** First bytes of kinds of file that hold no table, or none that can be read. */
const strangers: readonly { readonly magic: string; readonly code: ErrorCode }[] = [
  { magic: 'PK\x05\x06', code: 'file_empty' },
  { magic: 'PARE', code: 'file_encrypted' },
  { magic: '\x89PNG', code: 'file_picture' },
  { magic: '\xff\xd8\xff', code: 'file_picture' },
  { magic: 'GIF8', code: 'file_picture' },
  { magic: 'BM', code: 'file_picture' },
  { magic: '%PDF', code: 'file_pdf' },
  { magic: 'Rar!', code: 'file_unknown' },
  { magic: '7z\xbc\xaf', code: 'file_unknown' },
  { magic: 'BZh', code: 'file_unknown' },
  { magic: '\xfd7zXZ', code: 'file_unknown' },
  { magic: '\x00\x05\x16\x07', code: 'file_resource_fork' },
];

/** Magic of nothing but letters may begin a text as well. */
const worded = ['BM', 'BZh', 'PAR1', 'PARE', 'GIF8'];

/** Bytes by which a file is known. */
const headBytes = 16 * 1024;

/**
 * What a file is, by its content and never by its name.
 * @throws Fault where it cannot hold a table
 */
export async function detect(content: Blob, name: string): Promise<Container> {
  if (content.size === 0) throw new Fault('file_empty');
  if (/(^|\/)~\$/.test(name)) throw new Fault('file_lock');
  const head = new Uint8Array(await content.slice(0, headBytes).arrayBuffer());
  const text = headText(head);
  const starts = ({ magic }: { readonly magic: string }) =>
    [...magic].every((byte, index) => head[index] === byte.charCodeAt(0)) &&
    !(worded.includes(magic) && text !== null);
  const kind = known.find(starts);
  if (kind) return kind.container;
  const stranger = strangers.find(starts);
  if (stranger) throw new Fault(stranger.code);
  if (text === null) throw new Fault('file_unknown');
  return textKind(text);
}

/** The head as text, as far as it is ASCII; null where it is none: text holds no control bytes but white space. */
function headText(head: Uint8Array): string | null {
  const marked = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : null;
  const wide = marked ?? (head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : unmarkedUtf16(head));
  const text = new TextDecoder(wide ?? 'latin1').decode(head);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\x00-\x08\x0e-\x19\x1b-\x1f]/.test(text) && !marked ? null : text;
}

function textKind(head: string): Container {
  const text = head.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '').trimStart();
  if (text.startsWith('<')) return markupKind(text);
  if (isMime(text)) return 'mht';
  return isJson(text) ? 'json' : 'text';
}

function markupKind(text: string): Container {
  if (/<(?:\w+:)?Workbook\b/.test(text) && /office:spreadsheet/i.test(text)) return 'xml';
  if (/<office:document\b/.test(text)) return 'xml';
  if (/<(?:!doctype\s+html|html|head|body|meta|table|tr|div|style|center|font|p)\b/i.test(text))
    return 'html';
  // a text whose first cell begins with the sign
  if (!/^<[!?/a-z]/i.test(text)) return 'text';
  throw new Fault('file_markup');
}

/** A web page in one file is a message with headers. */
function isMime(text: string): boolean {
  for (const line of text.split(/\r?\n/)) {
    if (/^MIME-Version\s*:/i.test(line)) return true;
    if (!/^(?:[A-Za-z][\w-]*\s*:|[ \t]+\S)/.test(line)) return false;
  }
  return false;
}

/** Brackets may begin a cell of a text, so they must go on as JSON does. */
function isJson(text: string): boolean {
  return (
    /^\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\}|$)/.test(text) ||
    /^\[\s*(?:\{\s*(?:["}]|$)|\[|\]\s*(?:$|\n)|$)/.test(text) ||
    /^\[.*\]\s*(?:$|\r?\n\[)/.test(text)
  );
}
