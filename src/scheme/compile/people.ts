import type { View } from '../../model/view';
import { join, lit, note, sql } from '../../sql/sql';
import type { Scheme } from '../shape';

/** A group of fewer people says too much about each of them. */
export const smallestGroup = 5;

/** Whether a scheme scores people, who are shown in groups only. */
export function isOfPeople({ subject: { kind } }: Scheme): boolean {
  return kind === 'cadre' || kind === 'member' || kind === 'household';
}

/**
 * Scores of people by place and track: how many they are, their mean, and how many have the most and the fewest stars.
 * Groups of fewer than five say nothing but that they are there; a number of fewer than five is left out.
 */
export function peopleView(scheme: Scheme): View {
  const scopes = ['all', 'town', 'track'] as const;
  const place = { all: sql`'*'`, town: sql`coalesce(s.town, '')`, track: sql`r.track` };
  const most = lit(scheme.stars?.most ?? null);
  const fewest = lit(fewestStars(scheme));
  const groups = scopes.map(
    (scope) => sql`
      SELECT ${lit(scope)} AS scope, ${place[scope]} AS place, r.period_id, r.score, t.stars
      FROM score.period_rank AS r
      JOIN canon.subject AS s USING (subject_id)
      JOIN score.period_stars AS t USING (subject_id, period_id)`,
  );
  const enough = sql`count(*) >= ${lit(smallestGroup)}`;
  const counted = (stars: ReturnType<typeof lit>) => sql`
    CASE
      WHEN ${enough} AND count(*) FILTER (stars = ${stars}) NOT BETWEEN 1 AND ${lit(smallestGroup - 1)}
        THEN CAST(count(*) FILTER (stars = ${stars}) AS INTEGER)
    END`;
  return {
    name: 'score.people',
    reads: ['score.period_rank', 'canon.subject', 'score.period_stars'],
    columns: ['period_id', 'scope', 'place', 'people', 'mean_score', 'most_stars', 'fewest_stars'],
    stored: false,
    sql: sql`
      ${note(`subject.kind: ${scheme.subject.kind}; groups under ${smallestGroup} are left out`)}
      SELECT
        period_id, scope, place,
        CASE WHEN ${enough} THEN CAST(count(*) AS INTEGER) END AS people,
        CASE WHEN ${enough} THEN avg(score ORDER BY score) END AS mean_score,
        ${counted(most)} AS most_stars, ${counted(fewest)} AS fewest_stars
      FROM (
        ${join(groups, '\nUNION ALL\n')}
      )
      GROUP BY period_id, scope, place`.text,
  };
}

function fewestStars({ stars }: Scheme): number | null {
  if (!stars) return null;
  if ('rules' in stars) return Math.min(stars.otherwise, ...stars.rules.map((one) => one.stars));
  return 'earned' in stars ? 0 : 1;
}
