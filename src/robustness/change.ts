import type { Trial } from '../model/trial';
import type { View } from '../model/view';
import type { Scheme, SchemeStep } from '../scheme/shape';
import { treeNodes } from '../scheme/tree';
import { id, lit, note, rows, sql, type Sql } from '../sql/sql';
import { schemeTrial } from './scheme-trial';

/** A period as one version of a scheme scores it. */
export interface Scored {
  readonly period: string;
  readonly scheme: Scheme;
}

/** Rows of figures that a run may hold when the periods of several subjects are worked out side by side. */
const mostRows = 1_000_000;

/**
 * Runs from which every change between two scored periods is split. Between the two stand, step by step:
 * `before` (old scheme, old period), `own` (old scheme, old period of all others, new period of the subject itself),
 * `peers` (old scheme, new period of all), `after` (new scheme, new period). What a subject gains from before to own it
 * owes to its own figures, from own to peers to those of the others, from peers to after to the scheme.
 *
 * `own` is worked out for each subject in a period of its own, in which the others have the figures of the old one. That
 * can't be told apart where the old scheme learns over all periods, takes a value from the period before, or adds periods
 * up: then there are no such runs, and performance includes what the others do.
 */
export function changeTrials(from: Scored, to: Scored, subjects: readonly string[]): Trial[] {
  const before = only(schemeTrial('change', 'before', from.scheme, ['part']), from.period);
  const peers = only(schemeTrial('change', 'peers', from.scheme, ['part']), to.period);
  const after = only(schemeTrial('change', 'after', to.scheme, ['part']), to.period);
  const own = worldsApart(from.scheme) ? ownTrials(from, to.period, subjects) : [];
  return [before, peers, ...own, after];
}

/** Whether the figures of one period have no effect on another under this scheme. */
function worldsApart(scheme: Scheme): boolean {
  if (scheme.rollUp) return false;
  const steps: SchemeStep[] = treeNodes(scheme.score).flatMap(({ node }) => node.steps);
  return steps.every((step) => {
    if (!('over' in step)) return true;
    return step.over !== 'all' && !('impute' in step && step.impute === 'last');
  });
}

/** Keeps the rows of one period. */
function only(trial: Trial, period: string): Trial {
  const of = (select: string) =>
    `SELECT * FROM (\n${select}\n) WHERE period_id = ${lit(period).text}`;
  const { result, part } = trial.keep;
  return {
    ...trial,
    keep: {
      ...(result === undefined ? {} : { result: of(result) }),
      ...(part === undefined ? {} : { part: of(part) }),
    },
  };
}

function ownTrials({ period, scheme }: Scored, next: string, subjects: readonly string[]): Trial[] {
  const measures = Math.max(1, treeNodes(scheme.score).length);
  const atOnce = Math.max(1, Math.floor(mostRows / (Math.max(1, subjects.length) * measures)));
  const plain = schemeTrial('change', 'own', scheme, ['part']);
  const trials: Trial[] = [];
  for (let start = 0; start < subjects.length; start += atOnce) {
    const data = worldViews(period, next, subjects.slice(start, start + atOnce));
    const { result, part } = plain.keep;
    trials.push({
      ...plain,
      views: [...data, ...plain.views],
      keep: {
        ...(result === undefined ? {} : { result: ofItself(result, period) }),
        ...(part === undefined ? {} : { part: ofItself(part, period) }),
      },
    });
  }
  return trials;
}

/** Of each subject's own period the row of the subject itself, as of the old period. */
function ofItself(select: string, period: string): string {
  return `SELECT k.* REPLACE (${lit(period).text} AS period_id)\nFROM (\n${select}\n) AS k\nJOIN canon.world AS w ON w.world = k.period_id AND w.subject_id = k.subject_id`;
}

/** The data with a period for each of these subjects, in which all others stand as in the old one. */
function worldViews(period: string, next: string, subjects: readonly string[]): View[] {
  const world = view(
    'canon.world',
    [],
    sql`
      ${note(`a period for each subject: its own figures of ${next}, those of the others of ${period}`)}
      SELECT given.world, given.subject_id
      FROM ${rows(
        ['world', 'subject_id'],
        subjects.map((subject, index) => [`${period}~${index + 1}`, subject]),
      )}`,
  );
  const periods = view(
    'canon.period',
    ['origin.period', 'canon.world'],
    sql`
      SELECT * FROM origin.period
      UNION ALL
      SELECT p.* REPLACE (w.world AS period_id)
      FROM origin.period AS p
      CROSS JOIN canon.world AS w
      WHERE p.period_id = ${lit(period)}`,
  );
  return [
    world,
    periods,
    ...(['observation', 'attribute', 'mark'] as const).map((table) =>
      view(
        `canon.${table}`,
        [`origin.${table}`, 'canon.world'],
        sql`
          SELECT * FROM ${id('origin', table)}
          UNION ALL
          SELECT o.* REPLACE (w.world AS period_id)
          FROM ${id('origin', table)} AS o
          JOIN canon.world AS w ON w.subject_id <> o.subject_id
          WHERE o.period_id = ${lit(period)}
          UNION ALL
          SELECT o.* REPLACE (w.world AS period_id)
          FROM ${id('origin', table)} AS o
          JOIN canon.world AS w ON w.subject_id = o.subject_id
          WHERE o.period_id = ${lit(next)}`,
      ),
    ),
  ];
}

function view(name: View['name'], reads: readonly string[], statement: Sql): View {
  return { name, reads, columns: [], stored: name !== 'canon.period', sql: statement.text };
}
