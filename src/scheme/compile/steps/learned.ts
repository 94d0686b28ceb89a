import { id, join, lit, sql, type Sql } from '../../../sql/sql';
import type { View } from '../../../model/view';
import { stepsWith, valueColumns, type Batch, type StepViews } from '../batch';
import { Given, relation } from '../given';
import { groupKeys, keyNames, onKeys, scopeOf, type Scope } from '../over';
import type { Over } from '../../shape';
import { stepNote } from './plain';

/** A step that learns a few numbers of each group of values first. */
export interface Learned {
  /** What is learned: column and aggregate over `v.value`. */
  readonly learn: readonly { readonly name: string; readonly sql: Sql }[];
  /** What becomes of `v.value` by it; what was learned is `f`. */
  readonly value: (given: Given) => Sql;
  readonly logged?: boolean;
}

/** The scope that all nodes of a batch share. */
export function overOf(batch: Batch): Over {
  const [first] = batch.nodes;
  return first && 'over' in first.step ? first.step.over : 'period';
}

/** Two views: what is learned, stored, and the values by it. */
export function learnedViews(batch: Batch, { learn, value, logged = false }: Learned): StepViews {
  const scope = scopeOf(overOf(batch));
  const fitName: View['name'] = `${batch.name}_fit`;
  const given = new Given(batch.nodes.map((node) => node.id));
  const values = learn.map(({ name }) => name);
  const applied = value(given);
  return {
    views: [
      {
        name: fitName,
        reads: [batch.source, ...scope.reads],
        columns: [...keyNames(scope), ...values],
        stored: true,
        sql: sql`
          ${stepNote(batch)}
          SELECT
            ${groupKeys(scope)},
            ${join(
              learn.map((one) => sql`${one.sql} AS ${id(one.name)}`),
              ',\n',
            )}
          FROM ${relation(batch.source)} AS v
          ${scope.join}
          ${scope.where}
          GROUP BY ${groupKeys(scope)}`.text,
      },
      appliedView(batch, scope, given, applied, fitName),
    ],
    fit: { view: fitName, scope, nodes: batch.nodes, values },
    logged,
  };
}

function appliedView(batch: Batch, scope: Scope, given: Given, value: Sql, fit: string): View {
  return {
    name: batch.name,
    reads: [batch.source, ...scope.reads, fit],
    columns: [...valueColumns],
    stored: false,
    sql: sql`
      ${stepNote(batch)}
      SELECT *
      FROM (
        SELECT
          v.node, v.subject_id, v.period_id,
          ${value} AS value
        FROM ${relation(batch.source)} AS v
        ${scope.join}
        JOIN ${relation(fit)} AS f ON ${onKeys(scope)}
        ${given.join(sql`v.node`)}
      )
      WHERE isfinite(value)`.text,
  };
}

function lowerOf(batch: Batch, given: Given): Sql {
  return given.column(
    'lower',
    batch.nodes.map((node) => node.lower),
  );
}

const range = [
  { name: 'low', sql: sql`min(v.value)` },
  { name: 'high', sql: sql`max(v.value)` },
];

/** Whether the values of a group lie further apart than binary fractions do by chance. */
const differ = sql`
  max(v.value) - min(v.value) > 1e-12 * greatest(abs(min(v.value)), abs(max(v.value)))`;

/** NULL in a group without any spread: there is no better or worse, and its values are absent after such a step. */
const spread = {
  name: 'spread',
  sql: sql`
    CASE
      WHEN ${differ}
        THEN max(v.value) - min(v.value)
    END`,
};

function minmax(batch: Batch): StepViews {
  return learnedViews(batch, {
    learn: [...range, spread],
    value: (given) => {
      const steps = stepsWith(batch, 'minmax');
      const worst = given.column(
        'worst',
        steps.map((step, index) => step.minmax[batch.nodes[index]?.lower ? 1 : 0]),
      );
      const span = given.column(
        'span',
        steps.map(
          (step, index) => (step.minmax[1] - step.minmax[0]) * (batch.nodes[index]?.lower ? -1 : 1),
        ),
      );
      return sql`${worst} + ${span} * (v.value - f.low) / f.spread`;
    },
  });
}

function z(batch: Batch): StepViews {
  const steps = stepsWith(batch, 'z');
  const sample = steps[0]?.z === 'sample';
  return learnedViews(batch, {
    learn: [
      { name: 'mean', sql: sql`avg(v.value ORDER BY v.value)` },
      {
        name: 'deviation',
        sql: sql`
          CASE
            WHEN ${differ}
              THEN ${sample ? sql`stddev_samp` : sql`stddev_pop`}(v.value ORDER BY v.value)
          END`,
      },
    ],
    value: (given) => {
      const mean = given.column(
        'onto_mean',
        steps.map((step) => step.onto.mean),
      );
      const deviation = given.column(
        'onto_deviation',
        steps.map((step, index) => step.onto.deviation * (batch.nodes[index]?.lower ? -1 : 1)),
      );
      return sql`${mean} + ${deviation} * (v.value - f.mean) / nullif(f.deviation, 0)`;
    },
  });
}

