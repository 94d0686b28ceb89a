import { periodOrder } from '../../../sql/period-order';
import { sql } from '../../../sql/sql';
import type { View } from '../../../model/view';
import { stepsWith, valueColumns, type Batch, type StepViews } from '../batch';
import { Given, relation } from '../given';
import { groupKeys, keyNames, onKeys, scopeOf } from '../over';
import { overOf } from './learned';
import { stepNote } from './plain';

/** Fills the values that are absent for a subject that is assessed. */
export function impute(batch: Batch): StepViews {
  const kind = stepsWith(batch, 'impute')[0]?.impute ?? 'mean';
  if (kind === 'last') return { views: [lastView(batch)], logged: true };
  if (typeof kind === 'object') return { views: [statedView(batch)], logged: true };
  const scope = scopeOf(overOf(batch));
  const fit: View['name'] = `${batch.name}_fit`;
  const middle = kind === 'mean' ? sql`avg(v.value ORDER BY v.value)` : sql`median(v.value)`;
  return {
    views: [
      {
        name: fit,
        reads: [batch.source, ...scope.reads],
        columns: [...keyNames(scope), 'fill'],
        stored: true,
        sql: sql`
          ${stepNote(batch)}
          SELECT ${groupKeys(scope)}, ${middle} AS fill
          FROM ${relation(batch.source)} AS v
          ${scope.join}
          ${scope.where}
          GROUP BY ${groupKeys(scope)}`.text,
      },
      {
        name: batch.name,
        reads: [...new Set([...absentReads(batch), ...scope.reads, fit])],
        columns: [...valueColumns],
        stored: true,
        sql: sql`
          ${stepNote(batch)}
          SELECT node, subject_id, period_id, value FROM ${relation(batch.source)}
          UNION ALL
          SELECT v.node, v.subject_id, v.period_id, f.fill AS value
          FROM (
            ${absent(batch)}
          ) AS v
          ${scope.join}
          JOIN ${relation(fit)} AS f ON ${onKeys(scope)}`.text,
      },
    ],
    fit: { view: fit, scope, nodes: batch.nodes, values: ['fill'] },
    logged: true,
  };
}

/** What the list of absent values is read from. */
function absentReads({ source, screens }: Batch): string[] {
  return [
    source,
    'score.entry',
    ...(screens.subjects ? ['score.too_few'] : []),
    ...(screens.parts ? ['score.gone'] : []),
  ];
}

/** Node, subject and period of what is absent, but for what the screens left out. */
function absent(batch: Batch) {
  const { parts, subjects } = batch.screens;
  return sql`
    SELECT n.node, a.subject_id, a.period_id
    FROM score.entry AS a
    CROSS JOIN ${nodeTable(batch)}
    ANTI JOIN ${relation(batch.source)} AS s
      ON s.node = n.node AND s.subject_id = a.subject_id AND s.period_id = a.period_id
    ${subjects ? sql`ANTI JOIN score.too_few AS x ON x.subject_id = a.subject_id AND x.period_id = a.period_id` : sql``}
    ${parts ? sql`ANTI JOIN score.gone AS g ON g.node = n.node AND g.period_id = a.period_id` : sql``}`;
}

function nodeTable(batch: Batch) {
  const given = new Given(batch.nodes.map(({ id }) => id));
  given.always(
    'ordinal',
    batch.nodes.map((_, index) => index),
  );
  return sql`(SELECT node FROM ${given.table()}) AS n`;
}

/** The subject's own last value before; only of periods in which it has none itself. */
function lastView(batch: Batch): View {
  return {
    name: batch.name,
    reads: absentReads(batch),
    columns: [...valueColumns],
    stored: true,
    sql: sql`
      ${stepNote(batch)}
      SELECT node, subject_id, period_id, value FROM ${relation(batch.source)}
      UNION ALL
      SELECT v.node, v.subject_id, v.period_id, l.value
      FROM (
        ${absent(batch)}
      ) AS v
      ASOF JOIN ${relation(batch.source)} AS l
        ON l.node = v.node AND l.subject_id = v.subject_id AND ${periodOrder(sql`v.period_id`)} >= ${periodOrder(sql`l.period_id`)}`
      .text,
  };
}

function statedView(batch: Batch): View {
  const given = new Given(batch.nodes.map(({ id }) => id));
  const fill = given.column(
    'fill',
    stepsWith(batch, 'impute').map(({ impute: how }) => (typeof how === 'object' ? how.value : 0)),
  );
  return {
    name: batch.name,
    reads: absentReads(batch),
    columns: [...valueColumns],
    stored: true,
    sql: sql`
      ${stepNote(batch)}
      SELECT node, subject_id, period_id, value FROM ${relation(batch.source)}
      UNION ALL
      SELECT v.node, v.subject_id, v.period_id, CAST(${fill} AS DOUBLE) AS value
      FROM (
        ${absent(batch)}
      ) AS v
      ${given.join(sql`v.node`)}`.text,
  };
}
