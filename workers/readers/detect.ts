import { Fault, type ErrorCode } from '../../src/model/answer';

export type Container = 'text' | 'zip' | 'cfb';

/** First bytes of kinds of file that hold no table. */
const strangers: readonly { readonly magic: string; readonly code: ErrorCode }[] = [
  { magic: '\x89PNG', code: 'file_picture' },
  { magic: '\xff\xd8\xff', code: 'file_picture' },
  { magic: 'GIF8', code: 'file_picture' },
  { magic: 'BM', code: 'file_picture' },
  { magic: '%PDF', code: 'file_pdf' },
  { magic: '\x1f\x8b', code: 'file_unknown' },
  { magic: 'Rar!', code: 'file_unknown' },
  { magic: '7z\xbc\xaf', code: 'file_unknown' },
  { magic: 'PAR1', code: 'file_unknown' },
  { magic: 'ARROW1', code: 'file_unknown' },
  { magic: '<', code: 'file_markup' },
  { magic: '\xef\xbb\xbf<', code: 'file_markup' },
  { magic: '\x00\x05\x16\x07', code: 'file_resource_fork' },
];

/**
 * What a file is, by its content and never by its name.
 * @throws Fault where it cannot hold a table
 */
export async function detect(content: Blob, name: string): Promise<Container> {
  if (content.size === 0) throw new Fault('file_empty');
  if (/(^|\/)~\$/.test(name)) throw new Fault('file_lock');
  const head = new Uint8Array(await content.slice(0, 4096).arrayBuffer());
  const starts = (magic: string) =>
    [...magic].every((byte, index) => head[index] === byte.charCodeAt(0));
  if (starts('PK\x03\x04')) return 'zip';
  if (starts('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'cfb';
  const stranger = strangers.find(
    ({ magic }) => starts(magic) && !(magic === 'BM' && looksLikeText(head)),
  );
  if (stranger) throw new Fault(stranger.code);
  if (!looksLikeText(head)) throw new Fault('file_unknown');
  if (/^MIME-Version:/i.test(new TextDecoder('latin1').decode(head)))
    throw new Fault('file_markup');
  return 'text';
}

/** Text holds no control bytes but white space; UTF-16 is known by its mark. */
function looksLikeText(head: Uint8Array): boolean {
  const mark = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return (
    mark || head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a)
  );
}
