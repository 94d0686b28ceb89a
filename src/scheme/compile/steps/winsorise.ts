import { id as plain, join, sql, type Sql } from '../../../sql/sql';
import type { View } from '../../../model/view';
import { stepsWith, valueColumns, type Batch, type StepViews } from '../batch';
import { Given, relation } from '../given';
import { groupKeys, keyNames, onKeys, scopeOf } from '../over';
import { overOf } from './learned';
import { stepNote } from './plain';

/** Skewness or kurtosis of values; none of values that are all alike. */
function shapeOf(moment: 'skewness' | 'kurtosis', value: Sql, differ: Sql): Sql {
  return sql`CASE WHEN ${differ} THEN ${plain(moment)}(${value} ORDER BY ${value}) END`;
}

/** What a value lies above the lowest, which itself gets 1 % of the range. */
const shifted = sql`v.value - f.least + 0.01 * (f.greatest - f.least)`;

/**
 * Outliers are brought to the next value one at a time. What is learned of each group is the pair of bounds that its
 * values are held within, how many values that changed, and whether it was enough (`winsorise`), not needed (`none`),
 * or given up for a logarithm (`log`) or for nothing (`keep`).
 */
export function winsorise(batch: Batch): StepViews {
  const scope = scopeOf(overOf(batch));
  const given = new Given(batch.nodes.map((node) => node.id));
  const rules = stepsWith(batch, 'winsorise').map((step) => step.winsorise);
  const skewness = given.column(
    'skewness',
    rules.map((rule) => rule.skewness),
  );
  const kurtosis = given.column(
    'kurtosis',
    rules.map((rule) => rule.kurtosis),
  );
  const most = given.column(
    'most',
    rules.map((rule) => rule.most),
  );
  const otherwise = given.column(
    'otherwise',
    rules.map((rule) => rule.otherwise),
  );
  const fit: View['name'] = `${batch.name}_fit`;
  const keys = join(keyNames(scope).map((name) => plain(name)));
  const onPoint = join(
    keyNames(scope).map((name) => sql`p.${plain(name)} IS NOT DISTINCT FROM b.${plain(name)}`),
    ' AND ',
  );
  const held = sql`greatest(b.low, least(b.high, p.value))`;
  const bKeys = join(keyNames(scope).map((name) => sql`b.${plain(name)}`));
  return {
    views: [
      {
        name: fit,
        reads: [batch.source, ...scope.reads],
        columns: [
          ...keyNames(scope),
          'low',
          'high',
          'points',
          'least',
          'greatest',
          'skewness',
          'kurtosis',
          'how',
        ],
        stored: true,
        sql: sql`
          ${stepNote(batch)}
          WITH RECURSIVE point AS (
            SELECT ${groupKeys(scope)}, v.value
            FROM ${relation(batch.source)} AS v
            ${scope.join}
            ${scope.where}
          ),
          bound AS (
            SELECT
              0 AS round, ${bKeys}, min(b.value) AS low, max(b.value) AS high, 0 AS points,
              ${shapeOf('skewness', sql`b.value`, sql`min(b.value) < max(b.value)`)} AS skewness,
              ${shapeOf('kurtosis', sql`b.value`, sql`min(b.value) < max(b.value)`)} AS kurtosis
            FROM point AS b
            GROUP BY ${bKeys}
            UNION ALL
            SELECT
              b.round, ${bKeys}, b.low, b.high,
              CAST(count(*) FILTER (p.value > b.high OR p.value < b.low) AS INTEGER),
              ${shapeOf('skewness', held, sql`b.low < b.high`)},
              ${shapeOf('kurtosis', held, sql`b.low < b.high`)}
            FROM (
              SELECT
                b.round + 1 AS round, ${bKeys},
                CASE WHEN b.skewness < 0 THEN min(p.value) FILTER (p.value > b.low) ELSE b.low END AS low,
                CASE WHEN b.skewness >= 0 THEN max(p.value) FILTER (p.value < b.high) ELSE b.high END AS high
              FROM bound AS b
              JOIN point AS p ON ${onPoint}
              ${given.join(sql`b.node`)}
              WHERE abs(b.skewness) > ${skewness} AND b.kurtosis > ${kurtosis} AND b.points < ${most}
              GROUP BY b.round, ${bKeys}, b.low, b.high, b.skewness
            ) AS b
            JOIN point AS p ON ${onPoint}
            GROUP BY b.round, ${bKeys}, b.low, b.high
          ),
          last AS (
            SELECT *, min(low) OVER untreated AS least, max(high) OVER untreated AS greatest
            FROM bound
            WINDOW untreated AS (PARTITION BY ${keys})
            QUALIFY row_number() OVER (PARTITION BY ${keys} ORDER BY round DESC) = 1
          )
          SELECT
            ${bKeys}, b.low, b.high, b.points, b.least, b.greatest, b.skewness, b.kurtosis,
            CASE
              WHEN b.points > ${most} OR (abs(b.skewness) > ${skewness} AND b.kurtosis > ${kurtosis}) THEN ${otherwise}
              WHEN b.points > 0 THEN 'winsorise'
              ELSE 'none'
            END AS how
          FROM last AS b
          ${given.join(sql`b.node`)}`.text,
      },
      {
        name: batch.name,
        reads: [batch.source, ...scope.reads, fit],
        columns: [...valueColumns],
        stored: true,
        sql: sql`
          ${stepNote(batch)}
          SELECT *
          FROM (
            SELECT
              v.node, v.subject_id, v.period_id,
              CASE f.how
                WHEN 'winsorise' THEN greatest(f.low, least(f.high, v.value))
                WHEN 'log'
                  THEN CASE WHEN ${shifted} > 0 THEN ln(${shifted}) END
                ELSE v.value
              END AS value
            FROM ${relation(batch.source)} AS v
            ${scope.join}
            JOIN ${relation(fit)} AS f ON ${onKeys(scope)}
          )
          WHERE isfinite(value)`.text,
      },
    ],
    fit: {
      view: fit,
      scope,
      nodes: batch.nodes,
      values: ['low', 'high', 'points', 'skewness', 'kurtosis'],
    },
    logged: true,
  };
}
