import type { View } from '../../model/view';
import { id, join, lit, note, rows, sql, type Sql, type Value } from '../../sql/sql';
import type { Combine, Scheme } from '../shape';
import { isLeaf, measuresOf, treeNodes } from '../tree';
import { compared } from './compared';
import { methodOf, rescales, type Combination } from './combination';
import { readsOfParts, weighed } from './weighed';
import { relation } from './given';

/** The parts, what each weighs and brings to its group, and both beside everybody who is scored. */
export function contributionViews(
  scheme: Scheme,
  combinations: readonly Combination[],
): readonly View[] {
  return [partView(scheme), weightView(combinations), contribution];
}

/** The parts of the score, in the order of the document. */
function partView(scheme: Scheme): View {
  const nodes = treeNodes(scheme.score).filter(({ parent }) => parent !== null);
  const columns = ['part', 'parent', 'ordinal', 'depth', 'indicator_id'];
  const about = nodes.map((one): Value[] => [
    one.id,
    one.parent,
    one.ordinal,
    one.depth,
    isLeaf(one) ? (measuresOf(one.node)[0] ?? null) : null,
  ]);
  return {
    name: 'score.part',
    reads: [],
    columns,
    stored: false,
    sql: sql`
      ${note('score.parts: what the score is made of')}
      SELECT * FROM ${rows(columns, about)}`.text,
  };
}

/**
 * What each part that has a value brings to the value of its group. The contributions of the parts add up to what the
 * group combines them to, exactly: of a mean that is no sum, a part has the share by which the mean grows with it
 * (Euler's theorem). Wins of pairs can't be split, so parts compared in pairs have none.
 */
function weightView(combinations: readonly Combination[]): View {
  const reads = combinations.flatMap((one) => [
    ...(needsWhole(methodOf(one).combine) ? [one.name] : []),
    ...readsOfParts(one),
  ]);
  return {
    name: 'score.part_weight',
    reads: [...new Set(reads)],
    columns: ['part', 'subject_id', 'period_id', 'weight', 'contribution'],
    stored: false,
    sql: sql`
      ${note('score.parts[].weight: what each part weighs in the end, and what it brings to its group')}
      ${join(combinations.map(brought), '\nUNION ALL\n')}`.text,
  };
}

const contribution: View = {
  name: 'score.contribution',
  reads: ['score.entry', 'score.measured', 'score.part', 'score.part_value', 'score.part_weight'],
  columns: [
    'subject_id',
    'period_id',
    'ordinal',
    'part',
    'parent',
    'depth',
    'indicator_id',
    'measured',
    'value',
    'weight',
    'contribution',
  ],
  stored: false,
  sql: sql`
    ${note('score.parts: what each part brings to its group, of everybody who is scored')}
    SELECT
      e.subject_id, e.period_id, p.ordinal, p.part, p.parent, p.depth, p.indicator_id,
      m.value AS measured, v.value, w.weight, w.contribution
    FROM score.entry AS e
    CROSS JOIN score.part AS p
    LEFT JOIN score.measured AS m
      ON m.node = p.part AND m.subject_id = e.subject_id AND m.period_id = e.period_id
    LEFT JOIN score.part_value AS v
      ON v.node = p.part AND v.subject_id = e.subject_id AND v.period_id = e.period_id
    LEFT JOIN score.part_weight AS w
      ON w.part = p.part AND w.subject_id = e.subject_id AND w.period_id = e.period_id`.text,
};

/** Parts of groups of one kind, with the weight that each has in the end and what it brings. */
function brought(combination: Combination): Sql {
  const { combine } = methodOf(combination);
  const weight = weightOf(combine, rescales(combination));
  const whole = sql`
    LEFT JOIN ${relation(combination.name)} AS g
      ON g.node = p.node AND g.subject_id = p.subject_id AND g.period_id = p.period_id`;
  return sql`
    SELECT
      p.part, p.subject_id, p.period_id,
      ${weight} AS weight,
      CAST(${contributionOf(combine, rescales(combination))} AS DOUBLE) AS contribution
    FROM (
      ${weighed(combination)}
    ) AS p
    ${needsWhole(combine) ? whole : sql``}`;
}

/** Whether what a part brings is a share of the value `g` of its group. */
function needsWhole(combine: Combine): boolean {
  return typeof combine === 'object' || ['geometric', 'harmonic', 'min', 'max'].includes(combine);
}

// a named window is taken for another one of that name in the next SELECT of a UNION
const members = sql`(PARTITION BY p.node, p.subject_id, p.period_id)`;
// in another order a sum of fractions has another last digit
const membersInOrder = sql`
  (
    PARTITION BY p.node, p.subject_id, p.period_id
    ORDER BY p.place
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  )`;
const alike = sql`(PARTITION BY p.node, p.subject_id, p.period_id, p.value)`;

const share = sql`p.weight / nullif(sum(p.weight) OVER ${membersInOrder}, 0)`;

const isMean = (combine: Combine) =>
  typeof combine === 'object' || ['mean', 'geometric', 'harmonic'].includes(combine);

function weightOf(combine: Combine, rescaled: boolean): Sql {
  if (isMean(combine)) return share;
  return rescaled
    ? sql`
        CASE
          WHEN count(*) OVER ${members} = p.parts THEN p.weight
          ELSE ${share} * p.total
        END`
    : sql`p.weight`;
}

function contributionOf(combine: Combine, rescaled: boolean): Sql {
  if (typeof combine === 'object') {
    const power = lit(combine.power);
    return sql`
      CASE
        WHEN g.value = 0 OR p.weight = 0 THEN 0
        ELSE ${share} * power(p.value, ${power}) * power(g.value, 1 - ${power})
      END`;
  }
  switch (combine) {
    case 'weighted-sum':
    case 'sum':
      return sql`p.sign * ${weightOf(combine, rescaled)} * p.value`;
    case 'mean':
      return sql`${share} * p.value`;
    case 'geometric':
      return sql`${share} * g.value`;
    case 'harmonic':
      return sql`CASE WHEN g.value = 0 OR p.weight = 0 THEN 0 ELSE ${share} * g.value * g.value / p.value END`;
    case 'min':
    case 'max':
      return sql`CASE WHEN p.value = g.value THEN g.value / count(*) OVER ${alike} ELSE 0 END`;
    case 'median':
      return middle;
    case 'count':
      return sql`CASE WHEN ${compared(sql`p.value`)} > 0 THEN 1 ELSE 0 END`;
    case 'copeland':
      return sql`NULL`;
  }
}

/** The middle one of the parts is the median, or half of each of the two in the middle. */
const middle = sql`
  CASE
    WHEN count(*) OVER ${members} % 2 = 1
      THEN CASE WHEN ${placeOf()} = (count(*) OVER ${members} + 1) // 2 THEN p.value ELSE 0 END
    WHEN ${placeOf()} IN (count(*) OVER ${members} // 2, count(*) OVER ${members} // 2 + 1) THEN p.value / 2
    ELSE 0
  END`;

function placeOf(): Sql {
  return sql`row_number() OVER (PARTITION BY p.node, p.subject_id, p.period_id ORDER BY p.value, ${id('p', 'place')})`;
}
