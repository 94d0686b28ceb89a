/** Rows as text that a spreadsheet takes as cells; text that it would run as a formula is made harmless. */
export function tsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((cells) => cells.map(cellText).join('\t')).join('\r\n');
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const flat = cell.replaceAll(/[\t\r\n]+/g, ' ');
  return /^[=+\-@＝]/.test(flat) ? `'${flat}` : flat;
}
