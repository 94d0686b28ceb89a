import { isEconomyRole, type ColumnMapping, type Role, type TableMapping } from '../model/mapping';
import type { SourceTable } from '../model/source';
import { id, lit, sql, type Sql } from '../sql/sql';
import { isKnownIndicator } from './dictionary';
import { sizeMeasure } from './size-words';

/** A raw table with its mapping. */
export interface MappedTable {
  readonly source: SourceTable;
  readonly mapping: TableMapping;
}

export function hasRole(table: MappedTable, role: Role): boolean {
  return table.mapping.columns.some((column) => column.role === role);
}

export function isFigure(column: ColumnMapping): boolean {
  return column.role === 'indicator' || isEconomyRole(column.role);
}

export function hasFigures(table: MappedTable): boolean {
  return table.mapping.columns.some(isFigure);
}

/** Whether each row is the mark of an assessor, so that a subject has several of one indicator. */
export function holdsMarks(table: MappedTable): boolean {
  return hasRole(table, 'assessor') || hasRole(table, 'panel');
}

/**
 * Whether a table may be a roster: it names subjects with their code or track, and no scores or sums of a period. A year
 * alone may be that of a roster which says how large its subjects are; other figures of it are those of the year.
 */
export function mayBeRoster(table: MappedTable): boolean {
  const { columns, period } = table.mapping;
  const says = (role: Role) => hasRole(table, role);
  const isOfYear = period !== null && /^\d{4}$/.test(period.period);
  const timed =
    says('period') ||
    says('year') ||
    columns.some((column) => column.period !== undefined) ||
    (period !== null && (!isOfYear || (!says('track') && hasMoreThanSizes(table))));
  const judged = columns.some(
    ({ role, indicator, byScheme = false }) =>
      isEconomyRole(role) || isKnownIndicator(indicator) || (byScheme && period !== null),
  );
  return (
    says('name') && (says('code') || says('track')) && !judged && !(timed && hasFigures(table))
  );
}

function hasMoreThanSizes({ source, mapping }: MappedTable): boolean {
  const figures = new Set(mapping.columns.filter(isFigure).map(({ column }) => column));
  return source.columns.some(
    ({ name, header }) => figures.has(name) && sizeMeasure(header) === null,
  );
}

/** The cell of a role, in the raw table as `r`, as trimmed text; NULL where the table has no such column. */
export function cellOf(table: MappedTable, role: Role): Sql {
  const { columns, district, town } = table.mapping;
  const column = columns.find((candidate) => candidate.role === role);
  if (column) return sql`canon.plain_text(r.${id(column.column)})`;
  if (role === 'district' && district) return lit(district.text);
  return role === 'town' && town ? lit(town.text) : sql`NULL::VARCHAR`;
}
