import { economyRoles } from '../../model/mapping';
import type { SourceCell } from '../../model/source';
import { lit, sql, type Sql } from '../../sql/sql';
import { cellOf, count, question, text, type Question } from '../question';

/** An economic figure of a subject in a year, in 万元, beside the mean of those that the scheme's denominator counts. */
export interface EconomyYear {
  readonly year: number;
  readonly measure: string;
  readonly value: number;
  readonly mean: number;
  readonly denominator: number;
  readonly cell: SourceCell | null;
}

function figures(where: Sql): Question<EconomyYear> {
  return question(
    sql`
      SELECT e.*, m.mean_wan, m.denominator
      FROM report.subject_economy AS e
      JOIN report.collective_economy AS m USING (year, measure)
      WHERE ${where}
      ORDER BY strpos(${lit(economyRoles.join(' '))}, e.measure), e.year`,
    (row) => ({
      year: count(row, 'year'),
      measure: text(row, 'measure'),
      value: count(row, 'value_wan'),
      mean: count(row, 'mean_wan'),
      denominator: count(row, 'denominator'),
      cell: cellOf(row),
    }),
  );
}

export function economyOf(subject: string, year: number): Question<EconomyYear> {
  return figures(sql`e.subject_id = ${lit(subject)} AND e.year = ${lit(year)}`);
}

export function economyYearsOf(subject: string): Question<EconomyYear> {
  return figures(sql`e.subject_id = ${lit(subject)}`);
}
