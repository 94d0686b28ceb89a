/** What a column of a file means. */
export const roles = [
  'ignore',
  'code',
  'district',
  'town',
  'name',
  'track',
  'period',
  'year',
  'attribute',
  'panel',
  'assessor',
  'indicator',
  'operating_income',
  'operating_profit',
  'investment',
  'dividend',
] as const;

export type Role = (typeof roles)[number];

/** The economic measures, kept in yuan. */
export const economyRoles = [
  'operating_income',
  'operating_profit',
  'investment',
  'dividend',
] as const satisfies readonly Role[];

export type EconomyMeasure = (typeof economyRoles)[number];

/** Units of money that a header may name, and what one of each is worth in yuan. */
export const moneyUnits = {
  元: 1,
  千元: 1_000,
  万元: 10_000,
  百万元: 1_000_000,
  亿元: 100_000_000,
} as const;

export type MoneyUnit = keyof typeof moneyUnits;

export function isEconomyRole(role: Role): role is EconomyMeasure {
  return (economyRoles as readonly Role[]).includes(role);
}

/** Cadences to which the days of a column of dates may be rolled. */
export const dateCadences = ['month', 'quarter', 'half', 'year'] as const;
export type DateCadence = (typeof dateCadences)[number];

export interface ColumnMapping {
  /** `SourceColumn.name`. */
  readonly column: string;
  readonly role: Role;
  /** For `indicator`: the id under which schemes look for it. */
  readonly indicator?: string;
  /** For `attribute`: the name under which schemes look for its words. */
  readonly attribute?: string;
  /** The scheme in use calls the column so. */
  readonly byScheme?: true;
  /** For an economic measure: the unit of the cells. */
  readonly unit?: MoneyUnit;
  /** Who says the unit; `assumed` where nobody does, and it is taken to be yuan. */
  readonly unitBy?: 'file' | 'user' | 'assumed';
  /** The period that its header names, in a table with a column for each: id of the period. */
  readonly period?: string;
  /** For a period that is given as dates: what their days are rolled to; absent where the table's words say it. */
  readonly cadence?: DateCadence;
}

/** Where a table's period comes from when no column says it: period id or year, and the words it was read from. */
export interface PeriodOrigin {
  readonly period: string;
  readonly from: 'title' | 'sheet' | 'file' | 'user';
  readonly text: string;
}

/** A place that all rows of a table are of, where no column says it, and what named it. */
export interface PlaceOrigin {
  readonly text: string;
  readonly from: 'title' | 'sheet' | 'file';
}

/** The town that all rows of a table are of. */
export type TownOrigin = PlaceOrigin;

/** How one raw table is understood. */
export interface TableMapping {
  /** `SourceTable.id`. */
  readonly table: string;
  readonly columns: readonly ColumnMapping[];
  /** null where a column says it, or where nothing does. */
  readonly period: PeriodOrigin | null;
  /** null where a column says it, or where nothing does. */
  readonly town: TownOrigin | null;
  /** As `town`; absent where a column says it, or where nothing does. */
  readonly district?: PlaceOrigin;
}

/** Roles that one column of a table holds, which a scheme may name; a second column of that role is left unused. */
export const singleRoles = [
  'code',
  'district',
  'town',
  'name',
  'track',
  'period',
  'year',
  'panel',
  'assessor',
] as const satisfies readonly Role[];

export function isSingleRole(role: Role): boolean {
  return (singleRoles as readonly Role[]).includes(role);
}

/** What a scheme calls the columns of its usual file. */
export interface ColumnHints {
  /** Ids of indicators; a column named like one holds it. */
  readonly measures: readonly string[];
  /** Columns of words about a subject. */
  readonly attributes: readonly string[];
  readonly roles: Readonly<Partial<Record<(typeof singleRoles)[number], string>>>;
}

export const noHints: ColumnHints = { measures: [], attributes: [], roles: {} };
