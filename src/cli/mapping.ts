import { Fault } from '../model/answer';
import type { TableMapping } from '../model/mapping';
import type { SourceTable } from '../model/source';
import { matchColumns } from '../ingest/match-columns';
import { parseMappings, recall } from '../ingest/remember';
import { readJson } from './scheme';

/** Mappings from a file, for the tables whose headers they name; the other tables are matched by their words. */
export async function readMappings(
  path: string,
  tables: readonly SourceTable[],
): Promise<TableMapping[]> {
  const kept = parseMappings(await readJson(path, 'mapping_invalid'));
  if (!kept) throw new Fault('mapping_invalid', { table: path });
  return tables.map((table) => recall(kept, table) ?? matchColumns(table));
}
