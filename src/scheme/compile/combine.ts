import type { View } from '../../model/view';
import { id, lit, note, rows, sql, type Sql, type Value } from '../../sql/sql';
import type { Combine } from '../shape';
import type { GroupTreeNode } from '../tree';
import { valueColumns } from './batch';
import { methodOf, rescales, type Combination } from './combination';
import { compared } from './compared';
import { readsOfParts, valuesOf, weighed } from './weighed';

/** Groups of one signature go through one view. */
export function combineSignature({ node }: GroupTreeNode): string {
  return JSON.stringify([node.combine, node.missing, node.minimum !== undefined]);
}

/** The view that combines the values of parts: one value for each group, subject and period. */
export function combineView(combination: Combination): View {
  const { combine } = methodOf(combination);
  return combine === 'copeland' ? copeland(combination) : combined(combination);
}

/** Sums run in the order of the document, so that the order of rows in a file never changes a last digit. */
const inOrder = (value: Sql) => sql`sum(${value} ORDER BY place)`;

const weights = sql`nullif(${inOrder(sql`weight`)}, 0)`;

/** A part of no weight decides nothing. */
const lowest = sql`min(value) FILTER (weight > 0)`;

/** What a group makes of the values of its parts; geometric, harmonic and power means are of values of 0 and more. */
function valueOf(combine: Combine, rescaled: boolean): Sql {
  if (typeof combine === 'object') {
    const power = lit(combine.power);
    return sql`
      CASE
        ${combine.power < 0 ? sql`WHEN ${lowest} = 0 THEN 0` : sql``}
        WHEN ${lowest} >= 0
          THEN power(
            ${inOrder(sql`weight * power(value, ${power})`)} FILTER (weight > 0) / ${weights},
            1 / CAST(${power} AS DOUBLE)
          )
      END`;
  }
  const sum = inOrder(sql`sign * weight * value`);
  switch (combine) {
    case 'weighted-sum':
    case 'sum':
      return rescaled
        ? sql`
            CASE
              WHEN count(*) = any_value(parts) THEN ${sum}
              ELSE ${sum} * any_value(total) / ${weights}
            END`
        : sum;
    case 'mean':
      return sql`${inOrder(sql`weight * value`)} / ${weights}`;
    case 'geometric':
      return sql`
        CASE
          WHEN ${lowest} > 0
            THEN exp(${inOrder(sql`weight * ln(CASE WHEN value > 0 THEN value END)`)} / ${weights})
          WHEN ${lowest} = 0 THEN 0
        END`;
    case 'harmonic':
      return sql`
        CASE
          WHEN ${lowest} > 0 THEN ${weights} / ${inOrder(sql`weight / nullif(value, 0)`)}
          WHEN ${lowest} = 0 THEN 0
        END`;
    case 'min':
    case 'max':
    case 'median':
      return sql`${id(combine)}(value)`;
    case 'count':
      return sql`CAST(count(*) FILTER (${compared(sql`value`)} > 0) AS DOUBLE)`;
    case 'copeland':
      throw new RangeError('pairs are compared in views of their own');
  }
}

function combined(combination: Combination): View {
  const { combine } = methodOf(combination);
  return {
    name: combination.name,
    reads: readsOf(combination),
    columns: [...valueColumns],
    stored: false,
    sql: sql`
      ${noteOf(combination)}
      SELECT node, subject_id, period_id, value
      FROM (
        SELECT
          node, subject_id, period_id,
          ${valueOf(combine, rescales(combination))} AS value
        FROM (
          ${weighed(combination)}
        )
        ${gone(combination)}
        ${enough(combination)}
        GROUP BY node, subject_id, period_id
        ${completeness(combination)}
      )
      WHERE isfinite(value)`.text,
  };
}

function readsOf(combination: Combination): string[] {
  return [
    ...readsOfParts(combination),
    ...(mustBeWhole(combination) && combination.screens.parts ? ['score.gone'] : []),
    ...(needsOf(combination).length > 0 ? ['score.reported'] : []),
  ];
}

