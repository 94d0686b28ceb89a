import { textOf } from '../../model/row';
import { lit, sql } from '../../sql/sql';
import { question, text, type Question } from '../question';

/** A subject of the data; its track and level are those of a year's results where it has some. */
export interface SubjectLine {
  readonly subject: string;
  readonly name: string;
  readonly district: string | null;
  readonly town: string | null;
  readonly track: string | null;
  readonly kind: string | null;
  /** The number of the level, `none` for the rated without one, `unrated`; null for those without results. */
  readonly level: string | null;
}

/** @param year the newest where it is null or has no results */
export function subjects(year: number | null): Question<SubjectLine> {
  return question(
    sql`
      WITH shown AS (
        SELECT coalesce(max(year) FILTER (WHERE year = ${lit(year ?? 0)}), max(year)) AS year
        FROM report.annual_level
      )
      SELECT
        s.subject_id, s.name, s.district, s.town, coalesce(a.track, s.track) AS track, s.kind,
        CASE
          WHEN a.level IS NOT NULL THEN CAST(a.level AS VARCHAR)
          WHEN a.rank IS NOT NULL THEN 'none'
          WHEN a.subject_id IS NOT NULL THEN 'unrated'
        END AS level
      FROM canon.subject AS s
      LEFT JOIN (SELECT * FROM report.annual_level WHERE year = (SELECT year FROM shown)) AS a
        USING (subject_id)
      ORDER BY s.town, s.name, s.subject_id`,
    (row) => ({
      subject: text(row, 'subject_id'),
      name: text(row, 'name'),
      district: textOf(row, 'district'),
      town: textOf(row, 'town'),
      track: textOf(row, 'track'),
      kind: textOf(row, 'kind'),
      level: textOf(row, 'level'),
    }),
  );
}

/** A subject that can be chosen, with the track that it was in last. */
export interface Choosable {
  readonly subject: string;
  readonly code: string | null;
  readonly name: string;
  readonly town: string;
  readonly track: string;
}

export function choosableSubjects(): Question<Choosable> {
  return question(
    sql`
      SELECT e.subject_id, s.code, s.name, s.town, max_by(e.track, e.period_id) AS track
      FROM score.period_score AS e
      JOIN canon.subject AS s USING (subject_id)
      GROUP BY e.subject_id, s.code, s.name, s.town
      ORDER BY s.town, s.name, e.subject_id`,
    (row) => ({
      subject: text(row, 'subject_id'),
      code: textOf(row, 'code'),
      name: text(row, 'name'),
      town: text(row, 'town'),
      track: text(row, 'track'),
    }),
  );
}
