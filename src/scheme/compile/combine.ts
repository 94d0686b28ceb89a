import type { View } from '../../model/view';
import { id, join, lit, note, rows, sql, type Sql, type Value } from '../../sql/sql';
import type { Combine, Missing } from '../shape';
import type { GroupTreeNode, TreeNode } from '../tree';
import { valueColumns, type Screens } from './batch';
import { compared } from './compared';
import { listed, relation } from './given';

/** Groups that combine their parts in the same way, and so in one view. */
export interface Combination {
  readonly name: View['name'];
  readonly groups: readonly GroupTreeNode[];
  /** The parts of these groups. */
  readonly parts: readonly TreeNode[];
  /** Views that hold the values of the parts. */
  readonly sources: readonly string[];
  readonly screens: Screens;
}

/** Groups of one signature go through one view. */
export function combineSignature({ node }: GroupTreeNode): string {
  return JSON.stringify([node.combine, node.missing, node.minimum !== undefined]);
}

/** The view that combines the values of parts: one value for each group, subject and period. */
export function combineView(combination: Combination): View {
  const { combine } = methodOf(combination);
  return combine === 'copeland' ? copeland(combination) : combined(combination);
}

export function methodOf({ groups }: Combination): { combine: Combine; missing: Missing } {
  const [first] = groups;
  if (!first) throw new RangeError('a combination without groups');
  return first.node;
}

/** The parts with what the document says of them. */
export function partTable(combination: Combination): Sql {
  const { groups, parts } = combination;
  const totals = new Map(groups.map(({ id: group }) => [group, weightOf(parts, group)]));
  const counts = new Map(
    groups.map(({ id: group }) => [group, parts.filter(({ parent }) => parent === group).length]),
  );
  return rows(
    ['part', 'node', 'place', 'weight', 'sign', 'parts', 'total'],
    parts.map(({ id: part, parent, node, ordinal }): Value[] => [
      part,
      parent,
      ordinal,
      'weight' in node && typeof node.weight === 'number' ? node.weight : null,
      'effect' in node && node.effect === 'deduct' ? -1 : 1,
      counts.get(parent ?? '') ?? 0,
      totals.get(parent ?? '') ?? 0,
    ]),
  );
}

function weightOf(parts: readonly TreeNode[], group: string): number {
  const weights = parts
    .filter(({ parent }) => parent === group)
    .map(({ node }) => ('weight' in node && typeof node.weight === 'number' ? node.weight : 0));
  return Number(weights.reduce((sum, weight) => sum + weight, 0).toPrecision(12));
}

export function dataWeights(parts: readonly TreeNode[]) {
  return parts.flatMap(({ id: part, node }) =>
    'weight' in node && typeof node.weight !== 'number'
      ? [[part, node.weight.measure] as const]
      : [],
  );
}

/**
 * The values of the parts with their weights: node, part, place, subject_id, period_id, value, weight, sign, parts,
 * total. A part without a value has no row, unless the worst value stands for it; one without a weight has none either.
 */
export function weighed(combination: Combination): Sql {
  const { missing } = methodOf(combination);
  const source = valuesOf(combination);
  const values = missing === 'worst' ? withWorst(combination, source) : source;
  const given = dataWeights(combination.parts);
  const rescaled = given.length > 0 && rescales(combination);
  const weight =
    given.length === 0
      ? sql`CAST(given.weight AS DOUBLE)`
      : sql`coalesce(CAST(given.weight AS DOUBLE), w.value)`;
  const weights =
    given.length === 0
      ? sql``
      : sql`
          LEFT JOIN (
            SELECT own.part, o.subject_id, o.period_id, o.value
            FROM canon.observation AS o
            JOIN (VALUES ${join(given.map(([part, measure]) => sql`(${lit(part)}, ${lit(measure)})`))}) AS own(part, measure)
              ON own.measure = o.indicator_id
          ) AS w ON w.part = v.node AND w.subject_id = v.subject_id AND w.period_id = v.period_id
          WHERE given.weight IS NOT NULL OR w.value IS NOT NULL`;
  return sql`
    SELECT
      given.node, given.part, given.place, v.subject_id, v.period_id, v.value,
      ${weight} AS weight, given.sign, given.parts,
      ${rescaled ? sql`given.total + coalesce(t.total, 0)` : sql`CAST(given.total AS DOUBLE)`} AS total
    FROM ${values} AS v
    JOIN ${partTable(combination)} ON given.part = v.node
    ${rescaled ? totalOfData(combination.parts) : sql``}
    ${weights}`;
}

