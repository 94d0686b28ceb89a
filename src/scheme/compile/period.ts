import type { View } from '../../model/view';
import { id, join, lit, note, sql, type Sql } from '../../sql/sql';
import type { Scheme } from '../shape';
import { compared } from './compared';
import { holds, readsOf } from './condition';
import { rankBy } from './ladder';
import { rounded } from '../../sql/rounded';

const scoreColumns = ['subject_id', 'track', 'period_id', 'year', 'number', 'in_force', 'score'];

export const rankColumns = [
  'subject_id',
  'track',
  'period_id',
  'year',
  'score',
  'rank',
  'position',
  'rated',
  'tied',
];

/** Score and rank of a period. */
export function periodViews(scheme: Scheme): View[] {
  return [
    ...(scheme.vetoes.length > 0 ? [veto(scheme)] : []),
    ...(scheme.rollUp
      ? [ownScore(scheme, 'score.shorter_score'), rolledUp(scheme)]
      : [ownScore(scheme, 'score.period_score')]),
    periodRank(scheme),
  ];
}

/** Which vetoes a subject meets; of one that meets several, all are named. */
function veto({ vetoes }: Scheme): View {
  const selects = vetoes.map(
    ({ id: name, when, effect }, index) => sql`
      SELECT
        e.subject_id, e.period_id, ${lit(index + 1)} AS ordinal, ${lit(name)} AS veto,
        ${lit(typeof effect === 'string' ? effect : 'stars-at-most')} AS effect,
        CAST(${lit(typeof effect === 'string' ? null : effect.starsAtMost)} AS INTEGER) AS stars_at_most
      FROM score.entry AS e
      WHERE ${holds(when)}`,
  );
  return {
    name: 'score.veto',
    reads: ['score.entry', ...readsOf(vetoes.map(({ when }) => when))],
    columns: ['subject_id', 'period_id', 'ordinal', 'veto', 'effect', 'stars_at_most'],
    stored: true,
    sql: sql`
      ${note(`vetoes: ${vetoes.map(({ id: name }) => name).join(', ')}`)}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
}

function ownScore(scheme: Scheme, name: View['name']): View {
  const judged = scheme.vetoes.length > 0;
  const score = judged
    ? sql`
        CASE
          WHEN x.excluded THEN NULL
          WHEN x.zeroed THEN 0
          ELSE t.value
        END`
    : sql`t.value`;
  const vetoes = judged
    ? sql`
        LEFT JOIN (
          SELECT
            subject_id, period_id, bool_or(effect = 'exclude') AS excluded, bool_or(effect = 'zero') AS zeroed
          FROM score.veto
          GROUP BY subject_id, period_id
        ) AS x USING (subject_id, period_id)`
    : sql``;
  return {
    name,
    reads: ['score.entry', 'score.total_value', ...(judged ? ['score.veto'] : [])],
    columns: scoreColumns,
    stored: true,
    sql: sql`
      ${note('the score after its last step; NULL where the subject is unrated')}
      SELECT
        e.subject_id, e.track, e.period_id, e.year, e.number, e.in_force,
        ${score} AS score
      FROM score.entry AS e
      LEFT JOIN score.total_value AS t USING (subject_id, period_id)
      ${vetoes}`.text,
  };
}

const letters = { quarter: 'Q', half: 'H' } as const;

/** Shorter periods as part of a longer one. */
function rolledUp(scheme: Scheme): View {
  const { rollUp } = scheme;
  if (!rollUp) throw new RangeError('nothing to roll up');
  const perYear = { month: 12, bimonth: 6, quarter: 4, half: 2, year: 1, round: 1 }[scheme.cadence];
  const inOne = perYear / (rollUp.to === 'quarter' ? 4 : 2);
  const combined = {
    sum: sql`sum(score ORDER BY number)`,
    mean: sql`sum(score ORDER BY number) / count(score)`,
    last: sql`max_by(score, number)`,
    best: sql`max(score)`,
  }[rollUp.combine];
  const value = rollUp.round ? rounded(combined, rollUp.round) : combined;
  const score =
    rollUp.missing === 'unrated'
      ? sql`CASE WHEN count(score) = ${lit(inOne)} THEN ${value} END`
      : value;
  const longer = sql`CAST((number - 1) // ${lit(inOne)} + 1 AS INTEGER)`;
  return {
    name: 'score.period_score',
    reads: ['score.shorter_score'],
    columns: scoreColumns,
    stored: true,
    sql: sql`
      ${note(`rollUp: ${rollUp.combine} of each ${scheme.cadence} in a ${rollUp.to}; a missing one: ${rollUp.missing}`)}
      SELECT
        subject_id, max_by(track, number) AS track,
        year || ${lit(letters[rollUp.to])} || ${longer} AS period_id, year, ${longer} AS number,
        bool_and(in_force) AS in_force, CAST(${score} AS DOUBLE) AS score
      FROM score.shorter_score
      GROUP BY subject_id, year, ${longer}`.text,
  };
}

function periodRank(scheme: Scheme): View {
  const { within, ties, first, then } = scheme.rank;
  const group = within === 'track' ? sql`period_id, track` : sql`period_id`;
  const { figures, order, joins } = rankKeys(scheme);
  const ranked = ties === 'ordinal' ? sql`${order}, subject_id` : order;
  const small = scheme.subject.smallest;
  const source =
    small?.join === 'unranked'
      ? sql`
          (
            FROM score.period_score
            QUALIFY count(*) OVER (PARTITION BY period_id, track) >= ${lit(small.size)}
          )`
      : sql`score.period_score`;
  const beyond = then.length > 0 ? `, then ${then.map(({ node }) => node).join(', ')}` : '';
  return {
    name: 'score.period_rank',
    reads: ['score.period_score', ...rankKeys(scheme).reads],
    columns: rankColumns,
    stored: true,
    sql: sql`
      ${note(`rank: within ${within}, ${first} score first${beyond}, ties ${ties}`)}
      SELECT
        subject_id, track, period_id, year, score,
        CAST(${rankBy[ties]} OVER (PARTITION BY ${group} ORDER BY ${ranked}) AS INTEGER) AS rank,
        CAST(rank() OVER (PARTITION BY ${group} ORDER BY ${order}) AS INTEGER) AS position,
        CAST(count(*) OVER (PARTITION BY ${group}) AS INTEGER) AS rated,
        CAST(count(*) OVER (PARTITION BY ${group}, ${join(figures)}) AS INTEGER) AS tied
      FROM ${source}
      ${joins}
      WHERE score IS NOT NULL`.text,
  };
}

/** What decides places, best first: the score as it is compared, then the tie-break keys. */
export interface RankKeys {
  readonly figures: readonly Sql[];
  readonly order: Sql;
  /** The same the other way round. */
  readonly worstFirst: Sql;
  /** What adds the tie-break keys to rows of subject_id, period_id and score. */
  readonly joins: Sql;
  readonly reads: readonly string[];
}

export function rankKeys({ rank: { first, round, then } }: Scheme): RankKeys {
  const keys = [
    { sql: round ? rounded(sql`score`, round) : compared(sql`score`), first },
    ...then.map((key, index) => ({ sql: compared(keyColumn(index)), first: key.first })),
  ];
  const [down, up] = [sql`DESC NULLS LAST`, sql`ASC NULLS LAST`];
  const [downLast, upLast] = [sql`DESC NULLS FIRST`, sql`ASC NULLS FIRST`];
  return {
    figures: keys.map((key) => key.sql),
    order: join(keys.map((key) => sql`${key.sql} ${key.first === 'highest' ? down : up}`)),
    worstFirst: join(
      keys.map((key) => sql`${key.sql} ${key.first === 'highest' ? upLast : downLast}`),
    ),
    joins: join(
      then.map(
        (key, index) => sql`
          LEFT JOIN (
            SELECT subject_id, period_id, value AS ${keyColumn(index)} FROM score.part_value WHERE node = ${lit(key.node)}
          ) USING (subject_id, period_id)`,
      ),
      '\n',
    ),
    reads: then.length > 0 ? ['score.part_value'] : [],
  };
}

/** Column of a tie-break key. */
function keyColumn(index: number): Sql {
  return id(`key_${index + 1}`);
}
