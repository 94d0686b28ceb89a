import { isEconomyRole, type ColumnMapping } from '../model/mapping';
import type { SourceColumn } from '../model/source';
import { id, join, lit, rows, sql, type Sql, type Value } from '../sql/sql';
import { powerOf, scaledUnit } from './column-unit';
import { holdsMarks, isFigure, type MappedTable } from './mapped-table';

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

/** Columns whose cells are read alike. */
interface Kind {
  readonly family: 'indicator' | 'mark' | 'economy';
  readonly value: Sql;
  readonly amount: Sql;
  readonly columns: (readonly Value[])[];
}

/** One statement for the columns of a table that are read alike: planning one for each takes longer than reading them. */
function plainReadings(table: MappedTable): Sql[] {
  const { source } = table;
  return kindsOf(table).map(({ family, value, amount, columns }) => {
    const names = join(columns.map(([name]) => id(String(name))));
    return sql`
      INSERT INTO canon.reading
      SELECT
        s.subject_id, coalesce(given.period_id, s.period_id) AS period_id,
        ${lit(family)} AS family, given.measure, ${value} AS value, ${amount} AS amount, r.cell AS text,
        NULL AS qualifier, NULL AS unit_in_cell,
        s.source_id, s.source_row, given.source_column
      FROM (
        SELECT source_row, "column", cell
        FROM (SELECT source_row, ${names} FROM ${id('raw', source.id)})
        UNPIVOT INCLUDE NULLS (cell FOR "column" IN (${names}))
      ) AS r
      JOIN ${rows(['column', 'measure', 'period_id', 'source_column'], columns)} ON given."column" = r."column"
      JOIN canon.source_row AS s
        ON s.source_id = ${lit(source.id)} AND s.source_row = r.source_row`;
  });
}

function kindsOf(table: MappedTable): Kind[] {
  const { source, mapping } = table;
  const ofIndicators = holdsMarks(table) ? 'mark' : 'indicator';
  const kinds = new Map<string, Kind>();
  for (const column of mapping.columns.filter(isFigure)) {
    const found = source.columns.find((candidate) => candidate.name === column.column);
    if (!found) continue;
    const economic = isEconomyRole(column.role);
    const { value, amount } = economic ? money(column) : plain(found);
    const key = `${value.text} ${amount.text}`;
    const kind = kinds.get(key) ?? {
      family: economic ? 'economy' : ofIndicators,
      value,
      amount,
      columns: [],
    };
    const { period = null, indicator = column.role } = column;
    kind.columns.push([found.name, indicator, period, found.ordinal]);
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}

function plain(column: SourceColumn): { value: Sql; amount: Sql } {
  const { unit, own } = scaledUnit(column);
  const percent = !own || unit === '%';
  const digits = percent ? sql`canon.percent_digits(r.cell)` : sql`canon.simple_digits(r.cell)`;
  return { value: sql`CAST(${digits} AS DOUBLE)`, amount: sql`NULL` };
}

/** Yuan from the digits themselves: a binary fraction on the way would lose some. */
function money(column: ColumnMapping): { value: Sql; amount: Sql } {
  const digits = sql`canon.simple_digits(r.cell)`;
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
