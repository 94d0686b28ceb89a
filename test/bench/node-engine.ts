import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { decodeRows } from '../../src/engine/decode';
import { emptyCrosswalk } from '../../src/ingest/crosswalk';
import { matchColumns } from '../../src/ingest/match-columns';
import { noHints, type ColumnHints } from '../../src/model/mapping';
import { unwrap } from '../../src/model/answer';
import type { Row } from '../../src/model/row';
import { id, join, lit, sql } from '../../src/sql/sql';
import { startDuckDBInNode } from '../../workers/duckdb-node';
import { Engine } from '../../workers/engine';
import { readFile } from '../../workers/readers/read';
import type { Native } from './native';

const privacy = { mode: 'replace', salt: 'bench' } as const;

/** Rows handed over at a time. */
const pageSize = 200_000;

/**
 * Gives native DuckDB the canonical tables that the product makes of files: the product's own engine, in this process,
 * reads and arranges them, and its tables are copied. So both sides answer over the same rows.
 */
export async function copyCanon(
  paths: readonly string[],
  native: Native,
  hints: ColumnHints = noHints,
): Promise<void> {
  const engine = await Engine.start(await startDuckDBInNode(), (content, name, report) =>
    readFile(content, name, report),
  );
  let calls = 0;
  const query = async (text: string): Promise<readonly Row[]> =>
    decodeRows(unwrap(await engine.query((calls += 1), { sql: text })).ipc);

  const mappings = [];
  for (const [index, path] of paths.entries()) {
    const content = await openAsBlob(path);
    const file = { id: `f${index + 1}`, name: basename(path), content, pasted: false, privacy };
    const loaded = unwrap(await engine.load((calls += 1), file, () => undefined));
    mappings.push(...loaded.tables.map((table) => matchColumns(table, hints)));
  }
  unwrap(await engine.arrange((calls += 1), mappings, emptyCrosswalk));

  for (const floor of ['canon', 'score', 'report'])
    await native.run(sql`CREATE SCHEMA IF NOT EXISTS ${id(floor)}`);
  for (const table of [
    'source',
    'subject',
    'period',
    'observation',
    'economy',
    'attribute',
    'mark',
  ]) {
    const columns = (
      await query(
        sql`
          SELECT column_name, data_type FROM information_schema.columns
          WHERE table_schema = 'canon' AND table_name = ${lit(table)}
          ORDER BY ordinal_position`.text,
      )
    ).map((row) => ({ name: String(row['column_name']), type: String(row['data_type']) }));
    const texts = join(columns.map(({ name }) => sql`CAST(${id(name)} AS VARCHAR) AS ${id(name)}`));
    const pages = async function* () {
      for (let offset = 0; ; offset += pageSize) {
        const rows = await query(
          sql`SELECT ${texts} FROM ${id('canon', table)} LIMIT ${lit(pageSize)} OFFSET ${lit(offset)}`
            .text,
        );
        yield rows.map((row) => columns.map(({ name }) => row[name] as string | null));
        if (rows.length < pageSize) return;
      }
    };
    await native.fill(['canon', table], columns, pages());
  }
}
