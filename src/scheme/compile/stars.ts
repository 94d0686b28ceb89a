import type { View } from '../../model/view';
import { periodOrder } from '../../sql/period-order';
import { join, lit, note, sql, type Sql } from '../../sql/sql';
import type { Ladder, Scheme, StarRules } from '../shape';
import { clusterViews, clusterCalibration } from './clusters';
import { compared } from './compared';
import { holds, readsOf } from './condition';
import { meets, places } from './ladder';
import { rankColumns } from './period';

/** Stars of a period: by rules, by clusters or counted, then awards, vetoes and ceilings. */
export function starViews(scheme: Scheme): View[] {
  const { stars } = scheme;
  if (!stars) return [limited(scheme, sql`NULL`, sql`NULL`, [])];
  if ('clusters' in stars) {
    return [
      ...clusterViews(scheme, stars),
      limited(scheme, sql`c.stars`, sql`NULL`, ['score.star_cluster']),
    ];
  }
  if ('earned' in stars)
    return [limited(scheme, earnedStars(stars.earned), sql`NULL`, ['score.part_value'])];
  const cuts = hasCuts(stars);
  const reads = cuts ? ['score.star_cut'] : [];
  return [
    ...(cuts ? [starCut(stars)] : []),
    limited(
      scheme,
      byRules(stars, ({ stars: given }) => given, stars.otherwise),
      byRules(stars, (_, index) => index + 1, null),
      reads,
    ),
  ];
}

function hasCuts({ rules }: Ladder): boolean {
  return rules.some(({ percentile }) => percentile !== undefined);
}

function byRules(
  ladder: Ladder,
  result: (rule: Ladder['rules'][number], index: number) => number,
  otherwise: number | null,
): Sql {
  const cases = ladder.rules.map((rule, index) => {
    const cut = rule.percentile === undefined ? undefined : cutColumn(index);
    return sql`WHEN ${meets(rule, sql`r.score`, ladder.atQuota, cut)} THEN ${lit(result(rule, index))}`;
  });
  return sql`
    CASE
      ${join(cases, '\n')}
      ${otherwise === null ? sql`` : sql`ELSE ${lit(otherwise)}`}
    END`;
}

function cutColumn(index: number): Sql {
  return sql`k.cuts[${lit(index + 1)}]`;
}

/** One star for each of the parts that is won. */
function earnedStars(parts: readonly string[]): Sql {
  return sql`
    (
      SELECT count(*)
      FROM score.part_value AS v
      WHERE v.node IN (${join(parts.map((part) => lit(part)))})
        AND v.subject_id = r.subject_id AND v.period_id = r.period_id AND ${compared(sql`v.value`)} > 0
    )`;
}

/**
 * Quantiles as cut points, a list by rule for each period and track: of the period itself or of the frozen one, held
 * within the guardrail of the period before.
 */
function starCut(ladder: Ladder): View {
  const { rules, frozen, guardrail } = ladder;
  const quantiles = join(
    rules.map(({ percentile }) =>
      percentile === undefined
        ? sql`CAST(NULL AS DOUBLE)`
        : sql`quantile_cont(score, ${lit(percentile)})`,
    ),
  );
  const learned = sql`
    SELECT period_id, track, [${quantiles}] AS cuts
    FROM score.period_rank
    GROUP BY period_id, track`;
  const place = sql`row_number() OVER (PARTITION BY track ORDER BY ${periodOrder(sql`period_id`)})`;
  const statement =
    frozen !== undefined
      ? sql`
          SELECT p.period_id, k.track, k.cuts
          FROM (${learned}) AS k
          CROSS JOIN (SELECT DISTINCT period_id FROM score.period_rank) AS p
          WHERE k.period_id = ${lit(frozen)}`
      : guardrail === undefined
        ? learned
        : sql`
            WITH RECURSIVE learned AS (
              SELECT *, ${place} AS place FROM (${learned})
            ),
            held AS (
              SELECT period_id, track, cuts, place FROM learned WHERE place = 1
              UNION ALL
              SELECT
                l.period_id, l.track,
                list_transform(
                  list_zip(l.cuts, h.cuts),
                  lambda pair: greatest(pair[2] - ${lit(guardrail)}, least(pair[2] + ${lit(guardrail)}, pair[1]))
                ),
                l.place
              FROM held AS h
              JOIN learned AS l ON l.track = h.track AND l.place = h.place + 1
            )
            SELECT period_id, track, cuts FROM held`;
  return {
    name: 'score.star_cut',
    reads: ['score.period_rank'],
    columns: ['period_id', 'track', 'cuts'],
    stored: true,
    sql: sql`
      ${note('stars.rules: cut points learned as quantiles')}
      ${statement}`.text,
  };
}

