import type { MarkedRow, TableLayout } from '../../model/layout';
import type { Grid } from './grid';
import type { LabelledRow } from './label-rows';

/** The layout of one table, from its labelled rows. */
export function tableOf(
  grid: Grid,
  part: readonly LabelledRow[],
  hidden: readonly number[],
): TableLayout {
  const start = part.findIndex(({ label }) => label !== 'title' && label !== 'group');
  const above = part.slice(0, start).filter(({ label }) => label === 'title');
  const rest = part.filter((one) => !above.includes(one));
  const header: LabelledRow[] = [];
  for (const one of rest) {
    if (one.label === 'header') header.push(one);
    else if (one.label !== 'group' || header.length > 0) break;
  }
  const names = header.filter(({ units }) => !units || header.length === 1);
  const body = rest.filter((one) => !header.includes(one));
  const filled = body.filter(({ label }) => label === 'data' || label === 'total');
  const lastHeader = header.at(-1)?.row.row ?? above.at(-1)?.row.row ?? 0;
  const firstBody = body.find(({ label, row }) => label !== 'numbering' && row.row > lastHeader);
  const marked = [
    ...part.flatMap((one) => (names.includes(one) ? [] : markedRow(one, header.includes(one)))),
    ...hidden.map((row): MarkedRow => ({ row, kind: 'hidden' })),
  ];
  const first = firstBody?.row.row ?? lastHeader + 1;
  return {
    columns: columnsOf(grid, [...names, ...filled]),
    header: names.map(({ row }) => row.row),
    body: { first, last: filled.at(-1)?.row.row ?? first - 1 },
    marked: marked.sort((a, b) => a.row - b.row),
  };
}

function markedRow({ row, label, by, unit, units }: LabelledRow, ofHeader: boolean): MarkedRow[] {
  if (label === 'data') return [];
  if (label === 'group') return [{ row: row.row, kind: label, text: words(row.texts) }];
  if (label === 'total') return [{ row: row.row, kind: label, by }];
  const isUnit = label === 'title' ? unit : ofHeader && units;
  return [{ row: row.row, kind: isUnit ? 'unit' : label }];
}

function words(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join(' ');
}

function columnsOf(grid: Grid, rows: readonly LabelledRow[]): TableLayout['columns'] {
  let first = grid.width;
  let last = 1;
  for (const { row } of rows) {
    first = Math.min(first, (row.filled[0] ?? 0) + 1);
    last = Math.max(last, (row.filled.at(-1) ?? 0) + 1);
  }
  return { first: grid.columns.first + first - 1, last: grid.columns.first + last - 1 };
}
