import { textOf, type Row } from '../../../model/row';
import { id, lit, sql, type Sql } from '../../../sql/sql';
import { count, text } from '../../question';

/** What a group of subjects is taken by. */
export const scopes = ['all', 'district', 'town', 'track'] as const;

export type Scope = (typeof scopes)[number];

/** A group of subjects as `report.economy_group` names it. */
export interface EconomyGroup {
  readonly scope: Scope;
  /** '*' where the scope crosses districts. */
  readonly district: string;
  /** '' for those of which the roster says none. */
  readonly place: string;
}

export const everyone: EconomyGroup = { scope: 'all', district: '*', place: '*' };

/** "Over 140" makes a sum at least that much; figures of several kinds make it about that much. */
export type Qualifier = 'at_least' | 'below' | 'about';

/** How a figure that is no exact one is meant. */
export const qualifierOf = (row: Row) => textOf(row, 'qualifier') as Qualifier | null;

/** The group that a row is of. */
export function groupOf(row: Row): EconomyGroup {
  return {
    scope: text(row, 'scope') as Scope,
    district: text(row, 'district'),
    place: text(row, 'place'),
  };
}

/** The condition that a row is of a group. @param table the name under which the view is read */
export function within(table: string, { scope, district, place }: EconomyGroup): Sql {
  const is = (column: string, value: string) => sql`${id(table, column)} = ${lit(value)}`;
  return sql`${is('scope', scope)} AND ${is('district', district)} AND ${is('place', place)}`;
}

/** How many a figure could be taken over: those that report it, those in force in the year, the whole roster. */
export interface Counts {
  readonly reporting: number;
  readonly present: number;
  readonly roster: number;
}

export function countsOf(row: Row): Counts {
  return {
    reporting: count(row, 'reporting'),
    present: count(row, 'subjects'),
    roster: count(row, 'roster'),
  };
}
