/** Counts of a second by the names of their units. */
export const perSecond = { SECONDS: 1n, MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n };

export type TimeUnit = keyof typeof perSecond;

/** A whole number with its decimal point `scale` digits from the right. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const sign = unscaled < 0n ? '-' : '';
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The number that bytes hold as a signed whole number, the highest byte first. */
export function bigEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

/** A number without an exponent. One of 32 bits has the fewest digits that mean it. */
export function numberText(value: number, single = false): string {
  if (!Number.isFinite(value)) return String(value);
  const shortest = single ? shortestSingle(value) : value;
  const text = String(shortest);
  if (!text.includes('e')) return text;
  if (Math.abs(shortest) >= 1) return BigInt(shortest).toString();
  const [mantissa = '', exponent = '0'] = String(Math.abs(shortest)).split('e-');
  const zeros = '0'.repeat(Number(exponent) - 1);
  return `${shortest < 0 ? '-' : ''}0.${zeros}${mantissa.replace('.', '')}`;
}

function shortestSingle(value: number): number {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

/** A point in time counted from 1970, as ISO 8601. */
export function timestampText(count: bigint, unit: TimeUnit, isUtc: boolean): string {
  const scale = perSecond[unit];
  const fraction = ((count % scale) + scale) % scale;
  const seconds = (count - fraction) / scale;
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return String(count);
  return `${date.toISOString().slice(0, -5)}${fractionText(fraction, unit)}${isUtc ? 'Z' : ''}`;
}

/** A day counted from 1970, as ISO 8601. */
export function dateText(days: number): string {
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, -14);
}

/** A time of day. */
export function timeText(count: bigint, unit: TimeUnit): string {
  const seconds = Number(count / perSecond[unit]);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${clock}${fractionText(count % perSecond[unit], unit)}`;
}

function fractionText(fraction: bigint, unit: TimeUnit): string {
  if (fraction === 0n) return '';
  const digits = String(perSecond[unit]).length - 1;
  return `.${String(fraction).padStart(digits, '0').replace(/0+$/, '')}`;
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Bytes that are text as text; null where they are none. */
export function textOfBytes(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

export function hexText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
