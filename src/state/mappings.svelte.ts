import { mapColumn, matchColumns } from '../ingest/match-columns';
import { forget, keep, parseMappings, recall, type KeptMapping } from '../ingest/remember';
import { readPeriod } from '../ingest/period';
import {
  isSingleRole,
  noHints,
  type ColumnHints,
  type ColumnMapping,
  type PeriodOrigin,
  type Role,
  type TableMapping,
} from '../model/mapping';
import type { SourceTable } from '../model/source';
import { onReopened, readStored, writeStored } from './stored';

/** What the user has said of columns and periods. */
export interface SaidOfTables {
  readonly kept: readonly KeptMapping[];
  readonly periods: ReadonlyMap<string, PeriodOrigin>;
}

/** How columns are understood: by their words, or as the user said for files with these columns. */
export class Mappings {
  #kept = $state.raw<readonly KeptMapping[]>(parseMappings(readStored('mappings')) ?? []);

  /** Periods that the user gave to tables which name none, by table; they hold for this visit. */
  #periods = $state.raw<ReadonlyMap<string, PeriodOrigin>>(new Map());

  /** What the scheme in use calls its columns. */
  #hints = $state.raw<ColumnHints>(noHints);

  constructor() {
    onReopened(() => {
      this.#kept = parseMappings(readStored('mappings')) ?? [];
      this.#periods = new Map();
    });
  }

  /** What the user gave as the period of a table; null where nothing. */
  givenPeriod(table: SourceTable): string | null {
    const given = this.#periods.get(table.id);
    return given?.from === 'user' ? given.text : null;
  }

  /** Names that the scheme in use has for columns; they go before the words of the field. */
  hint(hints: ColumnHints): void {
    this.#hints = hints;
  }

  /** All that the user has said, to be kept and brought back. */
  get said(): SaidOfTables {
    return { kept: this.#kept, periods: this.#periods };
  }

  restore({ kept, periods }: SaidOfTables): void {
    this.#periods = periods;
    if (kept !== this.#kept) this.#store(kept);
  }

  /** The mapping of a table as it counts now. */
  of(table: SourceTable): TableMapping {
    const mapping = recall(this.#kept, table) ?? matchColumns(table, this.#hints);
    return { ...mapping, period: mapping.period ?? this.#periods.get(table.id) ?? null };
  }

  /** Gives a table the period that its columns, its sheet and its file don't name. @returns false where the text names none */
  setPeriod(table: SourceTable, text: string): boolean {
    const period = readPeriod(text);
    if (!period) return false;
    this.#periods = new Map(this.#periods).set(table.id, { period: period.id, from: 'user', text });
    return true;
  }

  /** Forgets the periods that the user gave to tables. */
  forgetPeriods(tables: readonly SourceTable[]): void {
    const gone = new Set(tables.map(({ id }) => id));
    this.#periods = new Map([...this.#periods].filter(([id]) => !gone.has(id)));
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
      const gives = one.role === mapping.role && isSingleRole(one.role);
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
