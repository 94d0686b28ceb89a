import type { SchemeStep } from '../../../src/scheme/shape';
import { above, mapValues, mean, quantile, sum, type Values } from './cells';
import { groupName, learners, type Around } from './scope';
import { excessKurtosis, skewness } from './shape-of';

type Change = (value: number) => number | null;

/** Steps that learn from the figures of a group what becomes of each. */
export function learn(step: SchemeStep, values: Values, around: Around): Values | null {
  const make = maker(step, around.lower);
  if (!make || !('over' in step)) return null;
  const groups = learners(step.over, values, around);
  const changes = new Map([...groups].map(([name, own]) => [name, make(own)]));
  return mapValues(
    values,
    (value, key) => changes.get(groupName(step.over, key, around))?.(value) ?? null,
  );
}

function maker(step: SchemeStep, lower: boolean): ((own: number[]) => Change) | null {
  if ('minmax' in step) return (own) => minmax(step.minmax, own, lower);
  if ('z' in step) return (own) => z(step, own, lower);
  if ('fences' in step) return (own) => fences(step.fences, own);
  if ('log' in step) return (own) => log(step.log, own);
  if ('ratio' in step) return (own) => ratio(step.ratio, own, lower);
  if ('distance' in step) return (own) => distance(step, own, lower);
  if ('winsorise' in step) return (own) => winsorise(step.winsorise, own);
  return null;
}

const ends = (own: readonly number[]) => [Math.min(...own), Math.max(...own)] as const;

const nothing: Change = () => null;

/** Whether figures differ by more than binary fractions do by chance. */
function spread(own: readonly number[]): boolean {
  const [low, high] = ends(own);
  return high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high));
}

function minmax(onto: [number, number], own: readonly number[], lower: boolean): Change {
  if (!spread(own)) return nothing;
  const [low, high] = ends(own);
  const [worst, best] = lower ? [onto[1], onto[0]] : onto;
  return (value) => worst + ((best - worst) * (value - low)) / (high - low);
}

type Z = Extract<SchemeStep, { z: unknown }>;

function z({ z: kind, onto }: Z, own: readonly number[], lower: boolean): Change {
  const n = kind === 'sample' ? own.length - 1 : own.length;
  if (n === 0 || !spread(own)) return nothing;
  const middle = mean(own);
  const deviation = Math.sqrt(sum(own.map((one) => (one - middle) ** 2)) / n);
  const sign = lower ? -1 : 1;
  return (value) => onto.mean + (sign * onto.deviation * (value - middle)) / deviation;
}

function fences(reach: number, own: readonly number[]): Change {
  const [low, high] = [quantile(own, 0.25), quantile(own, 0.75)];
  const far = reach * (high - low);
  return (value) => Math.max(low - far, Math.min(high + far, value));
}

function log(kind: 'plain' | 'shifted', own: readonly number[]): Change {
  if (kind === 'plain') return (value) => (value > 0 ? Math.log(value) : null);
  return spread(own) ? shiftedLog(own) : nothing;
}

function shiftedLog(own: readonly number[]): Change {
  const [low, high] = ends(own);
  return (value) => Math.log(value - low + 0.01 * (high - low));
}

type Ratio = Extract<SchemeStep, { ratio: unknown }>['ratio'];

function ratio(kind: Ratio, own: readonly number[], lower: boolean): Change {
  const [low, high] = ends(own);
  const over = (top: number, bottom: number) => (bottom === 0 ? null : top / bottom);
  if (typeof kind === 'object')
    return (value) => (lower ? over(kind.target, value) : over(value, kind.target));
  if (kind === 'best') return (value) => (lower ? over(low, value) : over(value, high));
  const counted = lower ? own.filter((one) => one !== 0).map((one) => 1 / one) : own;
  const whole = kind === 'sum' ? sum(counted) : Math.sqrt(sum(counted.map((one) => one * one)));
  // a sum that is nothing but what binary fractions leave of figures that cancel each other
  const size = sum(counted.map(Math.abs));
  if (Math.abs(whole) <= 1e-12 * size) return nothing;
  return (value) => (lower ? over(1 / value, value === 0 ? 0 : whole) : value / whole);
}

type Distance = Extract<SchemeStep, { distance: unknown }>;

function distance(
  { distance: to, onto }: Distance,
  own: readonly number[],
  lower: boolean,
): Change {
  const sign = lower ? -1 : 1;
  const turned = own.map((one) => sign * one);
  const [worst, best] = ends(turned);
  if (to === 'best' && !spread(own)) return nothing;
  const goal = to === 'best' ? best : sign * to.target;
  return (value) => {
    const at = sign * value;
    if (at < goal && worst >= goal) return null;
    const share = at >= goal ? 1 : 1 - (goal - at) / (goal - worst);
    return onto[0] + (onto[1] - onto[0]) * share;
  };
}

type Winsorise = Extract<SchemeStep, { winsorise: unknown }>['winsorise'];

/** Brings the most extreme figure to the next one until the shape of the figures is no longer out of the common run. */
function winsorise(rule: Winsorise, own: readonly number[]): Change {
  let [low, high] = ends(own);
  let points = 0;
  const held = (value: number) => Math.max(low, Math.min(high, value));
  const extreme = () => {
    const now = own.map(held);
    const [skew, kurtosis] = [skewness(now), excessKurtosis(now)];
    return (
      skew !== null &&
      kurtosis !== null &&
      above(Math.abs(skew), rule.skewness) &&
      above(kurtosis, rule.kurtosis)
    );
  };
  while (extreme() && points < rule.most) {
    if ((skewness(own.map(held)) ?? 0) < 0) low = Math.min(...own.filter((one) => one > low));
    else high = Math.max(...own.filter((one) => one < high));
    points = own.filter((one) => one > high || one < low).length;
  }
  if (points === 0 && !extreme()) return (value) => value;
  if (points <= rule.most && !extreme()) return held;
  return rule.otherwise === 'log' ? shiftedLog(own) : (value) => value;
}
