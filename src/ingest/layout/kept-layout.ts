import * as v from 'valibot';
import type { SourceTable } from '../../model/source';
import type { MarkedRow, TableLayout } from '../../model/layout';

/**
 * How the user has corrected the top of a table, kept for the next file of its shape. Rows are counted from the first row
 * of the header that was found. What is data, total or note further down is a matter of each file. Holds no cell of data.
 */
export interface KeptLayout {
  /** The headings of the table as it was found, by which a file of this shape is known. */
  readonly headings: readonly string[];
  readonly columns: { readonly first: number; readonly last: number };
  readonly header: readonly number[];
  readonly data: number;
  readonly above: readonly {
    readonly row: number;
    readonly kind: 'title' | 'unit' | 'numbering';
  }[];
}

const offset = v.pipe(v.number(), v.integer());

const keptLayouts = v.array(
  v.strictObject({
    headings: v.array(v.string()),
    columns: v.strictObject({ first: offset, last: offset }),
    header: v.array(offset),
    data: offset,
    above: v.array(
      v.strictObject({ row: offset, kind: v.picklist(['title', 'unit', 'numbering']) }),
    ),
  }),
);

/** Kept layouts from parsed JSON; null where it holds something else. */
export function parseLayouts(document: unknown): KeptLayout[] | null {
  const result = v.safeParse(keptLayouts, document);
  return result.success ? result.output : null;
}

/** The headings by which a table is known again. */
export function headingsOf(table: Pick<SourceTable, 'columns'>): string[] {
  return table.columns.map(({ header }) => header.trim());
}

function topOf(found: TableLayout): number {
  return found.header[0] ?? found.body.first;
}

/** The list with the correction of one shape put in, or put in place of the one before. */
export function keepLayout(
  kept: readonly KeptLayout[],
  headings: readonly string[],
  found: TableLayout,
  layout: TableLayout,
): KeptLayout[] {
  const top = topOf(found);
  const above = layout.marked.flatMap(({ row, kind }) =>
    row < layout.body.first && (kind === 'title' || kind === 'unit' || kind === 'numbering')
      ? [{ row: row - top, kind }]
      : [],
  );
  const entry = {
    headings: [...headings],
    columns: layout.columns,
    header: layout.header.map((row) => row - top),
    data: layout.body.first - top,
    above,
  };
  return [...forgetLayout(kept, headings), entry];
}

export function forgetLayout(
  kept: readonly KeptLayout[],
  headings: readonly string[],
): KeptLayout[] {
  return kept.filter((one) => !sameHeadings(one.headings, headings));
}

/** The layout kept for tables with these headings, laid on the one that was found; null where there is none. */
export function recallLayout(
  kept: readonly KeptLayout[],
  headings: readonly string[],
  found: TableLayout,
): TableLayout | null {
  const entry = kept.find((one) => sameHeadings(one.headings, headings));
  if (!entry) return null;
  const top = topOf(found);
  const first = entry.data + top;
  const above: MarkedRow[] = entry.above.map(({ row, kind }) => ({ row: row + top, kind }));
  return {
    columns: entry.columns,
    header: entry.header.map((row) => row + top),
    body: { first, last: Math.max(found.body.last, first) },
    marked: [...above, ...found.marked.filter(({ row }) => row >= first)],
  };
}

function sameHeadings(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((heading, index) => heading === other[index]);
}
