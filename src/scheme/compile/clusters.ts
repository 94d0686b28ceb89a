import type { View } from '../../model/view';
import { lit, note, sql, type Sql } from '../../sql/sql';
import type { Scheme, StarRules } from '../shape';
import { compared } from './compared';

type Clusters = Extract<StarRules, { clusters: unknown }>;

/**
 * Scores put into groups along one line: centres start at evenly spaced quantiles and move to the mean of the scores
 * nearest to them until none moves. Every round is kept in `score.star_centre`.
 */
export function clusterViews(scheme: Scheme, stars: Clusters): View[] {
  const again = stars.clusters.without !== undefined;
  return [
    centres(stars, 'score.star_centre', firstPoints(), seedsByQuantile(stars.most)),
    ...(again
      ? [
          centres(
            stars,
            'score.star_centre_again',
            nearPoints(stars.clusters.without ?? 0),
            seedsBefore,
          ),
        ]
      : []),
    members(scheme, again ? 'score.star_centre_again' : 'score.star_centre'),
  ];
}

function firstPoints(): Sql {
  return sql`SELECT period_id, track, score FROM score.period_rank`;
}

/** Scores whose distance to the centre of their group is not out of the common run. */
function nearPoints(deviations: number): Sql {
  return sql`
    SELECT period_id, track, score
    FROM (
      SELECT
        r.period_id, r.track, r.score, abs(r.score - c.centres[${nearest(sql`c.centres`, sql`r.score`)}]) AS distance
      FROM score.period_rank AS r
      JOIN (
        FROM score.star_centre
        QUALIFY row_number() OVER (PARTITION BY period_id, track ORDER BY round DESC) = 1
      ) AS c USING (period_id, track)
    )
    WINDOW own AS (
      PARTITION BY period_id, track
      ORDER BY distance ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
    QUALIFY ${compared(sql`distance`)}
      <= ${compared(sql`avg(distance) OVER own + ${lit(deviations)} * stddev_pop(distance) OVER own`)}`;
}

function seedsByQuantile(most: number): Sql {
  const seeds = Array.from({ length: most }, (_, index) => (index + 0.5) / most);
  return sql`
    SELECT
      0 AS round, period_id, track, quantile_cont(score, [${joined(seeds)}]) AS centres,
      CAST(NULL AS DOUBLE) AS moved, count(*) AS members
    FROM point
    GROUP BY period_id, track
    HAVING count(DISTINCT ${compared(sql`score`)}) >= ${lit(most)}`;
}

const seedsBefore = sql`
  SELECT
    0 AS round, c.period_id, c.track, c.centres, CAST(NULL AS DOUBLE) AS moved, c.members
  FROM (
    FROM score.star_centre
    QUALIFY row_number() OVER (PARTITION BY period_id, track ORDER BY round DESC) = 1
  ) AS c`;

function joined(values: readonly number[]): Sql {
  return values
    .map((value) => lit(Number(value.toPrecision(12))))
    .reduce((list, value) => sql`${list}, ${value}`);
}

/** Number of the nearest centre, from 1; the lower one of two as near. */
function nearest(list: Sql, score: Sql): Sql {
  const distances = sql`list_transform(${list}, lambda centre: ${compared(sql`abs(centre - ${score})`)})`;
  return sql`list_position(${distances}, list_min(${distances}))`;
}

function centres({ clusters }: Clusters, name: View['name'], points: Sql, seeds: Sql): View {
  const { rounds, tolerance } = clusters;
  return {
    name,
    reads: ['score.period_rank', ...(name === 'score.star_centre' ? [] : ['score.star_centre'])],
    columns: ['round', 'period_id', 'track', 'centres', 'moved', 'members'],
    stored: true,
    sql: sql`
      ${note(`stars.clusters: at most ${rounds} rounds, until no centre moves by more than ${tolerance}`)}
      WITH RECURSIVE point AS (
        ${points}
      ),
      centre AS (
        ${seeds}
        UNION ALL
        SELECT
          round + 1, period_id, track, next,
          list_max(list_transform(list_zip(next, centres), lambda pair: abs(pair[1] - pair[2]))), members
        FROM (
          SELECT
            round, period_id, track, centres, members,
            list_transform(range(1, len(centres) + 1), lambda number: coalesce(found[number], centres[number])) AS next
          FROM (
            SELECT
              round, period_id, track, centres, members,
              map_from_entries(list({'number': number, 'place': place})) AS found
            FROM (
              SELECT round, period_id, track, centres, members, number, avg(score ORDER BY score) AS place
              FROM (
                SELECT
                  c.round, c.period_id, c.track, c.centres, c.members, p.score,
                  CAST(${nearest(sql`c.centres`, sql`p.score`)} AS BIGINT) AS number
                FROM centre AS c
                JOIN point AS p USING (period_id, track)
                WHERE coalesce(c.moved > ${lit(tolerance)}, TRUE) AND c.round < ${lit(rounds)}
              )
              GROUP BY round, period_id, track, centres, members, number
            )
            GROUP BY round, period_id, track, centres, members
          )
        )
      )
      SELECT round, period_id, track, centres, moved, CAST(members AS INTEGER) AS members
      FROM centre`.text,
  };
}

/** Each score with the nearest of the last centres; the lowest centre is one star, unless the lowest score is first. */
function members(scheme: Scheme, source: string): View {
  const number = nearest(sql`c.centres`, sql`r.score`);
  const stars = scheme.rank.first === 'highest' ? number : sql`len(c.centres) + 1 - ${number}`;
  return {
    name: 'score.star_cluster',
    reads: ['score.period_rank', source],
    columns: ['subject_id', 'period_id', 'stars'],
    stored: true,
    sql: sql`
      ${note('stars.clusters: the group that each score is nearest to')}
      SELECT r.subject_id, r.period_id, CAST(${stars} AS INTEGER) AS stars
      FROM score.period_rank AS r
      JOIN (
        FROM ${source === 'score.star_centre' ? sql`score.star_centre` : sql`score.star_centre_again`}
        QUALIFY row_number() OVER (PARTITION BY period_id, track ORDER BY round DESC) = 1
      ) AS c USING (period_id, track)`.text,
  };
}

/** The centres of every round. */
export function clusterCalibration(): { reads: string[]; selects: Sql[] } {
  return {
    reads: ['score.star_centre'],
    selects: [
      sql`
        SELECT
          'stars.clusters' AS clause, period_id, track, 'round ' || round || ' centre ' || number AS name,
          centres[number] AS value
        FROM score.star_centre, (SELECT unnest(range(1, 101)) AS number)
        WHERE number <= len(centres)`,
    ],
  };
}
