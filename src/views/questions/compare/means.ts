import { numberOf } from '../../../model/row';
import { isAmong, lit, rows, sql } from '../../../sql/sql';
import { count, question, text, type Question } from '../../question';
import { given, isKept, isOf, members, type Comparison } from './comparison';

export const measureKinds = ['score', 'stars', 'level', 'part', 'economy'] as const;

/** Score and stars of the year, the share at a level or above, the values of a part, an economic figure in 万元. */
export type MeasureKind = (typeof measureKinds)[number];

/** A mean over the subjects of a side. */
export interface SideMean {
  readonly side: number;
  readonly kind: MeasureKind;
  /** The level, the part, the economic measure; empty for score and stars. */
  readonly name: string;
  readonly ordinal: number;
  /** How many the mean is over. */
  readonly subjects: number;
  readonly mean: number;
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
  /** Mean weight of a part; null of the others. */
  readonly weight: number | null;
  /** How many of the side report an economic figure, and which series it is of; null of the others. */
  readonly reporting: number | null;
  readonly series: number | null;
}

/**
 * Means over the subjects that have a result of the year, so that those of the parts and of the score are over the same.
 * @param levels each with the share of those that reached it or a higher one
 */
export function sideMeans(comparison: Comparison, levels: readonly number[]): Question<SideMean> {
  // said beforehand, they spare the other years and runs
  const years = [...new Set(comparison.sides.map(({ year }) => year))];
  const sources = [...new Set(comparison.sides.map(({ source }) => source))];
  const shares = sql`
    UNION ALL
    SELECT
      m.side, 'level', CAST(v.level AS VARCHAR), 9 - v.level,
      CASE WHEN m.level >= v.level THEN 1 ELSE 0 END, NULL
    FROM member AS m
    CROSS JOIN (SELECT * FROM ${rows(
      ['level'],
      levels.map((level) => [level]),
    )}) AS v
    WHERE m.score IS NOT NULL`;
  return question(
    sql`
      WITH ${members(comparison)},
      figure AS (
        SELECT
          side, 'score' AS kind, '' AS name, 0 AS ordinal, score AS x, CAST(NULL AS DOUBLE) AS weight
        FROM member
        UNION ALL
        SELECT side, 'stars', '', 1, stars, NULL
        FROM member
        ${levels.length > 0 ? shares : sql``}
        UNION ALL
        SELECT
          m.side, 'part', p.part, 10 + min(p.ordinal), sum(p.value ORDER BY p.period_id) / count(*),
          avg(p.weight)
        FROM member AS m
        JOIN report.compare_part AS p
          ON p.source = m.source AND p.subject_id = m.subject_id AND p.year = m.year
        WHERE m.score IS NOT NULL AND ${isAmong(sql`p.year`, years)} AND ${isAmong(sql`p.source`, sources)}
        GROUP BY m.side, m.subject_id, p.part
      )
      SELECT
        side, kind, name, min(ordinal) AS ordinal, count(x) AS subjects,
        sum(x ORDER BY x) / count(x) AS mean, stddev_pop(x) AS deviation, min(x) AS low,
        max(x) AS high, avg(weight) AS weight, NULL AS reporting, NULL AS series
      FROM figure
      GROUP BY side, kind, name
      HAVING count(x) > 0
      ORDER BY side, ordinal, kind, name`,
    sideMean,
  );
}

const sideMean: Question<SideMean>['read'] = (row) => ({
  side: count(row, 'side'),
  kind: measureKinds.find((one) => one === row['kind']) ?? 'score',
  name: text(row, 'name'),
  ordinal: count(row, 'ordinal'),
  subjects: count(row, 'subjects'),
  mean: count(row, 'mean'),
  deviation: count(row, 'deviation'),
  low: count(row, 'low'),
  high: count(row, 'high'),
  weight: numberOf(row, 'weight'),
  reporting: numberOf(row, 'reporting'),
  series: numberOf(row, 'series'),
});

/**
 * Means of the collective economy in 万元, measure by measure. Only subjects that were there in the year count; with
 * `matched` those that report the figure on every side.
 * @param denominator over whom: those that report the figure, or all that were there
 */
export function sideEconomy(
  { sides, matched, kept }: Comparison,
  denominator: 'reporting' | 'all',
): Question<SideMean> {
  const over = denominator === 'all' && !matched ? sql`any_value(n.subjects)` : sql`count(*)`;
  const only = matched
    ? sql`
        WHERE (v.measure, v.subject_id) IN (
          SELECT (measure, subject_id)
          FROM reported
          GROUP BY measure, subject_id
          HAVING count(*) = ${lit(sides.length)}
        )`
    : sql``;
  return question(
    sql`
      WITH side AS (
        ${given(sides)}
      ),
      everyone AS (
        SELECT d.side, m.subject_id, m.year
        FROM side AS d
        JOIN report.economy_member AS m ON m.scope = 'all' AND m.year = d.year
        JOIN canon.subject AS s USING (subject_id)
        WHERE ${isOf(sql`s.track`)} AND ${isKept(sql`m.subject_id`, kept)}
      ),
      size AS (
        SELECT side, CAST(count(*) AS INTEGER) AS subjects
        FROM everyone
        GROUP BY side
      ),
      reported AS (
        SELECT e.side, e.subject_id, v.measure, v.value_wan, v.series
        FROM everyone AS e
        JOIN report.economy_value AS v USING (subject_id, year)
        WHERE v.value_wan IS NOT NULL
      )
      SELECT
        v.side, 'economy' AS kind, v.measure AS name, 1000 AS ordinal, ${over} AS subjects,
        sum(v.value_wan ORDER BY v.value_wan) / ${over} AS mean, stddev_pop(v.value_wan) AS deviation,
        min(v.value_wan) AS low, max(v.value_wan) AS high, NULL AS weight, count(*) AS reporting,
        any_value(v.series) AS series
      FROM reported AS v
      JOIN size AS n USING (side)
      ${only}
      GROUP BY v.side, v.measure
      ORDER BY v.side, v.measure`,
    sideMean,
  );
}
