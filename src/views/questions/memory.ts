import { sql } from '../../sql/sql';
import { count, question, type Question } from '../question';

/** Bytes that the database holds in memory. */
export function memoryInUse(): Question<number> {
  return question(
    sql`SELECT CAST(sum(memory_usage_bytes) AS DOUBLE) AS bytes FROM duckdb_memory()`,
    (row) => count(row, 'bytes'),
  );
}
