import type { Ladder, Scheme, StarRules } from '../../../src/scheme/shape';
import { clusterStars } from './clusters';
import { above, groupBy, keyOf, quantile, reaches } from './cells';
import { meets, type Known } from './context';
import { inQuota, vetoesOf, type Nodes, type Ranked } from './period';

/** Stars of a rated subject; null where the document gives none. */
export interface Starred extends Ranked {
  readonly stars: number | null;
}

export function starsOf(
  scheme: Scheme,
  ranked: readonly Ranked[],
  known: Known,
  nodes: Nodes,
): Starred[] {
  const { stars } = scheme;
  const given = stars ? givenStars(stars, scheme, ranked, nodes) : new Map<string, number>();
  return ranked.map((one) => {
    const award = stars?.awards.find(({ when }) => meets(when, one, known, nodes));
    const own = award?.stars ?? given.get(keyOf(one)) ?? null;
    if (own === null) return { ...one, stars: null };
    const effects = vetoesOf(scheme, one, known, nodes).map(({ effect }) => effect);
    const fewer = effects.filter((effect) => effect === 'lower-one').length;
    const limits = [
      ...effects.flatMap((effect) => (typeof effect === 'object' ? [effect.starsAtMost] : [])),
      ...(stars?.ceilings ?? [])
        .filter(({ when }) => meets(when, one, known, nodes))
        .map(({ atMost }) => atMost),
    ];
    return { ...one, stars: Math.max(0, Math.min(own - fewer, ...limits)) };
  });
}

function givenStars(
  stars: StarRules,
  scheme: Scheme,
  ranked: readonly Ranked[],
  nodes: Nodes,
): Map<string, number> {
  if ('clusters' in stars) return clusterStars(stars, scheme.rank.first, ranked);
  if ('earned' in stars) {
    return new Map(
      ranked.map((one) => {
        const won = stars.earned.filter((part) => above(nodes.get(part)?.get(keyOf(one)) ?? 0, 0));
        return [keyOf(one), won.length];
      }),
    );
  }
  const cuts = cutPoints(stars, ranked);
  return new Map(
    ranked.map((one) => {
      const rule = stars.rules.find(({ atLeast, percentile, top }, index) => {
        const cut = cuts.get(`${one.track} ${one.period}`)?.[index] ?? null;
        return (
          (atLeast === undefined || reaches(one.score, atLeast)) &&
          (percentile === undefined || (cut !== null && reaches(one.score, cut))) &&
          (top === undefined || inQuota(top, one, stars.atQuota))
        );
      });
      return [keyOf(one), rule?.stars ?? stars.otherwise];
    }),
  );
}

type Cuts = readonly (number | null)[];

/** Quantiles as cut points, by track and period. */
function cutPoints(
  { rules, frozen, guardrail }: Ladder,
  ranked: readonly Ranked[],
): Map<string, Cuts> {
  const cuts = new Map<string, Cuts>();
  const periods = [...new Set(ranked.map(({ period }) => period))].toSorted();
  for (const [track, own] of groupBy(ranked, (one) => one.track)) {
    const learned = (period: string): Cuts | null => {
      const scores = own.filter((one) => one.period === period).map(({ score }) => score);
      if (scores.length === 0) return null;
      return rules.map(({ percentile }) =>
        percentile === undefined ? null : quantile(scores, percentile),
      );
    };
    let before: Cuts | null = null;
    for (const period of periods) {
      const found = learned(frozen ?? period);
      if (found === null) continue;
      const held: Cuts = guardrail === undefined ? found : withinReach(found, before, guardrail);
      cuts.set(`${track} ${period}`, held);
      before = held;
    }
  }
  return cuts;
}

function withinReach(found: Cuts, before: Cuts | null, reach: number): Cuts {
  return found.map((cut, index) => {
    const last = before?.[index] ?? null;
    if (cut === null || last === null) return cut;
    return Math.max(last - reach, Math.min(last + reach, cut));
  });
}
