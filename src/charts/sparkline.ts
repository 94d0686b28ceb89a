/** A course as a path, for a table's many rows, for each of which a plot would be too slow; and where it ends; a value that is lacking leaves a gap. */
export interface Sparkline {
  readonly path: string;
  readonly last: { readonly x: number; readonly y: number } | null;
}

/** @param low and `high`: the values at the lower and upper edge, the same for every row of a table */
export function sparkline(
  values: readonly (number | null)[],
  { width, height, low, high }: { width: number; height: number; low: number; high: number },
): Sparkline {
  const inset = 2;
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  const span = high - low || 1;
  const points = values.map((value, index) =>
    value === null
      ? null
      : {
          x: Number((inset + index * step).toFixed(1)),
          y: Number((height - inset - ((value - low) / span) * (height - 2 * inset)).toFixed(1)),
        },
  );
  const path = points
    .map((point, index) => {
      if (!point) return '';
      return `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}`;
    })
    .join('');
  return { path, last: points.findLast((point) => point !== null) ?? null };
}
