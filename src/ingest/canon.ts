import {
  isEconomyRole,
  moneyUnits,
  type ColumnMapping,
  type Role,
  type TableMapping,
} from '../model/mapping';
import type { Period } from '../model/period';
import type { SourceTable } from '../model/source';
import type { Subject } from '../model/subject';
import { id, join, lit, rows, sql, type Sql } from '../sql/sql';
import { isKnownIndicator } from './dictionary';
import { valueMacros } from './values';
import type { Alias } from './roster';

/** A raw table with its mapping. */
export interface MappedTable {
  readonly source: SourceTable;
  readonly mapping: TableMapping;
}

/** A period that the words of a table stand for. */
export interface PeriodText {
  readonly table: string;
  readonly period: string | null;
  readonly year: string | null;
  readonly id: string;
}

/** What the canonical tables are made of, beside `canon.subject` and `canon.alias`, which stand before. */
export interface CanonInput {
  readonly tables: readonly MappedTable[];
  readonly periods: readonly Period[];
  readonly periodTexts: readonly PeriodText[];
}

export function hasRole(table: MappedTable, role: Role): boolean {
  return table.mapping.columns.some((column) => column.role === role);
}

export function hasFigures(table: MappedTable): boolean {
  return table.mapping.columns.some((column) => isFigure(column));
}

/** Whether a table may be a roster: it names subjects with their code or track, and no scores or sums of a period. */
export function mayBeRoster(table: MappedTable): boolean {
  const { columns, period } = table.mapping;
  const says = (role: Role) => hasRole(table, role);
  const timed =
    says('period') || says('year') || (period !== null && !/^\d{4}$/.test(period.period));
  const judged = columns.some(
    ({ role, indicator }) => isEconomyRole(role) || isKnownIndicator(indicator),
  );
  return (
    says('name') && (says('code') || says('track')) && !judged && !(timed && hasFigures(table))
  );
}

function isFigure(column: ColumnMapping): boolean {
  return column.role === 'indicator' || isEconomyRole(column.role);
}

/** The cell of a role, in the raw table as `r`, as trimmed text; NULL where the table has no such column. */
function cellOf(table: MappedTable, role: Role): Sql {
  const column = table.mapping.columns.find((candidate) => candidate.role === role);
  return column ? sql`canon.plain_text(r.${id(column.column)})` : sql`NULL::VARCHAR`;
}

/** Columns of `canon.subject`: the roster, one row a subject. There may be very many, so they come as columns. */
export function subjectColumns(subjects: readonly Subject[]): Record<string, (string | null)[]> {
  return {
    subject_id: subjects.map((subject) => subject.id),
    code: subjects.map((subject) => subject.code),
    name: subjects.map((subject) => subject.name),
    kind: subjects.map((subject) => subject.kind),
    district: subjects.map((subject) => subject.district),
    town: subjects.map((subject) => subject.town),
    track: subjects.map((subject) => subject.track),
  };
}

/** Columns of `canon.alias`: the words of rows, and the subject that they mean. */
export function aliasColumns(aliases: readonly Alias[]): Record<string, (string | null)[]> {
  return {
    mention: aliases.map((alias) => alias.key),
    subject_id: aliases.map((alias) => alias.subject),
  };
}

/** Schema and macros that the statements below need. */
export function canonSetup(): Sql[] {
  return [
    sql`CREATE SCHEMA IF NOT EXISTS canon`,
    ...valueMacros(),
    sql`
      CREATE OR REPLACE MACRO canon.mention_key(code, district, town, name) AS
        coalesce(code, '') || chr(31) || coalesce(district, '') || chr(31) ||
        coalesce(town, '') || chr(31) || coalesce(name, '')`,
  ];
}

/** The distinct words by which a table names its subjects: code, district, town, name, track, first row, count. */
export function mentionsOf(table: MappedTable): Sql {
  return sql`
    SELECT
      ${cellOf(table, 'code')} AS code,
      ${cellOf(table, 'district')} AS district,
      ${cellOf(table, 'town')} AS town,
      ${cellOf(table, 'name')} AS name,
      ${cellOf(table, 'track')} AS track,
      min(r.source_row) AS first_row,
      count(*) AS row_count
    FROM ${id('raw', table.source.id)} AS r
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY first_row`;
}

