/** What can be done with the values of a column, by the name of its type in SQL. */
export type ColumnFamily = 'number' | 'time' | 'boolean' | 'text';

export function columnFamily(type: string): ColumnFamily {
  if (
    /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|UINTEGER|FLOAT|REAL|DOUBLE|DECIMAL(\(.*\))?)$/.test(type)
  )
    return 'number';
  if (/^(DATE|TIMESTAMP(_S|_MS|_NS)?)$/.test(type)) return 'time';
  return type === 'BOOLEAN' ? 'boolean' : 'text';
}
