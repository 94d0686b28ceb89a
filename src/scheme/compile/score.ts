import { groupBy } from '../../model/group-by';
import type { View } from '../../model/view';
import { join, lit, note, rows, sql, type Sql } from '../../sql/sql';
import type { Scheme, SchemeStep } from '../shape';
import { isGroupNode, isLeaf, rootId, treeNodes, type GroupTreeNode, type TreeNode } from '../tree';
import { valueColumns, type Fit, type Screens } from './batch';
import type { Combination } from './combination';
import { combineSignature, combineView } from './combine';
import { contributionViews } from './contribution';
import { listed, relation } from './given';
import { measuredViews } from './measured';
import { leafSource, leavesSubjectsOut, partsThatMayGo } from './screens';
import { stepKind, stepSignature, stepViews } from './steps';

/** The views of a score's tree, and what its steps learned. */
export interface ScoreViews {
  readonly views: readonly View[];
  readonly fits: readonly Fit[];
}

/**
 * From measures to the value of the whole: indicators first, then groups by their height, each with its steps in the
 * order of the document. Nodes that differ in numbers only go through one view together.
 */
export function scoreViews(scheme: Scheme): ScoreViews {
  const nodes = treeNodes(scheme.score);
  const mayGo = partsThatMayGo(scheme);
  const views: View[] = [...measuredViews(scheme)];
  const fits: Fit[] = [];
  const logs: Logged[] = [];
  const done: Done[] = [];
  /** The view that holds the final values of the nodes of each height. */
  const levels: string[] = [];
  const combinations: Combination[] = [];
  /** How many batches of a height have a number for a name. */
  const numbers = new Map<number, number>();
  const heights = Math.max(...nodes.map(({ height }) => height));
  for (let height = 0; height <= heights; height += 1) {
    const level = nodes.filter((node) => node.height === height);
    const sources =
      height === 0 ? [{ view: leafSource(scheme), nodes: level }] : combineLevel(level);
    const ends = sources.flatMap((source) =>
      stepsOf(source.view, source.nodes, height, sources.length === 1),
    );
    const name = levelName(height, heights);
    views.push(levelView(name, ends));
    levels[height] = name;
  }
  views.push(partValue(levels));
  if (logs.length > 0) views.push(treatment(logs));
  views.push(stepValue(done));
  views.push(...contributionViews(scheme, combinations));
  return { views, fits };

  function combineLevel(level: readonly TreeNode[]) {
    const groups = level.filter(isGroupNode);
    return groupBy(groups, combineSignature).map((same, index, all) => {
      const combination = combinationOf(same, all.length === 1 ? null : index + 1);
      combinations.push(combination);
      views.push(combineView(combination));
      return { view: combination.name, nodes: same };
    });
  }

  function combinationOf(groups: readonly GroupTreeNode[], number: number | null): Combination {
    const [first] = groups;
    const ids = new Set(groups.map(({ id: group }) => group));
    const parts = nodes.filter(({ parent }) => parent !== null && ids.has(parent));
    const prefix = prefixOf(first?.height ?? 1, heights);
    return {
      name: `score.${prefix}${number === null ? '' : `_${number}`}_combine`,
      groups,
      parts,
      sources: [...new Set(parts.map(({ height }) => levels[height] ?? ''))],
      screens: screensOf(parts),
    };
  }

  /** The steps of nodes that begin in one view; those that share them go together. @returns the views they end in */
  function stepsOf(
    source: string,
    members: readonly TreeNode[],
    height: number,
    alone: boolean,
  ): End[] {
    const batches = groupBy(members, ({ node }) => JSON.stringify(node.steps.map(stepSignature)));
    return batches.map((batch) => {
      const steps = batch[0]?.node.steps ?? [];
      const prefix = batchName(batch, height, alone && batches.length === 1);
      let end = source;
      steps.forEach((step, index) => {
        const kind = stepKind(step);
        const name: View['name'] = `score.${prefix}_${index + 1}_${snake(kind)}`;
        const from = index === 0 && batches.length > 1 ? filtered(prefix, end, batch) : end;
        const made = stepViews(kind, {
          name,
          source: from,
          nodes: batch.map((one) => ({
            id: one.id,
            path: `${one.path}.steps[${index}]`,
            lower: isLeaf(one) && one.node.direction === 'lower',
            step: one.node.steps[index] as SchemeStep,
          })),
          screens: screensOf(batch),
        });
        views.push(...made.views);
        if (made.fit) fits.push(made.fit);
        if (made.logged) logs.push({ before: from, after: name, kind, index });
        done.push({ after: name, kind, index });
        end = name;
      });
      return { view: end, nodes: batch };
    });
  }

  function screensOf(some: readonly TreeNode[]): Screens {
    return {
      parts: some.some(({ id }) => mayGo.has(id)),
      subjects: leavesSubjectsOut(scheme),
    };
  }

  function filtered(prefix: string, source: string, batch: readonly TreeNode[]): string {
    const name: View['name'] = `score.${prefix}_0_values`;
    views.push({
      name,
      reads: [source],
      columns: [...valueColumns],
      stored: false,
      sql: sql`
        ${note(`the values of ${prefix} before its steps`)}
        SELECT node, subject_id, period_id, value
        FROM ${relation(source)}
        WHERE node IN ${listed(batch.map(({ id }) => id))}`.text,
    });
    return name;
  }

  function batchName(batch: readonly TreeNode[], height: number, alone: boolean): string {
    const [only] = batch;
    if (batch.length === 1 && only && only.id !== rootId) return `part_${viewPart(only.id)}`;
    const prefix = prefixOf(height, heights);
    if (alone) return prefix;
    const number = (numbers.get(height) ?? 0) + 1;
    numbers.set(height, number);
    return `${prefix}_${number}`;
  }
}