/** The distinct words by which a table names its periods: period, year, first row, count. */
export function periodTextsOf(table: MappedTable): Sql {
  return sql`
    SELECT
      ${cellOf(table, 'period')} AS period,
      ${cellOf(table, 'year')} AS year,
      min(r.source_row) AS first_row,
      count(*) AS row_count
    FROM ${id('raw', table.source.id)} AS r
    GROUP BY 1, 2
    ORDER BY first_row`;
}

/** Columns read in one statement: a longer chain of UNION ALL exceeds what the parser takes. */
const columnsAtOnce = 100;

/** Statements that make the canonical tables, in order. */
export function canonTables(input: CanonInput): Sql[] {
  const named = input.tables.filter((table) => hasRole(table, 'name') || hasRole(table, 'code'));
  return [
    ...lookups(input),
    sql`
      CREATE OR REPLACE TABLE canon.source_row (
        source_id VARCHAR, source_row INTEGER, subject_id VARCHAR, period_id VARCHAR
      )`,
    ...named.map(sourceRows),
    sql`
      CREATE OR REPLACE TABLE canon.reading (
        subject_id VARCHAR, period_id VARCHAR, family VARCHAR, measure VARCHAR,
        value DOUBLE, text VARCHAR, source_id VARCHAR, source_row INTEGER, source_column INTEGER
      )`,
    ...named.flatMap(readings),
    observation,
    economy,
  ];
}

function lookups({ tables, periods, periodTexts }: CanonInput): Sql[] {
  return [
    sql`
      CREATE OR REPLACE TABLE canon.source AS
      SELECT
        source_id::VARCHAR AS source_id, file::VARCHAR AS file, sheet::VARCHAR AS sheet,
        source_column::INTEGER AS source_column, letter::VARCHAR AS letter, header::VARCHAR AS header
      FROM ${rows(
        ['source_id', 'file', 'sheet', 'source_column', 'letter', 'header'],
        tables.flatMap(({ source }) =>
          source.columns.map((column) => [
            source.id,
            source.file,
            source.sheet,
            column.ordinal,
            column.letter,
            column.header,
          ]),
        ),
      )}`,
    sql`
      CREATE OR REPLACE TABLE canon.period AS
      SELECT
        period_id::VARCHAR AS period_id, cadence::VARCHAR AS cadence, year::INTEGER AS year,
        number::INTEGER AS number, starts::DATE AS starts, ends::DATE AS ends
      FROM ${rows(
        ['period_id', 'cadence', 'year', 'number', 'starts', 'ends'],
        periods.map(({ id: period, cadence, year, number, starts, ends }) => [
          period,
          cadence,
          year,
          number,
          starts,
          ends,
        ]),
      )}`,
    sql`
      CREATE OR REPLACE TABLE canon.period_text AS
      SELECT
        source_id::VARCHAR AS source_id, period::VARCHAR AS period, year::VARCHAR AS year,
        period_id::VARCHAR AS period_id
      FROM ${rows(
        ['source_id', 'period', 'year', 'period_id'],
        periodTexts.map(({ table, period, year, id: period_id }) => [
          table,
          period,
          year,
          period_id,
        ]),
      )}`,
  ];
}

/** Which subject and period each row of a table is about; rows that name neither are not in it. */
function sourceRows(table: MappedTable): Sql {
  const mention = join(
    (['code', 'district', 'town', 'name'] as const).map((role) => cellOf(table, role)),
    ',\n      ',
  );
  return sql`
    INSERT INTO canon.source_row
    SELECT ${lit(table.source.id)} AS source_id, r.source_row, a.subject_id, p.period_id
    FROM ${id('raw', table.source.id)} AS r
    JOIN canon.alias AS a
      ON a.mention = canon.mention_key(
      ${mention})
    LEFT JOIN canon.period_text AS p
      ON p.source_id = ${lit(table.source.id)}
      AND p.period IS NOT DISTINCT FROM ${cellOf(table, 'period')}
      AND p.year IS NOT DISTINCT FROM ${cellOf(table, 'year')}`;
}

