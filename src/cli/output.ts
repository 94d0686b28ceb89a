import type { Row } from '../model/row';

type Cell = Row[string];

/** One line of RFC 4180 CSV, without its line end. */
export function csvLine(cells: readonly Cell[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows with a header, as RFC 4180 CSV or as JSON. `columns` names them where there is no row to tell. */
export function formatRows(
  rows: readonly Row[],
  columns: readonly string[],
  format: 'csv' | 'json',
): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))];
  return lines.map((cells) => `${csvLine(cells)}\r\n`).join('');
}

/** Writes to stdout and waits until it is taken; a reader that has gone (`| head`) is no error. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    });
  });
}
