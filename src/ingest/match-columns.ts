import {
  isEconomyRole,
  isSingleRole,
  noHints,
  type ColumnHints,
  type ColumnMapping,
  type Role,
  type TableMapping,
} from '../model/mapping';
import type { SourceColumn, SourceTable } from '../model/source';
import { moneyUnit } from './column-unit';
import { isDateColumn } from './date-column';
import { knownIndicator, knownRole } from './dictionary';
import { districtOrigin } from './district';
import { headerParts, nameOf, readHeader } from './header';
import { hintedColumn } from './hinted-column';
import { periodOrigin } from './period';
import { simplified } from './simplified';
import { tellApart } from './tell-apart';
import { readTown, townOrigin } from './town';
import { wideHeaders, type WideHeader } from './wide-columns';

/**
 * How a table is probably meant: roles by the words of its headers; its period and town, where no column says them, by its title, sheet or file.
 * @param hints what the scheme calls its columns; these names go before the words of the field
 */
export function matchColumns(table: SourceTable, hints: ColumnHints = noHints): TableMapping {
  const headers = wideHeaders(table);
  const hinted = table.columns.map((column, index) => hintedColumn(column, headers[index], hints));
  const roles = table.columns.map(
    (column, index) => hinted[index]?.role ?? roleOf(column, headers[index]),
  );
  const named = roles.some(
    (role, index) => role === 'name' && !isWeakName(table.columns[index]?.header ?? ''),
  );
  const taken = new Set<Role>(hinted.flatMap((one) => (one ? [one.role] : [])));
  const columns = table.columns.map((column, index): ColumnMapping => {
    const hint = hinted[index];
    if (hint) return hint;
    // 单位 beside 村(社区) is the town that reports
    const role = named && isWeakName(column.header) ? 'town' : (roles[index] ?? 'ignore');
    const meant = column.header === '' ? roleByCells(column, roles) : role;
    if (isSingleRole(meant) && taken.has(meant)) return { column: column.name, role: 'ignore' };
    taken.add(meant);
    return describe(column, meant, headers[index]);
  });
  return withOrigins(table, tellApart(table, withDates(table, columns)));
}

/** The one column of dates is the period of its rows, where nothing else says a period of any of them. */
function withDates(table: SourceTable, columns: readonly ColumnMapping[]): ColumnMapping[] {
  const timed = columns.some(({ role, period }) => {
    return role === 'period' || role === 'year' || period !== undefined;
  });
  const dates = timed || periodOrigin(table) ? [] : table.columns.filter(isDateColumn);
  const [only] = dates;
  return columns.map((column): ColumnMapping => {
    const isPeriod = dates.length === 1 && column.column === only?.name;
    return isPeriod ? { column: column.column, role: 'period' } : column;
  });
}

/** A column under a role that was chosen for it, with what that role needs read from the table. */
export function mapColumn(table: SourceTable, column: string, role: Role): ColumnMapping {
  const index = table.columns.findIndex((one) => one.name === column);
  const found = table.columns[index];
  if (!found) return { column, role };
  const header = wideHeaders(table)[index];
  return isEconomyRole(role) ? money(found, role, header) : describe(found, role, header);
}

/** The mapping of a table by these columns: what no column says is taken from its title, sheet or file. */
export function withOrigins(table: SourceTable, columns: readonly ColumnMapping[]): TableMapping {
  const says = (role: Role) => columns.some((column) => column.role === role);
  const district = says('district') ? null : districtOrigin(table);
  return {
    table: table.id,
    columns,
    period: says('period') || says('year') ? null : periodOrigin(table),
    town: says('town') ? null : townOrigin(table),
    ...(district ? { district } : {}),
  };
}

/**
 * Columns that were chosen for an earlier table with these headers, for this one: units that the file says and the
 * periods of wide columns are read from this table, which may be of another year.
 */
export function renewed(table: SourceTable, columns: readonly ColumnMapping[]): ColumnMapping[] {
  return columns.map((kept): ColumnMapping => {
    const { column, role, indicator } = kept;
    const now = mapColumn(table, column, role);
    const own = kept.unitBy === 'file' || kept.unitBy === 'assumed' ? now : kept;
    return {
      column,
      role,
      ...(indicator === undefined ? {} : { indicator }),
      ...(kept.attribute === undefined ? {} : { attribute: kept.attribute }),
      ...(own.unit === undefined ? {} : { unit: own.unit }),
      ...(own.unitBy === undefined ? {} : { unitBy: own.unitBy }),
      ...(now.period === undefined ? {} : { period: now.period }),
      ...(kept.cadence === undefined ? {} : { cadence: kept.cadence }),
    };
  });
}

