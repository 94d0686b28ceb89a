/** Classes of equal width that hold all of a range, with ends that are easily read. */
export interface Bins {
  readonly from: number;
  readonly width: number;
  readonly count: number;
}

/** About twenty classes; one where all values are the same. */
export function binsOf(low: number, high: number): Bins {
  if (!(high > low)) return { from: low, width: 1, count: 1 };
  const rough = (high - low) / 20;
  const power = 10 ** Math.floor(Math.log10(rough));
  const width = power * ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10);
  const from = Math.floor(low / width) * width;
  // the highest value begins a class of its own where it lies on an end
  return { from: tidy(from), width: tidy(width), count: Math.floor((high - from) / width) + 1 };
}

/** Without what binary fractions add. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
