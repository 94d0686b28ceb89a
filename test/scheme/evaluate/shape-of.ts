import { mean, sum } from './cells';

/** Adjusted Fisher-Pearson skewness of a sample; null where there are too few figures, or they don't differ. */
export function skewness(values: readonly number[]): number | null {
  const n = values.length;
  if (n < 3 || !differ(values)) return null;
  const biased = moment(values, 3) / moment(values, 2) ** 1.5;
  return (biased * Math.sqrt(n * (n - 1))) / (n - 2);
}

/** Excess kurtosis of a sample (G2); null where there are too few figures, or they don't differ. */
export function excessKurtosis(values: readonly number[]): number | null {
  const n = values.length;
  if (n < 4 || !differ(values)) return null;
  const biased = moment(values, 4) / moment(values, 2) ** 2 - 3;
  return ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * biased + 6);
}

function moment(values: readonly number[], power: number): number {
  const middle = mean(values);
  return sum(values.map((value) => (value - middle) ** power)) / values.length;
}

function differ(values: readonly number[]): boolean {
  return new Set(values).size > 1;
}
