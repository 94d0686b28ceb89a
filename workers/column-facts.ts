import { id, join, lit, sql, type Sql } from '../src/sql/sql';
import type { EngineRow } from './rows';

export type Ask = (statement: Sql) => Promise<EngineRow[]>;

/** How full a column of a raw table is, and how much of it reads as numbers. */
export interface ColumnFacts {
  readonly filled: number;
  /** Cells with a mark for "no value", and with a number: estimated from the first rows where the table is long. */
  readonly missing: number;
  readonly numeric: number;
}

/** Rows from which it is told whether a column holds numbers. */
const sampleRows = 10_000;

/** Columns asked about at once: a statement over thousands of them needs more memory than the module has. */
const atOnce = 64;

export async function columnFacts(
  ask: Ask,
  table: string,
  names: readonly string[],
): Promise<ColumnFacts[]> {
  const facts: ColumnFacts[] = [];
  for (let start = 0; start < names.length; start += atOnce) {
    facts.push(...(await factsOf(ask, table, names.slice(start, start + atOnce))));
  }
  return facts;
}

async function factsOf(ask: Ask, table: string, names: readonly string[]): Promise<ColumnFacts[]> {
  const filled = names.map((name, index) => sql`count(${id(name)}) AS ${id(`filled${index}`)}`);
  const sampled = names.flatMap((name, index) => [
    sql`count(${id(name)}) AS ${id(`sampled${index}`)}`,
    sql`count(*) FILTER (${id(name)} IS NOT NULL AND canon.is_missing(${id(name)})) AS ${id(`missing${index}`)}`,
    sql`count(canon.read_number(${id(name)})) AS ${id(`numeric${index}`)}`,
  ]);
  const [whole] = await ask(sql`SELECT ${join(filled)} FROM ${id('raw', table)}`);
  const [sample] = await ask(sql`
    SELECT ${join(sampled, ',\n')}
    FROM (SELECT ${join(names.map((name) => id(name)))} FROM ${id('raw', table)} LIMIT ${lit(sampleRows)})`);
  return names.map((_, index) => {
    const count = Number(whole?.[`filled${index}`]);
    const looked = Number(sample?.[`sampled${index}`]);
    const inAll = (kind: string) =>
      looked > 0 ? Math.round((Number(sample?.[`${kind}${index}`]) / looked) * count) : 0;
    return { filled: count, missing: inAll('missing'), numeric: inAll('numeric') };
  });
}
