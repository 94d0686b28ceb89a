import { isAmong, lit, rows, sql, type Sql, type Value } from '../../../sql/sql';

export const compareScopes = ['all', 'district', 'town', 'track'] as const;

/** Whom a side of a comparison is about: all, a district, a town of a district, or a track. */
export type CompareScope = (typeof compareScopes)[number];

/** One of those compared: a group of subjects in a year, by the scheme applied or by a version that was tried. */
export interface CompareSide {
  /** `id@version` of a version tried; empty for the scheme applied. */
  readonly source: string;
  readonly year: number;
  readonly scope: CompareScope;
  /** District of a town; empty else, and where the roster says none. */
  readonly district: string;
  readonly place: string;
}

/** What is compared, and over whom. */
export interface Comparison {
  readonly sides: readonly CompareSide[];
  /** Only subjects that have a result on every side. */
  readonly matched: boolean;
  /** Ids of the subjects that the filters keep; null keeps all. */
  readonly kept: readonly string[] | null;
}

/** The sides as rows of side, source, year, scope, district and place. */
export function given(sides: readonly CompareSide[]): Sql {
  return sql`
    SELECT * FROM ${rows(
      ['side', 'source', 'year', 'scope', 'district', 'place'],
      sides.map(({ source, year, scope, district, place }, side): Value[] => [
        ...[side, source, year, scope, district, place],
      ]),
    )}`;
}

/** Whether a subject is one of those that the filters keep. */
export function isKept(subject: Sql, kept: readonly string[] | null): Sql {
  return kept === null ? sql`TRUE` : isAmong(subject, kept);
}

/** Whether a subject `s`, in track `track`, is of the side `d`. */
export function isOf(track: Sql): Sql {
  return sql`
    (
      d.scope = 'all'
      OR d.scope = 'district' AND coalesce(s.district, '') = d.place
      OR d.scope = 'town' AND coalesce(s.town, '') = d.place AND coalesce(s.district, '') = d.district
      OR d.scope = 'track' AND ${track} = d.place
    )`;
}

/**
 * The subjects of each side: `everyone` all of it, `member` those counted, `matched` those with a result on every side.
 */
export function members({ sides, matched, kept }: Comparison): Sql {
  const only = matched ? sql`WHERE subject_id IN (SELECT subject_id FROM matched)` : sql``;
  return sql`
    side AS (
      ${given(sides)}
    ),
    everyone AS (
      SELECT d.side, r.source, r.subject_id, r.year, r.score, r.stars, r.level, r.in_force
      FROM side AS d
      JOIN report.compare_result AS r ON r.source = d.source AND r.year = d.year
      JOIN canon.subject AS s USING (subject_id)
      WHERE ${isOf(sql`r.track`)} AND ${isKept(sql`r.subject_id`, kept)}
    ),
    matched AS (
      SELECT subject_id
      FROM everyone
      WHERE score IS NOT NULL
      GROUP BY subject_id
      HAVING count(*) = ${lit(sides.length)}
    ),
    member AS (
      SELECT * FROM everyone
      ${only}
    )`;
}
