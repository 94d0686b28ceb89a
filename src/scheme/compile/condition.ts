import { join, lit, sql, type Sql } from '../../sql/sql';
import type { Condition } from '../shape';
import { listed } from './given';

/** Words about a subject that the roster itself holds. */
export const rosterWords = ['kind', 'district', 'town', 'track'] as const;

/** A condition on the subject and period of `e`; FALSE, never NULL, where a figure is absent. */
export function holds(condition: Condition): Sql {
  if ('all' in condition) return sql`(${join(condition.all.map(holds), ' AND ')})`;
  if ('any' in condition) return sql`(${join(condition.any.map(holds), ' OR ')})`;
  if ('not' in condition) return sql`NOT (${holds(condition.not)})`;
  if ('node' in condition) {
    return sql`
      EXISTS (
        FROM score.part_value AS c
        WHERE c.node = ${lit(condition.node)} AND c.subject_id = e.subject_id
          AND c.period_id = e.period_id${bounds(condition)}
      )`;
  }
  if ('measure' in condition) {
    return sql`
      EXISTS (
        FROM canon.observation AS c
        WHERE c.indicator_id = ${lit(condition.measure)} AND c.subject_id = e.subject_id
          AND c.period_id = e.period_id${bounds(condition)}
      )`;
  }
  const filled = condition.filled ?? true;
  const among = condition.is ? sql` AND c.words IN ${listed(condition.is)}` : sql``;
  return sql`
    ${filled ? sql`` : sql`NOT `}EXISTS (
      FROM score.attribute AS c
      WHERE c.attribute = ${lit(condition.attribute)} AND c.subject_id = e.subject_id
        AND c.period_id = e.period_id${among}
    )`;
}

const operators = { atLeast: sql`>=`, atMost: sql`<=`, above: sql`>`, below: sql`<` } as const;

type Bounds = { readonly [K in keyof typeof operators]?: number | undefined };

function bounds(condition: Bounds): Sql {
  const parts = (Object.keys(operators) as (keyof typeof operators)[]).flatMap((key) => {
    const bound = condition[key];
    return bound === undefined ? [] : [sql` AND c.value ${operators[key]} ${lit(bound)}`];
  });
  return join(parts, '');
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
