import type { Finding, FindingCode } from '../model/finding';
import type { Role } from '../model/mapping';
import type { MappedTable } from './mapped-table';

/** Roles whose column holds what a finding about the words of a row is about; the first that the table has. */
const rolesOf: Partial<Record<FindingCode, readonly Role[]>> = {
  code_ruined: ['code'],
  code_short: ['code'],
  code_conflict: ['code'],
  pseudo_unit: ['code', 'name'],
  name_differs: ['name'],
  name_damaged: ['name'],
  name_missing: ['name'],
  subject_unmatched: ['name', 'code'],
  subject_ambiguous: ['name', 'code'],
  track_conflict: ['track'],
  period_unreadable: ['period', 'year'],
  period_from_date: ['period', 'year'],
  period_two_years: ['period', 'year'],
  date_ambiguous: ['period', 'year'],
};

/** A finding about the words of a row of this table, with the letter of the column where they stand. */
export function withColumn(found: Finding, { source, mapping }: MappedTable): Finding {
  const name = (rolesOf[found.code] ?? [])
    .map((role) => mapping.columns.find((column) => column.role === role)?.column)
    .find((column) => column !== undefined);
  const column = source.columns.find((one) => one.name === name);
  return column && found.column === null ? { ...found, column: column.letter } : found;
}
