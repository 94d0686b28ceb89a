/** The rows of a text after RFC 4180, blank lines left out. */
export function parseCsv(text: string, delimiter = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const mark = delimiter === '|' ? '\\|' : delimiter;
  const field = new RegExp(`(?:"((?:[^"]|"")*)" *|([^${mark}\r\n]*))(${mark}|\r\n|\n|\r|$)`, 'g');
  for (const [, quoted, plain, end] of text.matchAll(field)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === delimiter) continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}

/** Rows as a CSV text after RFC 4180. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoteWhereNeeded).join(',')}\r\n`).join('');
}

export function quoteWhereNeeded(cell: string): string {
  return /[",\r\n]/.test(cell) ? quote(cell) : cell;
}

export function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
