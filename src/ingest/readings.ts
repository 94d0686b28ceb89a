import { isEconomyRole, type ColumnMapping } from '../model/mapping';
import type { SourceColumn } from '../model/source';
import { id, join, lit, sql, type Sql } from '../sql/sql';
import { powerOf, scaledUnit } from './column-unit';
import { holdsMarks, isFigure, type MappedTable } from './mapped-table';

/** Columns read in one statement: a longer chain of UNION ALL exceeds what the parser takes. */
const columnsAtOnce = 100;

/**
 * Statements that read every figure cell of the tables into `canon.reading`, with `canon.source_row` and `canon.source`
 * in place. The cells that hold plain digits, which are nearly all, are read as they are taken over; the rest after that.
 */
export function readings(tables: readonly MappedTable[]): Sql[] {
  return [
    sql`
      CREATE OR REPLACE TABLE canon.reading (
        subject_id VARCHAR, period_id VARCHAR, family VARCHAR, measure VARCHAR,
        value DOUBLE, amount DECIMAL(17, 2), text VARCHAR, qualifier VARCHAR, unit_in_cell VARCHAR,
        source_id VARCHAR, source_row INTEGER, source_column INTEGER
      )`,
    ...tables.flatMap(plainReadings),
    otherReadings,
    mixedTicks,
  ];
}

/** How a column of a figure is read: its unit as a power of ten of a plain one, and whether its own header says it. */
export function figureUnit(column: ColumnMapping | undefined, found: SourceColumn) {
  if (column && isEconomyRole(column.role))
    return { unit: '元', power: powerOf(column.unit ?? '元'), own: true };
  return scaledUnit(found);
}

/** One SELECT a column. */
function plainReadings(table: MappedTable): Sql[] {
  const { source, mapping } = table;
  const ofIndicators = holdsMarks(table) ? 'mark' : 'indicator';
  const selects = mapping.columns.filter(isFigure).flatMap((column) => {
    const found = source.columns.find((candidate) => candidate.name === column.column);
    if (!found) return [];
    const cell = sql`r.${id(column.column)}`;
    const economic = isEconomyRole(column.role);
    const { value, amount } = economic ? money(column, cell) : plain(found, cell);
    return sql`
      SELECT
        s.subject_id, ${column.period === undefined ? sql`s.period_id` : lit(column.period)} AS period_id,
        ${lit(economic ? 'economy' : ofIndicators)} AS family,
        ${lit(column.indicator ?? column.role)} AS measure,
        ${value} AS value, ${amount} AS amount, ${cell} AS text,
        NULL AS qualifier, NULL AS unit_in_cell,
        s.source_id, s.source_row, ${lit(found.ordinal)} AS source_column
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

function plain(column: SourceColumn, cell: Sql): { value: Sql; amount: Sql } {
  const { unit, own } = scaledUnit(column);
  const percent = !own || unit === '%';
  const digits = percent ? sql`canon.percent_digits(${cell})` : sql`canon.simple_digits(${cell})`;
  return { value: sql`CAST(${digits} AS DOUBLE)`, amount: sql`NULL` };
}

/** Yuan from the digits themselves: a binary fraction on the way would lose some. */
function money(column: ColumnMapping, cell: Sql): { value: Sql; amount: Sql } {
  const digits = sql`canon.simple_digits(${cell})`;
  const yuan = sql`canon.to_yuan(${digits}, ${lit(powerOf(column.unit ?? '元'))})`;
  return { value: sql`CAST(${yuan} AS DOUBLE)`, amount: yuan };
}

const otherReadings = sql`
  UPDATE canon.reading AS r
  SET
    value = coalesce(f.value, CAST(f.amount AS DOUBLE)), amount = f.amount,
    qualifier = f.qualifier, unit_in_cell = f.unit_in_cell
  FROM (
    SELECT
      row, canon.qualifier(figure) AS qualifier, canon.unit_in_cell(figure) AS unit_in_cell,
      CASE WHEN family = 'economy' THEN canon.figure_amount(figure, power) END AS amount,
      CASE
        WHEN family <> 'economy'
          THEN coalesce(canon.figure_value(figure, unit, power, own_unit), canon.read_mark(text))
      END AS value
    FROM (
      SELECT
        o.rowid AS row, o.family, o.text, c.unit, c.power, c.own_unit, canon.figure(o.text) AS figure
      FROM canon.reading AS o
      JOIN canon.source AS c USING (source_id, source_column)
      WHERE o.value IS NULL AND o.text IS NOT NULL
    )
  ) AS f
  WHERE r.rowid = f.row AND coalesce(f.value, f.amount) IS NOT NULL`;

/** A tick among scores is not one point: ticks count only in columns that hold nothing else than ticks, 1 and 0. */
const mixedTicks = sql`
  UPDATE canon.reading AS r
  SET value = NULL
  FROM (
    SELECT DISTINCT source_id, source_column
    FROM canon.reading
    SEMI JOIN (
      SELECT source_id, source_column FROM canon.reading
      WHERE value IN (0, 1) AND canon.is_tick(text)
    ) USING (source_id, source_column)
    WHERE value NOT IN (0, 1)
  ) AS m
  WHERE r.source_id = m.source_id AND r.source_column = m.source_column AND canon.is_tick(r.text)`;