/** Roles of words; a column of numbers under the last cell of a header of several rows holds none of these. */
const wordRoles: readonly Role[] = ['district', 'town', 'name', 'track'];

/** What upper cells of a header say of a sum that makes it another one than its last cell names. */
const another = /上年|去年|同期|计划|目标|预算|累计|其中|预计|比|增|人均|户均/;

/** The whole header first, being more exact, then its last cell: 考评得分 实地. */
function roleOf(column: SourceColumn, header: WideHeader | undefined): Role {
  const { bare = false } = header ?? {};
  const name = simplified(header?.name ?? '');
  if (name === '') return 'ignore';
  const numbers = column.numeric > 0 && column.numeric >= (column.filled - column.missing) / 2;
  const known = knownRole(readHeader(name).name);
  const whole = bare && known === 'ignore' ? null : known;
  const parts = headerParts(name);
  const role =
    whole ??
    lastRole(parts, numbers) ??
    upperRole(parts, numbers) ??
    (numbers ? 'indicator' : 'ignore');
  if (role === 'code' && isOtherCode(column)) return 'ignore';
  // a share or a number of households is not the sum itself
  const sum = !isEconomyRole(role) || column.unit === null || moneyUnit(column.unit) !== null;
  return sum ? role : 'indicator';
}

/** 代码 over 01, 02, 03 counts the lines of a table; the codes of places are longer. */
function isOtherCode({ header, examples }: SourceColumn): boolean {
  const isVague = /^(?:代码|编码|code)$/i.test(readHeader(header).name);
  return isVague && examples.length > 0 && examples.every((cell) => cell.trim().length < 5);
}

/** A column without a header, as that of the groups that rows stand under, is told by its cells. */
function roleByCells({ examples }: SourceColumn, roles: readonly Role[]): Role {
  const all = (test: (cell: string) => boolean) => examples.length > 0 && examples.every(test);
  const free = (role: Role) => !roles.includes(role);
  if (free('town') && all((cell) => readTown(cell) !== null)) return 'town';
  return free('track') && all((cell) => /类|赛道/.test(simplified(cell))) ? 'track' : 'ignore';
}

function lastRole(parts: readonly string[], numbers: boolean): Role | null {
  if (parts.length < 2) return null;
  const role = knownRole(parts.at(-1) ?? '');
  if (role === null || (numbers && wordRoles.includes(role))) return null;
  return isEconomyRole(role) && parts.slice(0, -1).some((part) => another.test(part)) ? null : role;
}

/** What stands under the name of a village and makes another column of it: its secretary, its number of people. */
const attribute = /人|姓名|书记|主任|电话|数|率|额|面积|情况/;

/** A cell further up, where the last says nothing that is known: 村(居) over 满分. */
function upperRole(parts: readonly string[], numbers: boolean): Role | null {
  if (numbers || parts.length < 2 || attribute.test(parts.at(-1) ?? '')) return null;
  const known = parts.slice(0, -1).map((part) => knownRole(part));
  return known.findLast((role) => role !== null && wordRoles.includes(role)) ?? null;
}

/** Whether a cell is one of the words by which headers name a column. */
export function isFieldWord(cell: string): boolean {
  return knownRole(readHeader(cell).name) !== null;
}

function isWeakName(header: string): boolean {
  return /^(?:单位(?:名称)?|名称|党组织(?:名称)?|name)$/i.test(simplified(readHeader(header).name));
}

function describe(column: SourceColumn, role: Role, header: WideHeader | undefined): ColumnMapping {
  if (isEconomyRole(role)) return money(column, role, header);
  if (role === 'attribute') return { column: column.name, role, attribute: nameOf(column.header) };
  if (role !== 'indicator') return { column: column.name, role };
  const name = header?.name ?? '';
  const parts = headerParts(name);
  const known = knownIndicator(readHeader(name).name) ?? knownIndicator(parts.at(-1) ?? '');
  return { column: column.name, role, indicator: known ?? nameOf(name), ...periodOf(header) };
}

function money(column: SourceColumn, role: Role, header: WideHeader | undefined): ColumnMapping {
  const said = column.unit === null ? null : moneyUnit(column.unit);
  const unit = { unit: said ?? '元', unitBy: said === null ? 'assumed' : 'file' } as const;
  return { column: column.name, role, ...unit, ...periodOf(header) };
}

function periodOf(header: WideHeader | undefined): Pick<ColumnMapping, 'period'> {
  return header?.period ? { period: header.period.id } : {};
}
