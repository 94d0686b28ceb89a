import { Fault } from '../model/answer';
import type { TableMapping } from '../model/mapping';
import type { SourceTable } from '../model/source';
import { matchColumns } from '../ingest/match-columns';
import { parseMappings, recall } from '../ingest/remember';
import { readJson } from './json';

/** Mappings from a file, for the tables whose headers they name; the other tables are matched by their words. */
export async function readMappings(
  path: string,
  tables: readonly SourceTable[],
): Promise<TableMapping[]> {
  const document = await readJson(
    path,
    (message) => new Fault('mapping_invalid', { table: `${path}: ${message}` }),
  );
  const kept = parseMappings(document);
  if (!kept) throw new Fault('mapping_invalid', { table: path });
  return tables.map((table) => recall(kept, table) ?? matchColumns(table));
}
