import type { View } from '../../model/view';
import { id, join, lit, note, rows, sql, type Sql, type Value } from '../../sql/sql';
import type { Combine, Missing, Scheme } from '../shape';
import { isLeaf, type GroupTreeNode, type TreeNode } from '../tree';
import { valueColumns } from './batch';
import { listed, relation } from './given';

/** Groups that combine their parts in the same way, and so in one view. */
export interface Combination {
  readonly name: View['name'];
  readonly groups: readonly GroupTreeNode[];
  /** The parts of these groups. */
  readonly parts: readonly TreeNode[];
  /** Views that hold the values of the parts. */
  readonly sources: readonly string[];
  /** Whether indicators may be left out of a period. */
  readonly screened: boolean;
}

/** Groups of one signature go through one view. */
export function combineSignature({ node }: GroupTreeNode): string {
  return JSON.stringify([node.combine, node.missing, node.minimum !== undefined]);
}

/** The view that combines the values of parts: one value for each group, subject and period. */
export function combineViews(combination: Combination): View[] {
  const { combine } = methodOf(combination);
  return combine === 'copeland' ? copeland(combination) : [combined(combination)];
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
      ${weight} AS weight, given.sign, given.parts, CAST(given.total AS DOUBLE) AS total
    FROM ${values} AS v
    JOIN ${partTable(combination)} ON given.part = v.node
    ${weights}`;
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

/** A part that a subject lacks counts as the lowest value that anybody has in the period. */
function withWorst({ parts }: Combination, source: Sql): Sql {
  const nodes = listed(parts.map(({ id: part }) => part));
  return sql`(
    SELECT node, subject_id, period_id, value FROM ${source}
    UNION ALL
    SELECT n.node, e.subject_id, e.period_id, n.worst AS value
    FROM score.entry AS e
    JOIN (
      SELECT node, period_id, min(value) AS worst FROM ${source} WHERE node IN ${nodes} GROUP BY node, period_id
    ) AS n USING (period_id)
    ANTI JOIN ${source} AS s
      ON s.node = n.node AND s.subject_id = e.subject_id AND s.period_id = e.period_id
  )`;
}

/** Whether the weights present stand for all: a missing part gives its weight to the others, or was left out of the period. */
export function rescales(combination: Combination): boolean {
  const { missing } = methodOf(combination);
  return missing === 'redistribute' || (missing === 'unrated' && combination.screened);
}

/** Sums run in the order of the document, so that the order of rows in a file never changes a last digit. */
const inOrder = (value: Sql) => sql`sum(${value} ORDER BY place)`;

const weights = sql`nullif(${inOrder(sql`weight`)}, 0)`;

/** What a group makes of the values of its parts. */
function valueOf(combine: Combine, rescaled: boolean): Sql {
  if (typeof combine === 'object') {
    const power = lit(combine.power);
    return sql`power(${inOrder(sql`weight * power(value, ${power})`)} / ${weights}, 1 / CAST(${power} AS DOUBLE))`;
  }
  const sum = inOrder(sql`sign * weight * value`);
  switch (combine) {
    case 'weighted-sum':
    case 'sum':
      return rescaled ? sql`${sum} * any_value(total) / ${weights}` : sum;
    case 'mean':
      return sql`${inOrder(sql`weight * value`)} / ${weights}`;
    case 'geometric':
      return sql`
        CASE
          WHEN min(value) > 0 THEN exp(${inOrder(sql`weight * ln(CASE WHEN value > 0 THEN value END)`)} / ${weights})
          WHEN min(value) = 0 THEN 0
        END`;
    case 'harmonic':
      return sql`
        CASE
          WHEN min(value) > 0 THEN ${weights} / ${inOrder(sql`weight / nullif(value, 0)`)}
          WHEN min(value) = 0 THEN 0
        END`;
    case 'min':
    case 'max':
    case 'median':
      return sql`${id(combine)}(value)`;
    case 'count':
      return sql`CAST(count(*) FILTER (value > 0) AS DOUBLE)`;
    case 'copeland':
      throw new RangeError('pairs are compared in views of their own');
  }
}

function combined(combination: Combination): View {
  const { combine, missing } = methodOf(combination);
  const { screened } = combination;
  const needs = needsOf(combination);
  return {
    name: combination.name,
    reads: [
      ...combination.sources,
      ...(missing === 'worst' ? ['score.entry'] : []),
      ...(dataWeights(combination.parts).length > 0 ? ['canon.observation'] : []),
      ...(screened ? ['score.left_out'] : []),
      ...(needs.length > 0 ? ['score.reported'] : []),
    ],
    columns: [...valueColumns],
    stored: false,
    sql: sql`
      ${noteOf(combination)}
      SELECT node, subject_id, period_id, ${valueOf(combine, rescales(combination))} AS value
      FROM (
        ${weighed(combination)}
      )
      ${screened ? goneParts(combination) : sql``}
      ${enough(combination)}
      GROUP BY node, subject_id, period_id
      ${completeness(combination)}`.text,
  };
}

function noteOf(combination: Combination): Sql {
  const { combine, missing } = methodOf(combination);
  const how = typeof combine === 'string' ? combine : `power ${combine.power}`;
  const [first] = combination.groups;
  const more = combination.groups.length > 1 ? ` and ${combination.groups.length - 1} more` : '';
  return note(`${first?.path ?? ''}${more}: combine ${how}; a missing part: ${missing}`);
}

/** With `unrated` every part must be there, but for those that a screen left out of the period. */
function completeness(combination: Combination): Sql {
  if (methodOf(combination).missing !== 'unrated') return sql``;
  return combination.screened
    ? sql`HAVING count(*) = any_value(parts) - coalesce(any_value(gone), 0)`
    : sql`HAVING count(*) = any_value(parts)`;
}

/** How many parts of each group are left out of each period. */
function goneParts({ parts }: Combination): Sql {
  const table = rows(
    ['part', 'node'],
    parts.map((part): Value[] => [part.id, part.parent]),
  );
  return sql`
    LEFT JOIN (
      SELECT given.node, l.period_id, count(*) AS gone
      FROM score.left_out AS l
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
      WHERE r.indicators >= given.indicators
      GROUP BY given.node, r.subject_id, r.period_id, given.parts
      HAVING count(*) >= given.parts AND bool_or(given.one_of)
    ) USING (node, subject_id, period_id)`;
}

/** Every pair of subjects of a period is compared: the heavier parts win it, and each has its wins minus its losses. */
function copeland(combination: Combination): View[] {
  const { missing } = methodOf(combination);
  const complete = missing === 'unrated' ? sql`HAVING count(*) = any_value(a.parts)` : sql``;
  return [
    {
      name: combination.name,
      reads: [...combination.sources],
      columns: [...valueColumns],
      stored: true,
      sql: sql`
        ${noteOf(combination)}
        WITH part AS (
          ${weighed(combination)}
        ),
        duel AS (
          SELECT
            a.node, a.subject_id, a.period_id,
            sign(sum(a.weight * sign(a.value - b.value) ORDER BY a.place)) AS won
          FROM part AS a
          JOIN part AS b
            ON b.node = a.node AND b.part = a.part AND b.period_id = a.period_id
            AND b.subject_id <> a.subject_id
          GROUP BY a.node, a.subject_id, a.period_id, b.subject_id
          ${complete}
        )
        SELECT node, subject_id, period_id, CAST(sum(won) AS DOUBLE) AS value
        FROM duel
        GROUP BY node, subject_id, period_id`.text,
    },
  ];
}

/** Whether the parts of a scheme's groups may be left out. */
export function screenedParts(parts: readonly TreeNode[], scheme: Scheme): boolean {
  return (
    scheme.screens.share !== undefined || parts.some((part) => isLeaf(part) && part.node.screen > 1)
  );
}
