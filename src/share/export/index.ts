import type { Sheet, SheetFormat } from '../../model/sheet';
import { csvOf } from './delimited';
import { jsonOf } from './json';

export { tsvOf } from './delimited';

/**
 * A table as a file. The larger formats are fetched when they are asked for.
 * @throws Fault `export_too_long`
 */
export async function sheetFile(sheet: Sheet, format: SheetFormat): Promise<Blob> {
  if (format === 'xlsx') return (await import('./xlsx')).xlsxOf(sheet);
  if (format === 'parquet') return (await import('./parquet')).parquetOf(sheet);
  if (format === 'json') return jsonOf(sheet);
  return csvOf(sheet, format);
}

/** The name of a file for what it holds: what no system allows in names is left out. */
export function fileName(title: string, format: SheetFormat | 'png' | 'svg'): string {
  const plain = title
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const ending = format === 'csv-gb18030' ? 'csv' : format;
  return `${[...plain].slice(0, 80).join('') || 'export'}.${ending}`;
}