/** Every figure cell of a table, read: one SELECT a column. */
function readings({ source, mapping }: MappedTable): Sql[] {
  const selects = mapping.columns.filter(isFigure).map((column) => {
    const found = source.columns.find((candidate) => candidate.name === column.column);
    const economic = isEconomyRole(column.role);
    const factor = economic ? moneyUnits[column.unit ?? '元'] : 1;
    const value =
      factor === 1
        ? sql`canon.read_number(r.${id(column.column)})`
        : sql`round(canon.read_number(r.${id(column.column)}) * ${lit(factor)}, 2)`;
    return sql`
      SELECT
        s.subject_id, s.period_id, ${lit(economic ? 'economy' : 'indicator')} AS family,
        ${lit(column.indicator ?? column.role)} AS measure,
        ${value} AS value, r.${id(column.column)} AS text,
        s.source_id, s.source_row, ${lit(found?.ordinal ?? 0)} AS source_column
      FROM ${id('raw', source.id)} AS r
      JOIN canon.source_row AS s
        ON s.source_id = ${lit(source.id)} AND s.source_row = r.source_row`;
  });
  return Array.from({ length: Math.ceil(selects.length / columnsAtOnce) }, (_, index) => {
    const part = selects.slice(index * columnsAtOnce, (index + 1) * columnsAtOnce);
    return sql`
      INSERT INTO canon.reading
      ${join(part, '\nUNION ALL\n')}`;
  });
}

/** Two different values for one subject, period and indicator cancel each other: neither is taken, a finding names both. */
const observation = sql`
  CREATE OR REPLACE TABLE canon.observation AS
  SELECT
    subject_id, period_id, measure AS indicator_id, min(value) AS value,
    any_value(text) AS text, any_value(source_id) AS source_id,
    any_value(source_row) AS source_row, any_value(source_column) AS source_column
  FROM canon.reading
  WHERE family = 'indicator' AND value IS NOT NULL AND period_id IS NOT NULL
  GROUP BY subject_id, period_id, measure
  HAVING min(value) = max(value)`;

const economy = sql`
  CREATE OR REPLACE TABLE canon.economy AS
  SELECT
    r.subject_id, p.period_id, p.cadence, p.year, r.measure, CAST(min(r.value) AS DECIMAL(38, 2)) AS value_yuan,
    any_value(r.text) AS text, any_value(r.source_id) AS source_id,
    any_value(r.source_row) AS source_row, any_value(r.source_column) AS source_column
  FROM canon.reading AS r
  JOIN canon.period AS p USING (period_id)
  WHERE r.family = 'economy' AND r.value IS NOT NULL
  GROUP BY r.subject_id, p.period_id, p.cadence, p.year, r.measure
  HAVING min(r.value) = max(r.value)`;

/** Findings of one kind that are listed at the most. */
export const mostListed = 500;

/** Figure cells that hold something, yet no number and no mark for "missing". */
export const unreadableCells = sql`
  SELECT source_id, source_row, source_column, text
  FROM canon.reading
  WHERE value IS NULL AND NOT canon.is_missing(text)
  ORDER BY source_id, source_row, source_column
  LIMIT ${lit(mostListed)}`;

/** Subjects with more than one value for a measure and period: equal ones are repeats, different ones conflicts. */
export const repeatedCells = sql`
  WITH repeated AS (
    SELECT measure, period_id, subject_id, min(value) <> max(value) AS conflict
    FROM canon.reading
    WHERE value IS NOT NULL AND period_id IS NOT NULL
    GROUP BY measure, period_id, subject_id
    HAVING count(*) > 1
    ORDER BY conflict DESC, period_id, subject_id, measure
    LIMIT ${lit(mostListed)}
  )
  SELECT
    measure, period_id, any_value(s.name) AS name, any_value(d.conflict) AS conflict,
    list(r.source_id ORDER BY r.source_id, r.source_row) AS source_ids,
    list(r.source_row ORDER BY r.source_id, r.source_row) AS source_rows,
    list(r.source_column ORDER BY r.source_id, r.source_row) AS source_columns,
    string_agg(r.text, ' / ' ORDER BY r.source_id, r.source_row) AS texts
  FROM repeated AS d
  JOIN canon.reading AS r USING (measure, period_id, subject_id)
  JOIN canon.subject AS s USING (subject_id)
  WHERE r.value IS NOT NULL
  GROUP BY measure, period_id, subject_id
  ORDER BY conflict DESC, period_id, name, measure`;

/** Subjects with figures but without a track: ranks are within a track, so they cannot be ranked. */
export const subjectsWithoutTrack = sql`
  SELECT name, town FROM canon.subject
  WHERE track IS NULL
  ORDER BY town, name
  LIMIT ${lit(mostListed)}`;
