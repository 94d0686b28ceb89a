import { cellKinds } from './cells';
import type { Grid, GridRow } from './grid';
import type { LabelledRow } from './label-rows';

/** What the rows of a single column are: its name and its values. Nothing where they are lines of prose. */
export function labelColumn({ rows }: Grid): LabelledRow[] {
  if (isProse(rows)) return [];
  return rows.map((row, index) => ({
    row,
    label: index === 0 && row.numbers.length === 0 && !isDate(row) ? 'header' : 'data',
    by: 'word',
    units: false,
    unit: false,
  }));
}

function isDate({ cells, filled }: GridRow): boolean {
  return cells[filled[0] ?? 0]?.kind === cellKinds.date;
}

/** Half of the lines of prose end as sentences do, or fewer where the lines are long. */
function isProse(rows: readonly GridRow[]): boolean {
  const lines = rows.map(({ texts, filled }) => texts[filled[0] ?? 0] ?? '');
  const mean = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
  const ended = lines.filter((line) => /[。；;.!?！？：:，,]$/.test(line)).length;
  return ended >= lines.length * (mean > 24 ? 0.3 : 0.5);
}
