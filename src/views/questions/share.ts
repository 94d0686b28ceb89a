import { isAmong, lit, sql, type Sql } from '../../sql/sql';
import { count, question, text, type Question } from '../question';
import { pseudonymKinds } from '../share/people';

/** Which figures and words of the canonical tables count. */
export interface MarkedColumns {
  /** Ids of indicators, names of economic measures. */
  readonly figures: readonly string[];
  readonly attributes: readonly string[];
}

/** Rows of a period: subjects that have a figure or words in it. The id '' is the subjects themselves. */
export interface PeriodRows {
  readonly id: string;
  readonly rows: number;
}

export function periodRows(columns: MarkedColumns): Question<PeriodRows> {
  return question(
    sql`
      SELECT period_id AS id, count(DISTINCT subject_id) AS rows
      FROM (
        ${cells(columns)}
      )
      GROUP BY period_id
      ORDER BY period_id`,
    (row) => ({ id: text(row, 'id'), rows: count(row, 'rows') }),
  );
}

/** A check sum in hexadecimal over all rows, over those of a period by its id, or over a group of rows by its number. */
export interface DataMark {
  readonly part: 'all' | 'period' | 'group';
  readonly id: string;
  readonly rows: number;
  readonly mark: string;
}

export interface MarkChoice extends MarkedColumns {
  /** Only rows of these periods. */
  readonly periods: readonly string[];
  /** Rows are drawn into so many groups by subject and period; 0 for none. */
  readonly groups: number;
  /** What the marks of periods and groups are made with; null for the mark of all rows. */
  readonly salt: string | null;
}

/**
 * Check sums of what the data says, whatever files, sheets, rows and order it came in. A row is a subject in a period
 * with all that is said of it; its hash is a sum, so order cannot count. Figures count to nine decimals: how a file
 * writes a number does not count. Names of assessors do not: they may be pseudonyms, which differ by browser.
 */
export function dataMarks({ periods, groups, salt, ...columns }: MarkChoice): Question<DataMark> {
  const among = isAmong(sql`period_id`, ['', ...periods]);
  return question(
    sql`
      WITH line AS MATERIALIZED (
        SELECT
          subject_id, period_id,
          sum(CAST(md5_number_lower(concat_ws(chr(31), subject_id, period_id, said)) AS HUGEINT)) AS digest
        FROM (
          ${cells(columns)}
        )
        WHERE ${among}
        GROUP BY subject_id, period_id
      ),
      whole AS (
        SELECT count(*) AS rows, left(sha256(CAST(sum(digest) AS VARCHAR)), 16) AS mark FROM line
      ),
      part AS (
        SELECT 'period' AS part, period_id AS id, count(*) AS rows, sum(digest) AS digest
        FROM line
        GROUP BY period_id
        ${groupsOf(groups)}
      )
      SELECT 'all' AS part, '' AS id, rows, mark FROM whole
      UNION ALL
      SELECT
        part.part, part.id, part.rows,
        left(
          sha256(concat_ws(chr(31), ${salt === null ? sql`whole.mark` : lit(salt)}, part.part, part.id, CAST(part.digest AS VARCHAR))),
          12
        ) AS mark
      FROM part, whole
      ORDER BY part, id`,
    (row) => ({
      part: text(row, 'part') as DataMark['part'],
      id: text(row, 'id'),
      rows: count(row, 'rows'),
      mark: text(row, 'mark'),
    }),
  );
}

function groupsOf(groups: number): Sql {
  if (groups === 0) return sql``;
  return sql`
    UNION ALL
    SELECT 'group' AS part, CAST(number AS VARCHAR) AS id, count(*) AS rows, sum(digest) AS digest
    FROM (
      SELECT
        digest,
        md5_number_lower(concat_ws(chr(31), 'group', subject_id, period_id)) % ${lit(groups)} AS number
      FROM line
      WHERE period_id <> ''
    )
    GROUP BY number`;
}

/** Words put in place of what is personal differ from browser to browser. */
const pseudonym = `^(${pseudonymKinds.join('|')})-`;

/** All that is said of subjects: subject_id, period_id ('' for always), said. */
function cells({ figures, attributes }: MarkedColumns): Sql {
  const figure = sql`CAST(round(value, 9) + 0 AS VARCHAR)`;
  return sql`
    SELECT
      subject_id, period_id,
      concat_ws(chr(31), 'figure', indicator_id, ${figure}, coalesce(qualifier, '')) AS said
    FROM canon.observation
    WHERE ${isAmong(sql`indicator_id`, figures)}
    UNION ALL
    SELECT
      subject_id, period_id,
      concat_ws(chr(31), 'mark', indicator_id, ${figure}, coalesce(panel, '')) AS said
    FROM canon.mark
    WHERE ${isAmong(sql`indicator_id`, figures)}
    UNION ALL
    SELECT
      subject_id, coalesce(period_id, '') AS period_id,
      concat_ws(chr(31), 'words', attribute, words) AS said
    FROM canon.attribute
    WHERE ${isAmong(sql`attribute`, attributes)} AND NOT regexp_matches(words, ${lit(pseudonym)})
    UNION ALL
    SELECT
      subject_id, '' AS period_id,
      concat_ws(
        chr(31), 'subject', kind, coalesce(district, ''), coalesce(town, ''), coalesce(track, '')
      ) AS said
    FROM canon.subject`;
}

/** Names by which subjects may be told in a text: their ids and names. */
export function subjectWords(): Question<string> {
  return question(
    sql`
      SELECT DISTINCT word
      FROM (
        SELECT subject_id AS word FROM canon.subject
        UNION ALL
        SELECT name AS word FROM canon.subject
      )
      WHERE word IS NOT NULL
      ORDER BY word`,
    (row) => text(row, 'word'),
  );
}
