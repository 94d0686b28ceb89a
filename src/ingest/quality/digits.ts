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

/** Share of a sum up to which whole numbers are taken to be rounded ones; counts of people or cases stay exact. */
const roundedShare = 1e-4;

/**
 * What rounding may amount to in a sum of parts.
 * @param step what one in the last digit of the parts is worth
 * @param measured the parts are measures, of which each may be off by half of that
 */
export function rounding(step: number, count: number, sum: number, measured: boolean): number {
  const most = (step / 2) * count;
  const binary = Math.abs(sum) * 1e-9;
  return step < 1 || measured || most <= Math.abs(sum) * roundedShare ? most + binary : binary;
}

/** A sum without what binary fractions add to it. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
