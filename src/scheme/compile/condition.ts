import { join, lit, sql, type Sql } from '../../sql/sql';
import type { Condition } from '../shape';
import { compared } from './compared';
import { listed, relation } from './given';

/** Words about a subject that the roster itself holds. */
export const rosterWords = ['kind', 'district', 'town', 'track'] as const;

/** A condition on the subject and period of `e`; FALSE, never NULL, where a figure is absent. */
export function holds(condition: Condition): Sql {
  if ('all' in condition) return sql`(${join(condition.all.map(holds), '\nAND ')})`;
  if ('any' in condition) return sql`(${join(condition.any.map(holds), '\nOR ')})`;
  if ('not' in condition) return sql`NOT (${holds(condition.not)})`;
  if ('node' in condition)
    return found('score.part_value', sql`c.node = ${lit(condition.node)}`, bounds(condition));
  if ('measure' in condition) {
    const own = sql`c.indicator_id = ${lit(condition.measure)}`;
    return found('canon.observation', own, bounds(condition));
  }
  const among = condition.is ? [sql`c.words IN ${listed(condition.is)}`] : [];
  const words = found('score.attribute', sql`c.attribute = ${lit(condition.attribute)}`, among);
  return (condition.filled ?? true) ? words : sql`NOT ${words}`;
}

/** Whether a row about the subject and period of `e` meets all conditions. */
function found(view: string, what: Sql, conditions: readonly Sql[]): Sql {
  const all = [
    what,
    sql`c.subject_id = e.subject_id`,
    sql`c.period_id = e.period_id`,
    ...conditions,
  ];
  return sql`
    EXISTS (
      FROM ${relation(view)} AS c
      WHERE ${join(all, '\n  AND ')}
    )`;
}

const operators = { atLeast: sql`>=`, atMost: sql`<=`, above: sql`>`, below: sql`<` } as const;

type Bounds = { readonly [K in keyof typeof operators]?: number | undefined };

function bounds(condition: Bounds): Sql[] {
  return (Object.keys(operators) as (keyof typeof operators)[]).flatMap((key) => {
    const bound = condition[key];
    return bound === undefined
      ? []
      : [sql`${compared(sql`c.value`)} ${operators[key]} ${lit(bound)}`];
  });
}

/** The relations that conditions read. */
export function readsOf(conditions: readonly Condition[]): string[] {
  const reads = conditions.flatMap((one): string[] => {
    if ('all' in one) return readsOf(one.all);
    if ('any' in one) return readsOf(one.any);
    if ('not' in one) return readsOf([one.not]);
    if ('node' in one) return ['score.part_value'];
    return ['measure' in one ? 'canon.observation' : 'score.attribute'];
  });
  return [...new Set(reads)];
}
