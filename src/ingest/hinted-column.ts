import { economyRoles, singleRoles, type ColumnHints, type ColumnMapping } from '../model/mapping';
import type { SourceColumn } from '../model/source';
import type { WideHeader } from './wide-columns';

/** What a column holds by the name that a scheme gives it; null where it names none like it. Money is left to its role. */
export function hintedColumn(
  column: SourceColumn,
  header: WideHeader | undefined,
  { measures, attributes, roles }: ColumnHints,
): ColumnMapping | null {
  const whole = bare(column.header);
  const isCalled = (name: string | undefined) => name !== undefined && bare(name) === whole;
  const role = singleRoles.find((one) => isCalled(roles[one]));
  if (role) return { column: column.name, role };
  const attribute = attributes.find(isCalled);
  if (attribute !== undefined) return { column: column.name, role: 'attribute', attribute };
  const plain = measures.filter((one) => !(economyRoles as readonly string[]).includes(one));
  const indicator = plain.find(isCalled);
  if (indicator !== undefined)
    return { column: column.name, role: 'indicator', indicator, byScheme: true };
  if (!header?.period) return null;
  const { period, name } = header;
  const wide = plain.find((one) => bare(one) === bare(name));
  if (wide === undefined) return null;
  return {
    column: column.name,
    role: 'indicator',
    indicator: wide,
    byScheme: true,
    period: period.id,
  };
}

function bare(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, '');
}
