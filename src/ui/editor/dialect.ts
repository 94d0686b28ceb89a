import { PostgreSQL, SQLDialect } from '@codemirror/lang-sql';

/** PostgreSQL with the words that DuckDB adds to it; functions are completed from the engine's own list. */
export const duckdb = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords:
    'select from where group by having order limit offset with recursive as on using join left right full inner outer ' +
    'cross natural lateral union all except intersect distinct values case when then else end and or not in is null ' +
    'true false like ilike between exists any some asc desc nulls first last over partition rows range preceding ' +
    'following unbounded current row window filter cast try_cast create replace table view drop if interval ' +
    'qualify asof positional semi anti pivot unpivot describe summarize show exclude sample tablesample materialized ' +
    'similar to array struct map',
  types:
    'tinyint smallint integer int bigint hugeint utinyint usmallint uinteger ubigint float double decimal numeric ' +
    'varchar text boolean date time timestamp interval',
  builtin: '',
});
