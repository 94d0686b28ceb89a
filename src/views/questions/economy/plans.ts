import { numberOf } from '../../../model/row';
import { lit, sql } from '../../../sql/sql';
import { count, question, text, type Question } from '../../question';
import {
  groupOf,
  qualifierOf,
  within,
  type EconomyGroup,
  type Qualifier,
  type Scope,
} from './group';

/** A plan of a group and what was done, over the subjects that have both. Money in 万元, other figures as they are. */
export interface PlanLine extends EconomyGroup {
  readonly measure: string;
  readonly period: string;
  readonly subjects: number;
  readonly reached: number;
  readonly actual: number;
  readonly plan: number;
  readonly completion: number | null;
  readonly qualifier: Qualifier | null;
}

export function economyPlans(group: EconomyGroup, scope: Scope, year: number): Question<PlanLine> {
  return question(
    sql`
      SELECT *
      FROM report.economy_completion AS c
      WHERE (${within('c', group)} OR c.scope = ${lit(scope)}) AND year = ${lit(year)}
      ORDER BY measure, period_id, c.scope <> ${lit(group.scope)}, completion DESC, district, place`,
    (row) => ({
      ...groupOf(row),
      measure: text(row, 'measure'),
      period: text(row, 'period_id'),
      subjects: count(row, 'subjects'),
      reached: count(row, 'reached'),
      actual: count(row, 'actual'),
      plan: count(row, 'plan'),
      completion: numberOf(row, 'completion'),
      qualifier: qualifierOf(row),
    }),
  );
}

/** A strong subject and its weak partner, with the figures that they were paired by. */
export interface PairLine {
  readonly period: string;
  readonly words: string;
  readonly strong: string;
  readonly strongName: string;
  readonly strongValue: number;
  readonly weak: string;
  readonly weakName: string;
  readonly weakValue: number;
}

/** Pairs of a year of which one is in the group. Only a scheme that pairs has them. */
export function economyPairs(group: EconomyGroup, year: number): Question<PairLine> {
  return question(
    sql`
      SELECT p.*, s.name AS strong_name, w.name AS weak_name
      FROM score.pair AS p
      JOIN canon.period AS t USING (period_id)
      JOIN canon.subject AS s ON s.subject_id = p.strong_id
      JOIN canon.subject AS w ON w.subject_id = p.weak_id
      WHERE t.year = ${lit(year)} AND (
        p.strong_id IN (SELECT subject_id FROM report.economy_group AS m WHERE ${within('m', group)})
        OR p.weak_id IN (SELECT subject_id FROM report.economy_group AS m WHERE ${within('m', group)})
      )
      ORDER BY p.period_id, p.group_name, p.strong_value DESC, p.strong_id`,
    (row) => ({
      period: text(row, 'period_id'),
      words: text(row, 'group_name'),
      strong: text(row, 'strong_id'),
      strongName: text(row, 'strong_name'),
      strongValue: count(row, 'strong_value'),
      weak: text(row, 'weak_id'),
      weakName: text(row, 'weak_name'),
      weakValue: count(row, 'weak_value'),
    }),
  );
}
