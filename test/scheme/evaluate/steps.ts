import type { SchemeStep } from '../../../src/scheme/shape';
import {
  cellOf,
  groupBy,
  keyOf,
  mapValues,
  mean,
  median,
  reaches,
  same,
  type Values,
} from './cells';
import { learn } from './learned';
import { roundDecimal } from './round';
import { groupName, learners, type Around } from './scope';

/** The figures of a part after one step. */
export function applyStep(step: SchemeStep, values: Values, around: Around): Values {
  if ('impute' in step) return impute(step, values, around);
  if ('rank' in step) return ranks(step, values, around);
  if ('percentile' in step) return percentiles(step, values, around);
  const learned = learn(step, values, around);
  return learned ?? mapValues(values, (value, key) => single(step, value, key, around));
}

/** Steps that change each figure by itself. */
function single(step: SchemeStep, value: number, key: string, { known }: Around): number | null {
  if ('cap' in step)
    return Math.max(step.cap[0] ?? -Infinity, Math.min(step.cap[1] ?? Infinity, value));
  if ('round' in step) return roundDecimal(value, step.round);
  if ('times' in step) return value * step.times;
  if ('plus' in step) return value + step.plus;
  if ('divideBy' in step) {
    const other = known.measure(step.divideBy, cellOf(key));
    return other === undefined || other === 0 ? null : value / other;
  }
  if ('multiplyBy' in step) {
    const other = known.measure(step.multiplyBy, cellOf(key));
    return other === undefined ? null : value * other;
  }
  if ('goalposts' in step) return between(step, value);
  if ('table' in step) {
    const reached = step.table.filter(({ atLeast }) => reaches(value, atLeast));
    const best = reached.toSorted((a, b) => b.atLeast - a.atLeast)[0];
    return best?.points ?? step.otherwise;
  }
  if ('exponential' in step) {
    const c = step.exponential;
    const left = 1 - value * (1 - Math.exp(-100 / c));
    return left > 0 ? -c * Math.log(left) : null;
  }
  throw new Error(`no such step: ${JSON.stringify(step)}`);
}

type Goalposts = Extract<SchemeStep, { goalposts: unknown }>;

function between({ goalposts, scale, onto, clip }: Goalposts, value: number): number | null {
  const onScale = (one: number) => (scale === 'log' ? Math.log(one) : one);
  if (scale === 'log' && value <= 0 && !clip) return null;
  // a figure that has no logarithm lies below any bound
  const at = scale === 'log' && value <= 0 ? -Infinity : onScale(value);
  const [from, to] = [onScale(goalposts[0]), onScale(goalposts[1])];
  const share = (at - from) / (to - from);
  return onto[0] + (onto[1] - onto[0]) * (clip ? Math.max(0, Math.min(1, share)) : share);
}

type Impute = Extract<SchemeStep, { impute: unknown }>;

function impute({ impute: how, over }: Impute, values: Values, around: Around): Values {
  const groups = learners(over, values, around);
  const filled = new Map(values);
  for (const entry of around.entries.values()) {
    const key = keyOf(entry);
    if (values.has(key) || around.sources.tooFew(entry)) continue;
    if (around.sources.gone(around.part, entry.period)) continue;
    const own = groups.get(groupName(over, key, around)) ?? [];
    const fill =
      typeof how === 'object'
        ? how.value
        : how === 'last'
          ? lastBefore(entry, values)
          : own.length === 0
            ? null
            : how === 'mean'
              ? mean(own)
              : median(own);
    if (fill !== null) filled.set(key, fill);
  }
  return filled;
}

function lastBefore(entry: { subject: string; period: string }, values: Values): number | null {
  const before = [...values]
    .filter(([key]) => cellOf(key).subject === entry.subject && cellOf(key).period < entry.period)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return before.at(-1)?.[1] ?? null;
}

interface Place {
  readonly below: number;
  readonly tied: number;
  readonly all: number;
  /** Different figures that are worse. */
  readonly levelsBelow: number;
}

/** Where each figure stands among those of its group, counted from the worst. */
function placed(
  over: Extract<SchemeStep, { over: unknown }>['over'],
  values: Values,
  around: Around,
  result: (place: Place) => number | null,
): Values {
  const groups = groupBy(values, ([key]) => groupName(over, key, around));
  const places = new Map<string, number>();
  for (const own of groups.values())
    for (const [key, value] of own) {
      const worse = own.filter(
        ([, other]) => !alike(other, value) && (around.lower ? other > value : other < value),
      );
      const tied = own.filter(([, other]) => alike(other, value)).length;
      const levelsBelow = levels(worse.map(([, other]) => other));
      const place = result({ below: worse.length, tied, all: own.length, levelsBelow });
      if (place !== null) places.set(key, place);
    }
  return places;
}

function alike(one: number, other: number): boolean {
  return same(one, other);
}

function levels(values: readonly number[]): number {
  return values.filter((value, index) => values.findIndex((one) => alike(one, value)) === index)
    .length;
}

type Rank = Extract<SchemeStep, { rank: unknown }>;

function ranks({ rank, over }: Rank, values: Values, around: Around): Values {
  return placed(over, values, around, ({ below, tied, levelsBelow }) => {
    if (rank === 'low') return below + 1;
    if (rank === 'high') return below + tied;
    if (rank === 'dense') return levelsBelow + 1;
    return below + (tied + 1) / 2;
  });
}

type Percentile = Extract<SchemeStep, { percentile: unknown }>;

function percentiles(
  { percentile, onto, over }: Percentile,
  values: Values,
  around: Around,
): Values {
  return placed(over, values, around, ({ below, tied, all }) => {
    const [top, bottom] = {
      inclusive: [below, all - 1],
      exclusive: [below + 1, all + 1],
      midpoint: [below + tied / 2, all],
      'at-or-below': [below + tied, all],
    }[percentile] as [number, number];
    return bottom === 0 ? null : onto[0] + (onto[1] - onto[0]) * (top / bottom);
  });
}
