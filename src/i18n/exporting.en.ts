import type { exporting as source } from './exporting.zh-CN';

/** Words of exporting tables and figures. */
export const exporting: typeof source = {
  open: 'Export',
  of: (title) => `Export ${title}`,
  copy: 'Copy the table',
  formats: {
    xlsx: 'Excel workbook (XLSX)',
    csv: 'CSV (UTF-8, opens in Excel)',
    'csv-gb18030': 'CSV (GB18030, for older systems)',
    parquet: 'Parquet',
    json: 'JSON',
  },
  figures: { png: 'Picture (PNG)', svg: 'Drawing (SVG)' },
  working: 'Exporting',
  copied: 'Copied; paste it into Excel',
  copyFailed: 'The browser does not allow writing to the clipboard',
  saved: (name) => `Exported ${name}`,
  narrowed: (title) => `${title} (filtered)`,
  people: 'The data is about people and is not exported',
  notes: {
    scheme: (title, version) =>
      version === null ? `Scheme: ${title}` : `Scheme: ${title} ${version}`,
    filters: (words) => `Filters: ${words}`,
    search: (words) => `name contains “${words}”`,
    untold: 'a search by name (of a person, not written down)',
    date: (day) => `Exported on ${day}`,
  },
};
