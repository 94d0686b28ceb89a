import type { Period } from '../model/period';
import type { Subject } from '../model/subject';
import { id, join, lit, rows, sql, type Sql, type Value } from '../sql/sql';
import { attributes, marks } from './canon-words';
import { cellOf, hasRole, type MappedTable } from './mapped-table';
import { figureUnit, readings } from './readings';
import type { Alias } from './roster';
import { remarkOfGroup, sizesOfGroup } from './roster-evidence';
import { valueMacros } from './values';

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
    valid_from: subjects.map((subject) => subject.validFrom),
    valid_to: subjects.map((subject) => subject.validTo),
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

/**
 * The distinct words by which a table names its subjects: code, district, town, name, track, first row, count, and what
 * tells of mergers: remark, and the sizes of `sizeColumns`.
 */
export function mentionsOf(table: MappedTable): Sql {
  return sql`
    SELECT
      ${cellOf(table, 'code')} AS code,
      ${cellOf(table, 'district')} AS district,
      ${cellOf(table, 'town')} AS town,
      ${cellOf(table, 'name')} AS name,
      ${cellOf(table, 'track')} AS track,
      min(r.source_row) AS first_row,
      count(*) AS row_count,
      ${join([remarkOfGroup(table), ...sizesOfGroup(table)], ',\n      ')}
    FROM ${id('raw', table.source.id)} AS r
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY first_row`;
}

/** The key of the words by which a row names its subject. */
function mentionOf(table: MappedTable): Sql {
  const words = (['code', 'district', 'town', 'name'] as const).map((role) => cellOf(table, role));
  return sql`canon.mention_key(
      ${join(words, ',\n      ')})`;
}

/** First and last period of the rows of each mention, by the words that stand for periods. */
export function mentionedIn(table: MappedTable, texts: readonly PeriodText[]): Sql {
  return sql`
    SELECT
      ${mentionOf(table)} AS mention,
      min(given.period_id) AS first_period, max(given.period_id) AS last_period
    FROM ${id('raw', table.source.id)} AS r
    JOIN ${rows(
      ['period', 'year', 'period_id'],
      texts.map(({ period, year, id: period_id }) => [period, year, period_id]),
    )}
      ON given.period IS NOT DISTINCT FROM ${cellOf(table, 'period')}
      AND given.year IS NOT DISTINCT FROM ${cellOf(table, 'year')}
    GROUP BY mention`;
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
    ...readings(named),
    economy,
    observation,
    ...attributes(named),
    ...marks(named),
  ];
}

function lookups({ tables, periods, periodTexts }: CanonInput): Sql[] {
  return [
    sql`
      CREATE OR REPLACE TABLE canon.source AS
      SELECT
        source_id::VARCHAR AS source_id, file::VARCHAR AS file, sheet::VARCHAR AS sheet,
        source_column::INTEGER AS source_column, letter::VARCHAR AS letter, header::VARCHAR AS header,
        unit::VARCHAR AS unit, power::INTEGER AS power, own_unit::BOOLEAN AS own_unit
      FROM ${rows(
        [
          ...['source_id', 'file', 'sheet', 'source_column', 'letter', 'header'],
          ...['unit', 'power', 'own_unit'],
        ],
        tables.flatMap(sourceColumns),
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

/** The columns of a table with the unit of their figures. One made of the groups stands at the place of another. */
function sourceColumns({ source, mapping }: MappedTable): Value[][] {
  return source.columns
    .filter(({ ordinal }, index, all) => all.findIndex((one) => one.ordinal === ordinal) === index)
    .map((column) => {
      const meant = mapping.columns.find((one) => one.column === column.name);
      const { unit, power, own } = figureUnit(meant, column);
      const { ordinal, letter, header } = column;
      return [source.id, source.file, source.sheet, ordinal, letter, header, unit, power, own];
    });
}

/** Which subject and period each row of a table is about; rows that name neither are not in it. */
function sourceRows(table: MappedTable): Sql {
  return sql`
    INSERT INTO canon.source_row
    SELECT ${lit(table.source.id)} AS source_id, r.source_row, a.subject_id, p.period_id
    FROM ${id('raw', table.source.id)} AS r
    JOIN canon.alias AS a
      ON a.mention = ${mentionOf(table)}
    LEFT JOIN canon.period_text AS p
      ON p.source_id = ${lit(table.source.id)}
      AND p.period IS NOT DISTINCT FROM ${cellOf(table, 'period')}
      AND p.year IS NOT DISTINCT FROM ${cellOf(table, 'year')}`;
}

/**
 * Two different values for one subject, period and indicator cancel each other: neither is taken, a finding names both.
 * The sums of the economy are among them, in yuan.
 */
const observation = sql`
  CREATE OR REPLACE TABLE canon.observation AS
  SELECT
    subject_id, period_id, measure AS indicator_id, min(value) AS value,
    any_value(qualifier) AS qualifier, any_value(text) AS text, any_value(source_id) AS source_id,
    any_value(source_row) AS source_row, any_value(source_column) AS source_column
  FROM canon.reading
  WHERE family = 'indicator' AND value IS NOT NULL AND period_id IS NOT NULL
  GROUP BY subject_id, period_id, measure
  HAVING min(value) = max(value)
  UNION ALL BY NAME
  SELECT
    subject_id, period_id, measure AS indicator_id, CAST(value_yuan AS DOUBLE) AS value,
    qualifier, text, source_id, source_row, source_column
  FROM canon.economy`;

const economy = sql`
  CREATE OR REPLACE TABLE canon.economy AS
  SELECT
    r.subject_id, p.period_id, p.cadence, p.year, r.measure,
    CAST(min(r.amount) AS DECIMAL(38, 2)) AS value_yuan,
    any_value(r.qualifier) AS qualifier, any_value(r.text) AS text, any_value(r.source_id) AS source_id,
    any_value(r.source_row) AS source_row, any_value(r.source_column) AS source_column
  FROM canon.reading AS r
  JOIN canon.period AS p USING (period_id)
  WHERE r.family = 'economy' AND r.amount IS NOT NULL
  GROUP BY r.subject_id, p.period_id, p.cadence, p.year, r.measure
  HAVING min(r.amount) = max(r.amount)`;
