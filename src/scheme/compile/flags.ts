import type { View } from '../../model/view';
import { periodOrder } from '../../sql/period-order';
import { join, lit, note, sql, type Sql } from '../../sql/sql';
import type { Flag, Scheme } from '../shape';
import { rankKeys } from './period';

const columns = ['subject_id', 'period_id', 'flag', 'running'];

/** Who holds each flag after each period, and how many periods running. */
export function flagViews(scheme: Scheme): View[] {
  if (scheme.flags.length === 0) return [noFlags];
  return [firstPlaces(scheme), flagView(scheme)];
}

/** So that who holds a flag can be asked under every scheme. */
const noFlags: View = {
  name: 'score.flag',
  reads: [],
  columns,
  stored: false,
  sql: sql`
    ${note('flags: none')}
    SELECT '' AS subject_id, '' AS period_id, '' AS flag, CAST(NULL AS INTEGER) AS running
    WHERE false`.text,
};

const groups: Record<Flag['within'], Sql> = {
  period: sql`'*'`,
  track: sql`r.track`,
  town: sql`coalesce(s.town, '')`,
};

/** Everybody who stands first where a flag is given. */
function firstPlaces(scheme: Scheme): View {
  const { order, joins, reads } = rankKeys(scheme);
  const selects = scheme.flags.map(
    ({ id: name, within, ties }) => sql`
      SELECT
        ${lit(name)} AS flag, ${lit(ties)} AS ties, held_in, period_id, subject_id,
        row_number() OVER (PARTITION BY period_id, held_in ORDER BY town, name, subject_id) AS by_name,
        count(*) OVER (PARTITION BY period_id, held_in) AS firsts
      FROM (
        SELECT period_id, subject_id, s.town, s.name, ${groups[within]} AS held_in
        FROM score.period_rank AS r
        JOIN canon.subject AS s USING (subject_id)
        ${joins}
        QUALIFY rank() OVER (PARTITION BY period_id, ${groups[within]} ORDER BY ${order}) = 1
      )`,
  );
  return {
    name: 'score.first_place',
    reads: ['score.period_rank', 'canon.subject', ...reads],
    columns: ['flag', 'ties', 'held_in', 'period_id', 'subject_id', 'by_name', 'firsts'],
    stored: true,
    sql: sql`
      ${note('flags: who stands first')}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
}

/** From period to period, because a holder may keep the flag where first places are equal. */
function flagView({ flags }: Scheme): View {
  return {
    name: 'score.flag',
    reads: ['score.first_place'],
    columns,
    stored: true,
    sql: sql`
      ${note(`flags: one holder each of ${flags.map(({ id: name }) => name).join(', ')}`)}
      WITH RECURSIVE round AS (
        SELECT
          flag, held_in, period_id, any_value(ties) AS ties,
          list(subject_id ORDER BY by_name) AS firsts,
          row_number() OVER (PARTITION BY flag, held_in ORDER BY ${periodOrder(sql`period_id`)}) AS place
        FROM score.first_place
        GROUP BY flag, held_in, period_id
      ),
      held AS (
        SELECT flag, held_in, period_id, place, ${taker(sql`NULL`)} AS subject_id, 1 AS running
        FROM round AS r
        WHERE place = 1
        UNION ALL
        SELECT
          r.flag, r.held_in, r.period_id, r.place, ${taker(sql`h.subject_id`)} AS holder,
          CASE WHEN ${taker(sql`h.subject_id`)} = h.subject_id THEN h.running + 1 ELSE 1 END
        FROM held AS h
        JOIN round AS r ON r.flag = h.flag AND r.held_in = h.held_in AND r.place = h.place + 1
      )
      SELECT subject_id, period_id, flag, CAST(running AS INTEGER) AS running
      FROM held
      WHERE subject_id IS NOT NULL`.text,
  };
}

/** Who takes the flag of a round. */
function taker(holder: Sql): Sql {
  return sql`
    CASE
      WHEN len(r.firsts) = 1 THEN r.firsts[1]
      WHEN r.ties = 'none' THEN NULL
      WHEN r.ties = 'holder' AND list_contains(r.firsts, ${holder}) THEN ${holder}
      ELSE r.firsts[1]
    END`;
}
