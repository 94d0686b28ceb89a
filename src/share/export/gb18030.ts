import { wellFormed } from './cells';

/** Code points that stand in two bytes or in four, with their bytes as one number; the rest are counted from 65536. */
let bytesOf: Uint32Array | null = null;

const firstOfFour = 0x81;
/** Up to here four bytes are one of the first 65536 code points. */
const lastOfFour = 0x84;
/** The four bytes of U+10000, counted as below. */
const supplementary = 189_000;

/** The bytes of a text in GB18030, which the platform can only read. A lone half of a pair becomes U+FFFD. */
export function gb18030(text: string): Uint8Array<ArrayBuffer> {
  const table = (bytesOf ??= tableOfBytes());
  const bytes = new Uint8Array(text.length * 4);
  let end = 0;
  for (const character of wellFormed(text)) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes[end++] = code;
      continue;
    }
    const packed =
      code > 0xffff ? fourBytes(supplementary + code - 0x10000) : (table[code] as number);
    if (packed > 0xffff) {
      bytes[end++] = packed >>> 24;
      bytes[end++] = (packed >>> 16) & 0xff;
    }
    bytes[end++] = (packed >>> 8) & 0xff;
    bytes[end++] = packed & 0xff;
  }
  return bytes.slice(0, end);
}

/** The four bytes counted from 81 30 81 30 on. */
function fourBytes(count: number): number {
  const last = 0x30 + (count % 10);
  const third = 0x81 + (Math.floor(count / 10) % 126);
  const second = 0x30 + (Math.floor(count / 1260) % 10);
  const first = 0x81 + Math.floor(count / 12600);
  return ((first << 24) | (second << 16) | (third << 8) | last) >>> 0;
}

/** Asks the platform what each sequence of bytes is, so that what is written here is read back by it. */
function tableOfBytes(): Uint32Array {
  const decoder = new TextDecoder('gb18030');
  const table = new Uint32Array(0x10000);
  const enter = (text: string, packed: number) => {
    const code = text.codePointAt(0) ?? 0;
    // where two sequences are one character the first is the usual one
    if (text.length === 1 && code !== 0xfffd && table[code] === 0) table[code] = packed;
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) enter(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail);
  for (let count = 0; count < (lastOfFour - firstOfFour + 1) * 12600; count += 1) {
    const packed = fourBytes(count);
    const four = [packed >>> 24, (packed >>> 16) & 0xff, (packed >>> 8) & 0xff, packed & 0xff];
    enter(decoder.decode(Uint8Array.from(four)), packed);
  }
  // what the decoder itself writes for broken bytes
  table[0xfffd] = 0x8431a437;
  return table;
}
