import { join, lit, note, sql, type Sql } from '../../../sql/sql';
import { stepsWith, valueColumns, type Batch, type StepViews } from '../batch';
import { compared } from '../compared';
import { Given, relation } from '../given';
import { rounded } from '../../../sql/rounded';

type PlainStep = (batch: Batch) => StepViews;

/** A view whose values come from those before, one by one. */
function each(
  batch: Batch,
  given: Given,
  value: Sql,
  joined = sql``,
  reads: string[] = [],
): StepViews {
  return {
    views: [
      {
        name: batch.name,
        reads: [batch.source, ...reads],
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
            ${given.join(sql`v.node`)}
            ${joined}
          )
          WHERE isfinite(value)`.text,
      },
    ],
  };
}

/** Says which clauses a view stands for: the first, and how many more. */
export function stepNote({ nodes }: Batch): Sql {
  const [first] = nodes;
  if (!first) return sql``;
  const more = nodes.length > 1 ? ` and ${nodes.length - 1} more` : '';
  return note(`${first.path}: ${JSON.stringify(first.step)}${more}`);
}

function givenFor(batch: Batch): Given {
  return new Given(batch.nodes.map((node) => node.id));
}

const cap: PlainStep = (batch) => {
  const given = givenFor(batch);
  const steps = stepsWith(batch, 'cap');
  const low = given.column(
    'low',
    steps.map((step) => step.cap[0]),
  );
  const high = given.column(
    'high',
    steps.map((step) => step.cap[1]),
  );
  // greatest and least pass over an end that is left open
  return each(batch, given, sql`greatest(${low}, least(${high}, v.value))`);
};

/** Roundings differ in their SQL, not in a number: nodes that share one go together. */
const round: PlainStep = (batch) => {
  const kinds = new Map<string, { sql: Sql; nodes: string[] }>();
  stepsWith(batch, 'round').forEach((step, index) => {
    const key = JSON.stringify(step.round);
    const kind = kinds.get(key) ?? { sql: rounded(sql`v.value`, step.round), nodes: [] };
    kind.nodes.push(batch.nodes[index]?.id ?? '');
    kinds.set(key, kind);
  });
  const [first, ...others] = [...kinds.values()];
  if (!first) throw new RangeError('a batch without nodes');
  const cases = others.map(
    (kind) => sql`WHEN v.node IN (${join(kind.nodes.map((node) => lit(node)))}) THEN ${kind.sql}`,
  );
  const value =
    others.length === 0
      ? first.sql
      : sql`
          CASE
            ${join(cases, '\n')}
            ELSE ${first.sql}
          END`;
  return each(batch, givenFor(batch), value);
};

const times: PlainStep = (batch) => {
  const given = givenFor(batch);
  const factor = given.column(
    'factor',
    stepsWith(batch, 'times').map((step) => step.times),
  );
  return each(batch, given, sql`v.value * ${factor}`);
};

const plus: PlainStep = (batch) => {
  const given = givenFor(batch);
  const more = given.column(
    'more',
    stepsWith(batch, 'plus').map((step) => step.plus),
  );
  return each(batch, given, sql`v.value + ${more}`);
};

/** A value of which the other measure is absent, or zero below the line, is absent. */
function withMeasure(batch: Batch, measures: readonly string[], by: '/' | '*'): StepViews {
  const given = givenFor(batch);
  const measure = given.column('measure', measures);
  const value = by === '/' ? sql`v.value / m.value` : sql`v.value * m.value`;
  const joined = sql`
    JOIN canon.observation AS m
      ON m.subject_id = v.subject_id AND m.period_id = v.period_id AND m.indicator_id = ${measure}
      ${by === '/' ? sql`AND m.value <> 0` : sql``}`;
  return each(batch, given, value, joined, ['canon.observation']);
}

const goalposts: PlainStep = (batch) => {
  const given = givenFor(batch);
  const steps = stepsWith(batch, 'goalposts');
  const scaled = (step: (typeof steps)[number], end: 0 | 1) =>
    step.scale === 'log' ? Math.log(step.goalposts[end]) : step.goalposts[end];
  const from = given.column(
    'from',
    steps.map((step) => scaled(step, 0)),
  );
  const span = given.column(
    'span',
    steps.map((step) => scaled(step, 1) - scaled(step, 0)),
  );
  const log = given.column(
    'log',
    steps.map((step) => step.scale === 'log'),
  );
  const low = given.column(
    'low',
    steps.map((step) => (step.clip ? 0 : null)),
  );
  const high = given.column(
    'high',
    steps.map((step) => (step.clip ? 1 : null)),
  );
  // a value without a logarithm lies below both bounds: it is held at the lower one, or absent
  const none = given.column(
    'none',
    steps.map((step) => (step.clip ? Math.min(scaled(step, 0), scaled(step, 1)) : null)),
  );
  const base = given.column(
    'base',
    steps.map((step) => step.onto[0]),
  );
  const range = given.column(
    'range',
    steps.map((step) => step.onto[1] - step.onto[0]),
  );
  const measured = steps.some((step) => step.scale === 'log')
    ? sql`CASE WHEN NOT ${log} THEN v.value WHEN v.value > 0 THEN ln(v.value) ELSE ${none} END`
    : sql`v.value`;
  return each(
    batch,
    given,
    sql`
      ${base} + ${range} * greatest(${low}, least(${high}, (${measured} - ${from}) / ${span}))`,
  );
};

const table: PlainStep = (batch) => {
  const cases = stepsWith(batch, 'table').map((step, index) => {
    const bounds = step.table
      .toSorted((a, b) => b.atLeast - a.atLeast)
      .map(
        (row) => sql`WHEN ${compared(sql`v.value`)} >= ${lit(row.atLeast)} THEN ${lit(row.points)}`,
      );
    const points = sql`
      CASE
        ${join(bounds, '\n')}
        ELSE CAST(${lit(step.otherwise)} AS DOUBLE)
      END`;
    return { node: batch.nodes[index]?.id ?? '', points };
  });
  const [only] = cases;
  const value =
    cases.length === 1 && only
      ? only.points
      : sql`
          CASE v.node
            ${join(
              cases.map(({ node, points }) => sql`WHEN ${lit(node)} THEN ${points}`),
              '\n',
            )}
          END`;
  return each(batch, givenFor(batch), value);
};

const exponential: PlainStep = (batch) => {
  const given = givenFor(batch);
  const scale = given.column(
    'scale',
    stepsWith(batch, 'exponential').map((step) => step.exponential),
  );
  const left = sql`1 - v.value * (1 - exp(-100 / ${scale}))`;
  return each(batch, given, sql`CASE WHEN ${left} > 0 THEN -${scale} * ln(${left}) END`);
};

/** Steps that change each value by itself. */
export const plainSteps: Readonly<Record<string, PlainStep>> = {
  cap,
  round,
  times,
  plus,
  goalposts,
  table,
  exponential,
  divideBy: (batch) =>
    withMeasure(
      batch,
      stepsWith(batch, 'divideBy').map((step) => step.divideBy),
      '/',
    ),
  multiplyBy: (batch) =>
    withMeasure(
      batch,
      stepsWith(batch, 'multiplyBy').map((step) => step.multiplyBy),
      '*',
    ),
};
