import type { Exactness } from './kinds-of-column';

const scales: readonly (readonly [word: RegExp, power: number])[] = [
  [/亿/, 8],
  [/千万/, 7],
  [/百万/, 6],
  [/万/, 4],
];

/** Beyond this many decimals a number was computed, and its last digits mean nothing. */
const mostDecimals = 6;

/** What one in the last printed digit of a number is worth: 0.01 for 12.30, 1 for 7, 1,000 for 1.2万. */
export function stepOf(text: string | null): number {
  const plain = (text ?? '').normalize('NFKC');
  const decimals = Math.min(mostDecimals, /\.(\d+)/.exec(plain)?.[1]?.length ?? 0);
  const power = scales.find(([word]) => word.test(plain))?.[1] ?? 0;
  return 10 ** (power - decimals);
}

/** Whether a number is written as a bound or roughly: 20余, 约30, 100以上. Such numbers can't be added up. */
export function isRough(text: string | null): boolean {
  return /[余多约近超逾过满左上下不]|[<>≤≥~～]/.test(text ?? '');
}

/** Share of a sum up to which whole numbers that nothing is said of are taken to be rounded ones. */
const roundedShare = 1e-4;

/**
 * Standard deviations of a sum's rounding that are still taken for rounding. One sum in 16,000 is further off, so that
 * a book of totals raises no false alarm, and far less goes unseen than if all parts were rounded the same way.
 */
const deviations = 4;

/**
 * What rounding may amount to in a sum of parts. Each is off by up to half of its last digit, up as often as down: the
 * errors of `count` parts have a standard deviation of √(count/12) digits, and never exceed count/2.
 * @param step what one in the last digit of the parts is worth
 * @param exact what is known of whole numbers: a count's aren't rounded
 */
export function rounding(step: number, count: number, sum: number, exact: Exactness): number {
  const most = step * Math.min(count / 2, deviations * Math.sqrt(count / 12));
  const binary = Math.abs(sum) * 1e-9;
  const small = exact === 'unsaid' && most <= Math.abs(sum) * roundedShare;
  return step < 1 || exact === 'measured' || small ? most + binary : binary;
}

/** A sum without what binary fractions add to it. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
