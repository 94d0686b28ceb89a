import { Fault } from '../model/answer';
import type { ColumnHints, TableMapping } from '../model/mapping';
import type { SourceTable } from '../model/source';
import { matchColumns } from '../ingest/match-columns';
import { parseMappings, recall } from '../ingest/remember';
import { readJson } from './json';

/**
 * How tables are meant: as a file of mappings says of those whose headers it names, else by their words.
 * @param hints what the scheme calls its columns
 */
export async function readMappings(
  path: string | undefined,
  tables: readonly SourceTable[],
  hints: ColumnHints,
): Promise<TableMapping[]> {
  if (path === undefined) return tables.map((table) => matchColumns(table, hints));
  const document = await readJson(
    path,
    (message) => new Fault('mapping_invalid', { table: `${path}: ${message}` }),
  );
  const kept = parseMappings(document);
  if (!kept) throw new Fault('mapping_invalid', { table: path });
  return tables.map((table) => recall(kept, table) ?? matchColumns(table, hints));
}
