import { id, join, lit, sql, type Sql } from '../src/sql/sql';
import type { EngineRow } from './rows';

export type Ask = (statement: Sql) => Promise<EngineRow[]>;

/** How full a column of a raw table is, and what its cells hold. */
export interface ColumnFacts {
  readonly filled: number;
  /** Cells with a mark for "no value", and with a number: estimated from the first rows where the table is long. */
  readonly missing: number;
  readonly numeric: number;
}

/** Rows from which it is told what a column holds. */
const sampleRows = 2_000;

/** @param filled the filled cells of each column; null to count them */
export async function columnFacts(
  ask: Ask,
  table: string,
  names: readonly string[],
  filled: readonly number[] | null,
): Promise<ColumnFacts[]> {
  const columns = join(names.map((name) => id(name)));
  const counts = filled ?? (await countFilled(ask, table, names));
  // the columns are laid out as rows, so that reading a number is planned once and not once a column
  const sample = await ask(sql`
    SELECT
      name, count(*) AS filled,
      count(*) FILTER (canon.is_missing(cell)) AS missing,
      count(canon.read_number(cell)) AS numeric
    FROM (
      UNPIVOT (SELECT ${columns} FROM ${id('raw', table)} LIMIT ${lit(sampleRows)})
      ON ${columns} INTO NAME name VALUE cell
    )
    GROUP BY name`);
  const byName = new Map(sample.map((row) => [String(row['name']), row]));
  return names.map((name, index) => {
    const count = counts[index] ?? 0;
    const seen = byName.get(name);
    const inAll = (kind: 'missing' | 'numeric') =>
      seen ? Math.round((Number(seen[kind]) / Number(seen['filled'])) * count) : 0;
    return { filled: count, missing: inAll('missing'), numeric: inAll('numeric') };
  });
}

async function countFilled(ask: Ask, table: string, names: readonly string[]): Promise<number[]> {
  const counts = names.map((name, index) => sql`count(${id(name)}) AS ${id(`c${index}`)}`);
  const [row] = await ask(sql`SELECT ${join(counts)} FROM ${id('raw', table)}`);
  return names.map((_, index) => Number(row?.[`c${index}`]));
}
