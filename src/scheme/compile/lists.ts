import type { View } from '../../model/view';
import { periodOrder } from '../../sql/period-order';
import { join, lit, note, rows, sql, type Sql } from '../../sql/sql';
import type { Lists, Scheme } from '../shape';
import { holds, readsOf } from './condition';
import { rankKeys } from './period';
import { pairView } from './pairs';

/** Who is named, for better or worse. */
export function listViews(scheme: Scheme): View[] {
  const { rectification, pairs, moves } = scheme.lists;
  return [
    watch(scheme.lists),
    streak(scheme.lists),
    ...(rectification ? [listed(scheme, rectification), rectified(rectification)] : []),
    ...(pairs ? [pairView(pairs)] : []),
    ...(moves ? [moved(moves)] : []),
  ];
}

function watch({ watch: rule }: Lists): View {
  return {
    name: 'score.watch',
    reads: ['score.year_level'],
    columns: ['subject_id', 'track', 'year', 'stars', 'rank'],
    stored: false,
    sql: sql`
      ${note(rule ? `lists.watch: ${rule.starsAtMost} stars or fewer over the year` : 'lists.watch: none')}
      SELECT subject_id, track, year, stars, rank
      FROM score.year_level
      WHERE ${rule ? sql`stars <= ${lit(rule.starsAtMost)}` : lit(false)}`.text,
  };
}

function streak({ streak: rule }: Lists): View {
  return {
    name: 'score.streak',
    reads: ['score.year_level'],
    columns: ['subject_id', 'track', 'year', 'level', 'years'],
    stored: false,
    sql: sql`
      ${note(rule ? `lists.streak: level ${rule.level} or above, ${rule.years} years running` : 'lists.streak: none')}
      WITH run AS (
        SELECT
          subject_id, track, year, level,
          year - row_number() OVER (PARTITION BY subject_id ORDER BY year) AS start
        FROM score.year_level
        WHERE ${rule ? sql`level >= ${lit(rule.level)}` : lit(false)}
      )
      SELECT
        subject_id, track, year, level,
        CAST(row_number() OVER (PARTITION BY subject_id, start ORDER BY year) AS INTEGER) AS years
      FROM run
      QUALIFY years >= ${lit(rule?.years ?? 1)}`.text,
  };
}

type Rectification = NonNullable<Lists['rectification']>;

const roundings = {
  down: (exact: Sql) => sql`floor(${exact})`,
  'half-up': (exact: Sql) => sql`round(${exact}, 0)`,
  up: (exact: Sql) => sql`ceil(${exact})`,
};

