import type { View } from '../../model/view';
import { lit, note, rows, sql, type Value } from '../../sql/sql';
import type { Scheme } from '../shape';
import { leaves, treeNodes, type LeafTreeNode } from '../tree';

/** The view that the steps of indicators begin with. */
export function leafSource(scheme: Scheme): string {
  return mayLeaveOut(scheme) || leavesSubjectsOut(scheme) ? 'score.kept' : 'score.measured';
}

/** Whether indicators may be left out of a period for too few values. */
export function mayLeaveOut(scheme: Scheme): boolean {
  return leaves(scheme.score).some(({ node }) => node.screen > 1);
}

/** Whether subjects may be left out for too little data. */
export function leavesSubjectsOut(scheme: Scheme): boolean {
  return scheme.screens.share !== undefined;
}

/** Parts that are left out of a period when every indicator under them is, with the number of these. */
export function partsThatMayGo(scheme: Scheme): ReadonlyMap<string, readonly LeafTreeNode[]> {
  const parents = new Map(treeNodes(scheme.score).map(({ id, parent }) => [id, parent]));
  const under = new Map<string, LeafTreeNode[]>();
  for (const leaf of leaves(scheme.score))
    for (let part: string | null = leaf.id; part !== null; part = parents.get(part) ?? null)
      under.set(part, [...(under.get(part) ?? []), leaf]);
  return new Map([...under].filter(([, own]) => own.every(({ node }) => node.screen > 1)));
}

/** What is left out of the measured values, and what is kept; nothing where the document screens nothing. */
export function screenViews(scheme: Scheme): View[] {
  const indicators = mayLeaveOut(scheme);
  const subjects = leavesSubjectsOut(scheme);
  return [
    ...(indicators ? [leftOut(scheme), gone(scheme)] : []),
    ...(subjects ? [tooFew(scheme)] : []),
    ...(indicators || subjects ? [kept(scheme)] : []),
  ];
}

function leftOut(scheme: Scheme): View {
  const screened = leaves(scheme.score).filter(({ node }) => node.screen > 1);
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
        screened.map(({ id, node }) => [id, node.screen]),
      )}
      CROSS JOIN (SELECT DISTINCT period_id FROM score.entry) AS p
      LEFT JOIN score.measured AS v ON v.node = given.node AND v.period_id = p.period_id
      GROUP BY given.node, p.period_id, given.needed
      HAVING count(v.value) < given.needed`.text,
  };
}

function gone(scheme: Scheme): View {
  const pairs = [...partsThatMayGo(scheme)].flatMap(([part, own]) =>
    own.map(({ id }): Value[] => [id, part, own.length]),
  );
  return {
    name: 'score.gone',
    reads: ['score.left_out'],
    columns: ['node', 'period_id'],
    stored: true,
    sql: sql`
      ${note('screen: parts of which every indicator is left out of a period')}
      SELECT given.node, l.period_id
      FROM score.left_out AS l
      JOIN ${rows(['indicator', 'node', 'indicators'], pairs)} ON given.indicator = l.node
      GROUP BY given.node, l.period_id, given.indicators
      HAVING count(*) = given.indicators`.text,
  };
}

/** Subjects with too small a share of the indicators that are in the period. */
function tooFew(scheme: Scheme): View {
  const share = scheme.screens.share ?? 0;
  const all = lit(leaves(scheme.score).length);
  const screened = mayLeaveOut(scheme);
  const expected = screened
    ? sql`
        SELECT p.period_id, ${all} - count(l.node) AS indicators
        FROM (SELECT DISTINCT period_id FROM score.entry) AS p
        LEFT JOIN score.left_out AS l USING (period_id)
        GROUP BY p.period_id`
    : sql`SELECT DISTINCT period_id, ${all} AS indicators FROM score.entry`;
  const present = screened
    ? sql`(FROM score.measured ANTI JOIN score.left_out USING (node, period_id))`
    : sql`score.measured`;
  return {
    name: 'score.too_few',
    reads: ['score.measured', 'score.entry', ...(screened ? ['score.left_out'] : [])],
    columns: ['subject_id', 'period_id', 'found', 'of'],
    stored: true,
    sql: sql`
      ${note(`screens.share: subjects with less than ${share} of the indicators`)}
      WITH expected AS (
        ${expected}
      )
      SELECT
        e.subject_id, e.period_id, CAST(count(v.node) AS INTEGER) AS found,
        CAST(any_value(x.indicators) AS INTEGER) AS "of"
      FROM score.entry AS e
      JOIN expected AS x USING (period_id)
      LEFT JOIN ${present} AS v
        ON v.subject_id = e.subject_id AND v.period_id = e.period_id
      GROUP BY e.subject_id, e.period_id
      HAVING count(v.node) < ${lit(share)} * any_value(x.indicators)`.text,
  };
}

function kept(scheme: Scheme): View {
  const without = [
    ...(mayLeaveOut(scheme) ? ['score.left_out'] : []),
    ...(leavesSubjectsOut(scheme) ? ['score.too_few'] : []),
  ];
  return {
    name: 'score.kept',
    reads: ['score.measured', ...without],
    columns: ['node', 'subject_id', 'period_id', 'value'],
    stored: true,
    sql: sql`
      ${note('what is left after the screens')}
      SELECT node, subject_id, period_id, value
      FROM score.measured
      ${without.includes('score.left_out') ? sql`ANTI JOIN score.left_out USING (node, period_id)` : sql``}
      ${without.includes('score.too_few') ? sql`ANTI JOIN score.too_few USING (subject_id, period_id)` : sql``}`
      .text,
  };
}
