import { mapColumn, matchColumns, singleRoles } from '../ingest/match-columns';
import { forget, keep, parseMappings, recall, type KeptMapping } from '../ingest/remember';
import type { ColumnMapping, Role, TableMapping } from '../model/mapping';
import type { SourceTable } from '../model/source';
import { readStored, writeStored } from './stored';

/** How columns are understood: by their words, or as the user said for files with these columns. */
export class Mappings {
  #kept = $state.raw<readonly KeptMapping[]>(parseMappings(readStored('mappings')) ?? []);

  /** The mapping of a table as it counts now. */
  of(table: SourceTable): TableMapping {
    return recall(this.#kept, table) ?? matchColumns(table);
  }

  /** Whether the user's own mapping is in use for this shape of table. */
  isOwn(table: SourceTable): boolean {
    return recall(this.#kept, table) !== null;
  }

  setRole(table: SourceTable, column: string, role: Role): void {
    this.setColumn(table, mapColumn(table, column, role));
  }

  setColumn(table: SourceTable, mapping: ColumnMapping): void {
    const columns = this.of(table).columns.map((one) => {
      if (one.column === mapping.column) return mapping;
      const gives = one.role === mapping.role && singleRoles.includes(one.role);
      return gives ? { column: one.column, role: 'ignore' as const } : one;
    });
    this.#store(keep(this.#kept, table, columns));
  }

  /** Goes back to the match by words. */
  reset(table: SourceTable): void {
    this.#store(forget(this.#kept, table));
  }

  #store(kept: readonly KeptMapping[]): void {
    this.#kept = kept;
    writeStored('mappings', kept);
  }
}