/** Every reason in every period: a place among the lowest, or a condition. */
function listed(scheme: Scheme, { bottom, when }: Rectification): View {
  const { worstFirst, joins, reads } = rankKeys(scheme);
  const bottoms = bottom.map(({ kind, share, round }, index) => {
    const among = kind === undefined ? sql`` : sql`WHERE s.kind = ${lit(kind)}`;
    return sql`
      SELECT subject_id, period_id, ${lit(`lists.rectification.bottom[${index}]`)} AS reason
      FROM (
        SELECT
          subject_id, period_id,
          rank() OVER (PARTITION BY period_id ORDER BY ${worstFirst}) AS from_last,
          count(*) OVER (PARTITION BY period_id) AS members
        FROM score.period_rank AS r
        JOIN canon.subject AS s USING (subject_id)
        ${joins}
        ${among}
      )
      WHERE from_last <= ${roundings[round](sql`${lit(share)} * members`)}`;
  });
  const conditions = when.map(
    (condition, index) => sql`
      SELECT e.subject_id, e.period_id, ${lit(`lists.rectification.when[${index}]`)} AS reason
      FROM score.entry AS e
      WHERE ${holds(condition)}`,
  );
  const none = sql`
    SELECT CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS VARCHAR) AS period_id, CAST(NULL AS VARCHAR) AS reason
    WHERE FALSE`;
  const reasons = [...bottoms, ...conditions];
  const selects = reasons.length > 0 ? reasons : [none];
  return {
    name: 'score.rectification_reason',
    reads: [
      ...new Set([
        ...(bottoms.length > 0 ? ['score.period_rank', 'canon.subject', ...reads] : []),
        ...(when.length > 0 ? ['score.entry', ...readsOf(when)] : []),
      ]),
    ],
    columns: ['subject_id', 'period_id', 'reason'],
    stored: true,
    sql: sql`
      ${note('lists.rectification: who meets a reason to be listed, and which')}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
}

/**
 * The list in each period: an entry lasts so many periods, and a reason met in that time, or without a break from the
 * period before, extends it: who never was without a reason has not left. Entering again soon after leaving is a relapse.
 */
function rectified({ periods, relapse }: Rectification): View {
  const stays = sql`(s.until >= s.place + 1 OR s.reason IS NOT NULL)`;
  return {
    name: 'score.rectification',
    reads: ['score.rectification_reason', 'score.entry'],
    columns: ['subject_id', 'period_id', 'entered', 'reason', 'extended', 'relapse'],
    stored: true,
    sql: sql`
      ${note(`lists.rectification: for ${periods} periods, a relapse within ${relapse} of leaving`)}
      WITH RECURSIVE round AS (
        SELECT period_id, row_number() OVER (ORDER BY ${periodOrder(sql`period_id`)}) AS place
        FROM (SELECT DISTINCT period_id FROM score.entry)
      ),
      met AS (
        SELECT m.subject_id, r.place, string_agg(m.reason, ', ' ORDER BY m.reason) AS reason
        FROM score.rectification_reason AS m
        JOIN round AS r USING (period_id)
        GROUP BY m.subject_id, r.place
      ),
      state AS (
        SELECT
          s.subject_id, 0 AS place, 0 AS until, 0 AS entered, 0 AS left_after, CAST(NULL AS VARCHAR) AS reason,
          FALSE AS extended, FALSE AS relapse
        FROM (SELECT DISTINCT subject_id FROM met) AS s
        UNION ALL
        SELECT
          s.subject_id, s.place + 1,
          CASE WHEN m.reason IS NOT NULL THEN s.place + ${lit(periods)} ELSE s.until END,
          CASE WHEN m.reason IS NOT NULL AND NOT ${stays} THEN s.place + 1 ELSE s.entered END,
          CASE WHEN m.reason IS NOT NULL THEN s.place + ${lit(periods)} ELSE s.left_after END,
          m.reason,
          m.reason IS NOT NULL AND ${stays},
          m.reason IS NOT NULL AND NOT ${stays} AND s.left_after > 0
            AND s.place + 1 - s.left_after <= ${lit(relapse)}
        FROM state AS s
        JOIN round AS r ON r.place = s.place + 1
        LEFT JOIN met AS m ON m.subject_id = s.subject_id AND m.place = s.place + 1
      )
      SELECT
        s.subject_id, r.period_id, b.period_id AS entered, s.reason, s.extended, s.relapse
      FROM state AS s
      JOIN round AS r USING (place)
      JOIN round AS b ON b.place = s.entered
      WHERE s.until >= s.place AND s.place > 0`.text,
  };
}

/** Who changes track after a year. */
function moved({ order, up, down }: NonNullable<Lists['moves']>): View {
  const steps = rows(
    ['track', 'above', 'below'],
    order.map((track, index) => [track, order[index + 1] ?? null, order[index - 1] ?? null]),
  );
  return {
    name: 'score.move',
    reads: ['score.year_level'],
    columns: ['subject_id', 'year', 'from_track', 'to_track', 'rank'],
    stored: false,
    sql: sql`
      ${note(`lists.moves: first ${up} up, last ${down} down`)}
      SELECT l.subject_id, l.year, l.track AS from_track,
        CASE WHEN l.position + l.tied - 1 <= ${lit(up)} THEN given.above ELSE given.below END AS to_track, l.rank
      FROM score.year_level AS l
      JOIN ${steps} USING (track)
      WHERE (l.position + l.tied - 1 <= ${lit(up)} AND given.above IS NOT NULL)
        OR (l.position > l.rated - ${lit(down)} AND given.below IS NOT NULL)`.text,
  };
}
