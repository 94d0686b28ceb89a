/** Cells as text that a spreadsheet takes as rows; a text that it would run as a formula is made harmless. */
export function delimited(
  rows: readonly (readonly (string | number | null)[])[],
  delimiter: '\t' | ',',
): string {
  return rows
    .map((cells) => cells.map((cell) => text(cell, delimiter)).join(delimiter))
    .join('\r\n');
}

function text(cell: string | number | null, delimiter: '\t' | ','): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const plain = /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell;
  if (delimiter === '\t') return plain.replaceAll(/[\t\r\n]+/g, ' ');
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
