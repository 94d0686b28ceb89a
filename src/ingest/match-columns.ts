import {
  isEconomyRole,
  moneyUnits,
  type ColumnMapping,
  type MoneyUnit,
  type Role,
  type TableMapping,
} from '../model/mapping';
import type { SourceColumn, SourceTable } from '../model/source';
import { dictionary, indicatorWords } from './dictionary';
import { readHeader } from './header';
import { periodOrigin } from './period';

/** Roles that one column of a table holds; a second column of that role is left unused. */
export const singleRoles: readonly Role[] = [
  'code',
  'district',
  'town',
  'name',
  'track',
  'period',
  'year',
];

/** How a table is probably meant: roles by the words of its headers, its period by its sheet's or file's name. */
export function matchColumns(table: SourceTable): TableMapping {
  const taken = new Set<Role>();
  const plain = table.columns.map((column) => readHeader(column.header).name);
  const named = plain.some((header) => roleOf(header, false) === 'name' && !isWeakName(header));
  const columns = table.columns.map((column): ColumnMapping => {
    const { name, unit } = readHeader(column.header);
    const numbers = column.numeric > 0 && column.numeric >= (column.filled - column.missing) / 2;
    // 单位 beside 村(社区) is the town that reports
    const role = named && isWeakName(name) ? 'town' : roleOf(name, numbers);
    if (singleRoles.includes(role) && taken.has(role))
      return { column: column.name, role: 'ignore' };
    taken.add(role);
    return describe(column.name, role, name, unit ?? unitAbove(table));
  });
  const said = taken.has('period') || taken.has('year');
  return { table: table.id, columns, period: said ? null : periodOrigin(table) };
}

/** A column under a role that was chosen for it, with what that role needs read from the table. */
export function mapColumn(table: SourceTable, column: string, role: Role): ColumnMapping {
  const header = table.columns.find((one) => one.name === column)?.header ?? '';
  const { name, unit } = readHeader(header);
  return describe(column, role, name, unit ?? unitAbove(table));
}

/** The unit that a row above the header gives for the whole table: 单位：万元. */
export function unitAbove(table: SourceTable): MoneyUnit | null {
  const found = table.preamble
    .map(
      (cell) => /单位:(元|千元|万元|亿元)/.exec(cell.normalize('NFKC').replaceAll(/\s+/g, ''))?.[1],
    )
    .find((unit) => unit !== undefined);
  return found === undefined ? null : (found as MoneyUnit);
}

/** Economic columns of which neither the header nor a row above says the unit; they are read as yuan. */
export function withoutUnit(table: SourceTable, mapping: TableMapping): SourceColumn[] {
  if (unitAbove(table) !== null) return [];
  return table.columns.filter((column) => {
    const meant = mapping.columns.find((one) => one.column === column.name);
    return (
      meant !== undefined &&
      isEconomyRole(meant.role) &&
      meant.unit === '元' &&
      readHeader(column.header).unit === null
    );
  });
}

function roleOf(header: string, numeric: boolean): Role {
  if (header === '') return 'ignore';
  const entry = dictionary.find(({ words }) => matchesWhole(words, header));
  if (entry) return entry.role;
  const known = indicatorWords.some(({ words }) => matchesWhole(words, header));
  return known || numeric ? 'indicator' : 'ignore';
}

/** Whether a cell is one of the words by which headers name a column. */
export function isFieldWord(cell: string): boolean {
  const { name } = readHeader(cell);
  return (
    name !== '' &&
    (dictionary.some(({ words }) => matchesWhole(words, name)) ||
      indicatorWords.some(({ words }) => matchesWhole(words, name)))
  );
}

function isWeakName(header: string): boolean {
  return /^(?:单位(?:名称)?|名称|党组织(?:名称)?|name)$/i.test(header);
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
