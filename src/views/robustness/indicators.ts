import type { View } from '../../model/view';
import { isAmong, lit, note, sql, type Sql } from '../../sql/sql';

/** Correlations of constant figures are none, rather than not a number. */
function corr(one: Sql, other: Sql): Sql {
  return sql`CASE WHEN stddev_pop(${one}) > 0 AND stddev_pop(${other}) > 0 THEN corr(${one}, ${other}) END`;
}

/** From this correlation on, in either direction, one of two indicators says hardly more than the other alone. */
export const redundantFrom = 0.9;

/**
 * How alike every two indicators are in a period, as they enter the score, over the subjects that have both: Pearson's
 * correlation, and Spearman's, that of their places (equal values share the mean of theirs). NULL with fewer than three
 * subjects, and of an indicator that is the same for all.
 */
export const indicatorCorrelation: View = {
  name: 'report.indicator_correlation',
  reads: ['score.contribution'],
  columns: ['period_id', 'first', 'second', 'subjects', 'pearson', 'spearman', 'redundant'],
  stored: false,
  sql: sql`
    ${note(`correlation of indicators; redundant from ${redundantFrom} on`)}
    WITH pair AS (
      SELECT
        a.period_id, a.part AS first, b.part AS second, a.value AS x, b.value AS y,
        rank() OVER (x_order) + (count(*) OVER (x_alike) - 1) / 2 AS x_place,
        rank() OVER (y_order) + (count(*) OVER (y_alike) - 1) / 2 AS y_place
      FROM score.contribution AS a
      JOIN score.contribution AS b
        ON b.subject_id = a.subject_id AND b.period_id = a.period_id AND b.ordinal > a.ordinal
      WHERE a.indicator_id IS NOT NULL AND b.indicator_id IS NOT NULL
        AND a.value IS NOT NULL AND b.value IS NOT NULL
      WINDOW
        x_order AS (PARTITION BY a.period_id, a.part, b.part ORDER BY a.value),
        x_alike AS (PARTITION BY a.period_id, a.part, b.part, a.value),
        y_order AS (PARTITION BY a.period_id, a.part, b.part ORDER BY b.value),
        y_alike AS (PARTITION BY a.period_id, a.part, b.part, b.value)
    )
    SELECT
      period_id, first, second, CAST(count(*) AS INTEGER) AS subjects,
      CASE WHEN count(*) > 2 THEN ${corr(sql`x`, sql`y`)} END AS pearson,
      CASE WHEN count(*) > 2 THEN ${corr(sql`x_place`, sql`y_place`)} END AS spearman,
      coalesce(abs(pearson) >= ${lit(redundantFrom)}, FALSE) AS redundant
    FROM pair
    GROUP BY period_id, first, second
    ORDER BY period_id, abs(pearson) DESC NULLS LAST, first, second`.text,
};

/**
 * What each part weighs on paper and in effect, within its group and period: `nominal_weight` is its mean weight as a
 * share of those of all parts, `effective_weight` the share of the variance of the group's value that comes with what
 * it brings, cov(contribution, value) / var(value), which adds up to 1; below zero where it works against the others.
 */
export const indicatorWeight: View = {
  name: 'report.indicator_weight',
  reads: ['score.contribution', 'score.period_score'],
  columns: [
    'period_id',
    'parent',
    'part',
    'subjects',
    'nominal_weight',
    'effective_weight',
    'correlation_with_score',
  ],
  stored: false,
  sql: sql`
    ${note('nominal against effective weight')}
    WITH brought AS (
      SELECT
        c.period_id, c.parent, c.part, c.ordinal, c.subject_id, c.weight, c.value, c.contribution,
        sum(c.contribution) OVER (
          PARTITION BY c.subject_id, c.period_id, c.parent
          ORDER BY c.ordinal ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS whole,
        s.score
      FROM score.contribution AS c
      JOIN score.period_score AS s USING (subject_id, period_id)
      WHERE c.contribution IS NOT NULL AND s.score IS NOT NULL
    ),
    weighed AS (
      SELECT
        period_id, parent, part, ordinal, CAST(count(*) AS INTEGER) AS subjects, avg(weight) AS weight,
        CASE WHEN var_pop(whole) > 0 THEN covar_pop(contribution, whole) / var_pop(whole) END
          AS effective_weight,
        ${corr(sql`value`, sql`score`)} AS correlation_with_score
      FROM brought
      GROUP BY period_id, parent, part, ordinal
    )
    SELECT
      period_id, parent, part, subjects,
      weight / nullif(sum(weight) OVER (PARTITION BY period_id, parent), 0) AS nominal_weight,
      effective_weight, correlation_with_score
    FROM weighed
    ORDER BY period_id, ordinal`.text,
};

