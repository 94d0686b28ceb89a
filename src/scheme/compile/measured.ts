import type { View } from '../../model/view';
import { join, lit, note, rows, sql, type Sql } from '../../sql/sql';
import type { LeafNode, Scheme } from '../shape';
import { leaves, treeNodes, type LeafTreeNode } from '../tree';
import { listed, relation } from './given';

const columns = ['node', 'subject_id', 'period_id', 'value'];

/** The values of the indicators before any step, and what is left out of them. */
export function measuredViews(scheme: Scheme): View[] {
  const all = leaves(scheme.score);
  const screened = all.some(({ node }) => node.screen > 1) || scheme.screens.share !== undefined;
  return [
    measured(all),
    ...(screened ? [leftOut(all), tooFew(scheme, all), kept(scheme)] : []),
    ...(needsCounts(scheme) ? [reported(scheme)] : []),
  ];
}

/** The view that the steps of indicators begin with. */
export function leafSource(scheme: Scheme): string {
  return screens(scheme) ? 'score.kept' : 'score.measured';
}

/** Whether indicators or subjects may be left out for too little data. */
export function screens(scheme: Scheme): boolean {
  return (
    scheme.screens.share !== undefined || leaves(scheme.score).some(({ node }) => node.screen > 1)
  );
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
    reads: ['canon.observation', 'score.entry'],
    columns,
    stored: true,
    sql: sql`
      ${note('score.parts: what each indicator is read from')}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
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
      o.value AS ballots, sum(o.value) OVER all_ballots AS total
    FROM canon.observation AS o
    JOIN ${points} ON given.measure = o.indicator_id
    SEMI JOIN score.entry AS e ON e.subject_id = o.subject_id AND e.period_id = o.period_id
    WINDOW all_ballots AS (PARTITION BY o.subject_id, o.period_id)`;
  const limited = most ? beyondTheMost(most, grades) : null;
  const worth = limited ? limited : sql`sum(points * ballots)`;
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
  return sql`(sum(points * ballots) - CAST(${lit(own - next)} AS DOUBLE) * ${beyond})`;
}

function meanOfMarks(node: string, { marks, trim, absent, smallest }: Marks): Sql {
  const given =
    absent.length > 0 ? sql` AND o.value NOT IN (${join(absent.map((one) => lit(one)))})` : sql``;
  const from = Array.isArray(marks)
    ? sql`
        FROM canon.observation AS o
        WHERE o.indicator_id IN ${listed(marks)}${given}`
    : sql`
        FROM canon.mark AS o
        WHERE o.indicator_id = ${lit(marks.measure)}${
          marks.assessors ? sql` AND o.panel IN ${listed(marks.assessors)}` : sql``
        }${given}`;
  const kept = trim
    ? sql`WHERE given < ${lit(trim.from)} OR (from_low > ${lit(trim.each)} AND from_low <= given - ${lit(trim.each)})`
    : sql``;
  return sql`
    SELECT ${lit(node)} AS node, subject_id, period_id, avg(value) AS value
    FROM (
      SELECT
        o.subject_id, o.period_id, o.value,
        row_number() OVER (ballots ORDER BY o.value) AS from_low,
        count(*) OVER ballots AS given
      ${from}
      WINDOW ballots AS (PARTITION BY o.subject_id, o.period_id)
    )
    SEMI JOIN score.entry USING (subject_id, period_id)
    ${kept}
    GROUP BY subject_id, period_id
    HAVING any_value(given) >= ${lit(smallest)}`;
}

/** Indicators with fewer values in a period than they need. */
function leftOut(all: readonly LeafTreeNode[]): View {
  return {
    name: 'score.left_out',
    reads: ['score.measured', 'score.entry'],
    columns: ['node', 'period_id', 'found', 'needed'],
    stored: true,
    sql: sql`
      ${note('screen: indicators left out of a period for too few values')}
      SELECT given.node, p.period_id, CAST(count(v.value) AS INTEGER) AS found, given.needed
      FROM ${rows(
        ['node', 'needed'],
        all.map(({ id, node }) => [id, node.screen]),
      )}
      CROSS JOIN (SELECT DISTINCT period_id FROM score.entry) AS p
      LEFT JOIN score.measured AS v ON v.node = given.node AND v.period_id = p.period_id
      GROUP BY given.node, p.period_id, given.needed
      HAVING count(v.value) < given.needed`.text,
  };
}

/** Subjects with too small a share of the indicators that are in the period. */
function tooFew(scheme: Scheme, all: readonly LeafTreeNode[]): View {
  const share = scheme.screens.share ?? 0;
  return {
    name: 'score.too_few',
    reads: ['score.measured', 'score.entry', 'score.left_out'],
    columns: ['subject_id', 'period_id', 'found', 'of'],
    stored: true,
    sql: sql`
      ${note(`screens.share: subjects with less than ${share} of the indicators`)}
      WITH expected AS (
        SELECT p.period_id, ${lit(all.length)} - count(l.node) AS indicators
        FROM (SELECT DISTINCT period_id FROM score.entry) AS p
        LEFT JOIN score.left_out AS l USING (period_id)
        GROUP BY p.period_id
      )
      SELECT
        e.subject_id, e.period_id, CAST(count(v.node) AS INTEGER) AS found,
        CAST(any_value(x.indicators) AS INTEGER) AS "of"
      FROM score.entry AS e
      JOIN expected AS x USING (period_id)
      LEFT JOIN (
        FROM score.measured ANTI JOIN score.left_out USING (node, period_id)
      ) AS v ON v.subject_id = e.subject_id AND v.period_id = e.period_id
      GROUP BY e.subject_id, e.period_id
      HAVING count(v.node) < ${lit(share)} * any_value(x.indicators)`.text,
  };
}

function kept(scheme: Scheme): View {
  const share =
    scheme.screens.share === undefined
      ? sql``
      : sql`ANTI JOIN score.too_few USING (subject_id, period_id)`;
  return {
    name: 'score.kept',
    reads: ['score.measured', 'score.left_out', 'score.too_few'],
    columns,
    stored: true,
    sql: sql`
      ${note('what is left after the screens')}
      SELECT node, subject_id, period_id, value
      FROM score.measured
      ANTI JOIN score.left_out USING (node, period_id)
      ${share}`.text,
  };
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
