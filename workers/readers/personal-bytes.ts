/** The shortest cell that can be personal by its digits or signs, in bytes. */
export const shortest = 10;

/** Digits in a row that are as many as a phone number has, and digits of one that is written in groups. */
const longRun = 11;
const grouped = 7;

const Kind = { Other: 0, Digit: 1, Gap: 2, Colon: 3, Wide: 4 } as const;

const kinds = new Uint8Array(256);
kinds.fill(Kind.Digit, 0x30, 0x3a);
kinds[0x20] = Kind.Gap;
kinds[0x2d] = Kind.Gap;
kinds[0x3a] = Kind.Colon;
kinds[0xef] = Kind.Wide;

/**
 * Whether a cell is worth asking if it is personal: it has digits in a row or in groups like a phone number, full-width
 * digits, or a colon, behind which a name may stand. It may say so of a cell that is not, never the other way round.
 * @param start where its bytes in UTF-8 begin
 * @param end behind them; `shortest` bytes later at least
 */
export function mayBePersonal(bytes: Uint8Array, start: number, end: number): boolean {
  let run = 0;
  let digits = 0;
  let isGrouped = false;
  for (let at = start; at < end; at += 1) {
    const kind = kinds[bytes[at] as number];
    if (kind === Kind.Digit) {
      run += 1;
      digits += 1;
      if (run >= longRun) return true;
      continue;
    }
    run = 0;
    if (kind === Kind.Other) continue;
    if (kind === Kind.Gap) isGrouped = true;
    else if (kind === Kind.Colon || isWide(bytes, at)) return true;
  }
  return isGrouped && digits >= grouped;
}

/** The full-width digits and the colon behind them: EF BC 90 to EF BC 9A. */
function isWide(bytes: Uint8Array, at: number): boolean {
  const last = bytes[at + 2] ?? 0;
  return bytes[at + 1] === 0xbc && last >= 0x90 && last <= 0x9a;
}
