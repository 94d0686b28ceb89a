import { joinedBytes } from '../joined-bytes';

/** How the bytes of a text stand for its characters. */
export type Encoding =
  | 'UTF-8'
  | 'UTF-8 BOM'
  | 'UTF-16LE'
  | 'UTF-16BE'
  | 'GB18030'
  | 'Big5'
  | 'windows-1252'
  /** Some lines are UTF-8, the others GB18030. */
  | 'UTF-8 + GB18030';

/** What the bytes of a text without a mark may be, the likeliest first; more than one where they don't tell. */
export function legacyEncodings(sample: Uint8Array): readonly Encoding[] {
  const lines = strangeLines(sample);
  const utf8 = lines.filter((line) => isUtf8(line));
  const others = lines.filter((line) => !isUtf8(line));
  if (others.length === 0) return ['UTF-8'];
  const strange = joinedBytes(others);
  const ranked = ranking(strange);
  const [best, next] = ranked;
  if (!best || !next) return ['UTF-8'];
  if (utf8.length > 0 && best.encoding === 'GB18030' && best.likeness >= sure)
    return ['UTF-8 + GB18030', 'GB18030', 'UTF-8'];
  // GB18030 finds a character in almost any bytes, so a UTF-8 text with a few broken ones is known by the rest
  if (utf8.length > others.length || looksLikeUtf8(joinedBytes(lines))) return ['UTF-8'];
  const isClear = best.likeness >= sure && best.likeness - next.likeness >= clear;
  return isClear ? [best.encoding] : ranked.map(({ encoding }) => encoding);
}

/** Likeness from which on an encoding is beyond doubt, and by which the next one must fall short. */
const sure = 0.6;
const clear = 0.25;

/** UTF-16 without a mark, by the zeros that it writes with marks and figures; null where it isn't that. */
export function unmarkedUtf16(head: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  if (!head.includes(0)) return null;
  const little = plainUnits(head, 1);
  const big = plainUnits(head, 0);
  if (little === big) return null;
  const encoding = little > big ? 'UTF-16LE' : 'UTF-16BE';
  try {
    // half a pair of surrogates is an error, except where the head ends
    new TextDecoder(encoding, { fatal: true }).decode(head.subarray(0, head.length & ~1), {
      stream: true,
    });
    return encoding;
  } catch {
    return null;
  }
}

/** Pairs of bytes that are a character of ASCII text, where the zero stands first or second. */
function plainUnits(head: Uint8Array, zeroAt: 0 | 1): number {
  let count = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    const character = head[at + 1 - zeroAt] ?? 0;
    const isText =
      character === 9 ||
      character === 10 ||
      character === 13 ||
      (character >= 32 && character < 127);
    if (head[at + zeroAt] === 0 && isText) count += 1;
  }
  return count;
}

/** The lines that hold bytes beyond ASCII. */
function strangeLines(sample: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < sample.length;) {
    const found = sample.indexOf(0x0a, start);
    const end = found < 0 ? sample.length : found + 1;
    const line = sample.subarray(start, end);
    if (line.some((byte) => byte > 0x7f)) lines.push(line);
    start = end;
  }
  return lines;
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
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

function ranking(bytes: Uint8Array): readonly { encoding: Encoding; likeness: number }[] {
  return [
    { encoding: 'GB18030' as const, likeness: chineseLikeness(bytes, commonInGb) },
    { encoding: 'Big5' as const, likeness: chineseLikeness(bytes, commonInBig5) },
    { encoding: 'windows-1252' as const, likeness: westernLikeness(bytes) },
  ].sort((a, b) => b.likeness - a.likeness);
}

/** What a pair of bytes is worth as a character: 1 a common one, less than 0 a rare one, -1 none. */
type Worth = (lead: number, trail: number) => number;

/** GB 2312 sorts its common characters to the rows B0 to D7, marks and full-width figures to A1 to A3. */
const commonInGb: Worth = (lead, trail) => {
  if (lead === 0x80 || lead === 0xff) return -1;
  // four bytes: 81-FE 30-39 81-FE 30-39
  if (trail >= 0x30 && trail <= 0x39) return 0.8;
  if (trail < 0x40 || trail === 0x7f || trail === 0xff) return -1;
  if (trail < 0xa1) return -0.5;
  if (lead >= 0xb0 && lead <= 0xd7) return 1;
  return lead >= 0xa1 && lead <= 0xa3 ? 1 : lead >= 0xd8 && lead <= 0xf7 ? 0.3 : 0;
};

/** Big5 sorts its common characters to the rows A4 to C6, by strokes; marks to A1 to A3. */
const commonInBig5: Worth = (lead, trail) => {
  const isTrail = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
  if (lead < 0xa1 || lead > 0xf9 || !isTrail || lead === 0xc7 || lead === 0xc8) return -1;
  // half of the trails lie where GBK keeps rare characters, so that they tell the two apart
  if (lead >= 0xa4 && lead <= 0xc6) return trail < 0x7f ? 1 : 0.75;
  return lead <= 0xa3 ? 0.75 : -0.3;
};

/** From 0 to 1: how much the bytes beyond ASCII look like Chinese text of an encoding with pairs of bytes. */
function chineseLikeness(bytes: Uint8Array, worth: Worth): number {
  let sum = 0;
  let characters = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const value = worth(lead, bytes[at + 1] ?? 0);
    sum += value;
    characters += 1;
    if (value > -1) at += 1;
    // of four bytes the last two are counted with the first
    if (value > -1 && (bytes[at] ?? 0) < 0x40) at += 2;
  }
  return characters === 0 ? 0 : Math.max(0, sum / characters);
}

/** From 0 to 1: how many runs of bytes beyond ASCII are one or two accented letters within Latin words, or signs. */
function westernLikeness(bytes: Uint8Array): number {
  let like = 0;
  let runs = 0;
  let letters = 0;
  let strange = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (isLetter(bytes[at])) letters += 1;
    if ((bytes[at] ?? 0) < 0x80) continue;
    const start = at;
    while ((bytes[at + 1] ?? 0) >= 0x80) at += 1;
    const length = at - start + 1;
    const isInWord = isLetter(bytes[start - 1]) || isLetter(bytes[at + 1]);
    runs += 1;
    strange += length;
    if (length <= 2) like += isInWord ? 1 : length === 1 ? 0.6 : 0.1;
  }
  // half of what Big5 writes are letters too, but no more
  const share = Math.min(1, letters / Math.max(1, 2 * strange));
  return runs === 0 ? 0 : (like / runs) * (letters === 0 ? 1 : share);
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}
