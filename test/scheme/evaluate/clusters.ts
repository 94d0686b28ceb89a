import type { StarRules } from '../../../src/scheme/shape';
import { above, compared, groupBy, keyOf, mean, quantile, sum } from './cells';
import type { Ranked } from './period';

type Clusters = Extract<StarRules, { clusters: unknown }>;

/** The group of each score, counted from the worst; none where there are fewer different scores than groups. */
export function clusterStars(
  { most, clusters }: Clusters,
  first: 'highest' | 'lowest',
  ranked: readonly Ranked[],
): Map<string, number> {
  const stars = new Map<string, number>();
  for (const own of groupBy(ranked, ({ period, track }) => `${period} ${track}`).values()) {
    const scores = own.map(({ score }) => score);
    if (new Set(scores.map((score) => score.toFixed(9))).size < most) continue;
    const seeds = Array.from({ length: most }, (_, index) =>
      quantile(scores, (index + 0.5) / most),
    );
    let centres = settle(seeds, scores, clusters);
    if (clusters.without !== undefined)
      centres = settle(centres, nearOnes(scores, centres, clusters.without), clusters);
    for (const one of own) {
      const number = nearest(centres, one.score) + 1;
      stars.set(keyOf(one), first === 'highest' ? number : most + 1 - number);
    }
  }
  return stars;
}

function settle(
  seeds: readonly number[],
  scores: readonly number[],
  { rounds, tolerance }: Clusters['clusters'],
): readonly number[] {
  let centres = seeds;
  for (let round = 0, moved = Infinity; round < rounds && moved > tolerance; round += 1) {
    const next = centres.map((centre, index) => {
      const own = scores.filter((score) => nearest(centres, score) === index);
      return own.length === 0 ? centre : mean(own);
    });
    moved = Math.max(...next.map((centre, index) => Math.abs(centre - (centres[index] ?? 0))));
    centres = next;
  }
  return centres;
}

/** Number of the nearest centre from 0; the lower of two as near. */
function nearest(centres: readonly number[], score: number): number {
  const distances = centres.map((centre) => compared(Math.abs(centre - score)));
  return distances.indexOf(Math.min(...distances));
}

function nearOnes(scores: readonly number[], centres: readonly number[], deviations: number) {
  const distances = scores.map((score) =>
    Math.abs(score - (centres[nearest(centres, score)] ?? 0)),
  );
  const middle = mean(distances);
  const deviation = Math.sqrt(sum(distances.map((one) => (one - middle) ** 2)) / distances.length);
  return scores.filter(
    (_, index) => !above(distances[index] ?? 0, middle + deviations * deviation),
  );
}
