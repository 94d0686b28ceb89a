import type { View } from '../../model/view';
import { id, join, lit, note, sql, type Sql } from '../../sql/sql';
import type { Scheme, SchemePart, SchemeStep } from '../shape';
import { applyStep, stepKind } from './step';

/** From measures to the score of a period: one view a step, in the order of the document. */
export function scoreViews(scheme: Scheme): View[] {
  const parts = scheme.score.parts.map((part, index) => partViews(part, index));
  const finals = parts.map((views) => views[views.length - 1] as View);
  const combined = combine(scheme, finals);
  const steps = stepViews('total', 'score', combined, scheme.score.steps);
  const last = steps[steps.length - 1] ?? combined;
  return [
    entry(scheme),
    ...parts.flat(),
    combined,
    ...steps,
    contribution(scheme, parts),
    periodScore(last),
  ];
}

function viewName(part: string): string {
  return part.replaceAll('-', '_');
}

function table(name: string): Sql {
  return id(...name.split('.'));
}

function entry(scheme: Scheme): View {
  const { from, to } = scheme.valid;
  const until = to === null ? sql`` : sql` AND p.period_id <= ${lit(to)}`;
  const measures = join(scheme.score.parts.map((part) => lit(part.from.measure)));
  return {
    name: 'score.entry',
    reads: ['canon.subject', 'canon.period', 'canon.observation'],
    columns: ['subject_id', 'track', 'period_id', 'year', 'number', 'in_force'],
    stored: true,
    sql: sql`
      ${note(`who is scored: every subject of a track, in each ${scheme.cadence} for which the data has figures`)}
      SELECT
        s.subject_id, s.track, p.period_id, p.year, p.number,
        p.period_id >= ${lit(from)}${until} AS in_force
      FROM canon.subject AS s
      CROSS JOIN canon.period AS p
      WHERE s.track IS NOT NULL
        AND p.cadence = ${lit(scheme.cadence)}
        AND p.period_id IN (
          SELECT period_id FROM canon.observation WHERE indicator_id IN (${measures})
        )`.text,
  };
}

function partViews(part: SchemePart, index: number): View[] {
  const path = `score.parts[${index}]`;
  const measured: View = {
    name: `score.${viewName(part.id)}_measure`,
    reads: ['canon.observation'],
    columns: ['subject_id', 'period_id', 'value'],
    stored: false,
    sql: sql`
      ${note(`${path}.from: ${part.from.measure}`)}
      SELECT subject_id, period_id, value
      FROM canon.observation
      WHERE indicator_id = ${lit(part.from.measure)}`.text,
  };
  return [measured, ...stepViews(viewName(part.id), path, measured, part.steps)];
}

function stepViews(
  prefix: string,
  path: string,
  source: View,
  steps: readonly SchemeStep[],
): View[] {
  const views: View[] = [];
  steps.forEach((step, index) => {
    const before = views[index - 1] ?? source;
    views.push({
      name: `score.${prefix}_${index + 1}_${stepKind(step)}`,
      reads: [before.name],
      columns: ['subject_id', 'period_id', 'value'],
      stored: false,
      sql: sql`
        ${note(`${path}.steps[${index}]: ${JSON.stringify(step)}`)}
        SELECT subject_id, period_id, ${applyStep(step, sql`value`)} AS value
        FROM ${table(before.name)}`.text,
    });
  });
  return views;
}

/** Short name of a part within a query. */
function alias(index: number): Sql {
  return id(`p${index + 1}`);
}

function partJoins(finals: readonly View[]): Sql {
  return join(
    finals.map(
      (view, index) =>
        sql`LEFT JOIN ${table(view.name)} AS ${alias(index)} USING (subject_id, period_id)`,
    ),
    '\n',
  );
}

/** Sum of the weights of the parts that have a value. */
function weightPresent(parts: readonly SchemePart[]): Sql {
  return join(
    parts.map(
      (part, index) =>
        sql`CASE WHEN ${alias(index)}.value IS NULL THEN 0 ELSE ${lit(part.weight)} END`,
    ),
    ' + ',
  );
}

function combine(scheme: Scheme, finals: readonly View[]): View {
  const { parts, missing } = scheme.score;
  const product = (part: SchemePart, index: number) =>
    sql`${lit(part.weight)} * ${alias(index)}.value`;
  const value =
    missing === 'unrated'
      ? join(parts.map(product), ' + ')
      : sql`
          (${join(
            parts.map((part, index) => sql`coalesce(${product(part, index)}, 0)`),
            ' + ',
          )})
          / nullif(${weightPresent(parts)}, 0)`;
  return {
    name: 'score.total_combine',
    reads: ['score.entry', ...finals.map((view) => view.name)],
    columns: ['subject_id', 'period_id', 'value'],
    stored: false,
    sql: sql`
      ${note(`score.combine: ${scheme.score.combine}; a missing part: ${missing}`)}
      SELECT e.subject_id, e.period_id, ${value} AS value
      FROM score.entry AS e
      ${partJoins(finals)}`.text,
  };
}

function contribution(scheme: Scheme, parts: readonly (readonly View[])[]): View {
  const { missing } = scheme.score;
  const finals = parts.map((views) => views[views.length - 1] as View);
  const selects = scheme.score.parts.map((part, index) => {
    const weight =
      missing === 'unrated'
        ? lit(part.weight)
        : sql`CASE WHEN ${alias(index)}.value IS NULL THEN 0 ELSE ${lit(part.weight)} END
          / nullif(${weightPresent(scheme.score.parts)}, 0)`;
    const measured = parts[index]?.[0] as View;
    const joins =
      missing === 'unrated'
        ? sql`LEFT JOIN ${table((finals[index] as View).name)} AS ${alias(index)} USING (subject_id, period_id)`
        : partJoins(finals);
    return sql`
      SELECT
        e.subject_id, e.period_id, ${lit(index + 1)} AS ordinal, ${lit(part.id)} AS part,
        ${lit(part.from.measure)} AS indicator_id, m.value AS measured, ${alias(index)}.value AS value,
        CAST(${weight} AS DOUBLE) AS weight, (${weight}) * ${alias(index)}.value AS contribution
      FROM score.entry AS e
      LEFT JOIN ${table(measured.name)} AS m USING (subject_id, period_id)
      ${joins}`;
  });
  return {
    name: 'score.contribution',
    reads: [
      'score.entry',
      ...new Set(
        parts.flatMap((views) => [views[0], views.at(-1)]).map((view) => (view as View).name),
      ),
    ],
    columns: [
      'subject_id',
      'period_id',
      'ordinal',
      'part',
      'indicator_id',
      'measured',
      'value',
      'weight',
      'contribution',
    ],
    stored: false,
    sql: sql`
      ${note('score.parts: what each part brings to the score')}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
}

function periodScore(last: View): View {
  return {
    name: 'score.period_score',
    reads: ['score.entry', last.name],
    columns: ['subject_id', 'track', 'period_id', 'year', 'number', 'in_force', 'score'],
    stored: true,
    sql: sql`
      ${note('the score after its last step; NULL where the subject is unrated')}
      SELECT e.subject_id, e.track, e.period_id, e.year, e.number, e.in_force, t.value AS score
      FROM score.entry AS e
      LEFT JOIN ${table(last.name)} AS t USING (subject_id, period_id)`.text,
  };
}
