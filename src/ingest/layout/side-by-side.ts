import type { Span } from '../../model/layout';
import { cellKinds } from './cells';
import type { Grid, GridRow } from './grid';

/**
 * The spans of columns in which tables stand side by side; a single span where there is one table. They are told apart
 * by a header that is written again to the right, or by blank columns between blocks that differ in their rows.
 */
export function sideBySide(grid: Grid): readonly Span[] {
  return repeatedBlocks(grid) ?? partedBlocks(grid) ?? [whole(grid)];
}

function whole({ columns }: Grid): Span {
  return columns;
}

/** Rows among which a header is looked for. */
const headRows = 12;

/** Blocks under a header that says the same texts two or more times: each has names of its own below. */
function repeatedBlocks(grid: Grid): Span[] | null {
  for (const [at, row] of grid.rows.slice(0, headRows).entries()) {
    if (row.filled.length < 4 || row.numbers.length > 0) continue;
    const starts = blockStarts(row);
    if (starts === null) continue;
    const below = grid.rows.slice(at + 1);
    const spans = starts.map((start, block) => ({
      first: start,
      last: (starts[block + 1] ?? grid.width) - 1,
    }));
    if (!isLeftmost(below, starts[0] ?? 0) || !spans.every((span) => hasNames(below, span)))
      continue;
    return spans.map(({ first, last }, block) => ({
      first: grid.columns.first + (block === 0 ? 0 : first),
      last: grid.columns.first + last,
    }));
  }
  return null;
}

/** Where the texts of a row begin again: A B C A B C gives the columns of both A. Null where they don't. */
function blockStarts({ filled, texts }: GridRow): number[] | null {
  const said = filled.map((column) => texts[column] ?? '');
  for (let size = 2; size <= said.length / 2; size += 1) {
    if (said.length % size !== 0) continue;
    const once = new Set(said.slice(0, size)).size === size;
    if (once && said.every((text, at) => text === said[at % size])) {
      return filled.filter((_, at) => at % size === 0);
    }
  }
  return null;
}

function isLeftmost(rows: readonly GridRow[], column: number): boolean {
  return rows.every(({ filled }) => (filled[0] ?? column) >= column || filled.length === 1);
}

/** Whether a column of a span holds words or codes: FY and SR under each year have numbers alone. */
function hasNames(rows: readonly GridRow[], { first, last }: Span): boolean {
  for (let column = first; column <= last; column += 1) {
    let names = 0;
    let filled = 0;
    for (const { cells } of rows) {
      const kind = cells[column]?.kind ?? cellKinds.blank;
      if (kind !== cellKinds.blank) filled += 1;
      if (kind === cellKinds.text || kind === cellKinds.code) names += 1;
    }
    if (names >= 1 && names >= filled * 0.6) return true;
  }
  return false;
}

/** Blocks of two or more columns between blank ones, each under a header of its own, that begin or end in other rows. */
function partedBlocks(grid: Grid): Span[] | null {
  const rows = grid.rows.filter(({ filled }) => filled.length > 1);
  const spans = filledSpans(grid, rows);
  if (spans.length < 2 || spans.some(({ first, last }) => last === first)) return null;
  if (!spans.every((span) => hasNames(rows, span) && hasHead(rows, span))) return null;
  if (!spans.slice(1).every((span, at) => areUneven(rows, spans[at] ?? span, span))) return null;
  return spans.map(({ first, last }, block) => ({
    first: grid.columns.first + (block === 0 ? 0 : first),
    last: grid.columns.first + last,
  }));
}

/** Whether the first row of a span that fills two columns or more has no number: a block may have a title of its own. */
function hasHead(rows: readonly GridRow[], span: Span): boolean {
  const within = (column: number) => column >= span.first && column <= span.last;
  const head = rows.find(({ filled }) => filled.filter(within).length > 1);
  return head !== undefined && !head.numbers.some(within);
}

/** Whether one span has rows above or below all of the other's, and both are filled in the rows between. */
function areUneven(rows: readonly GridRow[], left: Span, right: Span): boolean {
  const both = rows.map((row) => fills(row, left) && fills(row, right));
  const [from, to] = [both.indexOf(true), both.lastIndexOf(true)];
  if (from < 0) return false;
  const shared = both.slice(from, to + 1).filter(Boolean).length;
  const alone = rows.length - (to - from + 1);
  return shared >= 0.9 * (to - from + 1) && alone >= Math.max(2, 0.2 * shared);
}

function fills({ filled }: GridRow, { first, last }: Span): boolean {
  return filled.some((column) => column >= first && column <= last);
}

function filledSpans({ width }: Grid, rows: readonly GridRow[]): Span[] {
  const used = new Set(rows.flatMap(({ filled }) => filled));
  const spans: Span[] = [];
  let first = -1;
  for (let column = 0; column <= width; column += 1) {
    if (used.has(column)) {
      if (first < 0) first = column;
    } else if (first >= 0) {
      spans.push({ first, last: column - 1 });
      first = -1;
    }
  }
  return spans;
}
