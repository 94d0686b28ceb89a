import type { Rounding } from '../../../src/scheme/shape';

/** Rounds the nine decimals of a figure as they are written, not its binary fraction; NaN where it has none. */
export function roundDecimal(value: number, { digits, mode }: Rounding): number {
  if (Math.abs(value) >= 1e19) return NaN;
  const negative = value < 0;
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(9).split('.');
  const all = BigInt(whole + fraction);
  const unit = 10n ** BigInt(9 - digits);
  const kept = all / unit;
  const rest = all % unit;
  const up = {
    down: false,
    up: rest > 0n,
    'half-up': rest * 2n >= unit,
    'half-even': rest * 2n > unit || (rest * 2n === unit && kept % 2n === 1n),
  }[mode];
  const text = String(kept + (up ? 1n : 0n)).padStart(digits + 1, '0');
  const point = text.length - digits;
  const result = Number(`${text.slice(0, point)}.${text.slice(point)}`);
  return negative ? -result : result;
}
