import type { Trial, TrialKind } from '../model/trial';
import type { View } from '../model/view';
import { compileScheme } from '../scheme/compile';
import type { Scheme } from '../scheme/shape';
import { sql } from '../sql/sql';

/** What of a run is kept. */
const kept = {
  result: {
    from: ['score.period_score', 'score.period_rank', 'score.period_stars'],
    sql: sql`
      SELECT e.subject_id, e.track, e.period_id, e.score, r.rank, s.stars
      FROM score.period_score AS e
      LEFT JOIN score.period_rank AS r USING (subject_id, period_id)
      LEFT JOIN score.period_stars AS s USING (subject_id, period_id)`.text,
  },
  part: {
    from: ['score.contribution'],
    sql: sql`
      SELECT subject_id, period_id, part, value, weight, contribution
      FROM score.contribution
      WHERE depth = 1`.text,
  },
  year: {
    from: ['score.year_level'],
    sql: sql`
      SELECT subject_id, year, stars, score, rank, level
      FROM score.year_level`.text,
  },
} as const;

/**
 * A run of a scheme from its data to ranks and stars of the period, and no further than what is kept.
 * @param more what is kept beside them: what the parts of the whole score bring, and the results of the year
 */
export function schemeTrial(
  kind: TrialKind,
  what: string,
  scheme: Scheme,
  more: readonly ('part' | 'year')[] = [],
): Trial {
  const tables = ['result', ...more] as const;
  const wanted = tables.flatMap((table) => kept[table].from);
  return {
    kind,
    what,
    views: neededFor(wanted, compileScheme(scheme)),
    keep: Object.fromEntries(tables.map((table) => [table, kept[table].sql])),
  };
}

/** The views that these are made of, themselves among them. */
function neededFor(wanted: readonly string[], views: readonly View[]): View[] {
  const needed = new Set(wanted);
  for (const view of views.toReversed())
    if (needed.has(view.name)) view.reads.forEach((name) => needed.add(name));
  return views.filter(({ name }) => needed.has(name));
}