function fences(batch: Batch): StepViews {
  return learnedViews(batch, {
    learn: [
      { name: 'lower_quartile', sql: sql`quantile_cont(v.value, 0.25)` },
      { name: 'upper_quartile', sql: sql`quantile_cont(v.value, 0.75)` },
    ],
    value: (given) => {
      const reach = given.column(
        'reach',
        stepsWith(batch, 'fences').map((step) => step.fences),
      );
      return sql`
        greatest(
          f.lower_quartile - ${reach} * (f.upper_quartile - f.lower_quartile),
          least(f.upper_quartile + ${reach} * (f.upper_quartile - f.lower_quartile), v.value)
        )`;
    },
    logged: true,
  });
}

/** The logarithm of what a value lies above the lowest, which itself gets 1 % of the range. */
const shifted = sql`v.value - f.low + 0.01 * f.spread`;

function log(batch: Batch): StepViews {
  const plain = stepsWith(batch, 'log')[0]?.log === 'plain';
  const argument = plain ? sql`v.value` : shifted;
  return learnedViews(batch, {
    learn: plain ? range : [...range, spread],
    value: () => sql`CASE WHEN ${argument} > 0 THEN ln(${argument}) END`,
  });
}

function ratio(batch: Batch): StepViews {
  const kind = stepsWith(batch, 'ratio')[0]?.ratio;
  const reciprocal = sql`CASE WHEN v.value <> 0 THEN 1 / v.value END`;
  const learn = [
    ...range,
    { name: 'sum', sql: wholeOf(sql`v.value`) },
    { name: 'norm', sql: normOf(sql`v.value`) },
    { name: 'reciprocal_sum', sql: wholeOf(reciprocal) },
    { name: 'reciprocal_norm', sql: normOf(reciprocal) },
  ];
  const wanted =
    kind === 'best'
      ? ['low', 'high']
      : typeof kind === 'string'
        ? [kind, `reciprocal_${kind}`]
        : ['low', 'high'];
  return learnedViews(batch, {
    learn: learn.filter(({ name }) => wanted.includes(name)),
    value: (given) => {
      const lower = lowerOf(batch, given);
      if (kind === 'best')
        return turned(lower, sql`v.value / nullif(f.high, 0)`, sql`f.low / nullif(v.value, 0)`);
      if (typeof kind === 'string') {
        const [plain, turnedRound] = [id(kind), id(`reciprocal_${kind}`)];
        return turned(
          lower,
          sql`v.value / nullif(f.${plain}, 0)`,
          sql`1 / nullif(v.value, 0) / nullif(f.${turnedRound}, 0)`,
        );
      }
      const target = given.column('target', stepsWith(batch, 'ratio').map(targetOf));
      return turned(
        lower,
        sql`v.value / nullif(${target}, 0)`,
        sql`${target} / nullif(v.value, 0)`,
      );
    },
  });
}

/** The sum of values; NULL where they cancel each other but for what binary fractions leave. */
function wholeOf(value: Sql): Sql {
  const sum = sql`sum(${value} ORDER BY v.value)`;
  return sql`CASE WHEN abs(${sum}) > 1e-12 * sum(abs(${value})) THEN ${sum} END`;
}

function normOf(value: Sql): Sql {
  return sql`sqrt(sum((${value}) * (${value}) ORDER BY v.value))`;
}

function targetOf(step: { ratio: string | { target: number } }): number {
  return typeof step.ratio === 'string' ? 0 : step.ratio.target;
}

/** One of two formulas by the direction; one alone where all nodes share it. */
function turned(lower: Sql, higherBetter: Sql, lowerBetter: Sql): Sql {
  if (lower.text === lit(false).text) return higherBetter;
  if (lower.text === lit(true).text) return lowerBetter;
  return sql`CASE WHEN ${lower} THEN ${lowerBetter} ELSE ${higherBetter} END`;
}

function distance(batch: Batch): StepViews {
  const steps = stepsWith(batch, 'distance');
  const toBest = steps[0]?.distance === 'best';
  return learnedViews(batch, {
    learn: toBest ? [...range, spread] : range,
    value: (given) => {
      const lower = lowerOf(batch, given);
      const target = given.column(
        'target',
        steps.map((step) => (typeof step.distance === 'string' ? 0 : step.distance.target)),
      );
      const base = given.column(
        'base',
        steps.map((step) => step.onto[0]),
      );
      const span = given.column(
        'span',
        steps.map((step) => step.onto[1] - step.onto[0]),
      );
      const [high, low] = toBest ? [sql`f.high`, sql`f.low`] : [target, target];
      const share = turned(
        lower,
        sql`
          CASE
            WHEN v.value >= ${high} THEN 1
            WHEN f.low < ${high} THEN 1 - (${high} - v.value) / (${high} - f.low)
          END`,
        sql`
          CASE
            WHEN v.value <= ${low} THEN 1
            WHEN f.high > ${low} THEN 1 - (v.value - ${low}) / (f.high - ${low})
          END`,
      );
      const whole = sql`${base} + ${span} * ${share}`;
      return toBest ? sql`CASE WHEN f.spread IS NOT NULL THEN ${whole} END` : whole;
    },
  });
}

/** Steps that learn a few numbers of each group of values. */
export const learnedSteps: Readonly<Record<string, (batch: Batch) => StepViews>> = {
  minmax,
  z,
  fences,
  log,
  ratio,
  distance,
};
