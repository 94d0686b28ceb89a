import type { View } from '../../model/view';
import { join, lit, note, rows, sql, type Sql } from '../../sql/sql';
import type { LeafNode, Scheme } from '../shape';
import { leaves, treeNodes, type LeafTreeNode } from '../tree';
import { listed, relation } from './given';
import { markMeasure } from './marks';
import { leafSource, screenViews } from './screens';

const columns = ['node', 'subject_id', 'period_id', 'value'];

/** The values of the indicators before any step, and what is left out of them. */
export function measuredViews(scheme: Scheme): View[] {
  const all = leaves(scheme.score);
  return [
    measured(all),
    ...screenViews(scheme),
    ...(needsCounts(scheme) ? [reported(scheme)] : []),
  ];
}

function needsCounts(scheme: Scheme): boolean {
  return treeNodes(scheme.score).some(({ node }) => 'minimum' in node && node.minimum);
}

function measured(all: readonly LeafTreeNode[]): View {
  const columnsOf = all.filter(({ node }) => !node.from || 'measure' in node.from);
  const others = all.filter(({ node }) => node.from && !('measure' in node.from));
  const plain = sql`
    SELECT given.node, o.subject_id, o.period_id, o.value
    FROM canon.observation AS o
    JOIN ${rows(
      ['node', 'measure'],
      columnsOf.map(({ id, node }) => [id, measureOf(node, id)]),
    )} ON given.measure = o.indicator_id
    SEMI JOIN score.entry AS e ON e.subject_id = o.subject_id AND e.period_id = o.period_id`;
  const selects = [
    ...(columnsOf.length > 0 ? [plain] : []),
    ...others.map(
      (leaf) => sql`
      ${note(`${leaf.path}.from`)}
      ${panel(leaf)}`,
    ),
  ];
  return {
    name: 'score.measured',
    reads: [...sourcesOf(all), 'score.entry'],
    columns,
    stored: true,
    sql: sql`
      ${note('score.parts: what each indicator is read from')}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
}

/** The tables that hold what indicators are read from. */
function sourcesOf(all: readonly LeafTreeNode[]): string[] {
  const marks = all.map(({ node }) => markMeasure(node) !== null);
  return [
    ...(marks.includes(false) ? ['canon.observation'] : []),
    ...(marks.includes(true) ? ['canon.mark'] : []),
  ];
}

function measureOf({ from }: LeafNode, id: string): string {
  return from && 'measure' in from ? from.measure : id;
}

/** The value that the marks or ballots of a panel come to. */
function panel(leaf: LeafTreeNode): Sql {
  const { from } = leaf.node;
  if (from && 'grades' in from) return ballots(leaf.id, from);
  if (from && 'marks' in from) return meanOfMarks(leaf.id, from);
  throw new RangeError(`${leaf.path} is read from a column`);
}

type Grades = Extract<NonNullable<LeafNode['from']>, { grades: unknown }>;
type Marks = Extract<NonNullable<LeafNode['from']>, { marks: unknown }>;

function ballots(node: string, { grades, smallest, most }: Grades): Sql {
  const points = rows(
    ['measure', 'points', 'place'],
    grades.map(({ measure, points: value }, index) => [measure, value, index]),
  );
  const counted = sql`
    SELECT
      o.subject_id, o.period_id, given.place, CAST(given.points AS DOUBLE) AS points,
      o.value AS ballots, sum(o.value) OVER (PARTITION BY o.subject_id, o.period_id) AS total
    FROM canon.observation AS o
    JOIN ${points} ON given.measure = o.indicator_id
    SEMI JOIN score.entry AS e ON e.subject_id = o.subject_id AND e.period_id = o.period_id`;
  const limited = most ? beyondTheMost(most, grades) : null;
  const worth = limited ?? sql`sum(points * ballots ORDER BY place)`;
  return sql`
    SELECT
      ${lit(node)} AS node, subject_id, period_id, ${worth} / any_value(total) AS value
    FROM (${counted})
    GROUP BY subject_id, period_id
    HAVING any_value(total) >= ${lit(smallest)}`;
}

/** Ballots of a grade beyond its largest share are worth what the next grade is. */
function beyondTheMost(most: NonNullable<Grades['most']>, grades: Grades['grades']): Sql {
  const place = grades.findIndex(({ measure }) => measure === most.measure);
  const [own, next] = [grades[place]?.points ?? 0, grades[place + 1]?.points ?? 0];
  const beyond = sql`
    greatest(0, coalesce(max(ballots) FILTER (place = ${lit(place)}), 0) - ${lit(most.share)} * any_value(total))`;
  return sql`(sum(points * ballots ORDER BY place) - CAST(${lit(own - next)} AS DOUBLE) * ${beyond})`;
}

function meanOfMarks(node: string, { marks, trim, absent, alike, smallest }: Marks): Sql {
  const [table, own] = Array.isArray(marks)
    ? [sql`canon.observation`, [sql`o.indicator_id IN ${listed(marks)}`]]
    : [
        sql`canon.mark`,
        [
          sql`o.indicator_id = ${lit(marks.measure)}`,
          ...(marks.assessors ? [sql`o.panel IN ${listed(marks.assessors)}`] : []),
        ],
      ];
  const present =
    absent.length > 0 ? [sql`o.value NOT IN (${join(absent.map((one) => lit(one)))})`] : [];
  const from = sql`
    FROM ${table} AS o
    WHERE ${join([...own, ...present], '\n  AND ')}`;
  const kept = trim
    ? sql`WHERE given < ${lit(trim.from)} OR (from_low > ${lit(trim.each)} AND from_low <= given - ${lit(trim.each)})`
    : sql``;
  return sql`
    SELECT ${lit(node)} AS node, subject_id, period_id, avg(value ORDER BY value) AS value
    FROM (
      SELECT
        o.subject_id, o.period_id, o.value,
        row_number() OVER (PARTITION BY o.subject_id, o.period_id ORDER BY o.value) AS from_low,
        count(*) OVER (PARTITION BY o.subject_id, o.period_id) AS given
      ${alike === 'invalid' ? differing(from, Array.isArray(marks)) : from}
    )
    SEMI JOIN score.entry USING (subject_id, period_id)
    ${kept}
    GROUP BY subject_id, period_id
    HAVING any_value(given) >= ${lit(smallest)}`;
}

/** Marks without those of an assessor who gave several subjects the same and no other; marks that name nobody stay. */
function differing(from: Sql, inColumns: boolean): Sql {
  const assessor = inColumns ? sql`o.indicator_id` : sql`o.panel, o.assessor`;
  const own = sql`(PARTITION BY o.period_id, ${assessor})`;
  const judged = [
    ...(inColumns ? [] : [sql`o.assessor IS NULL`]),
    sql`count(*) OVER ${own} = 1`,
    sql`min(o.value) OVER ${own} < max(o.value) OVER ${own}`,
  ];
  return sql`
    FROM (
      SELECT o.*
      ${from}
      QUALIFY ${join(judged, ' OR ')}
    ) AS o`;
}

/** How many indicators under each node a subject has figures for. */
function reported(scheme: Scheme): View {
  const nodes = treeNodes(scheme.score);
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const pairs = leaves(scheme.score).flatMap(({ id }) => {
    const above: [string, string][] = [];
    for (let node: string | null = id; node !== null; node = parents.get(node) ?? null)
      above.push([id, node]);
    return above;
  });
  const source = leafSource(scheme);
  return {
    name: 'score.reported',
    reads: [source],
    columns: ['node', 'subject_id', 'period_id', 'indicators'],
    stored: true,
    sql: sql`
      ${note('how many indicators under each part a subject has figures for')}
      SELECT given.node, v.subject_id, v.period_id, CAST(count(*) AS INTEGER) AS indicators
      FROM ${relation(source)} AS v
      JOIN ${rows(['leaf', 'node'], pairs)} ON given.leaf = v.node
      GROUP BY given.node, v.subject_id, v.period_id`.text,
  };
}
