/** A text has bytes that are not UTF-8. */
export class NotUtf8 extends Error {}

/**
 * Behind the characters beyond ASCII that start at a byte; -1 where one of them is not UTF-8.
 * @param at the place of a byte above 7F
 */
export function behindCharacters(bytes: Uint8Array, at: number): number {
  let index = at;
  for (;;) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) return index;
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const second = bytes[index + 1] ?? 0;
    if (!isStart(lead, second)) return -1;
    for (let next = index + 2; next < index + length; next += 1)
      if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return -1;
    index += length;
  }
}

/** Neither longer than it need be, nor half of a pair of surrogates, nor beyond Unicode. */
function isStart(lead: number, second: number): boolean {
  if ((second & 0xc0) !== 0x80 || lead < 0xc2 || lead > 0xf4) return false;
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second < 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second < 0x90;
}
