import {
  isEconomyRole,
  moneyUnits,
  type ColumnMapping,
  type MoneyUnit,
  type Role,
  type TableMapping,
} from '../model/mapping';
import type { SourceTable } from '../model/source';
import { dictionary, indicatorWords } from './dictionary';
import { readHeader } from './header';
import { periodOrigin } from './period';

/** Roles that one column of a table holds; a second column of that role is left unused. */
const single: readonly Role[] = ['code', 'district', 'town', 'name', 'track', 'period', 'year'];

/** How a table is probably meant: roles by the words of its headers, its period by its sheet's or file's name. */
export function matchColumns(table: SourceTable): TableMapping {
  const taken = new Set<Role>();
  const columns = table.columns.map((column): ColumnMapping => {
    const { name, unit } = readHeader(column.header);
    const role = roleOf(
      name,
      column.numeric > 0 && column.numeric >= (column.filled - column.missing) / 2,
    );
    if (single.includes(role) && taken.has(role)) return { column: column.name, role: 'ignore' };
    taken.add(role);
    return describe(column.name, role, name, unit);
  });
  const said = taken.has('period') || taken.has('year');
  return { table: table.id, columns, period: said ? null : periodOrigin(table) };
}

/** A column under a role that was chosen for it, with what that role needs read from its header. */
export function mapColumn(column: string, header: string, role: Role): ColumnMapping {
  const { name, unit } = readHeader(header);
  return describe(column, role, name, unit);
}

function roleOf(header: string, numeric: boolean): Role {
  if (header === '') return 'ignore';
  const entry = dictionary.find(({ words }) => matchesWhole(words, header));
  if (entry) return entry.role;
  const known = indicatorWords.some(({ words }) => matchesWhole(words, header));
  return known || numeric ? 'indicator' : 'ignore';
}

function matchesWhole(words: RegExp, header: string): boolean {
  return new RegExp(`^(?:${words.source})$`, words.flags).test(header);
}

function describe(column: string, role: Role, name: string, unit: string | null): ColumnMapping {
  if (role === 'indicator') {
    const known = indicatorWords.find(({ words }) => matchesWhole(words, name));
    return { column, role, indicator: known?.indicator ?? name };
  }
  if (isEconomyRole(role)) return { column, role, unit: moneyUnit(unit) };
  return { column, role };
}

function moneyUnit(unit: string | null): MoneyUnit {
  return unit !== null && unit in moneyUnits ? (unit as MoneyUnit) : '元';
}

/** Tables with the same headers in the same order share one mapping. */
export function signature(table: SourceTable): string {
  return table.columns.map((column) => column.header.trim()).join('\t');
}
