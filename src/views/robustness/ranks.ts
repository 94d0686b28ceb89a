import type { View } from '../../model/view';
import { lit, note, sql } from '../../sql/sql';

/** Ranks of the scheme as it stands beside those of a kind of runs: `s`, of which there may be several runs, and `t`. */
function beside(kind: string) {
  return sql`
    FROM trial.result AS s
    JOIN trial.result AS t USING (subject_id, period_id)
    WHERE
      s.run = (SELECT min(run) FROM trial.result WHERE kind = 'as-is')
      AND s.rank IS NOT NULL AND t.kind = ${lit(kind)}`;
}

/**
 * How far ranks shift when a part is left out: the mean and the largest of their absolute changes over the subjects that
 * have a rank with and without it, how many of these change stars, and how many have no rank without it.
 */
export const leftOutShift: View = {
  name: 'report.left_out_shift',
  reads: ['trial.result'],
  columns: [
    'part',
    'period_id',
    'subjects',
    'mean_shift',
    'largest_shift',
    'stars_changed',
    'unranked',
  ],
  stored: false,
  sql: sql`
    ${note('leave one part out: shift of ranks')}
    SELECT
      t.what AS part, t.period_id, CAST(count(t.rank) AS INTEGER) AS subjects,
      sum(abs(t.rank - s.rank)) / count(t.rank) AS mean_shift,
      max(abs(t.rank - s.rank)) AS largest_shift,
      CAST(count(*) FILTER (t.stars <> s.stars) AS INTEGER) AS stars_changed,
      CAST(count(*) FILTER (t.rank IS NULL) AS INTEGER) AS unranked
    ${beside('leave-out')}
    GROUP BY t.what, t.period_id
    ORDER BY t.period_id, mean_shift DESC, part`.text,
};

/**
 * Where a subject's rank and stars lie over the draws: median, and the 5th and 95th of a hundred (the nearest that
 * occurred). `share_in_top` is the share of all draws in which it is among the first places; a draw that leaves it
 * without a rank counts as not. `crosses` says that the interval of its stars holds more than one number.
 * @param top how many places count as the top
 */
export function rankInterval(top: number): View {
  return {
    name: 'report.rank_interval',
    reads: ['trial.result'],
    columns: [
      'subject_id',
      'track',
      'period_id',
      'rank',
      'runs',
      'ranked',
      'median_rank',
      'low_rank',
      'high_rank',
      'top',
      'share_in_top',
      'stars',
      'low_stars',
      'high_stars',
      'share_same_stars',
      'crosses',
    ],
    stored: false,
    sql: sql`
      ${note(`draws: ranks and stars that a subject may have; the top ${top}`)}
      SELECT
        s.subject_id, s.track, s.period_id, s.rank,
        CAST(count(*) AS INTEGER) AS runs, CAST(count(t.rank) AS INTEGER) AS ranked,
        median(t.rank) AS median_rank,
        quantile_disc(t.rank, 0.05) AS low_rank, quantile_disc(t.rank, 0.95) AS high_rank,
        CAST(${lit(top)} AS INTEGER) AS top,
        count(*) FILTER (t.rank <= ${lit(top)}) / count(*) AS share_in_top,
        s.stars, quantile_disc(t.stars, 0.05) AS low_stars, quantile_disc(t.stars, 0.95) AS high_stars,
        count(*) FILTER (t.stars IS NOT DISTINCT FROM s.stars) / count(*) AS share_same_stars,
        coalesce(low_stars < high_stars, FALSE) AS crosses
      ${beside('draw')}
      GROUP BY s.subject_id, s.track, s.period_id, s.rank, s.stars
      ORDER BY s.period_id, s.track, s.rank, s.subject_id`.text,
  };
}

/**
 * Pairs of subjects that change places when a third is removed from the data: `ahead` is before `behind` in the
 * ranking of all, and after it without `without`. Ties that open or close are no reversal.
 */
export const rankReversal: View = {
  name: 'report.rank_reversal',
  reads: ['trial.result'],
  columns: ['without', 'period_id', 'ahead', 'behind', 'rank_ahead', 'rank_behind'],
  stored: false,
  sql: sql`
    ${note('rank reversal: pairs that change places without a third subject')}
    WITH placed AS (
      SELECT t.what AS without, s.track, s.subject_id, s.period_id, s.rank, t.rank AS rank_without
      ${beside('without')} AND t.rank IS NOT NULL
    )
    SELECT
      a.without, a.period_id, a.subject_id AS ahead, b.subject_id AS behind, a.rank AS rank_ahead,
      b.rank AS rank_behind
    FROM placed AS a
    JOIN placed AS b
      ON b.without = a.without AND b.period_id = a.period_id AND b.track = a.track
      AND b.rank > a.rank AND b.rank_without < a.rank_without
    ORDER BY a.without, a.period_id, a.rank, b.rank`.text,
};
