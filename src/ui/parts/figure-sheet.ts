import type { Sheet, SheetCell, SheetKind } from '../../model/sheet';

/** What a figure shows beside itself: its data in words, some columns of which hold numbers. */
interface Shown {
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numeric: readonly number[];
}

/** The data behind a figure as a table that leaves the page; numbers are numbers again, as they were shown. */
export function figureSheet({ title, notes, columns, rows, numeric }: Shown): Sheet {
  const kinds = columns.map((_, at): SheetKind => {
    if (!numeric.includes(at)) return 'text';
    return rows.some((row) => row[at]?.endsWith('%')) ? 'share' : 'number';
  });
  return {
    title,
    notes,
    columns: columns.map((name, at) => ({ name, unit: null, kind: kinds[at] ?? 'text' })),
    rows: rows.map((row) => row.map((cell, at) => (kinds[at] === 'text' ? cell : valueOf(cell)))),
  };
}

function valueOf(shown: string): SheetCell {
  const plain = shown.replaceAll(/[,\s]/g, '').replace('\u2212', '-');
  const [, digits, percent] = /^([+-]?\d+(?:\.\d+)?)(%?)$/.exec(plain) ?? [];
  if (digits === undefined) return shown === '' ? null : shown;
  return percent ? Number((Number(digits) / 100).toPrecision(12)) : Number(digits);
}
