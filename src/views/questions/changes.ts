import { numberOf } from '../../model/row';
import { isAmong, sql } from '../../sql/sql';
import { count, question, text, type Question } from '../question';

/** A part of a change: `total` is the whole; peers is null where it can't be told apart from the performance. */
export interface ChangePart {
  readonly subject: string;
  readonly part: string;
  readonly before: number;
  readonly performance: number;
  readonly peers: number | null;
  readonly scheme: number;
  readonly after: number;
}

export function scoreChanges(subjects: readonly string[]): Question<ChangePart> {
  return question(
    sql`
      SELECT subject_id, part, before, performance, peers, scheme, after
      FROM report.score_change
      WHERE ${isAmong(sql`subject_id`, subjects)}
      ORDER BY subject_id, part`,
    (row) => ({
      subject: text(row, 'subject_id'),
      part: text(row, 'part'),
      before: count(row, 'before'),
      performance: count(row, 'performance'),
      peers: numberOf(row, 'peers'),
      scheme: count(row, 'scheme'),
      after: count(row, 'after'),
    }),
  );
}

/** The places that a subject gained, by what; `part` is `rank`. */
export function rankChanges(subjects: readonly string[]): Question<ChangePart> {
  return question(
    sql`
      SELECT subject_id, before, performance, peers, scheme, after
      FROM report.rank_change
      WHERE ${isAmong(sql`subject_id`, subjects)}
      ORDER BY subject_id`,
    (row) => ({
      subject: text(row, 'subject_id'),
      part: 'rank',
      before: count(row, 'before'),
      performance: count(row, 'performance'),
      peers: numberOf(row, 'peers'),
      scheme: count(row, 'scheme'),
      after: count(row, 'after'),
    }),
  );
}