/**
 * Which indicators separate the top of a track from its middle: the first quarter of the places (at least one) from the
 * second and third. `separation` is the difference of the means in standard deviations of the whole track.
 */
export const trackSeparation: View = {
  name: 'report.track_separation',
  reads: ['score.contribution', 'score.period_rank'],
  columns: [
    'period_id',
    'track',
    'part',
    'top_count',
    'middle_count',
    'top_mean',
    'middle_mean',
    'difference',
    'separation',
  ],
  stored: false,
  sql: sql`
    ${note('indicators that separate the top of a track from its middle')}
    WITH placed AS (
      SELECT
        subject_id, period_id, track,
        row_number() OVER (PARTITION BY period_id, track ORDER BY rank, subject_id) AS place,
        count(*) OVER (PARTITION BY period_id, track) AS places
      FROM score.period_rank
    ),
    told AS (
      SELECT
        p.period_id, p.track, c.part, c.ordinal, c.value,
        CASE
          WHEN p.place <= ceil(p.places / 4) THEN 'top'
          WHEN p.place <= ceil(p.places * 3 / 4) THEN 'middle'
          ELSE 'last'
        END AS part_of_track
      FROM placed AS p
      JOIN score.contribution AS c USING (subject_id, period_id)
      WHERE c.indicator_id IS NOT NULL AND c.value IS NOT NULL
    )
    SELECT
      period_id, track, part,
      CAST(count(*) FILTER (part_of_track = 'top') AS INTEGER) AS top_count,
      CAST(count(*) FILTER (part_of_track = 'middle') AS INTEGER) AS middle_count,
      avg(value) FILTER (part_of_track = 'top') AS top_mean,
      avg(value) FILTER (part_of_track = 'middle') AS middle_mean,
      top_mean - middle_mean AS difference,
      (top_mean - middle_mean) / nullif(stddev_samp(value), 0) AS separation
    FROM told
    GROUP BY period_id, track, part, ordinal
    ORDER BY period_id, track, separation DESC NULLS LAST, ordinal`.text,
};

/**
 * How severe each class of assessors is, and how far it agrees with the others, over the subjects that it and another
 * class of its panel judged: `severity` is the mean by which it lies below what the others gave (above zero: severe),
 * `spread` the standard deviation of what it gave, `agreement` its correlation with the mean of the others.
 * @param panels for each class, the part of the score that holds its values; classes of one group are compared
 */
export function assessorClass(panels: readonly string[]): View {
  const among = isAmong(sql`part`, panels);
  return {
    name: 'report.assessor_class',
    reads: ['score.contribution'],
    columns: ['period_id', 'panel', 'class', 'subjects', 'mean', 'severity', 'spread', 'agreement'],
    stored: false,
    sql: sql`
      ${note('severity and agreement of the classes of assessors')}
      WITH given AS (
        SELECT
          period_id, parent AS panel, part AS class, ordinal, value,
          (sum(value) OVER judged - value) / nullif(count(*) OVER judged - 1, 0) AS others
        FROM score.contribution
        WHERE ${among} AND value IS NOT NULL
        WINDOW judged AS (PARTITION BY subject_id, period_id, parent)
      )
      SELECT
        period_id, panel, class, CAST(count(*) AS INTEGER) AS subjects, avg(value) AS mean,
        avg(others - value) AS severity, stddev_samp(value) AS spread,
        CASE WHEN count(*) > 2 THEN ${corr(sql`value`, sql`others`)} END AS agreement
      FROM given
      WHERE others IS NOT NULL
      GROUP BY period_id, panel, class, ordinal
      ORDER BY period_id, panel, severity DESC, ordinal`.text,
  };
}
