import { id, join, lit, sql, type Sql } from '../../sql/sql';
import type { Over } from '../shape';

/** The subjects that a step learns from, as the pieces of its statements. `v` are the values. */
export interface Scope {
  /** Columns that tell the groups apart, beside the node, as `name` and where they come from. */
  readonly keys: readonly { readonly name: string; readonly from: Sql }[];
  /** What must be joined to `v` for them. */
  readonly join: Sql;
  /** The relations that the join reads. */
  readonly reads: readonly string[];
  /** `WHERE …` of what is learned from. */
  readonly where: Sql;
}

const period = { name: 'period_id', from: sql`v.period_id` };

/** What `over` stands for. */
export function scopeOf(over: Over): Scope {
  const none = sql``;
  if (over === 'all') return { keys: [], join: none, reads: [], where: none };
  if (over === 'period') return { keys: [period], join: none, reads: [], where: none };
  if (over === 'track') {
    return {
      keys: [period, { name: 'track', from: sql`e.track` }],
      join: sql`JOIN score.entry AS e USING (subject_id, period_id)`,
      reads: ['score.entry'],
      where: none,
    };
  }
  if ('frozen' in over) {
    return { keys: [], join: none, reads: [], where: sql`WHERE v.period_id = ${lit(over.frozen)}` };
  }
  return {
    keys: [period, { name: 'words', from: sql`w.words` }],
    join: sql`
      LEFT JOIN score.attribute AS w
        ON w.subject_id = v.subject_id AND w.period_id = v.period_id AND w.attribute = ${lit(over.attribute)}`,
    reads: ['score.attribute'],
    where: none,
  };
}

/** `v.node, v.period_id, e.track`: a group of values. */
export function groupKeys(scope: Scope): Sql {
  return join([sql`v.node`, ...scope.keys.map(({ from }) => from)]);
}

/** `f.node = v.node AND f.period_id = v.period_id …`: what was learned, beside the value. */
export function onKeys(scope: Scope): Sql {
  return join(
    [
      sql`f.node = v.node`,
      ...scope.keys.map(({ name, from }) => sql`f.${id(name)} IS NOT DISTINCT FROM ${from}`),
    ],
    '\n  AND ',
  );
}

/** Names of the columns of what was learned: the node, then those of the group. */
export function keyNames(scope: Scope): string[] {
  return ['node', ...scope.keys.map(({ name }) => name)];
}
