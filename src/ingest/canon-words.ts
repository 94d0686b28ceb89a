import { id, lit, sql, type Sql } from '../sql/sql';
import { cellOf, holdsMarks, type MappedTable } from './mapped-table';

/** Statements that keep the words of columns about subjects; words of a table without periods hold in every one. */
export function attributes(tables: readonly MappedTable[]): Sql[] {
  return [
    sql`
      CREATE OR REPLACE TABLE canon.attribute (
        subject_id VARCHAR, period_id VARCHAR, attribute VARCHAR, words VARCHAR,
        source_id VARCHAR, source_row INTEGER
      )`,
    ...tables.flatMap((table) =>
      table.mapping.columns
        .filter(({ role }) => role === 'attribute')
        .map(({ column, attribute = column }) => attributeOf(table, column, attribute)),
    ),
  ];
}

/** The first row that fills it counts, where several are about the subject. */
function attributeOf({ source }: MappedTable, column: string, attribute: string): Sql {
  return sql`
    INSERT INTO canon.attribute
    SELECT
      s.subject_id, s.period_id, ${lit(attribute)} AS attribute,
      arg_min(canon.plain_text(r.${id(column)}), r.source_row) AS words,
      ${lit(source.id)} AS source_id, min(r.source_row) AS source_row
    FROM ${id('raw', source.id)} AS r
    JOIN canon.source_row AS s
      ON s.source_id = ${lit(source.id)} AND s.source_row = r.source_row
    WHERE canon.plain_text(r.${id(column)}) IS NOT NULL
    GROUP BY s.subject_id, s.period_id`;
}

/** Statements that keep the marks of panels, one row each: who gave it, and of which class he is. */
export function marks(tables: readonly MappedTable[]): Sql[] {
  return [
    sql`
      CREATE OR REPLACE TABLE canon.assessor (
        source_id VARCHAR, source_row INTEGER, panel VARCHAR, assessor VARCHAR
      )`,
    ...tables.filter(holdsMarks).map(assessorOf),
    sql`
      CREATE OR REPLACE TABLE canon.mark AS
      SELECT
        r.subject_id, r.period_id, r.measure AS indicator_id, a.panel, a.assessor, r.value,
        r.text, r.source_id, r.source_row, r.source_column
      FROM canon.reading AS r
      JOIN canon.assessor AS a USING (source_id, source_row)
      WHERE r.family = 'mark' AND r.value IS NOT NULL AND r.period_id IS NOT NULL`,
  ];
}

function assessorOf(table: MappedTable): Sql {
  return sql`
    INSERT INTO canon.assessor
    SELECT
      ${lit(table.source.id)} AS source_id, r.source_row, ${cellOf(table, 'panel')} AS panel,
      ${cellOf(table, 'assessor')} AS assessor
    FROM ${id('raw', table.source.id)} AS r`;
}
