import { textOf } from '../model/row';
import { id, lit, sql } from '../sql/sql';
import type { Question } from './question';

/** A function that statements may call, with its parameters as the engine names them. */
export interface EngineFunction {
  readonly name: string;
  readonly parameters: string;
  readonly description: string | null;
}

/** The engine's functions by name; operators are none. */
export function engineFunctions(): Question<EngineFunction> {
  return {
    sql: sql`
      SELECT
        function_name AS name,
        min(array_to_string(parameters, ', ')) AS parameters,
        min(description) AS description
      FROM duckdb_functions()
      WHERE
        function_type IN ('scalar', 'aggregate', 'table')
        AND schema_name = 'main'
        AND regexp_matches(function_name, '^[a-z][a-z0-9_]*$')
      GROUP BY function_name
      ORDER BY function_name`.text,
    read: (row) => ({
      name: textOf(row, 'name') ?? '',
      parameters: textOf(row, 'parameters') ?? '',
      description: textOf(row, 'description'),
    }),
  };
}

/** The first of the values of a column, in their order. @param relation `schema.name` */
export function valuesOf(relation: string, column: string, most: number): Question<string> {
  const [schema = '', ...rest] = relation.split('.');
  return {
    sql: sql`
      SELECT CAST(value AS VARCHAR) AS value
      FROM (
        SELECT DISTINCT ${id(column)} AS value
        FROM ${id(schema, rest.join('.'))}
        WHERE ${id(column)} IS NOT NULL
        ORDER BY value
        LIMIT ${lit(most)}
      )
      ORDER BY value`.text,
    read: (row) => textOf(row, 'value') ?? '',
  };
}
