import { periodOrder } from '../../sql/period-order';
import { join, sql, type Sql } from '../../sql/sql';
import type { Condition, Figure } from '../shape';
import { holds, readsOf } from './condition';
import { figureRow, noBasis } from './figure-row';
import { listed } from './given';

type Counted = Extract<Extract<Figure['is'], { count: unknown }>['count'], string>;
type Among = Extract<Figure['is'], { among: unknown }>['among'];

/** How many there are of something. */
export function countFigure(figure: Figure, counted: Counted): Sql {
  const counts = (what: Sql, from: Sql) =>
    figureRow(
      figure,
      sql`e.period_id`,
      sql`count(DISTINCT ${what})`,
      noBasis,
      sql`
      FROM ${from}
      GROUP BY e.period_id`,
    );
  switch (counted) {
    case 'subjects':
      return counts(sql`e.subject_id`, sql`score.entry AS e`);
    case 'towns':
      return counts(sql`s.town`, sql`score.entry AS e JOIN canon.subject AS s USING (subject_id)`);
    case 'tracks':
    case 'clusters':
      return counts(sql`e.track`, sql`score.entry AS e`);
    case 'indicators':
      return counts(sql`e.node`, sql`score.measured AS e`);
    case 'periods':
      return figureRow(
        figure,
        sql`period_id`,
        sql`row_number() OVER (ORDER BY ${periodOrder(sql`period_id`)})`,
        noBasis,
        sql`FROM (SELECT DISTINCT period_id FROM score.entry)`,
      );
  }
}

/** How many meet a condition. */
export function countWhere(figure: Figure, condition: Condition, among: Among): Sql {
  return figureRow(
    figure,
    sql`e.period_id`,
    sql`count(*) FILTER (${holds(condition)})`,
    noBasis,
    sql`
    FROM ${askedOf(condition, among)} AS e
    GROUP BY e.period_id`,
  );
}

/** Subjects and periods of which a condition is asked. */
function askedOf(condition: Condition, among: Among): Sql {
  const subjects = among === 'assessed' ? sql`score.entry` : sql`score.assessed`;
  const measures = onlyMeasures(condition);
  if (!measures) return told(subjects, wordsIn(condition));
  return sql`
    (
      SELECT s.subject_id, p.period_id
      FROM (SELECT DISTINCT subject_id FROM ${subjects}) AS s
      CROSS JOIN (
        SELECT DISTINCT period_id FROM canon.observation WHERE indicator_id IN ${listed(measures)}
      ) AS p
    )`;
}

/** In a period in which nobody's words are known, nobody is counted as having others. */
function told(subjects: Sql, words: readonly string[]): Sql {
  if (words.length === 0) return subjects;
  return sql`
    (
      FROM ${subjects}
      SEMI JOIN (SELECT DISTINCT period_id FROM score.attribute WHERE attribute IN ${listed(words)})
        USING (period_id)
    )`;
}

/** The columns of words that a condition asks for. */
function wordsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(wordsIn);
  if ('any' in condition) return condition.any.flatMap(wordsIn);
  if ('not' in condition) return wordsIn(condition.not);
  return 'attribute' in condition ? [condition.attribute] : [];
}

/** The measures that a condition asks for; null where it asks for anything else. */
function onlyMeasures(condition: Condition): string[] | null {
  if ('measure' in condition) return [condition.measure];
  if ('not' in condition) return onlyMeasures(condition.not);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null;
  const inner = parts?.map(onlyMeasures);
  return inner?.every((one) => one !== null) ? inner.flat() : null;
}

/** The share of those who meet a condition. */
export function shareFigure(
  figure: Figure,
  condition: Condition,
  basis: 'reporting' | 'all',
  among: Among,
): Sql {
  const reports = basis === 'all' ? [] : toldBy(condition);
  const reporting = reports.length === 0 ? sql`` : sql`WHERE ${join(reports, ' AND ')}`;
  return figureRow(
    figure,
    sql`period_id`,
    sql`CAST(count(*) FILTER (met) AS DOUBLE) / nullif(count(*), 0)`,
    sql`count(*) FILTER (met) || '/' || count(*)`,
    sql`
      FROM (
        SELECT e.period_id, ${holds(condition)} AS met
        FROM ${askedOf(condition, among)} AS e
        ${reporting}
      )
      GROUP BY period_id`,
  );
}

/** That the figures which a condition asks for are reported at all. */
function toldBy(condition: Condition): Sql[] {
  if ('all' in condition) return condition.all.flatMap(toldBy);
  if ('any' in condition) return condition.any.flatMap(toldBy);
  if ('not' in condition) return toldBy(condition.not);
  if ('node' in condition) return [holds({ node: condition.node })];
  return 'measure' in condition ? [holds({ measure: condition.measure })] : [];
}

/** What a count or a share is read from. */
export function countReads(is: Extract<Figure['is'], { count: unknown } | { share: unknown }>) {
  if ('among' in is) {
    const condition = 'count' in is ? is.count : is.share;
    return [is.among === 'assessed' ? 'score.entry' : 'score.assessed', ...readsOf([condition])];
  }
  if (is.count === 'indicators') return ['score.measured'];
  return ['score.entry', ...(is.count === 'towns' ? ['canon.subject'] : [])];
}
