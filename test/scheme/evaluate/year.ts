import { periodsInYear } from '../../../src/model/period';
import type { Scheme } from '../../../src/scheme/shape';
import { groupBy, keyOf, mean, reaches, sum } from './cells';
import { inQuota, placesIn, together, type Key, type Placed, type Scored } from './period';
import { roundDecimal } from './round';
import type { Starred } from './stars';

export interface Annual {
  readonly subject: string;
  readonly track: string;
  readonly year: number;
  readonly stars: number | null;
  readonly score: number | null;
}

export type Levelled = Annual & Placed & { readonly level: number | null };

type Year = NonNullable<Scheme['year']>;

export function annualResults(
  scheme: Scheme & { year: Year },
  scores: readonly Scored[],
  stars: readonly Starred[],
): Annual[] {
  const results = new Map(stars.map((one) => [keyOf(one), one]));
  const { year } = scheme;
  const periods = year.periods ?? periodsInYear(scheme.rollUp?.to ?? scheme.cadence);
  const groups = groupBy(
    scores.filter((one) => one.year !== null),
    (one) => `${one.subject} ${one.year ?? ''}`,
  );
  return [...groups.values()].flatMap((group): Annual[] => {
    const ordered = group.toSorted((a, b) => a.number - b.number);
    const latest = ordered.at(-1);
    if (latest?.year == null) return [];
    const found = ordered.flatMap((one) => results.get(keyOf(one)) ?? []);
    const enough = (count: number) => year.missing === 'present' || count === periods;
    const won = found.flatMap((one) => one.stars ?? []);
    const points = found.map(({ score }) => score);
    const score = enough(points.length) ? together(year.score.combine, points) : null;
    return [
      {
        subject: latest.subject,
        track: latest.track,
        year: latest.year,
        stars: enough(won.length) ? starsTogether(year.combine, won) : null,
        score: score === null ? null : roundDecimal(score, year.score.round),
      },
    ];
  });
}

function starsTogether(combine: Year['combine'], won: readonly number[]): number | null {
  if (won.length === 0) return null;
  if (combine === 'count') return won.filter((stars) => stars > 0).length;
  if (combine === 'mean') return mean(won);
  return combine === 'sum' ? sum(won) : together(combine, won);
}

export function levelsOf(scheme: Scheme & { year: Year }, annual: readonly Annual[]): Levelled[] {
  const { rank, levels, atQuota } = scheme.year;
  const rated = annual.filter((one) => rank.by.every((key) => one[key] !== null));
  const keys = rank.by.map((key): Key<Annual> => ({
    of: (one) => one[key],
    first: key === 'score' ? scheme.rank.first : 'highest',
  }));
  const groups = groupBy(rated, (one) =>
    rank.within === 'track' ? `${one.year} ${one.track}` : String(one.year),
  );
  return [...groups.values()]
    .flatMap((group) => placesIn(group, keys, rank.ties))
    .map((one) => {
      const figure = (rank.by.includes('stars') ? one.stars : one.score) ?? 0;
      const rule = levels.find(
        ({ atLeast, top }) =>
          (atLeast === undefined || reaches(figure, atLeast)) &&
          (top === undefined || inQuota(top, one, atQuota)),
      );
      return { ...one, level: rule?.level ?? null };
    });
}
