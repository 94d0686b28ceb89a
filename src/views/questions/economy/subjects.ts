import { numberOf, type Row } from '../../../model/row';
import type { SourceCell } from '../../../model/source';
import { lit, sql, type Sql } from '../../../sql/sql';
import { cellIn, count, question, text, type Question } from '../../question';
import type { TierLine } from './distribution';
import { qualifierOf, within, type EconomyGroup, type Qualifier } from './group';

/** A subject's figure of a year, in 万元. */
export interface SubjectLine {
  readonly subject: string;
  readonly name: string;
  readonly town: string;
  readonly track: string;
  readonly value: number;
  readonly qualifier: Qualifier | null;
  /** From the largest, equal ones alike. */
  readonly rank: number;
  readonly yoy: number | null;
  readonly acrossBreak: boolean;
  /** How many there are, of which the first are shown. */
  readonly found: number;
}

/** The most subjects that a list or a figure of single subjects shows. */
export const mostSubjects = 200;

const subjectOf = (row: Row): SubjectLine => ({
  subject: text(row, 'subject_id'),
  name: text(row, 'name'),
  town: text(row, 'town'),
  track: text(row, 'track'),
  value: count(row, 'value_wan'),
  qualifier: qualifierOf(row),
  rank: count(row, 'rank'),
  yoy: numberOf(row, 'yoy'),
  acrossBreak: row['across_break'] === true,
  found: count(row, 'found'),
});

function subjects(group: EconomyGroup, year: number, measure: string): Sql {
  return sql`
    SELECT
      v.subject_id, s.name, s.town, s.track, v.value_wan, v.qualifier, g.yoy, g.across_break,
      rank() OVER (ORDER BY v.value_wan DESC) AS rank
    FROM report.economy_member AS m
    JOIN report.economy_value AS v USING (subject_id, year)
    JOIN canon.subject AS s USING (subject_id)
    LEFT JOIN report.economy_growth AS g
      ON g.subject_id = v.subject_id AND g.year = v.year AND g.measure = v.measure
    WHERE ${within('m', group)} AND m.year = ${lit(year)} AND v.measure = ${lit(measure)}`;
}

/** The bounds of a class of `report.economy_tier`; those that report nothing have no figure to be listed by. */
export type TierBounds = Pick<TierLine, 'kind' | 'ordinal' | 'from' | 'below'>;

function inTier(tier: TierBounds | null): Sql {
  if (tier === null) return sql`TRUE`;
  if (tier.kind === 'none') return sql`value_wan <= ${lit(tier.below)}`;
  // the first class begins above its bound: what lies at it is none
  const above =
    tier.ordinal === 1 ? sql`value_wan > ${lit(tier.from)}` : sql`value_wan >= ${lit(tier.from)}`;
  return tier.below === null ? above : sql`${above} AND value_wan < ${lit(tier.below)}`;
}

/** The subjects of a group, the largest figure first; only those of a class where one is given. */
export function economySubjects(
  group: EconomyGroup,
  year: number,
  measure: string,
  tier: TierBounds | null,
): Question<SubjectLine> {
  return question(
    sql`
      SELECT *, count(*) OVER () AS found
      FROM (
        ${subjects(group, year, measure)}
      )
      WHERE ${inTier(tier)}
      ORDER BY value_wan DESC, subject_id
      LIMIT ${lit(mostSubjects)}`,
    subjectOf,
  );
}

/** Subjects with their growth on the year before; of very many a sample that is the same each time. */
export function economyMovers(
  group: EconomyGroup,
  year: number,
  measure: string,
): Question<SubjectLine> {
  return question(
    sql`
      SELECT *, count(*) OVER () AS found
      FROM (
        ${subjects(group, year, measure)}
      )
      WHERE yoy IS NOT NULL
      ORDER BY md5(subject_id), subject_id
      LIMIT 800`,
    subjectOf,
  );
}

/** The subjects of a group that were in force in a year and report no figure of the measure. */
export function economyUnreported(
  group: EconomyGroup,
  year: number,
  measure: string,
): Question<Pick<SubjectLine, 'subject' | 'name' | 'town' | 'found'>> {
  return question(
    sql`
      SELECT s.subject_id, s.name, s.town, count(*) OVER () AS found
      FROM report.economy_member AS m
      JOIN canon.subject AS s USING (subject_id)
      WHERE ${within('m', group)} AND m.year = ${lit(year)}
        AND m.subject_id NOT IN (
          SELECT subject_id FROM report.economy_value WHERE year = ${lit(year)} AND measure = ${lit(measure)}
        )
      ORDER BY s.town, s.name, s.subject_id
      LIMIT ${lit(mostSubjects)}`,
    (row) => ({
      subject: text(row, 'subject_id'),
      name: text(row, 'name'),
      town: text(row, 'town'),
      found: count(row, 'found'),
    }),
  );
}

/** A figure of one subject with the cell that it came from, in 万元. */
export interface SubjectCell {
  readonly year: number;
  readonly measure: string;
  readonly value: number;
  readonly cell: SourceCell;
}

export function economyCells(subject: string): Question<SubjectCell> {
  return question(
    sql`SELECT * FROM report.subject_economy WHERE subject_id = ${lit(subject)} ORDER BY year DESC, measure`,
    (row) => ({
      year: count(row, 'year'),
      measure: text(row, 'measure'),
      value: count(row, 'value_wan'),
      cell: cellIn(row),
    }),
  );
}