interface End {
  readonly view: string;
  readonly nodes: readonly TreeNode[];
}

/** A step of a batch, and the view of the values after it. */
interface Done {
  readonly after: string;
  readonly kind: string;
  readonly index: number;
}

interface Logged extends Done {
  readonly before: string;
}

/** Names of views are those of nodes, with hyphens and dots as underscores. */
function viewPart(id: string): string {
  return id.replaceAll(/[-.]/g, '_');
}

function snake(kind: string): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function prefixOf(height: number, heights: number): string {
  if (height === heights) return rootId;
  return height === 0 ? 'indicator' : `group${height === 1 ? '' : String(height)}`;
}

function levelName(height: number, heights: number): View['name'] {
  return `score.${prefixOf(height, heights)}_value`;
}

/** The values of all nodes of a height after their steps. */
function levelView(name: View['name'], ends: readonly End[]): View {
  const nodesOf = (end: End) =>
    ends.length > 1 ? sql`WHERE node IN ${listed(end.nodes.map(({ id }) => id))}` : sql``;
  return {
    name,
    reads: [...new Set(ends.map(({ view }) => view))],
    columns: [...valueColumns],
    stored: true,
    sql: sql`
      ${note('the values after the last step')}
      ${join(
        ends.map(
          (end) => sql`
            SELECT node, subject_id, period_id, value
            FROM ${relation(end.view)}
            ${nodesOf(end)}`,
        ),
        '\nUNION ALL\n',
      )}`.text,
  };
}

function partValue(levels: readonly string[]): View {
  return {
    name: 'score.part_value',
    reads: [...levels],
    columns: [...valueColumns],
    stored: false,
    sql: sql`
      ${note('the values of all parts after their last step')}
      ${join(
        levels.map(
          (level) => sql`SELECT node, subject_id, period_id, value FROM ${relation(level)}`,
        ),
        '\nUNION ALL\n',
      )}`.text,
  };
}

/** The value of each part after each of its steps. */
function stepValue(done: readonly Done[]): View {
  const none = sql`
    SELECT
      node, subject_id, period_id, CAST(NULL AS INTEGER) AS step, CAST(NULL AS VARCHAR) AS kind, value
    FROM score.part_value
    WHERE FALSE`;
  const selects = done.map(
    ({ after, kind, index }): Sql => sql`
      SELECT node, subject_id, period_id, ${lit(index + 1)} AS step, ${lit(kind)} AS kind, value
      FROM ${relation(after)}`,
  );
  return {
    name: 'score.step_value',
    reads: done.length > 0 ? done.map(({ after }) => after) : ['score.part_value'],
    columns: ['node', 'subject_id', 'period_id', 'step', 'kind', 'value'],
    stored: false,
    sql: sql`
      ${note('score.parts[].steps: the values after each step, in order')}
      ${selects.length === 0 ? none : join(selects, '\nUNION ALL\n')}`.text,
  };
}

/** Every cell that a step filled or changed as an outlier. */
function treatment(logs: readonly Logged[]): View {
  const selects = logs.map(
    ({ before, after, kind, index }): Sql => sql`
      SELECT
        a.node, a.subject_id, a.period_id, ${lit(index + 1)} AS step, ${lit(kind)} AS kind,
        b.value AS value_before, a.value AS value_after
      FROM ${relation(after)} AS a
      LEFT JOIN ${relation(before)} AS b USING (node, subject_id, period_id)
      WHERE b.value IS DISTINCT FROM a.value`,
  );
  return {
    name: 'score.treatment',
    reads: [...new Set(logs.flatMap(({ before, after }) => [before, after]))],
    columns: ['node', 'subject_id', 'period_id', 'step', 'kind', 'value_before', 'value_after'],
    stored: false,
    sql: sql`
      ${note('cells that were filled, or changed as outliers')}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
}

/** What the steps learned, as rows of the calibration. */
export function fitCalibration(fits: readonly Fit[]): Sql[] {
  return fits.map(({ view, scope, nodes, values }) => {
    const keys = scope.keys.map(({ name }) => name);
    const period = keys.includes('period_id') ? sql`f.period_id` : sql`NULL`;
    const group = keys.includes('track')
      ? sql`f.track`
      : keys.includes('words')
        ? sql`f.words`
        : sql`NULL`;
    const clauses = rows(
      ['node', 'clause'],
      nodes.map(({ id, path }) => [id, path]),
    );
    return sql`
      SELECT
        given.clause, ${period} AS period_id, ${group} AS track,
        unnest([${join(values.map((value) => lit(value)))}]) AS name,
        unnest([${join(values.map((value) => sql`CAST(f.${relation(value)} AS DOUBLE)`))}]) AS value
      FROM ${relation(view)} AS f
      JOIN ${clauses} ON given.node = f.node`;
  });
}