/** The weights of each group that are measures of the data, added up, whether or not their parts have a value. */
function totalOfData(parts: readonly TreeNode[]): Sql {
  const groupOf = new Map(parts.map(({ id: part, parent }) => [part, parent]));
  const table = rows(
    ['node', 'measure', 'place'],
    dataWeights(parts).map(([part, measure], index) => [groupOf.get(part) ?? null, measure, index]),
  );
  return sql`
    LEFT JOIN (
      SELECT given.node, o.subject_id, o.period_id, sum(o.value ORDER BY given.place) AS total
      FROM canon.observation AS o
      JOIN ${table} ON given.measure = o.indicator_id
      GROUP BY given.node, o.subject_id, o.period_id
    ) AS t ON t.node = given.node AND t.subject_id = v.subject_id AND t.period_id = v.period_id`;
}

function valuesOf({ sources, parts }: Combination): Sql {
  const [only] = sources;
  if (sources.length === 1 && only !== undefined) return relation(only);
  const nodes = listed(parts.map(({ id: part }) => part));
  return sql`(
    ${join(
      sources.map((source) => sql`SELECT * FROM ${relation(source)} WHERE node IN ${nodes}`),
      '\nUNION ALL\n',
    )}
  )`;
}

/** A part that a subject lacks counts as the lowest value that anybody has in the period; what is taken off, as the highest. */
function withWorst({ parts, screens }: Combination, source: Sql): Sql {
  const deducted = parts.flatMap(({ id: part, node }) =>
    'effect' in node && node.effect === 'deduct' ? [part] : [],
  );
  const worst =
    deducted.length === 0
      ? sql`min(value)`
      : sql`CASE WHEN node IN ${listed(deducted)} THEN max(value) ELSE min(value) END`;
  return sql`(
    SELECT node, subject_id, period_id, value FROM ${source}
    UNION ALL
    SELECT n.node, e.subject_id, e.period_id, n.worst AS value
    FROM score.entry AS e
    JOIN (
      SELECT node, period_id, ${worst} AS worst
      FROM ${source}
      WHERE node IN ${listed(parts.map(({ id: part }) => part))}
      GROUP BY node, period_id
    ) AS n USING (period_id)
    ANTI JOIN ${source} AS s
      ON s.node = n.node AND s.subject_id = e.subject_id AND s.period_id = e.period_id
    ${screens.subjects ? sql`ANTI JOIN score.too_few AS f ON f.subject_id = e.subject_id AND f.period_id = e.period_id` : sql``}
  )`;
}

/** Whether the weights present stand for all: a missing part gives its weight to the others, or was left out of the period. */
export function rescales(combination: Combination): boolean {
  const { missing } = methodOf(combination);
  return missing === 'redistribute' || (missing !== 'exclude' && combination.screens.parts);
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
  const { sources, parts, screens } = combination;
  const { missing } = methodOf(combination);
  return [
    ...sources,
    ...(missing === 'worst' ? ['score.entry'] : []),
    ...(missing === 'worst' && screens.subjects ? ['score.too_few'] : []),
    ...(dataWeights(parts).length > 0 ? ['canon.observation'] : []),
    ...(mustBeWhole(combination) && screens.parts ? ['score.gone'] : []),
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
