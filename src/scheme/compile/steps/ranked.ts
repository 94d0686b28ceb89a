import { join, lit, sql, type Sql } from '../../../sql/sql';
import { stepsWith, valueColumns, type Batch, type StepViews } from '../batch';
import { compared } from '../compared';
import { Given, relation } from '../given';
import { groupKeys, scopeOf } from '../over';
import { overOf } from './learned';
import { stepNote } from './plain';

/** Places and shares count the other values of the group themselves: nothing is learned but their order. */
function ranked(batch: Batch, value: (given: Given) => Sql): StepViews {
  const scope = scopeOf(overOf(batch));
  const given = new Given(batch.nodes.map((node) => node.id));
  const result = value(given);
  const lower = given.column(
    'sign',
    batch.nodes.map((node) => (node.lower ? -1 : 1)),
  );
  return {
    views: [
      {
        name: batch.name,
        reads: [batch.source, ...scope.reads],
        columns: [...valueColumns],
        stored: true,
        sql: sql`
          ${stepNote(batch)}
          SELECT *
          FROM (
            SELECT
              v.node, v.subject_id, v.period_id,
              CAST(${result} AS DOUBLE) AS value
            FROM ${relation(batch.source)} AS v
            ${scope.join}
            ${given.join(sql`v.node`)}
            WINDOW
              members AS (PARTITION BY ${groupKeys(scope)}),
              worst AS (PARTITION BY ${groupKeys(scope)} ORDER BY ${lower} * ${figure}),
              alike AS (PARTITION BY ${join([groupKeys(scope), figure])})
          )
          WHERE isfinite(value)`.text,
      },
    ],
  };
}

const figure = compared(sql`v.value`);

const below = sql`(rank() OVER worst - 1)`;
const tied = sql`count(*) OVER alike`;
const all = sql`count(*) OVER members`;

const places: Readonly<Record<string, Sql>> = {
  low: sql`${below} + 1`,
  high: sql`${below} + ${tied}`,
  average: sql`${below} + (${tied} + 1) / 2.0`,
  dense: sql`dense_rank() OVER worst`,
};

function rank(batch: Batch): StepViews {
  const kind = stepsWith(batch, 'rank')[0]?.rank ?? 'low';
  return ranked(batch, () => places[kind] ?? below);
}

const shares: Readonly<Record<string, Sql>> = {
  inclusive: sql`CAST(${below} AS DOUBLE) / nullif(${all} - 1, 0)`,
  exclusive: sql`CAST(${below} + 1 AS DOUBLE) / (${all} + 1)`,
  midpoint: sql`(${below} + CAST(${tied} AS DOUBLE) / 2) / ${all}`,
  'at-or-below': sql`CAST(${below} + ${tied} AS DOUBLE) / ${all}`,
};

function percentile(batch: Batch): StepViews {
  const steps = stepsWith(batch, 'percentile');
  const definition = steps[0]?.percentile ?? 'inclusive';
  return ranked(batch, (given) => {
    const base = given.column(
      'base',
      steps.map((step) => step.onto[0]),
    );
    const span = given.column(
      'span',
      steps.map((step) => step.onto[1] - step.onto[0]),
    );
    return sql`${base} + ${span} * (${shares[definition] ?? lit(null)})`;
  });
}

/** Steps that put each value in its place among the others. */
export const rankedSteps: Readonly<Record<string, (batch: Batch) => StepViews>> = {
  rank,
  percentile,
};
