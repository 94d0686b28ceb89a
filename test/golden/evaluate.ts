import type { Ladder, Quota, Scheme } from '../../src/scheme/shape';
import { leaves, measuresOf } from '../../src/scheme/tree';

/*
 * A scheme worked out in plain TypeScript, in whole numbers and without the engine: what the SQL must agree with.
 */

/** A village's values of one quarter, in hundredths. */
export interface Entry {
  readonly subject: string;
  readonly track: string;
  readonly year: number;
  readonly quarter: number;
  readonly hundredths: Readonly<Record<string, number>>;
}

export interface QuarterResult extends Entry {
  /** Score in hundredths. */
  readonly score: number;
  readonly rank: number;
  readonly stars: number;
}

export interface YearResult {
  readonly subject: string;
  readonly track: string;
  readonly year: number;
  readonly stars: number;
  readonly score: number;
  readonly rank: number;
  readonly level: number | null;
  readonly reward: number;
}

export function quarters(scheme: Scheme, entries: readonly Entry[]): QuarterResult[] {
  return groups(entries, ({ year, quarter, track }) => `${year}/${quarter}/${track}`).flatMap(
    (group) => {
      const scored = group.map((entry) => ({ ...entry, score: scoreOf(scheme, entry) }));
      return scored.map((entry) => {
        const better = scored.filter((other) => other.score > entry.score).length;
        const tied = scored.filter((other) => other.score === entry.score).length;
        const rule = ladderOf(scheme).rules.find(
          (one) =>
            entry.score >= Math.round((one.atLeast ?? 0) * 100) &&
            (!one.top || better + tied <= places(one.top, scored.length)),
        );
        return { ...entry, rank: better + 1, stars: rule?.stars ?? ladderOf(scheme).otherwise };
      });
    },
  );
}

export function years(scheme: Scheme, results: readonly QuarterResult[]): YearResult[] {
  const sums = groups(results, ({ subject, year }) => `${subject}/${year}`).map((group) => {
    const first = group[0] as QuarterResult;
    const { subject, track, year } = first;
    const stars = group.reduce((sum, result) => sum + result.stars, 0);
    const total = group.reduce((sum, result) => sum + result.score, 0);
    return {
      subject,
      track,
      year,
      stars,
      score: halfUp(total, group.length),
      periods: group.length,
    };
  });
  const rated = sums.filter((sum) => sum.periods === 4);
  return groups(rated, ({ year, track }) => `${year}/${track}`).flatMap((group) =>
    group.map(({ subject, track, year, stars, score }) => {
      const better = group.filter(
        (other) => other.stars > stars || (other.stars === stars && other.score > score),
      ).length;
      const tied = group.filter((other) => other.stars === stars && other.score === score).length;
      const rule = (scheme.year?.levels ?? []).find(
        (one) =>
          stars >= (one.atLeast ?? 0) &&
          (!one.top || better + tied <= places(one.top, group.length)),
      );
      const once = scheme.rewards?.perLevel.find((one) => one.level === rule?.level)?.amount ?? 0;
      const reward = stars * (scheme.rewards?.perStar ?? 0) + once;
      return {
        subject,
        track,
        year,
        stars,
        score,
        rank: better + 1,
        level: rule?.level ?? null,
        reward,
      };
    }),
  );
}

/** Weights have at most two decimals and values two, so a score is exact in ten-thousandths before it is rounded. */
function scoreOf(scheme: Scheme, entry: Entry): number {
  const exact = leaves(scheme.score).reduce((sum, { node }) => {
    const [measure = ''] = measuresOf(node);
    const value = entry.hundredths[measure];
    if (value === undefined) throw new Error(`${entry.subject} lacks ${measure}`);
    return sum + Math.min(10_000, Math.max(0, value)) * Math.round(Number(node.weight) * 100);
  }, 0);
  return halfUp(exact, 100);
}

/** A quotient of whole numbers, rounded half up. */
function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

function ladderOf({ stars }: Scheme): Ladder {
  if (stars && 'rules' in stars) return stars;
  throw new Error('no ladder');
}

function places(quota: Quota, count: number): number {
  if ('count' in quota) return quota.count;
  const { share, round } = quota;
  const hundredths = Math.round(share * 100) * count;
  if (round === 'down') return Math.floor(hundredths / 100);
  return round === 'up' ? Math.ceil(hundredths / 100) : halfUp(hundredths, 100);
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const byKey = new Map<string, T[]>();
  for (const item of items) byKey.set(keyOf(item), [...(byKey.get(keyOf(item)) ?? []), item]);
  return [...byKey.values()];
}
