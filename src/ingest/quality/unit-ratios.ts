import { lit, sql, type Sql } from '../../sql/sql';

/** How far from a power of ten a ratio may be, in powers of ten: 0.2 is a factor of 1.6. */
const near = 0.2;

/** Subjects compared before a whole column is said to be in another unit. */
const fewestCompared = 3;

/** Columns of one measure compared where they have no subjects in common. */
const fewestColumns = 4;

const isStep = (power: Sql) => sql`
  (
    round(abs(${power})) IN (2, 3, 4)
    AND abs(abs(${power}) - round(abs(${power}))) <= ${lit(near)}
  )`;

/**
 * Common table expressions over `canon.reading`, to stand after WITH:
 * - `figure`: every figure but zero, with `size`, its absolute value;
 * - `ratio`: those of subjects with more than one for a measure, with `power`, the power of ten by which it is more than
 *   the subject's middle one, and `alike`, how many of the subject's figures are within a factor of 3 of that;
 * - `jumped_column`: columns (of a period) that are a hundred, thousand or ten thousand times what their subjects have
 *   elsewhere, or what other columns of the measure have, with `power` and `compared`, the number of figures;
 * - `jumped_cell`: single figures that are so, in columns that are not.
 */
export const unitRatios: Sql = sql`
  figure AS (
    SELECT
      measure, subject_id, period_id, source_id, source_row, source_column, text,
      abs(value) AS size
    FROM canon.reading
    WHERE value <> 0 AND period_id IS NOT NULL
  ),
  usual AS (
    SELECT measure, subject_id, quantile_disc(size, 0.5) AS usual, count(*) AS figures
    FROM figure
    GROUP BY measure, subject_id
    HAVING count(*) > 1
  ),
  ratio AS (
    SELECT
      figure.*, usual.usual, usual.figures, log10(figure.size / usual.usual) AS power,
      count(*) FILTER (figure.size BETWEEN usual.usual / 3 AND usual.usual * 3)
        OVER (PARTITION BY figure.measure, figure.subject_id) AS alike
    FROM figure
    JOIN usual USING (measure, subject_id)
  ),
  column_middle AS (
    SELECT
      measure, source_id, source_column, period_id, median(size) AS middle,
      count(*) AS compared
    FROM figure
    GROUP BY measure, source_id, source_column, period_id
    HAVING count(*) >= ${lit(fewestCompared)}
  ),
  measure_middle AS (
    SELECT measure, quantile_disc(middle, 0.5) AS usual
    FROM column_middle
    GROUP BY measure
    HAVING count(*) >= ${lit(fewestColumns)}
      AND quantile_disc(middle, 0.75) <= 5 * quantile_disc(middle, 0.25)
  ),
  compared_column AS (
    SELECT
      measure, source_id, source_column, period_id, median(power) AS power,
      count(*) AS compared
    FROM ratio
    GROUP BY measure, source_id, source_column, period_id
    HAVING count(*) >= ${lit(fewestCompared)}
    UNION ALL
    SELECT
      measure, source_id, source_column, period_id, log10(middle / usual) AS power,
      compared
    FROM column_middle
    JOIN measure_middle USING (measure)
  ),
  jumped_column AS (
    SELECT
      measure, source_id, source_column, period_id, any_value(power) AS power,
      max(compared) AS compared
    FROM compared_column
    WHERE ${isStep(sql`power`)}
    GROUP BY measure, source_id, source_column, period_id
  ),
  jumped_cell AS (
    SELECT *
    FROM ratio
    ANTI JOIN jumped_column USING (measure, source_id, source_column, period_id)
    WHERE figures >= 3 AND alike >= figures - 1 AND ${isStep(sql`power`)}
  )`;
