import { median, medianRatio, quantile, type Pair } from './stats';

/** One line of the report. `ratio`, `against`, `target` and `met` are null where they say nothing. */
export interface Case {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly unit: 'ms' | 'KB' | 'MB';
  /** Median of the ratios of the pairs. */
  readonly ratio: number | null;
  readonly against: string | null;
  /** The most that what is judged may be. */
  readonly target: number | null;
  readonly judged: 'ratio' | 'median' | 'p95' | null;
  readonly met: boolean | null;
}

/** A case of runs in pairs; without a target it only informs. */
export function compared(
  name: string,
  pairs: readonly Pair[],
  against: string,
  target: number | null,
): Case {
  const ratio = medianRatio(pairs);
  const met = target === null ? null : ratio <= target;
  return {
    ...measured(
      name,
      pairs.map(({ ours }) => ours),
    ),
    ratio,
    against,
    target,
    judged: target === null ? null : 'ratio',
    met,
  };
}

/** A case with nothing beside it that has a target in milliseconds. */
export function limited(
  name: string,
  times: readonly number[],
  judged: 'median' | 'p95',
  target: number,
): Case {
  const one = measured(name, times);
  return { ...one, target, judged, met: one[judged] <= target };
}

/** A case with nothing beside it. */
export function measured(name: string, times: readonly number[]): Case {
  return {
    name,
    median: median(times),
    p95: quantile(times, 0.95),
    unit: 'ms',
    ratio: null,
    against: null,
    target: null,
    judged: null,
    met: null,
  };
}

/** A size, in kilobytes of 1,000 bytes. */
export function sized(name: string, bytes: number, target: number | null = null): Case {
  const size = bytes / 1000;
  const met = target === null ? null : size <= target;
  const judged = target === null ? null : 'median';
  return { ...measured(name, [size]), unit: 'KB', target, judged, met };
}

/** Memory held, in megabytes of 1,000,000 bytes. */
export function held(name: string, bytes: readonly number[]): Case {
  const sizes = bytes.map((size) => size / 1_000_000);
  return { ...measured(name, sizes), unit: 'MB' };
}
