import { deflateSync, Inflate } from 'fflate';
import { Fault } from '../model/answer';
import { crc32, fromBase64Url, toBase64Url } from './bytes';
import { canonicalJson } from './canonical';
import { checkedSpec } from './check';
import { specVersion, type Spec } from './spec';

/*
 * A link is `#s<version>.` and base64url of: four bytes CRC-32 of what follows, then the spec's JSON, deflated. The
 * packing is that of a library and not of the browser: browsers pack the same text into different bytes, and the same
 * question should give the same link everywhere.
 */

/** Characters after the `#`. Beyond it a link is not made, and not read. */
export const mostCharacters = 32 * 1024;

/** Bytes of a spec, unpacked. */
export const mostBytes = 512 * 1024;

/** Bytes unpacked at a time: a small piece can grow to a thousand times its size before the cap is looked at. */
const pieceSize = 256;

const form = /^#?s(\d{1,6})\.(.*)$/s;

/** Whether what stands in an address after `#` is meant as a link. */
export function isLink(hash: string): boolean {
  return form.test(hash);
}

/** What stands in the address of a link, with `#`; it may be longer than `mostCharacters`. */
export function encodeLink(spec: Spec): string {
  const packed = deflateSync(new TextEncoder().encode(canonicalJson(spec)), { level: 9 });
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, crc32(packed));
  bytes.set(packed, 4);
  return `#s${specVersion}.${toBase64Url(bytes)}`;
}

/**
 * The spec of a link; nothing of it is run.
 * @throws Fault `link_damaged` where characters are missing or wrong, `link_newer` where a newer version of the program
 *   wrote it, `link_too_large` where it is longer than any that is made, packed or unpacked, `link_refused` where it is
 *   whole but holds what no version writes
 */
export function decodeLink(hash: string): Spec {
  if (hash.length > mostCharacters)
    throw new Fault('link_too_large', { limit: mostCharacters / 1024 });
  const [, version = '', text = ''] = form.exec(hash) ?? [];
  if (Number(version) > specVersion) throw new Fault('link_newer', { version, known: specVersion });
  const bytes = fromBase64Url(text);
  if (version !== String(specVersion) || !bytes || bytes.length < 5)
    throw new Fault('link_damaged');
  const packed = bytes.subarray(4);
  if (new DataView(bytes.buffer).getUint32(0) !== crc32(packed)) throw new Fault('link_damaged');
  return checkedSpec(unpacked(packed));
}

/** The text of packed bytes, up to the cap. What is cut or mistyped was told before: anything wrong here was made so. */
function unpacked(packed: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  try {
    const inflate = new Inflate((piece) => {
      size += piece.length;
      if (size > mostBytes) throw new Fault('link_too_large', { limit: mostBytes / 1024 });
      text += decoder.decode(piece, { stream: true });
    });
    for (let start = 0; start < packed.length; start += pieceSize) {
      const end = start + pieceSize;
      inflate.push(packed.subarray(start, end), end >= packed.length);
    }
    return text + decoder.decode();
  } catch (thrown) {
    throw thrown instanceof Fault ? thrown : new Fault('link_refused', { at: '' });
  }
}
