import type { View } from '../../model/view';
import { note, sql } from '../../sql/sql';

/**
 * The change of each subject's score between two scored periods, part by part and for the whole (part `total`), split so
 * that before + performance + peers + scheme = after:
 * performance is what the subject's own figures change while all others and the scheme stand as before; peers what the
 * others' new figures change then, through what is learned from all; scheme what the new version changes of the new
 * figures. Parts that only one version has stand with 0 in the other; `rest` is what the parts don't add up to: rounding
 * after the sum, vetoes, and roots of other kinds. Where peers can't be told apart it is NULL and in the performance.
 * Only subjects with a score at both ends are there.
 */
export const scoreChange: View = {
  name: 'report.score_change',
  reads: ['trial.result', 'trial.part'],
  columns: ['subject_id', 'part', 'before', 'performance', 'peers', 'scheme', 'after'],
  stored: false,
  sql: sql`
    ${note('score_after - score_before = performance + peers + scheme, part by part')}
    WITH whole AS (
      SELECT subject_id, what, score AS value
      FROM trial.result
      WHERE kind = 'change' AND score IS NOT NULL
    ),
    complete AS (
      SELECT subject_id, bool_or(what = 'own') AS split
      FROM whole
      GROUP BY subject_id
      HAVING count(*) FILTER (what IN ('before', 'peers', 'after')) = 3
    ),
    part AS (
      SELECT subject_id, what, part, coalesce(contribution, 0) AS value
      FROM trial.part
      WHERE kind = 'change'
    ),
    piece AS (
      SELECT subject_id, what, 'total' AS part, value FROM whole
      UNION ALL
      SELECT subject_id, what, part, value FROM part
      UNION ALL
      SELECT w.subject_id, w.what, 'rest', w.value - coalesce(sum(p.value ORDER BY p.part), 0)
      FROM whole AS w
      LEFT JOIN part AS p USING (subject_id, what)
      GROUP BY w.subject_id, w.what, w.value
    ),
    beside AS (
      SELECT
        p.subject_id, p.part, any_value(c.split) AS split,
        coalesce(max(p.value) FILTER (p.what = 'before'), 0) AS before,
        coalesce(max(p.value) FILTER (p.what = 'own'), 0) AS own,
        coalesce(max(p.value) FILTER (p.what = 'peers'), 0) AS peers,
        coalesce(max(p.value) FILTER (p.what = 'after'), 0) AS after
      FROM piece AS p
      JOIN complete AS c USING (subject_id)
      GROUP BY p.subject_id, p.part
    )
    SELECT
      b.subject_id, b.part, b.before,
      CASE WHEN b.split THEN b.own ELSE b.peers END - b.before AS performance,
      CASE WHEN b.split THEN b.peers - b.own END AS peers,
      b.after - b.peers AS scheme, b.after
    FROM beside AS b
    ORDER BY b.subject_id, b.part`.text,
};

/**
 * The change of each subject's rank between two scored periods, as gains of places, so that
 * before - performance - peers - scheme = after: the places that it gains by its own figures alone, those that it gains
 * or loses as the others' figures become the new ones, and those by the new version.
 */
export const rankChange: View = {
  name: 'report.rank_change',
  reads: ['trial.result'],
  columns: ['subject_id', 'before', 'performance', 'peers', 'scheme', 'after'],
  stored: false,
  sql: sql`
    ${note('gains of places: rank_before - rank_after = performance + peers + scheme')}
    WITH beside AS (
      SELECT
        subject_id,
        max(rank) FILTER (what = 'before') AS before, max(rank) FILTER (what = 'own') AS own,
        max(rank) FILTER (what = 'peers') AS peers, max(rank) FILTER (what = 'after') AS after
      FROM trial.result
      WHERE kind = 'change'
      GROUP BY subject_id
    )
    SELECT
      b.subject_id, b.before, b.before - coalesce(b.own, b.peers) AS performance, b.own - b.peers AS peers,
      b.peers - b.after AS scheme, b.after
    FROM beside AS b
    WHERE b.before IS NOT NULL AND b.peers IS NOT NULL AND b.after IS NOT NULL
    ORDER BY b.after, b.subject_id`.text,
};