function noteOf(combination: Combination): Sql {
  const { combine, missing } = methodOf(combination);
  const how = typeof combine === 'string' ? combine : `power ${combine.power}`;
  const [first] = combination.groups;
  const more = combination.groups.length > 1 ? ` and ${combination.groups.length - 1} more` : '';
  return note(`${first?.path ?? ''}${more}: combine ${how}; a missing part: ${missing}`);
}

/** Whether every part must be there, but for those that a screen left out of the period. */
function mustBeWhole(combination: Combination): boolean {
  const { missing } = methodOf(combination);
  return missing === 'unrated' || missing === 'worst';
}

function completeness(combination: Combination): Sql {
  if (!mustBeWhole(combination)) return sql``;
  return combination.screens.parts
    ? sql`HAVING count(*) = any_value(parts) - coalesce(any_value(gone), 0)`
    : sql`HAVING count(*) = any_value(parts)`;
}

/** How many parts of each group are left out of each period. */
function gone(combination: Combination): Sql {
  if (!mustBeWhole(combination) || !combination.screens.parts) return sql``;
  const table = rows(
    ['part', 'node'],
    combination.parts.map((part): Value[] => [part.id, part.parent]),
  );
  return sql`
    LEFT JOIN (
      SELECT given.node, l.period_id, count(*) AS gone
      FROM score.gone AS l
      JOIN ${table} ON given.part = l.node
      GROUP BY given.node, l.period_id
    ) USING (node, period_id)`;
}

function needsOf({ groups }: Combination) {
  return groups.flatMap(({ id: group, node }) =>
    node.minimum ? [{ group, ...node.minimum }] : [],
  );
}

/** The subjects that meet what a group needs at least. */
function enough(combination: Combination): Sql {
  const needs = needsOf(combination);
  if (needs.length === 0) return sql``;
  const table = rows(
    ['part', 'node', 'parts', 'indicators', 'one_of'],
    needs.flatMap(({ group, parts, values, oneOf }) =>
      combination.parts
        .filter(({ parent }) => parent === group)
        .map((part): Value[] => [
          part.id,
          group,
          parts,
          values,
          oneOf ? oneOf.includes(part.id) : true,
        ]),
    ),
  );
  return sql`
    SEMI JOIN (
      SELECT given.node, r.subject_id, r.period_id
      FROM score.reported AS r
      JOIN ${table} ON given.part = r.node
      SEMI JOIN ${valuesOf(combination)} AS v
        ON v.node = r.node AND v.subject_id = r.subject_id AND v.period_id = r.period_id
      WHERE r.indicators >= given.indicators
      GROUP BY given.node, r.subject_id, r.period_id, given.parts
      HAVING count(*) >= given.parts AND bool_or(given.one_of)
    ) USING (node, subject_id, period_id)`;
}

/** Every pair of subjects of a period is compared: the heavier parts win it, and each has its wins minus its losses. */
function copeland(combination: Combination): View {
  return {
    name: combination.name,
    reads: readsOf(combination),
    columns: [...valueColumns],
    stored: true,
    sql: sql`
      ${noteOf(combination)}
      WITH weighed AS (
        ${weighed(combination)}
      ),
      member AS (
        SELECT node, subject_id, period_id
        FROM weighed
        ${gone(combination)}
        ${enough(combination)}
        GROUP BY node, subject_id, period_id
        ${completeness(combination)}
      ),
      part AS (
        FROM weighed SEMI JOIN member USING (node, subject_id, period_id)
      ),
      duel AS (
        SELECT
          a.node, a.subject_id, a.period_id,
          sign(${compared(sql`sum(a.weight * sign(${compared(sql`a.value - b.value`)}) ORDER BY a.place)`)}) AS won
        FROM part AS a
        JOIN part AS b
          ON b.node = a.node AND b.part = a.part AND b.period_id = a.period_id
          AND b.subject_id <> a.subject_id
        GROUP BY a.node, a.subject_id, a.period_id, b.subject_id
      )
      SELECT m.node, m.subject_id, m.period_id, CAST(coalesce(sum(d.won), 0) AS DOUBLE) AS value
      FROM member AS m
      LEFT JOIN duel AS d USING (node, subject_id, period_id)
      GROUP BY m.node, m.subject_id, m.period_id`.text,
  };
}