/** Awards first, then what vetoes and ceilings leave. */
function limited(scheme: Scheme, given: Sql, rule: Sql, reads: readonly string[]): View {
  const { stars, vetoes } = scheme;
  const judged = vetoes.some(({ effect }) => effect === 'lower-one' || typeof effect === 'object');
  const { awards, ceilings } = limitsOf(stars);
  const awarded = join(
    awards.map(({ when, stars: count }) => sql`WHEN ${holds(when)} THEN ${lit(count)}`),
    '\n',
  );
  const before =
    awards.length === 0
      ? sql`given_stars`
      : sql`
          CASE
            ${awarded}
            ELSE given_stars
          END`;
  const limits = [
    ...(judged ? [sql`x.at_most`] : []),
    ...ceilings.map(({ when, atMost }) => sql`CASE WHEN ${holds(when)} THEN ${lit(atMost)} END`),
  ];
  const most = limits.length === 0 ? lit(null) : sql`least(${join(limits)})`;
  const wished = judged ? sql`${before} - coalesce(x.fewer, 0)` : before;
  return {
    name: 'score.period_stars',
    reads: [
      ...new Set([
        'score.period_rank',
        ...reads,
        ...(judged ? ['score.veto'] : []),
        ...readsOf([...awards, ...ceilings].map(({ when }) => when)),
      ]),
    ],
    columns: [...rankColumns, 'stars', 'rule', 'given_stars', 'at_most'],
    stored: true,
    sql: sql`
      ${noteOf(stars)}
      WITH judged AS (
        SELECT
          r.subject_id, r.track, r.period_id, r.year, r.score, r.rank, r.position, r.rated, r.tied,
          CAST(${given} AS INTEGER) AS given_stars,
          CAST(${rule} AS INTEGER) AS rule
        FROM score.period_rank AS r
        ${joinsOf(stars)}
      ),
      held AS (
        SELECT
          e.*,
          ${wished} AS wished,
          CAST(${most} AS INTEGER) AS at_most
        FROM judged AS e
        ${judged ? vetoLimits : sql``}
      )
      SELECT
        subject_id, track, period_id, year, score, rank, position, rated, tied,
        CASE WHEN wished IS NOT NULL THEN CAST(greatest(0, least(wished, at_most)) AS INTEGER) END AS stars,
        rule, given_stars, at_most
      FROM held`.text,
  };
}

const vetoLimits = sql`
  LEFT JOIN (
    SELECT
      subject_id, period_id, count(*) FILTER (effect = 'lower-one') AS fewer, min(stars_at_most) AS at_most
    FROM score.veto
    GROUP BY subject_id, period_id
  ) AS x USING (subject_id, period_id)`;

function limitsOf(stars: StarRules | undefined) {
  return { awards: stars?.awards ?? [], ceilings: stars?.ceilings ?? [] };
}

function joinsOf(stars: StarRules | undefined): Sql {
  if (!stars) return sql``;
  if ('clusters' in stars)
    return sql`LEFT JOIN score.star_cluster AS c USING (subject_id, period_id)`;
  if ('earned' in stars || !hasCuts(stars)) return sql``;
  return sql`LEFT JOIN score.star_cut AS k USING (period_id, track)`;
}

function noteOf(stars: StarRules | undefined): Sql {
  if (!stars) return note('stars: none');
  if ('clusters' in stars) return note(`stars.clusters: ${stars.most} groups`);
  if ('earned' in stars) return note(`stars.earned: one each for ${stars.earned.join(', ')}`);
  return note(
    `stars.rules: the first that a subject meets; tied across a quota's last place: ${stars.atQuota}`,
  );
}

/** Places of quotas, cut points and centres of clusters, as rows of the calibration. */
export function starCalibration(scheme: Scheme): { reads: string[]; selects: Sql[] } {
  const { stars } = scheme;
  if (!stars || 'earned' in stars) return { reads: [], selects: [] };
  if ('clusters' in stars) return clusterCalibration();
  const quotas = stars.rules.flatMap((rule, index) =>
    rule.top
      ? [
          sql`
            SELECT DISTINCT
              ${lit(`stars.rules[${index}].top`)} AS clause, period_id, track, 'places' AS name,
              CAST(${places(rule.top)} AS DOUBLE) AS value
            FROM score.period_rank`,
        ]
      : [],
  );
  const cuts = stars.rules.flatMap(({ percentile }, index) =>
    percentile === undefined
      ? []
      : [
          sql`
            SELECT
              ${lit(`stars.rules[${index}].percentile`)} AS clause, period_id, track, 'cut' AS name,
              cuts[${lit(index + 1)}] AS value
            FROM score.star_cut`,
        ],
  );
  return {
    reads: [
      ...(quotas.length > 0 ? ['score.period_rank'] : []),
      ...(cuts.length > 0 ? ['score.star_cut'] : []),
    ],
    selects: [...quotas, ...cuts],
  };
}
