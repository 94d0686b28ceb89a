import type { LabelledRow } from './label-rows';

/**
 * Marks the first line of a total's label where it runs over two: Market-year, and average below it with the figures. A
 * name above a total is a row without figures otherwise, and stays one.
 */
export function withWrappedLabels(rows: readonly LabelledRow[]): LabelledRow[] {
  return rows.map((one, at) => {
    const total = rows[at + 1];
    const lone = one.row.filled.length === 1 && one.label !== 'title' && one.label !== 'note';
    if (!lone || total?.label !== 'total' || total.by !== 'word' || total.row.gap) return one;
    const goesOn = /^\p{Lu}/u.test(labelOf(one)) && /^\p{Ll}/u.test(labelOf(total));
    return goesOn ? { ...one, label: 'total' } : one;
  });
}

function labelOf({ row }: LabelledRow): string {
  return row.texts[row.filled[0] ?? 0] ?? '';
}
