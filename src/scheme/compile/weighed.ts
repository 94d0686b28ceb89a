import { join, lit, rows, sql, type Sql, type Value } from '../../sql/sql';
import type { TreeNode } from '../tree';
import { methodOf, rescales, type Combination } from './combination';
import { listed, relation } from './given';

/** The parts with what the document says of them. */
function partTable(combination: Combination): Sql {
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

function dataWeights(parts: readonly TreeNode[]) {
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

/** The values of the parts, wherever they are. */
export function valuesOf({ sources, parts }: Combination): Sql {
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

/** The relations that the weighed values of parts are found in. */
export function readsOfParts(combination: Combination): string[] {
  const { sources, parts, screens } = combination;
  const { missing } = methodOf(combination);
  return [
    ...sources,
    ...(missing === 'worst' ? ['score.entry'] : []),
    ...(missing === 'worst' && screens.subjects ? ['score.too_few'] : []),
    ...(dataWeights(parts).length > 0 ? ['canon.observation'] : []),
  ];
}
