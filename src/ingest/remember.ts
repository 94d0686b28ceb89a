import * as v from 'valibot';
import {
  dateCadences,
  moneyUnits,
  roles,
  type ColumnMapping,
  type MoneyUnit,
  type TableMapping,
} from '../model/mapping';
import type { SourceTable } from '../model/source';
import { renewed, withOrigins } from './match-columns';

/** The columns of a shape of file, kept for the next file with the same headers. Holds no cell of data. */
export interface KeptMapping {
  readonly headers: readonly string[];
  readonly columns: readonly ColumnMapping[];
}

const keptMappings = v.array(
  v.strictObject({
    headers: v.array(v.string()),
    columns: v.array(
      v.strictObject({
        column: v.string(),
        role: v.picklist(roles),
        indicator: v.exactOptional(v.string()),
        attribute: v.exactOptional(v.string()),
        byScheme: v.exactOptional(v.literal(true)),
        unit: v.exactOptional(v.picklist(Object.keys(moneyUnits) as MoneyUnit[])),
        unitBy: v.exactOptional(v.picklist(['file', 'user', 'assumed'])),
        period: v.exactOptional(v.string()),
        cadence: v.exactOptional(v.picklist(dateCadences)),
      }),
    ),
  }),
);

/** Kept mappings from parsed JSON; null where it holds something else. */
export function parseMappings(document: unknown): KeptMapping[] | null {
  const result = v.safeParse(keptMappings, document);
  return result.success ? result.output : null;
}

function headersOf(table: SourceTable): string[] {
  return table.columns.map((column) => column.header.trim());
}

/** The mapping kept for tables with these headers, in this order; null where there is none. */
export function recall(kept: readonly KeptMapping[], table: SourceTable): TableMapping | null {
  const headers = headersOf(table);
  const found = kept.find(
    (one) =>
      one.headers.length === headers.length &&
      one.headers.every((header, index) => header === headers[index]),
  );
  if (!found) return null;
  const columns = table.columns.map(
    (column): ColumnMapping =>
      found.columns.find((one) => one.column === column.name) ?? {
        column: column.name,
        role: 'ignore',
      },
  );
  return withOrigins(table, renewed(table, columns));
}

/** The list with one shape's mapping put in or put in place of the one before. */
export function keep(
  kept: readonly KeptMapping[],
  table: SourceTable,
  columns: readonly ColumnMapping[],
): KeptMapping[] {
  const headers = headersOf(table);
  return [...forget(kept, table), { headers, columns }];
}

export function forget(kept: readonly KeptMapping[], table: SourceTable): KeptMapping[] {
  const headers = headersOf(table).join('\t');
  return kept.filter((one) => one.headers.join('\t') !== headers);
}
