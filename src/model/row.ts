/** A row of an answer as plain values. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The value of a text column; null where the row has none. */
export function textOf(row: Row, column: string): string | null {
  const value = row[column];
  return value === null || value === undefined ? null : String(value);
}

/** The value of a numeric column; null where the row has none. */
export function numberOf(row: Row, column: string): number | null {
  const value = row[column];
  return value === null || value === undefined ? null : Number(value);
}

/** Whether a column of truth values holds true. */
export function flagOf(row: Row, column: string): boolean {
  return row[column] === true;
}
