import { isEconomyRole, type TableMapping } from '../model/mapping';
import type { SourceTable } from '../model/source';
import { fromBase64Url, toBase64Url } from './bytes';
import type { Contract, ContractColumn } from './spec';

/*
 * What a link says about the data, so that a receiver can tell whether their own is the same. It names columns, counts
 * rows, and holds check sums over many rows at once; the words below say what that gives away.
 *
 * - A mark is a cut SHA-256 over the sum of all rows of a period. Who knows every row of it but one could try values for
 *   that one; so a period of fewer rows than `fewestRows` has none.
 * - A group is some of the rows, drawn by a hash of subject and period, with one check byte. Who knows all other rows of
 *   a group learns up to 8 bits of the last one. On average a group has `rowsOfGroup` rows or more, and one with fewer
 *   than `fewestRows` has no byte.
 * - Marks of periods and groups are made with the mark of all data: of two links over data that differ in one row,
 *   nothing can be subtracted to single that row out.
 * - Data scored by a scheme of people has neither marks nor groups, only counts.
 */

/** As for results of people, which are shown for groups of five and more. */
export const fewestRows = 5;

const rowsOfGroup = 8;
const mostGroups = 256;

/** What the marks of a database are asked for. */
export interface MarkScope {
  readonly figures: readonly string[];
  readonly attributes: readonly string[];
}

/** Rows of a period: subjects that have a figure in it. The id '' is the subjects themselves. */
export interface CountedPeriod {
  readonly id: string;
  readonly rows: number;
}

/** A mark in hexadecimal: of all data, of a period by its id, or of a group by its number. */
export interface Mark {
  readonly part: 'all' | 'period' | 'group';
  readonly id: string;
  readonly rows: number;
  readonly mark: string;
}

/** The columns that mean something; those left unused are not named. Tables of the same columns are one. */
export function contractTables(
  tables: readonly SourceTable[],
  mappingOf: (table: SourceTable) => TableMapping,
): Contract['tables'] {
  const shapes = new Map<string, Contract['tables'][number]>();
  for (const table of tables) {
    const columns = columnsOf(table, mappingOf(table));
    if (columns.length === 0) continue;
    const key = JSON.stringify(columns.map(({ header, role, name }) => [header, role, name]));
    const known = shapes.get(key);
    shapes.set(key, {
      columns: known?.columns ?? columns,
      tables: (known?.tables ?? 0) + 1,
      rows: (known?.rows ?? 0) + table.rows,
    });
  }
  // the order in which files were given says nothing
  return [...shapes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, shape]) => shape);
}

function columnsOf(table: SourceTable, mapping: TableMapping): ContractColumn[] {
  return mapping.columns.flatMap(({ column, role, indicator, attribute }): ContractColumn[] => {
    const found = table.columns.find(({ name }) => name === column);
    if (role === 'ignore' || !found) return [];
    const name = role === 'attribute' ? (attribute ?? column) : indicator;
    const type = found.numeric * 2 >= found.filled && found.filled > 0 ? 'number' : 'text';
    const header = found.header === '' ? found.letter : found.header;
    return [{ header, role, ...(name === undefined ? {} : { name }), type }];
  });
}

/** What the canonical tables call the figures and words of these columns. */
export function scopeOf(tables: Contract['tables']): MarkScope {
  const columns = tables.flatMap((table) => table.columns);
  const figures = columns.flatMap(({ role, name }) => {
    if (isEconomyRole(role)) return [role];
    return role === 'indicator' && name !== undefined ? [name] : [];
  });
  const words = columns.flatMap(({ role, name = '' }) => (role === 'attribute' ? [name] : []));
  return { figures: distinct(figures), attributes: distinct(words) };
}

/** Groups that the rows of these periods are drawn into: a power of two; none where they would be too small. */
export function groupsFor(periods: readonly CountedPeriod[]): number {
  const rows = periods.reduce((sum, { id, rows }) => (id === '' ? sum : sum + rows), 0);
  const groups = 2 ** Math.floor(Math.log2(Math.max(1, rows / rowsOfGroup)));
  return groups < 2 ? 0 : Math.min(mostGroups, groups);
}

/** @param marks null for data of people */
export function contractOf(
  facts: Pick<Contract, 'tables' | 'subjects'> & { readonly sample: boolean },
  counted: readonly CountedPeriod[],
  marks: readonly Mark[] | null,
): Contract {
  const { tables, subjects, sample } = facts;
  const find = (part: Mark['part'], id: string) =>
    marks?.find((one) => one.part === part && one.id === id && one.rows >= fewestRows)?.mark;
  const mark = find('all', '');
  const groups = Uint8Array.from({ length: groupsFor(counted) }, (_, group) =>
    byteOf(find('group', String(group))),
  );
  return {
    ...(sample ? { sample: true as const } : {}),
    tables,
    subjects,
    periods: counted.map(({ id, rows }) => {
      const ofPeriod = find('period', id);
      return ofPeriod === undefined ? { id, rows } : { id, rows, mark: ofPeriod };
    }),
    ...(mark === undefined ? {} : { mark }),
    ...(marks && groups.some((byte) => byte > 0) ? { groups: toBase64Url(groups) } : {}),
  };
}

/** The check byte of a group: 1 to 255; 0 for a group without a mark. */
export function byteOf(mark: string | undefined): number {
  return mark === undefined ? 0 : 1 + (parseInt(mark.slice(0, 8), 16) % 255);
}

/** The check bytes of a contract; none where it has none. */
export function groupBytes({ groups }: Contract): Uint8Array {
  return (groups === undefined ? null : fromBase64Url(groups)) ?? new Uint8Array();
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
